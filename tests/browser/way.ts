// The ways in: the page of its own, and the frame on a page of the same origin. Holds no test.

import type { Page } from '@playwright/test';
import { ADDRESS } from './settings';

/** The way in which a test opens the widget. */
export type Way = 'page' | 'frame';

/** Names of what a page and a frame both have, which then is asked of the frame. */
const OF_FRAME = /^(locator$|getBy|frameLocator$|innerText$|textContent$)/;

/** The pages of the browser behind those that {@link inFrame} returned. */
const pages = new WeakMap<Page, Page>();

/** Returns the page of the browser behind a page that a test works with. */
export const pageBehind = (page: Page): Page => pages.get(page) ?? page;

/**
 * Returns a page of somebody else around the frame, which finds in the frame what a test looks for on a page. `folder` is
 * the address of the folder that the page lies in.
 */
export async function inFrame(page: Page, folder = ADDRESS): Promise<Page> {
  const around = `${folder}around.html`;
  await page.route(around, (route) =>
    route.fulfill({
      contentType: 'text/html',
      body: `<!doctype html><html lang="en"><meta charset="utf-8"><title>Intranet</title>
        <body style="margin: 0"><iframe src="${ADDRESS}?embed" title="Coaching" allow="clipboard-read; clipboard-write" style="width: 100%; height: 860px; border: 0"></iframe>`,
    }),
  );
  const frame = page.frameLocator('iframe');
  const found = new Proxy(page, {
    get(target, name) {
      if (name === 'goto') return () => target.goto(around);
      const of: any = typeof name === 'string' && OF_FRAME.test(name) ? frame : target;
      const value = of[name];
      return typeof value === 'function' ? value.bind(of) : value;
    },
  });
  pages.set(found, page);
  return found;
}
