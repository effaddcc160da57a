// The parts of the form: fields, groups, and lists whose entries move and go. Each names its place in the file, so that a
// fault stands beside it.
// Must not know the parts of the file.

import type { ComponentChildren } from "preact";
import { hasFault, moveEntry, newestOf, rulesAt, type Work } from "./work";

const idOf = (path: string): string => path.replace(/[^\w-]/g, "_");

interface Complained {
  work: Work;
  path: string;
}

/** Rules that a part breaks. */
export const Complaint = ({ work, path }: Complained) => {
  const rules = rulesAt(work, path);
  return <p class="complaint" id={`${idOf(path)}-complaint`}>{rules.length ? <>{rules.join(" ")} <code>{path}</code></> : null}</p>;
};

interface FieldProps extends Complained {
  label: string;
  hint?: string;
  value: string;
  /** Takes what was typed. */
  take: (typed: string) => void;
  /** True for text of several lines. */
  isLong?: boolean;
  /** True for a whole number. */
  isNumber?: boolean;
  /** True if the label is for screen readers alone. */
  isLabelHidden?: boolean;
}

/** A field with label, hint and complaint. */
export const Field = ({ work, path, label, hint, value, take, isLong, isNumber, isLabelHidden }: FieldProps) => {
  const id = idOf(path);
  const shared = {
    id,
    value,
    "data-path": path,
    "aria-describedby": `${hint ? `${id}-hint ` : ""}${id}-complaint`,
    "aria-invalid": rulesAt(work, path).length ? ("true" as const) : undefined,
    onInput: (event: { currentTarget: { value: string } }) => {
      const typed = event.currentTarget.value;
      work.change(() => take(typed));
    },
  };
  return (
    <div class={isNumber ? "field number" : "field"}>
      <label class={isLabelHidden ? "unseen" : "label"} for={id}>{label}</label>
      {isLong ? <textarea rows={1} {...shared} /> : <input inputMode={isNumber ? "numeric" : undefined} autocomplete="off" {...shared} />}
      {hint ? <p class="hint" id={`${id}-hint`}>{hint}</p> : null}
      <Complaint work={work} path={path} />
    </div>
  );
};

interface GroupProps extends Complained {
  legend: string;
  hint?: string | undefined;
  /** True if the name stands above already, as that of the folded part. */
  isLegendHidden?: boolean;
  children: ComponentChildren;
}

/** A group of fields with a name, a hint, and what is wrong with the whole of it. */
export const Group = ({ work, path, legend, hint, isLegendHidden, children }: GroupProps) => {
  const id = idOf(path);
  return (
    <fieldset class="group" data-path={path} tabIndex={-1} aria-describedby={`${id}-hint ${id}-complaint`}>
      <legend class={isLegendHidden ? "unseen" : "label"}>{legend}</legend>
      <p class="hint" id={`${id}-hint`}>{hint}</p>
      <Complaint work={work} path={path} />
      {children}
    </fieldset>
  );
};

interface FoldedProps extends Complained {
  name: string;
  /** Says more beside the name. */
  beside?: string;
  children: () => ComponentChildren;
}

/** A part that is folded until somebody opens it. A folded part with a fault says so. */
export const Folded = ({ work, path, name, beside, children }: FoldedProps) => {
  const isOpen = work.unfolded.has(path);
  const toggle = (event: Event) => {
    event.preventDefault();
    if (isOpen) work.unfolded.delete(path);
    else work.unfolded.add(path);
    work.draw();
  };
  return (
    <details class="folded" open={isOpen}>
      <summary onClick={toggle} data-path={`${path}^`}>
        <span class="label">{name}</span> {beside ? <span class="hint">{beside}</span> : null}
        {hasFault(work, path) ? <span class="complaint">Needs a change</span> : null}
      </summary>
      {isOpen ? <div class="unfolded">{children()}</div> : null}
    </details>
  );
};

interface ButtonProps {
  words: string;
  /** Full name of the button, if the words alone are the same as of another one. */
  name?: string;
  press: () => void;
  kind?: "primary" | "quiet";
  isDisabled?: boolean;
  path?: string;
}

/** A button. A disabled one keeps its place for the keyboard. */
export const Button = ({ words, name, press, kind, isDisabled, path }: ButtonProps) => (
  <button
    type="button"
    class={kind ? `button ${kind}` : "button"}
    aria-label={name}
    aria-disabled={isDisabled ? "true" : undefined}
    data-path={path}
    onClick={() => {
      if (!isDisabled) press();
    }}
  >
    {words}
  </button>
);

interface ListProps<T> extends Complained {
  list: T[];
  /** Returns the name of an entry, such as "Question 2". */
  nameOf: (at: number) => string;
  /** Words of the button that adds an entry. */
  add: string;
  /** Returns a new entry. */
  made: () => T;
  /** Path of an entry; by its number unless given. */
  pathOf?: (at: number) => string;
  /** Number of entries at the end that neither move nor go. */
  fixed?: number;
  /** True if entries stay where they are. */
  isUnordered?: boolean;
  /** Hears that entries have other places now. */
  moved?: () => void;
  draw: (entry: T, at: number, path: string) => ComponentChildren;
}

/** A list whose entries can be added, moved and removed. The focus goes where the change was. */
export const List = <T,>({ work, path, list, nameOf, add, made, pathOf, fixed = 0, isUnordered, moved, draw }: ListProps<T>) => {
  const at = pathOf ?? ((place: number) => `${path}[${place}]`);
  const adder = `${path}+`;
  const last = list.length - fixed;
  const remove = (place: number) =>
    work.changeTo(last > 1 ? at(Math.min(place, last - 2)) : adder, () => {
      list.splice(place, 1);
      moved?.();
    });
  const move = (place: number, by: 1 | -1) => {
    const goes = by < 0 ? "up" : "down";
    const other = by < 0 ? "down" : "up";
    const isAtEnd = place + by === (by < 0 ? 0 : last - 1);
    work.changeTo(`${at(place + by)}:${isAtEnd ? other : goes}`, () => {
      moveEntry(list, place, by);
      moved?.();
    });
  };
  return (
    <div class="list">
      {list.map((entry, place) => (
        <div class="entry" role="group" aria-label={nameOf(place)} key={place} tabIndex={-1} data-path={`${at(place)}*`}>
          {draw(entry, place, at(place))}
          {place < last ? (
            <div class="actions">
              {isUnordered || last < 2 ? null : (
                <>
                  <Button kind="quiet" words="Up" name={`Move ${nameOf(place)} up`} isDisabled={place === 0} path={`${at(place)}:up`} press={() => move(place, -1)} />
                  <Button kind="quiet" words="Down" name={`Move ${nameOf(place)} down`} isDisabled={place === last - 1} path={`${at(place)}:down`} press={() => move(place, 1)} />
                </>
              )}
              <Button kind="quiet" words={isUnordered ? `Remove ${nameOf(place)}` : "Remove"} name={`Remove ${nameOf(place)}`} press={() => remove(place)} />
            </div>
          ) : null}
        </div>
      ))}
      <Button words={add} path={adder} press={() => work.changeTo(newestOf(path), () => list.splice(last, 0, made()))} />
    </div>
  );
};
