// The script of the element under any address, once or twice on a page: one copy of it serves.

import { ADDRESS, PROGRAM, button, expect, heading, next, plan, rowButton, say, start, test, type Page, type Stage } from './fixtures';
import { CLIPBOARD, copied, invitationHeading, invite, lock, scanned } from './links';

const SCRIPT = '<script type="module" src="./coaching-session.js"></script>';
const OTHER = '<script type="module" src="./coaching-session.js?v=3"></script>';

/** Pages by what they load, in order. */
const PAGES: Record<string, string> = {
  'one script with a query': OTHER,
  'two scripts of different addresses': `${SCRIPT}${OTHER}`,
  'two scripts, the one with a query first': `${OTHER}${SCRIPT}`,
};

/** Opens the page with other scripts. Returns the page, and the paths of the program that the page asked for. */
async function open(stage: Stage, scripts: string, path = ''): Promise<[page: Page, asked: string[]]> {
  const asked: string[] = [];
  stage.context.on('request', (request) => {
    const { pathname } = new URL(request.url());
    if (PROGRAM.test(pathname)) asked.push(pathname);
  });
  await stage.context.route(ADDRESS, async (route) => {
    const response = await route.fetch();
    const text = await response.text();
    // Preloads would count as requests.
    const body = text.replaceAll(/<link[^>]*preload[^>]*>/g, '').replace(/<script[^>]*coaching-session\.js[^>]*><\/script>/, scripts);
    await route.fulfill({ response, body });
  });
  return [await stage.open({ address: ADDRESS + path }), asked];
}

for (const [name, scripts] of Object.entries(PAGES)) {
  test(`page with ${name} locks a link and draws it`, async ({ setStage, recordsAfter }) => {
    const stage = await setStage({ ...CLIPBOARD, records: await recordsAfter(invite) });
    const [page, asked] = await open(stage, scripts);
    await expect(heading(page, say('share-invite', { name: 'Lee' }))).toBeVisible();
    await lock(page, 'pässword');
    const link = await copied(page);
    await button(page, say('picture-draw')).click();
    expect(await scanned(page)).toBe(link);
    expect(asked, 'each file of the program once').toHaveLength(2);

    const reader = await setStage(CLIPBOARD);
    const [opened] = await open(reader, scripts, link.slice(link.indexOf('#')));
    await opened.getByLabel(say('password-label')).fill('pässword');
    await button(opened, say('open-it')).click();
    await expect(invitationHeading(opened)).toBeVisible();
    expect(opened.url()).toBe(ADDRESS);
  });

  test(`page with ${name} tells of an error once`, async ({ setStage }) => {
    const stage = await setStage({ allows: /not a valid name|failed to|panicked|unreachable/, allowsLater: PROGRAM });
    const [page] = await open(stage, scripts);
    await start(page);
    await page.evaluate(() => {
      const { createTextNode } = Document.prototype;
      Document.prototype.createTextNode = Document.prototype.createElement as never;
      addEventListener('error', () => (Document.prototype.createTextNode = createTextNode), { capture: true, once: true });
    });
    await next(page);
    await expect(page.getByRole('alert')).toHaveCount(1);
    await button(page, say('start-again')).click();
    await expect(heading(page, say('early-first'))).toBeVisible();
    await button(page, say('back-home')).click();
    await expect(rowButton(page)).toBeVisible();
    await plan(page, { seller: 'Ada', date: '2026-05-06', time: '11:00' });
    expect(stage.later, 'one new program').toHaveLength(2);
  });
}
