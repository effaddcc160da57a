// The page in a frame of somebody else's page, and what that page hears and calls. Holds no test.

import { ADDRESS, button, say, type Page, type Stage } from './fixtures';
import { OTHER } from './settings';

/** The page around the frame. */
export interface Around {
  /** Address of the folder that the page lies in; the product's own by default. */
  at?: string;
  /** File that the frame shows; the page by default. */
  file?: string;
  /** Query of the frame's address. */
  query?: string;
  /** Further attributes of the frame, such as `sandbox`. */
  attributes?: string;
  /** Headers of the page around. */
  headers?: Record<string, string>;
  /** Name of the page; each page of a test has another one. */
  name?: string;
}

/** A message that a page around a frame hears. */
export interface Heard {
  'coaching-session': number;
  type: string;
  detail: Record<string, unknown>;
}

/** The script of the page around: writes down each message of the frame, and gives the frame its height. */
const SCRIPT = `
  globalThis.heard = [];
  addEventListener('message', ({ data, source }) => {
    const frame = document.querySelector('iframe');
    if (source !== frame.contentWindow || data?.['coaching-session'] !== 1) return;
    heard.push(data);
    if (data.type === 'height') frame.style.height = data.detail.height + 'px';
  });
  globalThis.send = (type, detail) => document.querySelector('iframe').contentWindow.postMessage({ 'coaching-session': 1, type, detail }, '*');`;

export const elsewhere = { allowsLater: /./, allowsOther: true };

/** Opens a page with the frame on it. */
export async function openFramed(stage: Stage, { at = ADDRESS, file = '', query = 'embed', attributes = '', headers, name = 'around' }: Around = {}) {
  const page = await stage.context.newPage();
  const address = `${at}${name}.html`;
  await page.route(address, (route) =>
    route.fulfill({
      contentType: 'text/html',
      headers,
      body: `<!doctype html><html lang="en"><meta charset="utf-8"><title>Intranet</title><body><script>${SCRIPT}</script>
        <iframe src="${ADDRESS}${file}?${query}" title="Coaching" style="width: 100%; border: 0" ${attributes}></iframe>`,
    }),
  );
  const frame = page.frameLocator('iframe').first().locator('coaching-session');
  // Sessions of the tests start on another day than booked, and the widget asks once.
  await page.addLocatorHandler(button(frame, say('start-now')), (start) => start.click());
  await page.goto(address);
  return { page, frame };
}

/** Returns all that the page around heard, of one type if given. */
export const heardBy = async (page: Page, type?: string): Promise<Heard[]> => {
  const all: Heard[] = await page.evaluate('heard');
  return all.filter((one) => !type || one.type === type);
};

let calls = 0;

/** Begins a call of a method by a message; returns a function that returns the answer, undefined before it. */
export const send = async (page: Page, method: unknown, argument?: unknown) => {
  calls += 1;
  const id = calls;
  await page.evaluate((detail) => (globalThis as any).send('call', detail), { id, method, argument });
  return async () => (await heardBy(page, 'result')).find(({ detail }) => detail.id === id)?.detail;
};

export { OTHER };
