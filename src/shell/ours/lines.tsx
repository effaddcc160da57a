// Lines in the form: own words, or a built-in text, which the product shows in the reader's language.
// Must not know which part of the file the lines are.

import { LINES, lineWords, type Kind } from "./built-in";
import type { Line } from "./content";
import { Button, Complaint, Field, Group, List } from "./parts";
import type { Work } from "./work";

interface LineProps {
  work: Work;
  path: string;
  label: string;
  line: Line;
  kind: Kind;
  take: (line: Line) => void;
}

/** A line. A built-in one is shown as it is, and can be written anew. */
const OneLine = ({ work, path, label, line, kind, take }: LineProps) =>
  typeof line === "string" ? (
    <>
      <Field work={work} path={path} label={label} isLabelHidden isLong value={line} take={take} />
      {line.trim() ? null : <BuiltInLines work={work} path={path} label={label} kind={kind} take={take} />}
    </>
  ) : (
    <div class="built-in">
      <p tabIndex={-1} data-path={path}>{lineWords(line)} <span class="hint">Built in, in each language.</span></p>
      <Complaint work={work} path={`${path}.built-in`} />
      <Button kind="quiet" words="Write it anew" name={`Write it anew: ${lineWords(line)}`} press={() => work.changeTo(path, () => take(lineWords(line)))} />
    </div>
  );

/** The built-in lines, in place of a line that is still empty. */
const BuiltInLines = ({ work, path, label, kind, take }: Omit<LineProps, "line">) => (
  <div class="field">
    <select
      aria-label={`Built-in text for ${label}`}
      value=""
      onChange={({ currentTarget: { value } }) => value && work.changeTo(path, () => take({ "built-in": value }))}
    >
      <option value="">Or choose a built-in line…</option>
      {LINES[kind].map(({ key, words }) => <option key={key} value={key}>{words}</option>)}
    </select>
  </div>
);

interface OwnLinesProps {
  work: Work;
  path: string;
  legend: string;
  hint?: string;
  isLegendHidden?: boolean;
  kind: Kind;
  /** Lines that can be added and removed. */
  list?: Line[];
  /** One line in place of a list; `away` are the words of the button that removes it. */
  single?: { line: Line; take: (line: Line | null) => void; away: string };
}

/** Lines with a name. */
export const OwnLines = ({ work, path, legend, hint, isLegendHidden = false, kind, list, single }: OwnLinesProps) => (
  <Group work={work} path={list ? path : `${path}*`} legend={legend} isLegendHidden={isLegendHidden} hint={hint}>
    {single ? (
      <>
        <OneLine work={work} path={path} label={legend} line={single.line} kind={kind} take={single.take} />
        <Button kind="quiet" words={single.away} press={() => work.changeTo(`${path}+`, () => single.take(null))} />
      </>
    ) : null}
    {list ? (
      <List
        work={work}
        path={path}
        list={list}
        nameOf={(at) => `line ${at + 1}`}
        add="Add a line"
        made={(): Line => ""}
        draw={(line, at, path) => (
          <OneLine work={work} path={path} label={`${legend.split(":")[0]}, line ${at + 1}`} line={line} kind={kind} take={(line) => (list[at] = line)} />
        )}
      />
    ) : null}
  </Group>
);
