// The coaching types in the form: name, agendas, items of their own, checklists, evidence, and questions to avoid.
// Must not change anything but the content of the work.

import { ACTIVITIES, ownCopy, titleOf } from "./built-in";
import { ENDS, PARTIES, agenda, agendaNames, freshName, idFrom, lengthOf, row, type Activity, type Agenda, type CoachingType } from "./content";
import { OwnLines } from "./lines";
import { Button, Complaint, Field, Folded, Group, List } from "./parts";
import { about } from "./schema";
import type { Work } from "./work";

interface Of {
  work: Work;
  of: CoachingType;
  path: string;
}

/** A coaching type. */
export const Type = ({ work, of, path }: Of) => (
  <>
    <Complaint work={work} path={path} />
    <Field
      work={work}
      path={`${path}.name`}
      label="Name"
      hint="As people read it when they plan, such as “Renewal”."
      value={of.name}
      take={(name) => {
        of.name = name;
        if (of.isNew) of.id = idFrom(name);
      }}
    />
    <div class="row">
      <Field work={work} path={`${path}.minutes`} label="Usual minutes" hint="Empty: those of the middle agenda." isNumber value={of.minutes} take={(typed) => (of.minutes = typed)} />
      <Field work={work} path={`${path}.rhythm-weeks`} label="Rhythm in weeks" hint="Usual time to the next session. Empty: 4." isNumber value={of.weeks} take={(typed) => (of.weeks = typed)} />
    </div>
    <Folded work={work} path={`${path}.agendas`} name="Agendas" beside={agendasBeside(of)}>
      {() => <Agendas work={work} of={of} path={path} />}
    </Folded>
    <Folded work={work} path={`${path}.activities`} name="Your own items, with questions" beside={count(of.activities.length, "item")}>
      {() => <Activities work={work} of={of} path={`${path}.activities`} />}
    </Folded>
    {PARTIES.map((party) => (
      <Folded
        key={party}
        work={work}
        path={`${path}.checklists.${party}`}
        name={`Mindset checklist of the ${party}`}
        beside={of.checklists[party] ? "your own" : "built in"}
      >
        {() => <OwnChecklist work={work} of={of} path={path} party={party} />}
      </Folded>
    ))}
    <Folded work={work} path={`${path}.evidence`} name="Evidence" beside={of.evidence === null ? "built in" : "your own"}>
      {() => <Evidence work={work} of={of} path={`${path}.evidence`} />}
    </Folded>
    <Folded work={work} path={`${path}.avoid`} name="Questions to avoid" beside={count(of.avoid.length, "question")}>
      {() => (
        <Group work={work} path={`${path}.avoid`} isLegendHidden legend="Questions to avoid" hint="The manager reads them while preparing: better left unasked.">
          <List
            work={work}
            path={`${path}.avoid`}
            list={of.avoid}
            nameOf={(at) => `Question to avoid ${at + 1}`}
            add="Add a question to avoid"
            made={() => ""}
            draw={(question, at, path) => (
              <Field work={work} path={path} label={`Question to avoid ${at + 1}`} isLabelHidden isLong value={question} take={(typed) => (of.avoid[at] = typed)} />
            )}
          />
        </Group>
      )}
    </Folded>
    <Folded work={work} path={`${path}.id`} name="Lasting id" beside={of.id}>
      {() => (
        <Field
          work={work}
          path={`${path}.id`}
          label="Id"
          hint="Sessions remember their coaching type by it. Once people have used the type, don't change it."
          value={of.id}
          take={(id) => {
            of.id = id;
            of.isNew = false;
          }}
        />
      )}
    </Folded>
  </>
);

const count = (found: number, of: string): string => (found === 0 ? "none" : found === 1 ? `1 ${of}` : `${found} ${of}s`);

const agendasBeside = ({ agendas }: CoachingType): string =>
  agendas.length ? `${agendas.map(lengthOf).join(", ")} minutes` : "none";

const Agendas = ({ work, of, path }: Of) => {
  const names = agendaNames(of);
  const pathOf = (at: number) => `${path}.agendas.${names[at] ?? ""}`;
  return (
    <Group
      work={work}
      path={`${path}.agendas`}
      legend="Agendas"
      isLegendHidden
      hint="One is enough; it is stretched and shortened. Together they must fit every session from 20 to 90 minutes."
    >
      <List
        work={work}
        path={`${path}.agendas`}
        list={of.agendas}
        pathOf={pathOf}
        nameOf={(at) => `agenda of ${names[at] ?? ""} minutes`}
        add="Add an agenda"
        made={() => copyOf(of)}
        isUnordered
        draw={(agenda, at) => <AgendaRows work={work} of={of} agenda={agenda} path={pathOf(at)} at={at} />}
      />
    </Group>
  );
};

/** Returns a copy of the last agenda with five minutes more, or one of 45 minutes. */
const copyOf = ({ agendas }: CoachingType): Agenda => {
  const last = agendas.at(-1);
  if (!last) return agenda();
  const rows = last.rows.map((row) => ({ ...row }));
  const longest = rows.slice(0, -ENDS).reduce<(typeof rows)[number] | undefined>((one, other) => (one && Number(one.minutes) >= Number(other.minutes) ? one : other), undefined);
  if (longest) longest.minutes = String((Number(longest.minutes) || 0) + 5);
  return { rows };
};

const AgendaRows = ({ work, of, agenda, path, at }: Of & { agenda: Agenda; at: number }) => (
  <Group
    work={work}
    path={path}
    legend={`Agenda of ${lengthOf(agenda)} minutes`}
    hint={at === 0 ? "Least: the fewest minutes when the session is short. Most: the greatest number when it is long. Empty: a third, and twice the minutes or, for a topic, 90." : undefined}
  >
    <List
      work={work}
      path={path}
      list={agenda.rows}
      fixed={ENDS}
      nameOf={(place) => `item ${place + 1}`}
      add="Add an item"
      made={() => row("", "10")}
      draw={(item, place, path) => (
        <div class="item">
          <div class="field what">
            <label class="label" for={`${path}-what`}>{`Item ${place + 1}`}</label>
            {place >= agenda.rows.length - ENDS ? (
              <p class="fixed" id={`${path}-what`}>{titleOf(item.activity)}</p>
            ) : (
              <Chooser work={work} of={of} path={path} value={item.activity} take={(activity) => (item.activity = activity)} />
            )}
            <Complaint work={work} path={path} />
            <Complaint work={work} path={`${path}.activity`} />
          </div>
          <Field work={work} path={`${path}.minutes`} label="Minutes" isNumber value={item.minutes} take={(typed) => (item.minutes = typed)} />
          <Field work={work} path={`${path}.least`} label="Least" isNumber value={item.least} take={(typed) => (item.least = typed)} />
          <Field work={work} path={`${path}.most`} label="Most" isNumber value={item.most} take={(typed) => (item.most = typed)} />
          {isAboutTopic(item.activity) ? (
            <Field work={work} path={`${path}.topic`} label="Topic" isNumber value={item.topic} take={(typed) => (item.topic = typed)} />
          ) : null}
        </div>
      )}
    />
  </Group>
);

/** Value of the choice that makes a new activity. */
const NEW = "new activity";

const isAboutTopic = (activity: string): boolean => !["open", "look-back", "next-steps", "close"].includes(activity);

interface ChooserProps extends Of {
  value: string;
  take: (activity: string) => void;
}

/** The list of what can happen in an item. */
const Chooser = ({ work, of, path, value, take }: ChooserProps) => {
  const isKnown = ["open", "look-back"].includes(value) || titleOf(value) !== undefined || of.activities.some(({ name }) => name === value);
  const choose = (chosen: string) =>
    work.change(() => {
      if (chosen !== NEW) return take(chosen);
      const name = freshName(of);
      of.activities.push({ name, title: "", purpose: "", questions: [] });
      work.unfolded.add(path.replace(/\.agendas.*$/, ".activities"));
      take(name);
    });
  return (
    <select id={`${path}-what`} data-path={path} value={isKnown ? value : ""} onChange={({ currentTarget }) => choose(currentTarget.value)}>
      {isKnown ? null : <option value="">Choose…</option>}
      <optgroup label="Of every session">
        <option value="open">{titleOf("open")}</option>
        <option value="look-back">{titleOf("look-back")}</option>
      </optgroup>
      <optgroup label="Your own">
        {of.activities.map(({ name, title }, at) => <option key={name} value={name}>{title.trim() || `Your item ${at + 1}`}</option>)}
        <option value={NEW}>A new item of your own</option>
      </optgroup>
      <optgroup label="Built in">
        {ACTIVITIES.map(({ name, title }) => <option key={name} value={name}>{title}</option>)}
      </optgroup>
    </select>
  );
};

const Activities = ({ work, of, path }: Of) => {
  const pathOf = (at: number) => `${path}.${of.activities[at]?.name ?? ""}`;
  const copy = (built: string) => {
    const copied = ownCopy(built, freshName(of));
    if (!copied) return;
    work.changeTo(`${path}.${copied.name}.title`, () => {
      of.activities.push(copied);
      for (const row of of.agendas.flatMap(({ rows }) => rows)) if (row.activity === built) row.activity = copied.name;
    });
  };
  const used = ACTIVITIES.filter(({ name }) => of.agendas.some(({ rows }) => rows.some(({ activity }) => activity === name)));
  return (
    <Group work={work} path={path} isLegendHidden legend="Your own items" hint="Agendas offer them by their titles.">
      <List
        work={work}
        path={path}
        list={of.activities}
        pathOf={pathOf}
        nameOf={(at) => (of.activities[at]?.title.trim() ? `“${of.activities[at]?.title.trim()}”` : `your item ${at + 1}`)}
        add="Add an item of your own"
        made={() => ({ name: freshName(of), title: "", purpose: "", questions: [] })}
        isUnordered
        draw={(activity, at, path) => <OwnItem work={work} activity={activity} path={path} at={at} />}
      />
      {used.length ? (
        <div class="actions">
          {used.map(({ name, title }) => <Button key={name} kind="quiet" words={`Change “${title}”`} press={() => copy(name)} />)}
        </div>
      ) : null}
    </Group>
  );
};

const OwnItem = ({ work, activity, path, at }: { work: Work; activity: Activity; path: string; at: number }) => (
  <Group work={work} path={path} legend={`Your item ${at + 1}`}>
    <Field work={work} path={`${path}.title`} label="Title" value={activity.title} take={(typed) => (activity.title = typed)} />
    <Field work={work} path={`${path}.purpose`} label="Purpose" hint={about("ActivityDto", "purpose")} isLong value={activity.purpose} take={(typed) => (activity.purpose = typed)} />
    <Group work={work} path={`${path}.questions`} legend="Questions" hint={about("ActivityDto", "questions")}>
      <List
        work={work}
        path={`${path}.questions`}
        list={activity.questions}
        nameOf={(place) => `question ${place + 1}`}
        add="Add a question"
        made={() => ({ ask: "", listenFor: "" })}
        draw={(question, place, path) => (
          <>
            <Field work={work} path={`${path}.ask`} label={`Question ${place + 1}`} isLong value={question.ask} take={(typed) => (question.ask = typed)} />
            <Field work={work} path={`${path}.listen-for`} label="Listen for" isLong value={question.listenFor} take={(typed) => (question.listenFor = typed)} />
          </>
        )}
      />
    </Group>
  </Group>
);

const GROUP_NAMES = {
  content: "Content: what to know and bring",
  tone: "Tone: how to talk and listen",
  structure: "Structure: the frame of the session",
  more: "More, which the screen folds",
};

const OwnChecklist = ({ work, of, path, party }: Of & { party: (typeof PARTIES)[number] }) => {
  const at = `${path}.checklists.${party}`;
  const list = of.checklists[party];
  const usual = {
    manager: { content: ["check.read"], tone: ["check.curious"], structure: ["check.quiet", "check.own-steps"] },
    seller: { content: ["check.my-pick"], tone: ["check.hard"], structure: ["check.help"] },
  }[party];
  const lines = (keys: string[]) => keys.map((key) => ({ "built-in": key }));
  const own = () => ({ content: lines(usual.content), tone: lines(usual.tone), structure: lines(usual.structure), more: [] });
  return (
    <Group work={work} path={at} isLegendHidden legend={`Mindset checklist of the ${party}`} hint="Lines to tick before the session. The ticks stay with the person who ticks.">
      {list ? (
        <>
          {Object.entries(GROUP_NAMES).map(([name, legend]) => (
            <OwnLines key={name} work={work} path={`${at}.${name}`} legend={legend} list={list[name as keyof typeof GROUP_NAMES]} kind="check" />
          ))}
          <Button kind="quiet" words="Use the built-in checklist" press={() => work.changeTo(`${at}+`, () => (of.checklists[party] = null))} />
        </>
      ) : (
        <Button words="Write your own checklist" path={`${at}+`} press={() => work.changeTo(at, () => (of.checklists[party] = own()))} />
      )}
    </Group>
  );
};

const Evidence = ({ work, of, path }: Of) =>
  of.evidence === null ? (
    <Group work={work} path={path} isLegendHidden legend="Evidence" hint="The built-in hint: one fact each.">
      <Button words="Write your own hint" path={`${path}+`} press={() => work.changeTo(path, () => (of.evidence = ""))} />
    </Group>
  ) : (
    <OwnLines
      work={work}
      path={path}
      legend="Evidence"
      isLegendHidden
      hint="What the seller is asked to bring."
      single={{ line: of.evidence, take: (line) => (of.evidence = line), away: "Use the built-in hint" }}
      kind="evidence"
    />
  );
