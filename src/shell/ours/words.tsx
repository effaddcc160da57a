// Own words in each language: names of the two, and sentences of the product.
// Must not check a sentence: the program does.

import { useState } from "preact/hooks";
import { SENTENCES, shownAs } from "./built-in";
import type { Names, Words } from "./content";
import { Button, Field, Group, List } from "./parts";
import type { Work } from "./work";

/** Most sentences that a search shows. */
const SHOWN = 8;

const languageHint = "A tag such as en or de.";

/** Returns the paths of entries by language. */
const pathsOf = (path: string, list: { language: string }[]) => (at: number) => `${path}.${list[at]?.language.trim() ?? ""}`;

/** The names of the two, by language. */
export const NamesOfTwo = ({ work }: { work: Work }) => {
  const list = work.content.parties;
  return (
    <Group work={work} path="parties" isLegendHidden legend="Names of the two" hint="Inside a sentence, so in lower case, such as coach, adviser and advisers.">
      <List
        work={work}
        path="parties"
        list={list}
        pathOf={pathsOf("parties", list)}
        nameOf={(at) => `the names in ${list[at]?.language || "a language"}`}
        add="Add names in a language"
        made={(): Names => ({ language: list.length ? "" : "en", manager: "", seller: "", sellers: "" })}
        isUnordered
        draw={(names, _at, path) => (
          <div class="row">
            <Field work={work} path={path} label="Language" hint={languageHint} value={names.language} take={(typed) => (names.language = typed)} />
            <Field work={work} path={`${path}.manager`} label="The manager" value={names.manager} take={(typed) => (names.manager = typed)} />
            <Field work={work} path={`${path}.seller`} label="A seller" value={names.seller} take={(typed) => (names.seller = typed)} />
            <Field work={work} path={`${path}.sellers`} label="Several sellers" value={names.sellers} take={(typed) => (names.sellers = typed)} />
          </div>
        )}
      />
    </Group>
  );
};

/** Sentences in the company's own words, by language. */
export const OwnWords = ({ work }: { work: Work }) => {
  const list = work.content.words;
  return (
    <Group work={work} path="words" isLegendHidden legend="Sentences in your words" hint="Any sentence of the product. Names in braces stand for what differs each time: keep them as they are.">
      <List
        work={work}
        path="words"
        list={list}
        pathOf={pathsOf("words", list)}
        nameOf={(at) => `the words in ${list[at]?.language || "a language"}`}
        add="Add words in a language"
        made={(): Words => ({ language: list.length ? "" : "en", messages: [], whole: null })}
        isUnordered
        draw={(words, _at, path) => (
          <>
            <Field work={work} path={path} label="Language" hint={languageHint} value={words.language} take={(typed) => (words.language = typed)} />
            {words.whole === null ? (
              <Sentences work={work} words={words} path={path} />
            ) : (
              <Field
                work={work}
                path={`${path}*`}
                label="Words in the form of Project Fluent"
                hint="Your file holds more than plain sentences, so they stay as they were written."
                isLong
                value={words.whole}
                take={(typed) => (words.whole = typed)}
              />
            )}
          </>
        )}
      />
    </Group>
  );
};

const Sentences = ({ work, words, path }: { work: Work; words: Words; path: string }) => {
  const [wanted, setWanted] = useState("");
  const id = `${path.replace(/[^\w-]/g, "_")}_search`;
  const searched = wanted.trim().toLowerCase();
  const taken = new Set(words.messages.map(({ id }) => id));
  const isFound = (text: string) => searched.split(/\s+/).every((word) => shownAs(text).toLowerCase().includes(word));
  const found = searched.length < 2 ? [] : [...SENTENCES].filter(([id, text]) => !taken.has(id) && isFound(text));
  const take = (id: string, text: string) => {
    setWanted("");
    work.changeTo(`${path}.${id}`, () => words.messages.push({ id, text }));
  };
  const remove = (at: number) => work.changeTo(id, () => words.messages.splice(at, 1));
  return (
    <>
      {words.messages.map((message, at) => (
        <div class="entry" key={message.id}>
          <Field
            work={work}
            path={`${path}.${message.id}`}
            label={shownAs(SENTENCES.get(message.id) ?? message.id)}
            isLong
            value={message.text}
            take={(typed) => (message.text = typed)}
          />
          <div class="actions">
            <Button kind="quiet" words="Remove" name={`Remove: ${shownAs(SENTENCES.get(message.id) ?? message.id)}`} press={() => remove(at)} />
          </div>
        </div>
      ))}
      <div class="field">
        <label class="label" for={id}>Find a sentence</label>
        <input
          id={id}
          data-path={id}
          type="search"
          autocomplete="off"
          value={wanted}
          aria-describedby={`${id}-hint`}
          onInput={({ currentTarget }) => setWanted(currentTarget.value)}
        />
        <p class="hint" id={`${id}-hint`} role="status">
          {searched.length < 2 ? "Type some words of it, as they stand on the screen." : foundWords(found.length)}
        </p>
      </div>
      <div class="found">
        {found.slice(0, SHOWN).map(([id, text]) => <Button key={id} words={shownAs(text)} press={() => take(id, text)} />)}
      </div>
    </>
  );
};

const foundWords = (found: number): string =>
  found === 0 ? "No sentence has these words." : found === 1 ? "1 sentence." : found > SHOWN ? `${found} sentences; the first ${SHOWN} are shown.` : `${found} sentences.`;
