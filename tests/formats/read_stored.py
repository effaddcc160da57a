"""Reads stored records and saved files as docs/formats.md describes them, with the standard library alone.

    python3 tests/formats/read_stored.py tests/fixtures/stored-v1-*.json tests/fixtures/saved-v1.jsonl

Each record becomes a line of JSON: its key where it comes from a saved file, and its data, or the error.
"""

import datetime
import json
import re
import sys
import zlib

VERSION = 1
ID = re.compile(r"[0-9a-f]{16}")


class Damaged(Exception):
    """The record is not what the page describes."""


def members(text):
    """The members of an object, each value as a pair: what it says, and its exact text."""
    found = {}
    decoder = json.JSONDecoder(object_pairs_hook=once, parse_float=no_fraction)
    at = re.compile(r"\s*\{\s*").match(text)
    while at:
        name, end = decoder.raw_decode(text, at.end())
        start = re.compile(r"\s*:\s*").match(text, end).end()
        value, end = decoder.raw_decode(text, start)
        if name in found:
            raise Damaged(f"{name} twice")
        found[name] = value, text[start:end]
        at = re.compile(r"\s*,\s*").match(text, end)
    return found


def once(pairs):
    """An object of which no name stands twice."""
    if len(dict(pairs)) != len(pairs):
        raise Damaged("a name twice")
    return dict(pairs)


def no_fraction(number):
    raise Damaged(f"the fraction {number}")


def record(text):
    """The data of a record, once its version and its checksum are right."""
    version = json.loads(text)["v"]
    if version > VERSION:
        return {"newer": version}
    envelope = members(text)
    if set(envelope) != {"v", "sum", "data"} or version != VERSION:
        raise Damaged("no envelope")
    data, exact = envelope["data"]
    if envelope["sum"][0] != f"{zlib.crc32(exact.encode()):08x}":
        raise Damaged("checksum")
    return data


# What a value can be: each of these takes the value, and raises if it cannot be that.


def number(least, most):
    def check(value):
        if type(value) is not int or not least <= value <= most:
            raise Damaged(f"{value} is not a number from {least} to {most}")

    return check


small, instant = number(0, 65_535), number(-(2**63), 2**63 - 1)
minutes, item_minutes = number(20, 90), number(1, 90)


def typed(value):
    if type(value) is not str:
        raise Damaged(f"{value} is no string")


def text(value):
    typed(value)
    if not 1 <= len(value.strip()) <= 2_000:
        raise Damaged("a text of 1 to 2,000 characters is missing")


def ident(value):
    typed(value)
    if not ID.fullmatch(value):
        raise Damaged(f"{value} is no id")


def flag(value):
    if type(value) is not bool:
        raise Damaged(f"{value} is neither true nor false")


def date(value):
    datetime.date.fromisoformat(value)


def time(value):
    datetime.time.fromisoformat(value)


def word(*words):
    def check(value):
        if value not in words:
            raise Damaged(f"{value} is none of {words}")

    return check


def several(check_one, most):
    def check(values):
        if type(values) is not list or len(values) > most:
            raise Damaged(f"no list of at most {most}")
        for value in values:
            check_one(value)

    return check


def fields(**shapes):
    """An object of these fields; one whose name ends in `_` may be missing."""

    def check(value):
        if type(value) is not dict:
            raise Damaged(f"{value} is no object")
        needed = {name for name in shapes if not name.endswith("_")}
        allowed = {name.rstrip("_"): shape for name, shape in shapes.items()}
        if needed - set(value) or set(value) - set(allowed):
            raise Damaged(f"the fields {sorted(value)} in place of {sorted(shapes)}")
        for name, inner in value.items():
            allowed[name](inner)

    return check


def one_of(**shapes):
    """A word, or an object of one field whose name says what is in it."""

    def check(value):
        name, inner = (value, None) if type(value) is str else next(iter(value.items()), (None, None))
        shape = shapes.get(str(name).replace("-", "_"), ...)
        if shape is ... or (shape is None) != (type(value) is str) or (shape and len(value) != 1):
            raise Damaged(f"{value} is none of {sorted(shapes)}")
        if shape:
            shape(inner)

    return check


def vector(value):
    for writer, count in value.items():
        ident(writer)
        number(1, 2**32 - 1)(count)


def writings(content):
    def check(value):
        several(fields(vector=vector, content_=content, deleted_=instant), 100)(value)
        if not value or any(("content" in one) == ("deleted" in one) for one in value):
            raise Damaged("a writing has either content or the instant of a deletion")

    return check


party, source = word("manager", "seller"), word("seen", "told", "guessed")
kind = word("next-step", "parked", "note")
wording = one_of(built_in=typed, own=text)


def line(value):
    """A line of a checklist: the key of a built-in one, or an object with a company's own words."""
    typed(value) if type(value) is str else fields(own=text)(value)


ready = fields(at=instant, plan=ident)
topic = fields(id=small, words=text, worked_if_=text)
evidence = fields(source=source, words=text)
note = fields(
    id=small, kind=kind, item_=small, words=text, by_=party, first_step_=text, when_=text, on_=date, confirmed_=flag,
    place_=word("next-time", "elsewhere", "dropped"), quotes_=number(0, 2**32 - 1),
)
reply = fields(
    asked=word("worked", "talk", "spoke"), topic_=small,
    reply=word("yes", "partly", "not-yet", "coaching", "just-talking", "seller", "manager", "even"),
)
closing = fields(replies=several(reply, 22), differently_=text, in_=flag, aloud_=flag, heard_=several(reply, 22))
item = fields(
    id=small, role=word("open", "look-back", "topic", "added", "next-steps", "close"), topic_=number(0, 255),
    title=wording, purpose_=typed, minutes=item_minutes, least=item_minutes, most=item_minutes,
)
change = word(
    "started", "moved-to", "skipped-to", "extended", "shortened", "dropped", "paused", "resumed", "away",
    "moved-since", "began-at", "paused-for-call", "paused-for-visitor", "paused-for-break", "paused-for-line",
    "interrupted",
    "clock-changed", "stayed", "ended",
)
clock = fields(
    plan=several(fields(item=small, minutes=small), 30),
    log=several(fields(at=instant, change=change, item_=small, minutes_=small, seen_=instant), 2_000),
)
status = fields(session=ident, note=small, answer=word("done", "not-yet", "dropped"))
standing = fields(
    slot_=fields(rhythm=word("weekly", "two-weeks", "monthly", "quarterly"), date=date, time=time), zone=text,
    dates=several(
        fields(session=ident, date=date, time=time, type=fields(id=text, name=wording), minutes=minutes, skipped_=flag), 60
    ),
)
manager = fields(
    type=fields(id=text, name=wording), date=date, time=time, zone=text, offset=number(-1080, 1080),
    minutes=minutes, place_=text,
    agenda=several(item, 30), ready_=ready, handshake_=word("ready", "together"), alone_=flag,
    noted_=text, fact_=evidence, count_on_=several(wording, 10), standing_=standing, clock_=clock, notes_=several(note, 100),
    statuses_=several(status, 200),
    carried_=several(fields(session=ident, began=instant, note=note), 50), settled_=several(status, 200), asked_=several(text, 200),
    closing_=closing,
)
time_answer = fields(start=ident, says=word("works", "other-time", "cant-come"))
seller = fields(
    topics=several(topic, 20), evidence_=several(evidence, 50), leave_alone_=text,
    about_=text, brings_it_=flag, time_=time_answer, zone_=fields(name=text, offset=number(-1080, 1080)), wish_=text, ready_=ready,
    steps_=several(status, 200), listed_=several(fields(session=ident, began=instant, note=note), 50),
    closing_=closing,
)
session = fields(id=ident, pair=ident, manager=writings(manager), seller_=writings(seller))
private = fields(
    ticks=several(line, 100), note_=text, topics_=several(topic, 20), evidence_=several(evidence, 50),
    leave_alone_=text, notes_=several(note, 100),
    moved_=several(instant, 20), entered_=fields(sequence=number(0, 2**32 - 1), at=instant, by=word("file", "web"), plan=ident, content=ident),
    sent_=fields(at=instant, by=word("copied", "shared", "mailed", "saved", "shown"), content=ident,
                 what=word("invitation", "change", "invitation-with-record", "answer", "record", "summary", "closing")),
    stated_=fields(time_=time_answer, steps_=several(status, 200), plan_=fields(
        type=fields(id=text, name=wording), date=date, time=time, zone=text, offset=number(-1080, 1080),
        minutes=minutes, place_=text, agenda=several(item, 30),
    ), ahead_=fields(noted_=text, fact_=evidence, count_on_=several(wording, 10))),
)
beside = writings(one_of(
    pair=fields(manager_=text, seller=text), settings=fields(own_name_=text, unlisted_=several(ident, 500), keys_off_=flag, removed_=several(fields(pair_=ident, line=line), 500), waiting_=several(ident, 500), initials_=several(ident, 500), send_by_=word("copied", "shared", "mailed", "saved", "shown"), signals_=several(word("chime", "nearing", "title", "awake", "no-numbers", "no-seconds"), 6)), private=private, side=party,
    same=ident, standing=standing,
    entered=fields(
        sequence=number(0, 2**32 - 1), at=instant, by=word("file", "web"),
        dates=several(fields(session=ident, begins=instant, minutes=minutes, content=ident), 100),
    ),
    list=several(fields(session=ident, began=instant, note=note, held_=flag), 50),
    told=fields(steps_=several(status, 200), listed_=several(fields(session=ident, began=instant, note=note), 50)),
))
side = fields(session=ident, party=party)
screen = one_of(
    home=None, plan=None, plan_of=ident, pair=ident, session=ident, agenda=ident, hand_over=side, own=side, prepare=side,
    close=side, share=ident, calendar=ident, standing=ident, ask=None,
    quarter=None, booked=None,
)
line = fields(kind=kind, by_=party, words=typed, first_step=typed, when=typed, on=typed, alone_=flag, open=flag)
leap = fields(**{"from": instant}, session=ident, after=small, to=instant, asked_=flag)
ui_state = fields(
    screen=screen, seen_=instant, question_=text, slot_=number(0, 2**32 - 1), leaps_=several(leap, 100),
    handed_=ident, expiry_told_=instant,
)
item_text = fields(item=small, field=word("title", "minutes"), text=typed)
typed_form = one_of(
    plan=fields(
        seller=typed, pair_=ident, type_=typed, new_agenda_=number(0, 2**32 - 1), date=typed, time=typed, minutes=typed, place=typed,
        own_name=typed, defaults_open=flag,
    ),
    preparation=fields(**{
        "topics": several(fields(id=small, words=typed, worked_if=typed), 80),
        "evidence": several(fields(source=source, words=typed), 200), "leave_alone": typed, "note": typed,
        "held_topics_": several(small, 80), "held_evidence_": several(small, 200), "holds_leave_": flag,
    }),
    close=fields(differently=typed), line=line,
    agenda=fields(texts=several(item_text, 120)), text=fields(words=typed), listed=fields(words=typed, changes_=ident, held_=flag),
    quarter=fields(
        names=typed, left_out_=several(ident, 2_000), replaced_=several(ident, 2_000), hours=several(fields(day=number(0, 255), time=typed), 40), every=typed,
        minutes=typed, types=several(typed, 2_000), first=typed, last=typed, avoid=typed,
        rest_days=several(number(0, 255), 2_000), seller_off_=several(fields(seller=typed, day=number(0, 255)), 2_000),
        moves_=several(
            fields(seller=typed, turn_date=date, turn_time=time, date=typed, time=typed, left_out_=flag), 2_000
        ),
    ),
    request=fields(manager=typed, own_name=typed, topic=typed, wish=typed),
    answer=fields(topic=typed, wish=typed, other_time=flag, about_=typed, link_=typed),
)
draft_fields = fields(changed=instant, typed_=flag, content=typed_form, from_=typed_form)


def draft(value):
    """A draft; what it began from is of the same form."""
    draft_fields(value)
    if "from" in value and set(value["from"]) != set(value["content"]):
        raise Damaged("from another form")


KINDS = {"session": session, "screen": ui_state, "draft": draft}


def shape_of(key):
    """What a record of that key holds: the first word says it."""
    return KINDS.get(re.split("[/~-]", key)[0], beside)


def read(key, stored):
    """What a record holds, as it is printed."""
    try:
        data = record(stored)
        if not (type(data) is dict and "newer" in data):
            shape_of(key)(data)
        return {"key": key, "data": data}
    except (Damaged, ValueError, KeyError, TypeError, AttributeError) as error:
        return {"key": key, "error": str(error)}


def saved(lines):
    """The records of a saved file; the text of a quarantined record is unchanged."""
    head, *rest = [json.loads(line) for line in lines if line.strip()]
    if head["coaching-session"] > VERSION:
        raise Damaged("newer")
    if len(rest) < head.get("records", 0):
        raise Damaged("records are missing")
    for line in rest:
        is_quarantined = line["key"].startswith("quarantine/")
        yield {"key": line["key"], "quarantined": line["record"]} if is_quarantined else read(line["key"], line["record"])


for path in sys.argv[1:]:
    with open(path, encoding="utf-8") as file:
        if path.endswith(".jsonl"):
            found = list(saved(file))
        else:
            # stored-v1-<key>.json
            found = [read(path.split("stored-v1-")[-1].removesuffix(".json"), file.read())]
    for one in found:
        print(json.dumps(one, ensure_ascii=False))
