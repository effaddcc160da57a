// The hands of a person, in the page: a whole step of a journey in one call, since a call for each click would take
// ten times as long. Finds buttons and fields by what can be read. Holds no test.

import type { Name, Page } from '../fixtures';

/** Act of the hands. One that is only tried may find nothing. */
export type Act =
  | { press: Name }
  | { tries: Name }
  | { fill: Name; text: string }
  | { adds: Name; text: string };

/** Acts after a wait in milliseconds. */
export interface Move {
  wait: number;
  acts: Act[];
}

/** Screen and storage as they are found. */
export interface Seen {
  /** All that can be read, with what stands in fields. */
  screen: string;
  /** Sentences of the notices. */
  notices: string[];
  /** Stored records by whole name. */
  stored: Record<string, string>;
}

/** Init script of the hands. Runs in the page and must use nothing of this file. */
export const grow = () => {
  const root = () => document.querySelector('coaching-session')!.shadowRoot!;
  const clean = (text: string) => text.replace(/[\u2066-\u2069\u200e\u200f]/g, '').replace(/\s+/g, ' ').trim();
  const nameOf = (element: Element) =>
    clean(element.getAttribute('aria-label') ?? (element as HTMLInputElement).labels?.[0]?.textContent ?? element.textContent ?? '');
  const matches = (name: string, wanted: { exact?: string; pattern?: string }) =>
    wanted.exact === undefined ? new RegExp(wanted.pattern!).test(name) : name === wanted.exact;
  const all = (kind: string) => [...root().querySelectorAll<HTMLElement>(kind)];
  const find = (kind: string, wanted: object) => all(kind).find((element) => matches(nameOf(element), wanted) && element.checkVisibility());

  /** Lets everything that waits get its turn. */
  const turn = () =>
    new Promise<void>((resolve) => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => resolve();
      port2.postMessage(0);
    });
  const rest = async () => {
    for (let turns = 0; turns < 4; turns += 1) await turn();
  };
  const isDead = () => Boolean((globalThis as any).injected?.state.isDead);
  /** Waits for an element. */
  const wait = async (kind: string, wanted: object) => {
    for (let turns = 0; turns < 60 && !isDead(); turns += 1) {
      const found = find(kind, wanted);
      if (found) return found;
      await turn();
    }
    return undefined;
  };

  const fields = 'input:not([type=checkbox]):not([type=radio]), textarea';
  /** Does one thing; returns what was not there. */
  const act = async (one: any): Promise<string | undefined> => {
    const label = one.fill ?? one.adds;
    const [kind, wanted] = label ? [fields, label] : ['button', one.press ?? one.tries];
    const element = one.tries ? find(kind, wanted) : await wait(kind, wanted);
    if (!element && one.tries) return undefined;
    if (!element) return isDead() ? undefined : `${Object.values(wanted).join()} among ${all(kind).map(nameOf).join(' | ')}`;
    element.focus();
    if (label) {
      const field = element as HTMLInputElement;
      field.value = one.adds && field.value ? `${field.value} ${one.text}` : one.text;
      element.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
    } else {
      element.click();
    }
    await rest();
    return undefined;
  };

  const see = () => ({
    screen: [root().textContent, ...all('input, textarea').map((field) => (field as HTMLInputElement).value)].join('\n'),
    notices: all('.frame > .notices .notice p').map((notice) => clean(notice.textContent ?? '')),
    stored: (globalThis as any).injected?.read() ?? { ...localStorage },
  });

  (globalThis as any).hands = {
    has: async (wanted: object) => Boolean(find('button', wanted)),
    play: async (moves: { wait: number; acts: any[] }[]) => {
      const missing: string[] = [];
      for (const { wait, acts } of moves) {
        await new Promise((resolve) => setTimeout(resolve, wait));
        for (const one of acts) missing.push(...[await act(one)].filter((name) => name !== undefined));
      }
      return missing;
    },
    perform: async (acts: any[]) => {
      for (const one of acts) {
        if (isDead()) break;
        const missing = await act(one);
        if (missing) return { missing, isDead: false, ...see() };
      }
      // The field is left, and the news of others arrive.
      (root().activeElement as HTMLElement | null)?.blur();
      await rest();
      if (!isDead()) (globalThis as any).injected?.tell();
      await rest();
      return { isDead: isDead(), ...see() };
    },
  };
};

const asWanted = (name: Name) => (typeof name === 'string' ? { exact: name } : { pattern: name.source });

const wanted = (act: Act) => Object.fromEntries(Object.entries(act).map(([kind, value]) => [kind, kind === 'text' ? value : asWanted(value)]));

/** Performs acts in the page. Returns what can be seen afterwards, and the name that was missing. */
export const perform = (page: Page, acts: readonly Act[]): Promise<Seen & { isDead: boolean; missing?: string }> =>
  page.evaluate((acts) => (globalThis as any).hands.perform(acts), acts.map(wanted));

/** Performs moves in the page, each after its wait. Returns the names that were missing. */
export const play = (page: Page, moves: readonly Move[]): Promise<string[]> =>
  page.evaluate((moves) => (globalThis as any).hands.play(moves), moves.map(({ wait, acts }) => ({ wait, acts: acts.map(wanted) })));

/** Returns what can be seen. */
export const look = (page: Page): Promise<Seen> => perform(page, []);

/** Returns true if a button with the name is there. */
export const has = (page: Page, name: Name): Promise<boolean> => page.evaluate((name) => (globalThis as any).hands.has(name), asWanted(name));

/** Returns the text of the file that the page offers by its button. */
export async function offered(page: Page, name: Name): Promise<string> {
  await page.evaluate(() => ((globalThis as any).file = undefined));
  await perform(page, [{ press: name }]);
  return page.evaluate(async () => ((await (globalThis as any).file?.text()) as string) ?? '');
}
