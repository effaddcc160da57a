// The methods and events of the element, as a script of the host page uses them.

import {
  MINUTE, NOW, PREFIX,
  begins, button, expect, field, fillForm, heading, letPass, next, plan, rowButton, say, start, starter, storedIn, test,
  type Page,
} from './fixtures';
import { openHost } from './host';
import { CLIPBOARD, copied, invitationHeading, invite } from './links';

const HOST = { allowsLater: /./ };
const EAGER = '<coaching-session loading="eager"></coaching-session>';

/** Calls a method of the first element; returns its result, or the error as text. */
const call = (page: Page, name: string, ...given: unknown[]): Promise<unknown> =>
  page.evaluate(
    async ([name, given]) => {
      const element = document.querySelector('coaching-session') as any;
      try {
        return await element[name](...given);
      } catch (error) {
        return String(error);
      }
    },
    [name, given] as const,
  );

/** Writes down each event that reaches the document. */
const HEARS = `
  globalThis.heard = [];
  for (const name of ['ready', 'readiness', 'start', 'item', 'overrun', 'end', 'share', 'error']) {
    document.addEventListener('coaching-' + name, (event) => heard.push([name, event.detail, event.composed]));
  }`;
const heard = (page: Page): Promise<[string, Record<string, unknown>, boolean][]> => page.evaluate('heard') as never;

test('ready settles once the widget can be used, and is told', async ({ setStage }) => {
  const page = await openHost(await setStage(HOST), EAGER, HEARS);
  const buttons = await page.evaluate(async () => {
    await customElements.whenDefined('coaching-session');
    const element = document.querySelector('coaching-session') as any;
    await element.ready;
    return element.shadowRoot.querySelectorAll('button').length;
  });
  expect(buttons, 'the widget is drawn').toBeGreaterThan(0);
  const all = await heard(page);
  expect(all).toEqual([['ready', { version: expect.stringMatching(/^\d+\.\d+\.\d+/) }, true]]);
});

test('open starts a lazy element, and stores nothing by itself', async ({ setStage, browser }) => {
  const stage = await setStage({ ...CLIPBOARD, ...HOST });
  const maria = await stage.open();
  await invite(maria, stage);
  const link = await copied(maria);
  await maria.evaluate(() => localStorage.clear());
  await maria.close();
  const page = await openHost(stage, '<div style="height: 9000px"></div><coaching-session></coaching-session>');
  expect(await call(page, 'open', link)).toBeUndefined();
  await expect(invitationHeading(page)).toHaveCount(1);
  expect(Object.keys(await storedIn(page)).filter((name) => name.startsWith(`${PREFIX}session/`))).toEqual([]);
  expect(browser).toBeTruthy();
});

test('link, calendar and summary are of the session on the screen', async ({ setStage }) => {
  const stage = await setStage({ ...CLIPBOARD, ...HOST });
  const page = await openHost(stage, EAGER);
  for (const name of ['link', 'calendar', 'summary']) {
    expect(await call(page, name), name).toBe('Error: <coaching-session>: no session is on the screen');
  }
  await invite(page, stage);
  expect(await call(page, 'link')).toBe(await copied(page));
  await button(page, say('edit-done')).click();
  expect(await call(page, 'calendar')).toContain('BEGIN:VCALENDAR');
  expect(await call(page, 'summary')).toBe('Error: <coaching-session>: the session on the screen is not over');
  await starter(page).click();
  await button(page, say('end-early')).click();
  expect(await call(page, 'summary')).toMatch(/^# .*Lee/);
  expect(await call(page, 'summary', 'text')).not.toContain('#');
  expect(await call(page, 'summary', 'html')).toBe('Error: <coaching-session>: no such format: html');
});

test('data go out as one text, are deleted, and come in again', async ({ setStage }) => {
  const page = await openHost(await setStage(HOST), EAGER);
  await plan(page);
  await page.evaluate((prefix) => localStorage.setItem(`${prefix}quarantine/session/x~1`, 'damaged'), PREFIX);
  const file = (await call(page, 'exportData')) as string;
  expect(JSON.parse(file.split('\n')[0]!)).toMatchObject({ 'coaching-session': 1 });
  expect(await call(page, 'deleteData')).toBeUndefined();
  await expect(button(page, say('sample-open'))).toBeVisible();
  expect(Object.keys(await storedIn(page)).filter((name) => !name.includes('/screen'))).toEqual([]);
  expect(await call(page, 'importData', 'no file')).toBe('Error: <coaching-session>: the text is no saved file of coaching sessions');
  expect(await call(page, 'importData', file)).toBeUndefined();
  await expect(rowButton(page)).toBeVisible();
});

test('calls are rejected when the element leaves the page', async ({ setStage }) => {
  const page = await openHost(await setStage(HOST), '<coaching-session></coaching-session>');
  const said = await page.evaluate(async () => {
    await customElements.whenDefined('coaching-session');
    const element = document.querySelector('coaching-session') as any;
    const exported = element.exportData().catch(String);
    element.remove();
    return [await exported, await element.link().catch(String)];
  });
  expect(said).toEqual([
    'Error: <coaching-session>: the element left the page',
    'Error: <coaching-session>: the element is on no page',
  ]);
});

test('session is told from start to end, without a name or a topic', async ({ setStage }) => {
  const stage = await setStage(HOST);
  const page = await openHost(stage, '<coaching-session loading="eager" events="on"></coaching-session>', HEARS);
  await expect(page.getByText(say('page-is-told'))).toBeVisible();
  await start(page);
  await stage.pass(4 * MINUTE);
  await next(page);
  await button(page, say('end-early')).click();
  await expect(page.getByRole('table')).toBeVisible();
  const all = await heard(page);
  expect(all.map(([name]) => name)).toEqual(['ready', 'start', 'item', 'overrun', 'item', 'end']);
  expect(all.every(([, , composed]) => composed)).toBe(true);
  expect(all[1]![1]).toEqual({ at: NOW });
  expect(all[2]![1]).toEqual({ item: 0, at: NOW });
  expect(all[4]![1]).toMatchObject({ item: 1 });
  expect(JSON.stringify(all)).not.toMatch(/Lee|Park|opportunity/i);
});

test('page without events hears of start and trouble alone', async ({ setStage }) => {
  const stage = await setStage(HOST);
  const page = await openHost(stage, EAGER, HEARS);
  await start(page);
  await expect(page.getByText(say('page-is-told'))).toHaveCount(0);
  await page.evaluate(() => {
    Storage.prototype.setItem = () => {
      throw new DOMException('Full by the test.', 'QuotaExceededError');
    };
  });
  await button(page, say('pause')).click();
  await expect.poll(() => heard(page)).toEqual([
    ['ready', expect.anything(), true],
    ['error', { kind: 'storage' }, true],
  ]);
  await page.evaluate(() => void (location.hash = 'cs=1.AbC-_09xyz'));
  await expect(heading(page, say('link-damaged'))).toBeVisible();
  expect((await heard(page)).at(-1)).toEqual(['error', { kind: 'link' }, true]);
});

test('listener of the page may remove the element or call it', async ({ setStage }) => {
  const script = `
    document.addEventListener('coaching-start', async ({ target }) => (globalThis.said = await target.link().catch(String)));
    document.addEventListener('coaching-item', ({ target }) => target.remove());`;
  const page = await openHost(await setStage(HOST), '<coaching-session loading="eager" events="on"></coaching-session>', script);
  // Soon, so that the widget does not ask about another day.
  await plan(page, { seller: 'Lee Park', date: '2026-05-04', time: '09:15' });
  await starter(page).click();
  await expect(page.locator('coaching-session')).toHaveCount(0);
  await expect.poll(() => page.evaluate('globalThis.said')).toMatch(/#cs=1|Error: <coaching-session>: the element left the page/);
  await page.evaluate(() => document.body.append(document.createElement('coaching-session')));
  await expect(button(page, say('pause'))).toBeVisible();
});

test('error of the program is told; calls wait for a new start', async ({ setStage }) => {
  const stage = await setStage({ ...HOST, allows: /RuntimeError|unreachable|panicked|failed to|Broken/ });
  const page = await openHost(stage, EAGER, HEARS);
  await plan(page);
  await page.evaluate(() => {
    const { insertBefore } = Node.prototype;
    Node.prototype.insertBefore = () => {
      throw new DOMException('Broken by the test.');
    };
    (globalThis as any).mend = () => (Node.prototype.insertBefore = insertBefore);
  });
  await starter(page).click();
  await expect(page.getByRole('alert')).toBeVisible();
  expect((await heard(page)).at(-1)).toEqual(['error', { kind: 'crash' }, true]);
  await page.evaluate(() => (globalThis as any).mend());
  const exported = call(page, 'exportData');
  await button(page, say('start-again')).click();
  expect(await exported).toContain('coaching-session');
});
