// Parts that hold for all coaching types: lines that sellers can count on, built-in types that stay, and limits.
// Must not change anything but the content of the work.

import { ATTRIBUTES } from "../attributes";
import { LINES } from "./built-in";
import { OwnLines } from "./lines";
import { Button, Complaint, Field, Folded, Group } from "./parts";
import { about } from "./schema";
import type { Work } from "./work";

/** The cards about all coaching types. */
export const General = ({ work }: { work: Work }) => (
  <section class="card" aria-labelledby="general">
    <h2 id="general">For all coaching types</h2>
    <Folded work={work} path="count-on" name="What sellers can count on" beside={work.content.countOn ? "your own" : "built in"}>
      {() => <CountOn work={work} />}
    </Folded>
    <Folded work={work} path="built-in-types" name="Built-in coaching types" beside={work.content.offered ? `${work.content.offered.length} stay` : "all stay"}>
      {() => <BuiltIn work={work} />}
    </Folded>
    <Folded work={work} path="limits" name="Limits">
      {() => <Limits work={work} />}
    </Folded>
  </section>
);

const CountOn = ({ work }: { work: Work }) => {
  const { content } = work;
  return content.countOn ? (
    <>
      <OwnLines work={work} path="count-on" isLegendHidden legend="What sellers can count on" hint="The manager chooses among these lines, and the seller reads what was chosen." list={content.countOn} kind="count" />
      <Button kind="quiet" words="Use the built-in lines" press={() => work.changeTo("count-on+", () => (content.countOn = null))} />
    </>
  ) : (
    <Group work={work} path="count-on*" isLegendHidden legend="What sellers can count on" hint={`Built in: ${LINES.count.map(({ words }) => words).join(" ")}`}>
      <Button words="Write your own lines" path="count-on+" press={() => work.changeTo("count-on[0]", () => (content.countOn = LINES.count.map(({ key }) => ({ "built-in": key }))))} />
    </Group>
  );
};

const BuiltIn = ({ work }: { work: Work }) => {
  const { content } = work;
  const all = [...ATTRIBUTES.type.offered];
  const offered = content.offered ?? all;
  const choose = (id: string, isOffered: boolean) =>
    work.change(() => {
      const chosen = all.filter((other) => (other === id ? isOffered : offered.includes(other)));
      content.offered = chosen.length === all.length ? null : chosen;
    });
  return (
    <Group work={work} path="built-in-types*" isLegendHidden legend="Built-in coaching types that stay">
      <Complaint work={work} path="built-in-types" />
      <div class="options">
        {all.map((id) => (
          <label class="option" key={id}>
            <input type="checkbox" checked={offered.includes(id)} onChange={({ currentTarget }) => choose(id, currentTarget.checked)} />
            {TYPE_NAMES[id]}
          </label>
        ))}
      </div>
    </Group>
  );
};

const Limits = ({ work }: { work: Work }) => {
  const { content } = work;
  return (
    <Group work={work} path="limits*" isLegendHidden legend="Limits" hint="They can be tighter than the built-in ones, never wider. Empty: the built-in limit.">
      <Complaint work={work} path="limits" />
      <div class="row">
        <Field work={work} path="limits.shortest-minutes" label="Shortest session" hint={about("LimitsDto", "shortest-minutes")} isNumber value={content.shortest} take={(typed) => (content.shortest = typed)} />
        <Field work={work} path="limits.longest-minutes" label="Longest session" hint={about("LimitsDto", "longest-minutes")} isNumber value={content.longest} take={(typed) => (content.longest = typed)} />
        <Field work={work} path="limits.drafts-kept-days" label="Days for drafts" hint={about("LimitsDto", "drafts-kept-days")} isNumber value={content.draftsDays} take={(typed) => (content.draftsDays = typed)} />
      </div>
    </Group>
  );
};
