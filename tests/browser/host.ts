// A page of somebody else with the element on it, served beside the product. Holds no test.

import { ADDRESS, button, say, type Page, type Stage } from './fixtures';

/** The page of an intranet with this markup, and the script of the product at its end. */
export async function openHost(stage: Stage, markup: string, script = ''): Promise<Page> {
  const page = await stage.context.newPage();
  // As on the page of the product: sessions of the tests start on another day than booked, and the widget asks once.
  await page.addLocatorHandler(button(page, say('start-now')), (start) => start.click());
  await page.route('**/host.html', (route) =>
    route.fulfill({
      contentType: 'text/html',
      body: `<!doctype html><html lang="en"><meta charset="utf-8"><title>Intranet</title><body>${markup}
        <script>${script}</script><script type="module" src="coaching-session.js"></script>`,
    }),
  );
  await page.goto(`${ADDRESS}host.html`);
  return page;
}
