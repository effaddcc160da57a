"""Reads links as docs/formats.md describes them, with the standard library alone.

    python3 tests/formats/read_link.py tests/fixtures/link-v1-*.txt

Each line of the files, or of standard input, is a payload; each becomes a line of JSON.
"""

import base64
import datetime
import fileinput
import json
import pathlib
import re
import struct
import zlib

PAGE = pathlib.Path(__file__).parents[2] / "docs" / "formats.md"


def names(heading):
    """The names of a table of the page, in the order of their numbers."""
    section = PAGE.read_text("utf-8").split(f"### {heading}\n")[1].split("\n#")[0]
    rows = re.findall(r"^\| (\d+) \| `([^`]+)` \|$", section, re.MULTILINE)
    assert [int(number) for number, _ in rows] == list(range(len(rows))), heading
    return [name for _, name in rows]


TYPES = names("Built-in coaching types")
TEXTS = names("Built-in texts")


def content(payload):
    """The content of an open link, once its checksum is right."""
    version, code = payload.split(".")
    sent = base64.urlsafe_b64decode(code + "=" * (-len(code) % 4))
    body, checksum = sent[:-4], struct.unpack("<I", sent[-4:])[0]
    assert version == "1" and len(sent) % 3 and code[-1] not in "-_"
    assert zlib.crc32(version.encode() + b"." + body) == checksum, "damaged"
    kind, filled = body[0] & ~2, body[0] & 2
    assert kind in (0, 4), "locked, or of a later release"
    return kind, body[2 if filled else 1 :]


class Reader:
    """Takes values from the front of some bytes."""

    def __init__(self, data):
        self.data = data

    def take(self, count):
        assert count <= len(self.data), "cut off"
        taken, self.data = self.data[:count], self.data[count:]
        return taken

    def byte(self):
        return self.take(1)[0]

    def number(self):
        number, shift = 0, 0
        while True:
            byte = self.byte()
            number |= (byte & 127) << shift
            if byte < 128:
                return number
            shift += 7

    def signed(self):
        number = self.number()
        return number >> 1 if number % 2 == 0 else -(number >> 1) - 1

    instant = signed

    def flag(self):
        return [False, True][self.byte()]

    def id(self):
        return f"{struct.unpack('<Q', self.take(8))[0]:016x}"

    def text(self):
        text = self.take(self.number()).decode("utf-8")
        return re.sub("[\u202a-\u202e\u2066-\u2069]", "", text)

    def bytes(self):
        return self.take(self.number()).hex()

    def optional(self, read):
        return read() if self.flag() else None

    def list(self, read):
        return [read() for _ in range(self.number())]

    def choice(self, *variants):
        return variants[self.number()]

    # Links.

    def pair_link(self):
        link = {
            "pair": self.id(),
            "manager": self.optional(self.text),
            "seller": self.text(),
            "zone": self.text(),
            "slot": self.optional(self.standing_slot),
        }
        assert not self.data, "bytes behind the last field"
        return link

    def standing(self):
        return {
            "slot": self.optional(self.standing_slot),
            "zone": self.text(),
            "dates": self.list(
                lambda: [self.minute(), self.id(), self.coaching_type(), self.number(), self.flag()]
            ),
        }

    def standing_slot(self):
        return [self.choice("weekly", "two weeks", "monthly", "quarterly"), self.minute()]

    def minute(self):
        minute = datetime.datetime(1970, 1, 1) + datetime.timedelta(minutes=self.number())
        return minute.isoformat(" ", "minutes")

    def link(self):
        link = {
            "pair": self.id(),
            "session": self.id(),
            "manager": self.optional(self.text),
            "seller": self.text(),
        }
        if self.choice("manager", "seller") == "manager":
            link["manager's half"] = self.list(lambda: self.version(self.manager_half))
        else:
            link["when"] = self.optional(self.schedule)
            link["seller's half"] = self.list(lambda: self.version(self.seller_half))
        link["next"] = self.optional(lambda: [self.id(), self.list(lambda: self.version(self.manager_half))])
        link["extras"] = self.list(lambda: [self.number(), self.bytes()])
        assert not self.data, "more than a link"
        return link

    def version(self, half):
        vector = self.list(lambda: [self.id(), self.number()])
        if self.choice("content", "deleted") == "deleted":
            return {"vector": vector, "deleted": self.instant()}
        return {"vector": vector, "content": half()}

    def manager_half(self):
        return {
            "plan": self.plan(),
            "ready": self.optional(self.readiness),
            "handshake": self.optional(lambda: self.choice("ready", "together")),
            "alone": self.flag(),
            "noted": self.optional(self.text),
            "fact": self.optional(self.evidence),
            "count on": self.list(self.wording),
            "standing": self.optional(self.standing),
            "clock": self.optional(self.clock),
            "notes": self.list(self.note),
            "statuses": self.list(self.status),
            "carried": self.list(lambda: [self.id(), self.instant(), self.note()]),
            "settled": self.list(self.status),
            "asked": self.list(self.text),
            "closing": self.closing(),
        }

    def plan(self):
        return {
            "type": self.coaching_type(),
            "schedule": self.schedule(),
            "minutes": self.number(),
            "place": self.optional(self.text),
            "agenda": self.list(self.item),
        }

    def coaching_type(self):
        if self.choice("built in", "own") == "built in":
            return TYPES[self.byte()]
        return [self.text(), self.wording()]

    def schedule(self):
        minutes = datetime.timedelta(minutes=self.number())
        local = datetime.datetime(1970, 1, 1) + minutes
        return [local.isoformat(" ", "minutes"), self.text(), self.signed()]

    def wording(self):
        return self.built_in() if self.choice("built in", "own") == "built in" else {"own": self.text()}

    def built_in(self):
        return TEXTS[self.number()]

    def item(self):
        item = {
            "id": self.number(),
            "role": self.choice("open", "look back", "topic", "added", "next steps", "close"),
        }
        if item["role"] == "topic":
            item["topic"] = self.byte()
        item["title"] = self.wording()
        item["purpose"] = self.optional(self.built_in)
        item["minutes"] = [self.number(), self.number(), self.number()]
        return item

    def readiness(self):
        return {"at": self.instant(), "plan": self.id()}

    def clock(self):
        baseline = self.optional(lambda: self.list(lambda: [self.number(), self.number()]))
        return {"baseline": baseline, "log": self.list(lambda: [self.instant(), *self.change()])}

    def change(self):
        change = self.choice(
            "started", "moved to", "skipped to", "extended", "paused", "resumed", "jumped", "stayed", "ended",
            "shortened", "dropped", "moved since", "began at", "paused for", "interrupted",
        )
        if change in ("moved to", "skipped to", "dropped"):
            return [change, self.number()]
        if change in ("extended", "shortened"):
            return [change, self.number(), self.number()]
        if change == "moved since":
            return [change, self.number(), self.instant()]
        if change == "began at":
            return [change, self.instant()]
        if change == "paused for":
            return [change, self.choice("call", "visitor", "break", "line")]
        if change == "jumped":
            return [change, self.instant(), self.choice("away", "clock changed")]
        return [change]

    def note(self):
        note = {"id": self.number(), "item": self.optional(self.number), "words": self.text()}
        note["kind"] = self.choice("shared", "parked", "next step")
        if note["kind"] == "parked":
            note["by"] = self.optional(self.party)
            note["place"] = self.optional(lambda: self.choice("next time", "elsewhere", "dropped"))
            note["quotes"] = self.optional(self.number)
        elif note["kind"] == "next step":
            note["by"] = self.party()
            note["first step"] = self.optional(self.text)
            note["when"] = self.optional(self.text)
            note["on"] = self.optional(self.number)
            note["confirmed"] = self.flag()
        return note

    def party(self):
        return self.choice("manager", "seller")

    def seller_half(self):
        return {
            "topics": self.list(lambda: [self.number(), self.text(), self.optional(self.text)]),
            "evidence": self.list(self.evidence),
            "leave alone": self.optional(self.text),
            "about": self.optional(self.text),
            "brings it": self.flag(),
            "time": self.optional(lambda: [self.id(), self.choice("works", "other time", "can't come")]),
            "zone": self.optional(lambda: [self.text(), self.signed()]),
            "wish": self.optional(self.text),
            "ready": self.optional(self.readiness),
            "steps": self.list(self.status),
            "listed": self.list(lambda: [self.id(), self.instant(), self.note()]),
            "closing": self.closing(),
        }

    def status(self):
        return [self.id(), self.number(), self.choice("done", "not yet", "dropped")]

    def evidence(self):
        return [self.choice("seen", "told", "guessed"), self.text()]

    def closing(self):
        return {
            "replies": self.list(lambda: [*self.asked(), self.reply()]),
            "differently": self.optional(self.text),
            "in": self.flag(),
            "aloud": self.flag(),
            "heard": self.list(lambda: [*self.asked(), self.reply()]),
        }

    def asked(self):
        asked = self.choice("worked", "talk", "spoke")
        return [asked, self.number()] if asked == "worked" else [asked]

    def reply(self):
        return self.choice(
            "yes", "partly", "not yet", "coaching", "just talking", "seller", "manager", "even"
        )


if __name__ == "__main__":
    for line in fileinput.input():
        kind, sent = content(line.strip())
        print(json.dumps(Reader(sent).pair_link() if kind == 4 else Reader(sent).link()))
