// Sight: what a press opens or adds is in sight above the bar, and nothing that a screen needs lies below the fold.

import {
  LEE, SECOND,
  begin, boxOf, button, expect, field, plan, say, test as base,
  type Page,
} from './fixtures';
import { expectAboveBar } from './layout';
import { test } from './links';

const WINDOWS = [[1366, 650], [375, 667]] as const;
const TOPIC = 'Northwind has gone quiet since the trial';

/** Prepares as Lee with a topic, and as the manager with a private note. */
async function prepare(page: Page) {
  await button(page, say('prepare-as', { name: LEE })).click();
  await button(page, say('i-am', { name: LEE })).click();
  await field(page, say('topic-first')).fill(TOPIC);
  await button(page, say('ready-seller')).click();
  await button(page, say('prepare-own')).click();
  await button(page, say('i-am', { name: say('manager-unknown') })).click();
  await field(page, say('note-label')).fill('Stay calm, and ask twice');
  await button(page, say('ready-manager')).click();
}

for (const [width, height] of WINDOWS) {
  base(`planned session shows answer, topic and screen at ${width} by ${height}`, async ({ setStage }) => {
    const stage = await setStage({ viewport: { width, height } });
    const page = await stage.open();
    await plan(page);
    await prepare(page);
    await page.evaluate(() => scrollTo(0, 0));
    const [answer, topic] = [page.locator('.before .question'), page.locator('.before .again').getByText(TOPIC)];
    await expectAboveBar(page, answer, 'the answer');
    await expectAboveBar(page, topic, 'the topic');
    expect((await boxOf(topic)).y, 'the topic follows the answer').toBeLessThan((await boxOf(answer)).y + 130);
    if (width > 1000) {
      await expectAboveBar(page, page.getByRole('group', { name: say('screen-seen', { seller: LEE }) }), 'the question about the screen');
      await expectAboveBar(page, button(page, say('prepare-as', { name: LEE })), 'the preparation');
    }
    await expect(page.locator('.planned .primary'), 'one main button').toHaveCount(1);
    await expect(page.locator('.planned .way-on .button:not(.primary, .quiet)'), 'the others stand back').toHaveCount(0);
    const bar = await boxOf(page.locator('.way-on'));
    expect(bar.height, 'the bar is low').toBeLessThan(height / 4);
  });

  base(`held card and its question open above the bar at ${width} by ${height}`, async ({ setStage }) => {
    const stage = await setStage({ viewport: { width, height } });
    const page = await stage.open();
    await plan(page);
    await prepare(page);
    await begin(page);
    const peek = button(page, say('alone-show'));
    await peek.scrollIntoViewIfNeeded();
    await peek.hover();
    await page.mouse.down();
    await expectAboveBar(page, page.locator('.alone'), 'the card');
    await expect(page.locator('.alone')).toContainText('Stay calm');
    await stage.pass(SECOND);
    await expect(page.locator('.alone'), 'the button stays under the pointer').toBeVisible();
    await page.mouse.up();
    await expect(page.locator('.alone')).toHaveCount(0);
    await peek.focus();
    await page.keyboard.press('Enter');
    await expectAboveBar(page, page.locator('.alone-ask'), 'the question');
  });

  base(`kept words stand under the clock at ${width} by ${height}`, async ({ setStage }) => {
    const stage = await setStage({ viewport: { width, height } });
    const page = await stage.open();
    await plan(page);
    await begin(page);
    for (const [key, words] of [['s', 'Call Dana'], ['p', 'Holidays'], ['n', 'She nodded']] as const) {
      await page.keyboard.press(key);
      await page.keyboard.type(words);
      await page.keyboard.press('Enter');
      const kept = page.locator('.kept');
      await expect(kept).toContainText(words);
      await expectAboveBar(page, kept, words);
      await expectAboveBar(page, button(page, say('undo-note')), 'its undo');
      await stage.pass(2 * SECOND);
    }
    await button(page, say('undo-note')).click();
    await expect(page.locator('.kept')).not.toContainText('She nodded');
  });

  test(`notice about a left invitation is in sight at ${width} by ${height}`, async ({ setStage, invitation }) => {
    const stage = await setStage({ viewport: { width, height } });
    const page = await stage.open({ address: invitation });
    await field(page, say('topic-first')).fill(TOPIC);
    await button(page, say('file-leave')).click();
    await expectAboveBar(page, page.getByText(say('leave-typed', { days: '30', 'days-plural': 30 })), 'the notice');
  });

  base(`folded lines open in sight at ${width} by ${height}`, async ({ setStage }) => {
    const stage = await setStage({ viewport: { width, height } });
    const page = await stage.open();
    await plan(page);
    await button(page, say('prepare-as', { name: LEE })).click();
    await button(page, say('i-am', { name: LEE })).click();
    const folded = page.locator('details.more-lines').first();
    await folded.locator('summary').scrollIntoViewIfNeeded();
    await folded.locator('summary').click();
    await expectAboveBar(page, folded, 'the lines');
  });
}
