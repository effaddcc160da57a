// The browser's Back on the page of its own: to the screen before, with all that was typed. On a host page the history
// stays the host's.

import {
  LEE, PLAN,
  begin, begins, button, expect, field, heading, like, plan, say, start, starter,
  type Locator, type Page,
} from './fixtures';
import { test } from './links';

const lengthOf = (page: Page) => page.evaluate(() => history.length);
/** Presses Back, which passes over screens that have done their work. */
const back = (page: Page) => page.evaluate(() => void setTimeout(() => history.back()));
const hasList = (page: Page) => expect(button(page, say('plan-one'))).toBeVisible();

test('Back leads through the screens and at last off the page', async ({ stage }) => {
  const page = await stage.open();
  const before = await lengthOf(page);
  await plan(page);
  await button(page, say('agenda-edit')).click();
  await expect(button(page, say('add-item'))).toBeVisible();
  expect(await lengthOf(page), 'an entry for the form, the session and its agenda').toBe(before + 3);
  await page.goBack();
  await expect(starter(page)).toBeVisible();
  await page.goForward();
  await expect(button(page, say('add-item'))).toBeVisible();
  await page.goBack();
  await back(page);
  await hasList(page);
  await back(page);
  await expect.poll(() => page.url(), 'the first screen is left as usual').toBe('about:blank');
});

test('Back keeps what was typed in a form and in a note', async ({ stage }) => {
  const page = await stage.open();
  await button(page, say('plan-one')).click();
  await field(page, say('seller-label')).fill('Priya');
  await page.goBack();
  await hasList(page);
  await page.goForward();
  await expect(field(page, say('seller-label'))).toHaveValue('Priya');
  await page.goBack();

  await plan(page);
  await begin(page);
  await button(page, say('write-note')).click();
  await field(page, say('shared-note-label')).fill('She nodded');
  await page.goBack();
  await page.goForward();
  await expect(page.locator('.note-words')).toHaveText(['She nodded']);
});

test('Back and Forward keep what was typed in each other field', async ({ stage }) => {
  const page = await stage.open();
  await plan(page);
  const survives = async (typed: Locator) => {
    await typed.fill('Half a thought');
    await page.goBack();
    await expect(typed).toHaveCount(0);
    await page.goForward();
    await expect(typed).toHaveValue('Half a thought');
  };
  await button(page, say('change-plan')).click();
  await survives(field(page, begins('place-label')));
  await button(page, say('form-leave')).click();
  await button(page, say('agenda-edit')).click();
  await survives(field(page, say('item-title-label', { number: 2 })));
  await button(page, say('edit-done')).click();
  await button(page, say('share-invite', { name: LEE })).click();
  await survives(field(page, begins('own-name-label')));
  await button(page, say('back-home')).click();
  await button(page, say('labelled', { label: say('came-up'), words: PLAN.seller })).click();
  await survives(field(page, say('came-up')));
  await button(page, say('back-home')).click();
  await button(page, say('ask-one')).click();
  await survives(field(page, say('topic-first')));
  await button(page, say('cancel')).click();
  await button(page, say('quarter-open')).click();
  await survives(field(page, say('quarter-avoid')));
});

test('Back from text that cannot be kept stays and says why', async ({ stage }) => {
  const page = await stage.open();
  await plan(page);
  await button(page, say('prepare-own')).click();
  await button(page, like('i-am')).click();
  await field(page, say('note-label')).fill('a'.repeat(2_001));
  await page.goBack();
  await expect(page.locator('.complaint').first()).toBeVisible();
  await field(page, say('note-label')).fill('A sentence');
  await page.goBack();
  await expect(starter(page)).toBeVisible();
});

test('Back to a private sheet asks who holds the device', async ({ stage }) => {
  const page = await stage.open();
  await plan(page);
  await button(page, say('prepare-own')).click();
  await button(page, like('i-am')).click();
  await field(page, say('note-label')).fill('what nobody else may read');
  await button(page, say('not-ready')).click();
  await expect(starter(page)).toBeVisible();
  await page.goBack();
  await expect(button(page, like('i-am'))).toBeVisible();
  await expect(field(page, say('note-label'))).toHaveCount(0);
});

test('Back from a running session leads to the list, not a sheet', async ({ stage }) => {
  const page = await stage.open();
  await plan(page);
  await button(page, say('prepare-own')).click();
  await button(page, like('i-am')).click();
  await button(page, say('not-ready')).click();
  await begin(page);
  await back(page);
  await hasList(page);
});

test('Back after a deletion leads off the page at once', async ({ stage }) => {
  const page = await stage.open();
  await plan(page);
  await button(page, say('delete')).click();
  await hasList(page);
  await back(page);
  await expect.poll(() => page.url()).toBe('about:blank');
});

test('link that was opened never comes back into the address', async ({ stage, invitation }) => {
  const page = await stage.open({ address: invitation });
  await field(page, say('topic-first')).fill('The pilot');
  await button(page, like('it-is-coaching')).click();
  const hasAnswer = async () => {
    await expect(button(page, say('copy-words'))).toBeVisible();
    expect(page.url()).not.toContain('cs=');
    expect(JSON.stringify(await page.evaluate(() => history.state))).not.toContain('cs=');
  };
  await hasAnswer();
  await button(page, say('back-home')).click();
  await expect(heading(page, say('home-heading'))).toBeVisible();
  await page.goBack();
  await hasAnswer();
  await page.goBack();
  expect(page.url()).toBe('about:blank');
});

test('widget on a host page adds nothing to the history', async ({ stage }) => {
  const page = await stage.open();
  await page.evaluate(() => {
    history.replaceState(null, '');
    document.querySelector('coaching-session')!.replaceWith(document.createElement('coaching-session'));
  });
  const before = await lengthOf(page);
  await start(page);
  await button(page, say('back-home')).click();
  await hasList(page);
  expect(await lengthOf(page)).toBe(before);
  expect(await page.evaluate(() => history.state)).toBe(null);
});

test('Back after a link in the address leads to the screen before', async ({ stage, invitation }) => {
  const page = await stage.open();
  await button(page, say('ask-one')).click();
  await expect(button(page, say('ask-next'))).toBeVisible();
  await page.evaluate((link) => { location.hash = new URL(link).hash; }, invitation);
  await field(page, say('topic-first')).waitFor();
  await button(page, say('file-leave')).click();
  await expect(button(page, say('ask-next')), 'the screen below the link').toBeVisible();
  await back(page);
  await hasList(page);
});

test('Back from a pasted link leads to the list', async ({ stage, invitation }) => {
  const page = await stage.open();
  await field(page, say('pasted-title')).fill(invitation);
  await button(page, say('open-it')).click();
  await field(page, say('topic-first')).waitFor();
  await page.goBack();
  await hasList(page);
  await page.goForward();
  await hasList(page);
  await field(page, say('pasted-title')).fill(invitation);
  await button(page, say('open-it')).click();
  await button(page, say('file-leave')).click();
  await hasList(page);
  await back(page);
  await expect.poll(() => page.url(), 'no press of Back does nothing').toBe('about:blank');
});

test('half-typed answer is found again at the plain address', async ({ stage, invitation }) => {
  const page = await stage.open({ address: invitation });
  await field(page, say('topic-first')).fill('The pilot');
  const again = await stage.reopen(page);
  const notice = again.getByText('The pilot');
  await expect(notice).toBeVisible();
  await button(again, say('left-take')).click();
  await expect(field(again, say('topic-first'))).toHaveValue('The pilot');
});
