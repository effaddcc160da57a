// The element on a page that refuses WebAssembly: a frame of the page of its own serves in its place.

import {
  ADDRESS, NOW, SECOND,
  button, expect, field, fillForm, heading, plan, row, say, start, starter, test, widget,
  type Page, type Stage,
} from './fixtures';
import { OTHER } from './settings';
import { CLIPBOARD, copied, invitationHeading, invite } from './links';

const REFUSED = { allowsLater: /./, allowsOther: true, allows: /policy violation: (script-src|frame-src)|WebAssembly|Content Security Policy|frame-src|no answer/ };

/** A policy without `wasm-unsafe-eval`. */
const POLICY = "script-src 'self' 'unsafe-inline'";

/** Opens a page of somebody else, with this policy and the element on it. */
async function openStrict(stage: Stage, attributes = '', { policy = POLICY, at = ADDRESS, link = '' } = {}) {
  const page = await stage.context.newPage();
  await page.route(`${at}host.html`, (route) =>
    route.fulfill({
      contentType: 'text/html',
      headers: { 'content-security-policy': policy },
      body: `<!doctype html><html lang="en"><meta charset="utf-8"><title>Intranet</title><body>
        <script>
          globalThis.heard = [];
          for (const name of ['ready', 'start', 'item', 'end', 'error'])
            document.addEventListener('coaching-' + name, ({ detail, composed, target }) => heard.push([name, detail, composed, target.localName]));
        </script>
        <coaching-session loading="eager" ${attributes}>Call us: 1234</coaching-session>
        <script type="module" src="coaching-session.js"></script>`,
    }),
  );
  const frame = page.frameLocator('iframe').locator('coaching-session');
  await page.addLocatorHandler(button(frame, say('start-now')), (start) => start.click());
  await page.goto(`${at}host.html${link}`);
  return { page, frame };
}

/** Calls a method of the element; returns its result, or the error as text. */
const call = (page: Page, name: string, ...given: unknown[]): Promise<unknown> =>
  page.evaluate(([name, given]) => (document.querySelector('coaching-session') as any)[name](...given).catch(String), [name, given] as const);

test('page without WebAssembly shows the widget in a frame', async ({ setStage }) => {
  const stage = await setStage(REFUSED);
  const { page, frame } = await openStrict(stage, 'type="call" theme="dark" events="on" instance="strict"');
  await expect(page.getByText('Call us: 1234')).toBeVisible();
  await page.evaluate(() => (document.querySelector('coaching-session') as any).ready);
  await expect(widget(frame)).toBeVisible();
  await expect(page.locator('slot')).toHaveCount(0);
  await expect(frame).toHaveAttribute('theme', 'dark');
  await start(frame);
  await button(frame, say('end-early')).click();
  await expect.poll(() => page.evaluate('heard.map(([name]) => name)')).toEqual(['ready', 'start', 'item', 'end']);
  expect(await page.evaluate('heard[1]')).toEqual(['start', { at: NOW }, true, 'coaching-session']);
  const names = await page.evaluate(() => Object.keys(localStorage));
  expect(names.filter((name) => name.startsWith('coaching-session/strict/session/'))).toHaveLength(1);
  const room = await page.evaluate(() => {
    const frame = document.querySelector('coaching-session')!.shadowRoot!.querySelector('iframe')!;
    return frame.getBoundingClientRect().height - frame.contentDocument!.body.offsetHeight;
  });
  expect(room).toBe(0);
});

test('frame in place of the widget takes calls and attributes', async ({ setStage }) => {
  const stage = await setStage({ ...CLIPBOARD, ...REFUSED });
  const { page, frame } = await openStrict(stage);
  expect(await call(page, 'link')).toBe('Error: <coaching-session>: no session is on the screen');
  await plan(frame);
  const link = (await call(page, 'link')) as string;
  expect(link, 'leads to the page that people visit').toMatch(new RegExp(`^${ADDRESS}host\\.html#cs=1\\.`));
  expect(await call(page, 'calendar')).toContain('BEGIN:VCALENDAR');
  const file = await call(page, 'exportData');
  await page.evaluate(() => document.querySelector('coaching-session')!.setAttribute('party', 'seller'));
  // Changes in quick succession are made together.
  await stage.pass(SECOND);
  expect(await call(page, 'deleteData')).toBeUndefined();
  await expect(button(frame, say('ask-one'))).toBeVisible();
  await expect(button(frame, say('plan-one'))).toHaveCount(0);
  expect(await call(page, 'importData', 'no file')).toBe('Error: <coaching-session>: the text is no saved file of coaching sessions');
  expect(await call(page, 'importData', file)).toBeUndefined();
  await expect(row(frame)).toBeVisible();
  await page.evaluate(() => document.querySelector('coaching-session')!.setAttribute('instance', 'two'));
  await page.evaluate(() => (document.querySelector('coaching-session') as any).ready);
  await expect(row(frame)).toHaveCount(0);
  const said = await page.evaluate(async () => {
    const element = document.querySelector('coaching-session') as any;
    element.remove();
    return [await element.link().catch(String), document.querySelectorAll('iframe').length];
  });
  expect(said).toEqual(['Error: <coaching-session>: the element is on no page', 0]);
});

test('link in the address opens in the frame', async ({ setStage }) => {
  const stage = await setStage({ ...CLIPBOARD, ...REFUSED });
  const maria = await stage.open();
  await invite(maria, stage);
  const { hash } = new URL(await copied(maria));
  await maria.evaluate(() => localStorage.clear());
  await maria.close();
  const { page, frame } = await openStrict(stage, 'instance="lee"', { link: hash });
  await expect(invitationHeading(frame)).toHaveCount(1);
  expect(new URL(page.url()).hash).toBe('');
  await page.reload();
  await expect(invitationHeading(frame), 'until the person has dealt with it').toHaveCount(1);
  await button(frame, say('back-home')).or(button(frame, say('file-leave'))).first().click();
  await expect(invitationHeading(frame)).toHaveCount(0);
  await expect.poll(() => page.evaluate(() => JSON.stringify(history.state))).not.toContain('cs=');
  await page.reload();
  await expect(widget(frame)).toBeVisible();
  await expect(invitationHeading(frame)).toHaveCount(0);
});

test('script of another origin brings the frame of that origin', async ({ setStage }) => {
  const stage = await setStage(REFUSED);
  const page = await stage.context.newPage();
  await page.route(`${OTHER}host.html`, (route) =>
    route.fulfill({
      contentType: 'text/html',
      headers: { 'content-security-policy': `script-src ${new URL(ADDRESS).origin}` },
      body: `<!doctype html><meta charset="utf-8"><title>Intranet</title><coaching-session loading="eager">Call us</coaching-session>
        <script type="module" src="${ADDRESS}coaching-session.js"></script>`,
    }),
  );
  // A module of another origin needs its consent.
  await page.route(/\.js$/, async (route) => {
    const answer = await route.fetch();
    await route.fulfill({ response: answer, headers: { ...answer.headers(), 'access-control-allow-origin': '*' } });
  });
  await page.goto(`${OTHER}host.html`);
  const frame = page.frameLocator('iframe').locator('coaching-session');
  await expect(widget(frame)).toBeVisible();
  await plan(frame);
  const link = page.evaluate(() => (document.querySelector('coaching-session') as any).link());
  await button(frame, say('asked-give')).click();
  expect(await link, 'leads to the page around').toContain(`${OTHER}host.html#cs=`);
  await expect(starter(frame)).toBeVisible();
});

test('page that refuses frames, too, keeps its own content', async ({ setStage }) => {
  const stage = await setStage(REFUSED);
  const { page } = await openStrict(stage, '', { policy: `${POLICY}; frame-src 'none'` });
  await expect(page.getByText(say('frame-refused'))).toBeVisible();
  await expect(page.getByText('Call us: 1234')).toBeVisible();
  await expect(page.getByRole('link', { name: say('full-page') })).toHaveAttribute('href', `${ADDRESS}index.html`);
  expect(await page.evaluate('heard')).toEqual([['error', { kind: 'crash' }, true, 'coaching-session']]);
  await expect(page.locator('iframe')).toHaveCount(0);
});

test('frame that does not answer in time gives way to the link', async ({ setStage }) => {
  const stage = await setStage(REFUSED);
  await stage.context.route(/\?embed/, (route) => route.fulfill({ contentType: 'text/html', body: 'A sign-in page' }));
  const { page } = await openStrict(stage);
  await expect(page.locator('iframe')).toHaveCount(1);
  await expect(page.getByText('Call us: 1234')).toBeVisible();
  await stage.pass(16 * SECOND);
  await expect(page.getByText(say('frame-refused'))).toBeVisible();
  await expect(page.locator('iframe')).toHaveCount(0);
});
