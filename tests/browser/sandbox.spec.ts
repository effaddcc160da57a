// The frame in a sandbox: what the page around takes from it, the widget says or does without.

import { fileURLToPath } from 'node:url';
import { ONE_FILE, button, expect, field, fillForm, plan, say, start, starter, test, widget } from './fixtures';
import { OTHER, elsewhere, openFramed, type Around } from './framed';

const ALL = ['allow-scripts', 'allow-same-origin', 'allow-forms', 'allow-downloads', 'allow-popups', 'allow-popups-to-escape-sandbox', 'allow-modals'];
const without = (...names: string[]) => `sandbox="${ALL.filter((name) => !names.includes(name)).join(' ')}"`;

/** Words of the browser on the console where a sandbox refuses something. */
const SAID = { allows: /sandbox|Ignored call to 'print|not allowed|Download is disallowed|denied|permissions policy/i };

const pages: Record<string, Around> = {
  'the same server': {},
  'another server': { at: OTHER },
  'a server that sends one file': { file: 'coaching-session.html' },
};
for (const [place, around] of Object.entries(pages)) {
  test(`frame without an origin, of ${place}, works in memory`, async ({ setStage }) => {
    const stage = await setStage({ ...elsewhere, ...SAID });
    // The file brings its own policy.
    await stage.context.route(/coaching-session\.html/, (route) => route.fulfill({ path: fileURLToPath(ONE_FILE) }));
    const { page, frame } = await openFramed(stage, { ...around, attributes: without('allow-same-origin') });
    await expect(widget(frame)).toBeVisible();
    await start(frame);
    await expect(frame.getByText(say('storage-denied-frame')).first()).toBeVisible();
    await button(frame, say('end-early')).click();
    await expect(frame.getByRole('table')).toBeVisible();
    await expect(frame.getByRole('link', { name: say('full-page'), exact: true })).toBeVisible();
    expect(await page.evaluate(() => Object.keys(localStorage))).toEqual([]);
  });
}

test('session is planned and noted where no form may be sent', async ({ setStage }) => {
  const { page, frame } = await openFramed(await setStage({ ...elsewhere, ...SAID }), { attributes: without('allow-forms') });
  await fillForm(frame);
  await field(frame, say('time-label')).press('Enter');
  await expect(starter(frame)).toBeVisible();
  await starter(frame).click();
  await button(frame, say('write-note')).click();
  await page.keyboard.type('Call the buyer');
  await page.keyboard.press('Enter');
  await expect(frame.getByText('Call the buyer', { exact: true })).toBeVisible();
  await button(frame, say('back-home')).click();
  await field(frame, say('pasted-title')).fill('no link');
  await field(frame, say('pasted-title')).press('Enter');
  await expect(frame.getByRole('heading', { name: say('link-none') })).toBeVisible();
});

test('content of a file is copied where no file may be saved', async ({ setStage }) => {
  const stage = await setStage({ ...elsewhere, ...SAID, permissions: ['clipboard-read', 'clipboard-write'] });
  const { page, frame } = await openFramed(stage, { attributes: without('allow-downloads') });
  await plan(frame);
  await button(frame, say('back-home')).click();
  await button(frame, say('save-file')).first().click();
  await button(frame, say('frame-file-copy')).click();
  await expect(frame.getByText(say('frame-file-copied'))).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(/^\{"coaching-session":/);
});

test('nothing breaks where no window and no dialog may open', async ({ setStage }) => {
  const stage = await setStage({ ...elsewhere, ...SAID });
  const { frame } = await openFramed(stage, { at: OTHER, attributes: without('allow-popups', 'allow-popups-to-escape-sandbox', 'allow-modals') });
  await start(frame);
  await button(frame, say('end-early')).click();
  await button(frame, say('summary-print')).click();
  await frame.getByRole('link', { name: say('full-page-with') }).click();
  await button(frame, say('back-home')).click();
  await expect(frame.getByRole('listitem').first()).toBeVisible();
  expect(stage.context.pages()).toHaveLength(1);
});

test('frame without the clipboard copies all the same', async ({ setStage }) => {
  const stage = await setStage({ ...elsewhere, ...SAID });
  const { frame } = await openFramed(stage, { at: OTHER, attributes: 'allow=""' });
  await start(frame);
  await button(frame, say('end-early')).click();
  await button(frame, say('summary-copy')).click();
  await expect(frame.getByText(say('summary-copied')).or(frame.getByText(say('summary-refused')))).toBeVisible();
});
