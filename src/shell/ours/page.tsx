// The page on which a company writes its own content: a form, what is wrong with it, the file, and the product beside it
// with that content. No other page loads this script.
// Must not send anything, or decide what a fault is: the product beside says it.

import { render } from "preact";
import { useLayoutEffect, useRef, useState } from "preact/hooks";
import { FAULTS } from "../config";
import { builtInContent, exampleContent } from "./built-in";
import { coachingType, nothing, type Content } from "./content";
import { placeOf, readFaults, type Fault } from "./faults";
import { open, write, type Opened } from "./file";
import { FILE_NAME, forgetWork, keepWork, keptWork, saveFile, textOf } from "./kept";
import { Button, Folded, List } from "./parts";
import { General } from "./general";
import { NamesOfTwo, OwnWords } from "./words";
import { Type } from "./types";
import { focusOn, type Work } from "./work";

/** Time without typing after which the product beside gets the content, in milliseconds. */
const PAUSE = 400;

/** Time in which the product says its faults, in milliseconds. */
const ANSWER = 300;

/** Element that holds the text of the content for the product beside. */
const holder = document.createElement("template");
document.body.append(holder);

/** Hands the content to the product beside. Another id each time, so that the product reads it anew. */
const handOver = (preview: HTMLElement, text: string, count: number): void => {
  holder.id = `content-${count}`;
  holder.content.textContent = text;
  preview.setAttribute("config", `#${holder.id}`);
};

/** Returns the element that shows the product, which hands its faults to `hear`. */
const makePreview = (hear: (faults: Fault[]) => void): HTMLElement => {
  const preview = document.createElement("coaching-session");
  preview.textContent = "Loading the coaching session…";
  preview.setAttribute("storage", "none");
  preview.setAttribute("loading", "eager");
  preview.setAttribute("lang", "en");
  void customElements.whenDefined("coaching-session").then(() =>
    preview.shadowRoot?.addEventListener(FAULTS, (event) => {
      event.preventDefault();
      hear(readFaults((event as CustomEvent<string>).detail));
    }),
  );
  return preview;
};

const App = () => {
  const [content, setContent] = useState<Content>(() => keptWork() ?? nothing());
  const [, setDrawn] = useState(0);
  const [faults, setFaults] = useState<Fault[]>([]);
  const [said, setSaid] = useState("");
  const [notes, setNotes] = useState<string[]>([]);
  const [before, setBefore] = useState<Content>();
  const [isKept, setKept] = useState(true);
  const unfolded = useRef(new Set<string>());
  const place = useRef<HTMLDivElement>(null);
  const chooser = useRef<HTMLInputElement>(null);
  const preview = useRef<HTMLElement>(undefined);
  const count = useRef(0);
  const heard = useRef<Fault[]>([]);
  const focus = useRef<string>(undefined);

  const draw = () => setDrawn((drawn) => drawn + 1);
  const change = (make: () => void) => {
    make();
    setBefore(undefined);
    setKept(keepWork(content));
    setSaid("");
    count.current += 1;
    draw();
  };
  const work: Work = {
    content,
    faults,
    unfolded: unfolded.current,
    change,
    changeTo: (path, make) => {
      focus.current = path;
      change(make);
    },
    draw,
  };

  useLayoutEffect(() => {
    if (focus.current !== undefined) focusOn(focus.current);
    focus.current = undefined;
  });

  // A pause after the last change, the product beside reads the content, and says its faults.
  useLayoutEffect(() => {
    if (!place.current) return undefined;
    preview.current ??= makePreview((found) => {
      heard.current = [...heard.current, ...found];
      setFaults(heard.current);
    });
    const shown = preview.current;
    const hand = () => {
      heard.current = [];
      handOver(shown, write(content), count.current);
      if (!shown.isConnected) place.current?.append(shown);
    };
    if (!shown.isConnected) return hand();
    const pause = setTimeout(hand, PAUSE);
    const answer = setTimeout(() => setFaults(heard.current), PAUSE + ANSWER);
    return () => [pause, answer].forEach(clearTimeout);
  }, [count.current, content]);

  const start = ({ content: begun, changes }: Opened, words: string) => {
    setBefore(content);
    setContent(begun);
    setNotes(changes);
    setSaid(words);
    setKept(keepWork(begun));
    unfolded.current.clear();
    count.current += 1;
  };
  const openFile = async ({ files }: HTMLInputElement) => {
    const [file] = files ?? [];
    if (!file) return;
    const text = await textOf(file);
    const opened = text === undefined ? undefined : open(text);
    if (chooser.current) chooser.current.value = "";
    if (opened) start(opened, `${file.name} is open.`);
    else setSaid(`${file.name} cannot be read as a file of content. Nothing has changed here.`);
  };
  const takeBack = () => {
    if (!before) return;
    setContent(before);
    setNotes([]);
    setBefore(undefined);
    setSaid("What was here before is back.");
    setKept(keepWork(before));
    count.current += 1;
  };
  const save = () => setSaid(saveFile(write(content)) ? `${FILE_NAME} goes to your downloads.` : "This browser does not let the page save a file.");
  const isEmpty = write(content) === write(nothing());

  return (
    <>
      <div class="form">
        <section class="card" aria-labelledby="start">
          <h2 id="start">Begin with</h2>
          <div class="actions">
            <Button words="Built-in content" press={() => start(builtInContent(), "The built-in coaching types are here, for you to change.")} />
            <Button words="An example" press={() => start(exampleContent(), "The example is here: a coaching type for renewals.")} />
            <Button words="A file of yours" press={() => chooser.current?.click()} />
            <input ref={chooser} type="file" accept=".json,application/json" hidden aria-label="File of content" onChange={({ currentTarget }) => void openFile(currentTarget)} />
            <Button words="Nothing" isDisabled={isEmpty} press={() => { start({ content: nothing(), changes: [] }, "The form is empty."); forgetWork(); }} />
          </div>
          <p class="hint">
            {isKept
              ? "Your work is kept in this browser on this device, until you press “Nothing” or clear the browser's data. Save the file to have it elsewhere."
              : "This browser keeps nothing. Save the file before you close the page."}
          </p>
          <p class="said" role="status">{said}</p>
          {before ? <div><Button words="Bring back what was here" press={takeBack} /></div> : null}
          {notes.length ? <ul class="notes">{notes.map((note) => <li key={note}>{note}</li>)}</ul> : null}
        </section>
        <section class="card" aria-labelledby="types">
          <h2 id="types">Coaching types</h2>
          <p class="hint">They stand in front of the built-in ones. A type with the id of a built-in one takes its place.</p>
          <List
            work={work}
            path="types"
            list={content.types}
            nameOf={(at) => content.types[at]?.name.trim() || `coaching type ${at + 1}`}
            add="Add a coaching type"
            made={() => {
              unfolded.current.add(`types[${content.types.length}]`);
              return coachingType();
            }}
            moved={() => unfolded.current.clear()}
            draw={(of, at, path) => (
              <Folded work={work} path={path} name={of.name.trim() || `Coaching type ${at + 1}`}>
                {() => <Type work={work} of={of} path={path} />}
              </Folded>
            )}
          />
        </section>
        <General work={work} />
        <section class="card" aria-labelledby="language">
          <h2 id="language">Your words</h2>
          <Folded work={work} path="parties" name="Names of the two">{() => <NamesOfTwo work={work} />}</Folded>
          <Folded work={work} path="words" name="Sentences">{() => <OwnWords work={work} />}</Folded>
        </section>
      </div>
      <div class="results beside">
        <section class="card" aria-labelledby="file">
          <h2 id="file">File</h2>
          <Faults work={work} />
          <div class="actions">
            <Button kind="primary" words="Save the file" press={save} />
          </div>
          <Folded work={work} path="file" name="What stands in it">{() => <pre class="file" tabIndex={0} role="region" aria-label="The file"><code>{write(content)}</code></pre>}</Folded>
          <p class="hint">
            Give the file to whoever looks after your page: it goes beside the page, and its address into <code>config</code>.
          </p>
        </section>
        <section class="card" aria-labelledby="preview">
          <h2 id="preview">See it</h2>
          <p class="hint">The product with your content. Plan a session to see it. Nothing is stored here.</p>
          <div class="preview" ref={place} />
        </section>
      </div>
    </>
  );
};

/** The faults with their places, each a way to its field. */
const Faults = ({ work }: { work: Work }) => {
  const { faults, content, unfolded } = work;
  const go = (path: string) => {
    for (const { index } of path.matchAll(/(?=[.[])|$/g)) unfolded.add(path.slice(0, index));
    work.draw();
    setTimeout(() => focusOn(path));
  };
  return (
    <>
      <p role="status" class={faults.length ? "complaint" : "hint"}>
        {faults.length === 0 ? "Nothing needs a change." : needChange(faults.length)}
      </p>
      {faults.length ? (
        <ul class="faults">
          {faults.map(({ path, rule }) => (
            <li key={path + rule}>
              <button type="button" class="link" onClick={() => go(path)}>{placeOf(path, content)}</button>: {rule} {path ? <code>{path}</code> : null}
            </li>
          ))}
        </ul>
      ) : null}
    </>
  );
};

const needChange = (found: number): string =>
  found === 1 ? "1 part needs a change. The product leaves it out, and keeps the rest." : `${found} parts need a change. The product leaves them out, and keeps the rest.`;

const main = document.querySelector("#app");
if (main) render(<App />, main);
