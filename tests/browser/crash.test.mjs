// A program that ends with an error, or never starts: it is told in words, what is stored is offered as
// a file without the program, and a new one takes the place of the dead, with the same screen.

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import {
  ADDRESS, MINUTE, PREFIX, SECOND,
  button, comes, digits, heading, next, plan, says, scene, setVisible, start, starter,
} from './harness.mjs';

const KEPT = 'What this browser stored is kept, and comes back when you start again.';
const STOPPED = `The coaching session stopped because of an error. ${KEPT}`;
const UNSTARTED = `The coaching session could not start. Try again, or open the page in another browser. ${KEPT}`;
/** What a trap leaves on the console, and what the watch hears of it. */
const TRAP = /RuntimeError|unreachable|panicked|failed to insert node|failed to append child/;

const alert = (page) => page.getByRole('alert');

/** Makes drawing fail as no browser does: what the program takes for certain is not. */
const breakDrawing = (page) =>
  page.evaluate(() => {
    const { insertBefore } = Node.prototype;
    Node.prototype.insertBefore = () => {
      throw new DOMException('Broken by the test.');
    };
    globalThis.mend = () => (Node.prototype.insertBefore = insertBefore);
  });
const mend = (page) => page.evaluate(() => globalThis.mend());

/** The file that the message offers, read. */
async function savedFile(page) {
  const [download] = await Promise.all([page.waitForEvent('download'), button(page, 'Save a file').click()]);
  assert.equal(download.suggestedFilename(), 'coaching-sessions-2026-05-04.json');
  return JSON.parse(await readFile(await download.path(), 'utf8'));
}

/** The records of an instance in storage, as a file has them. */
async function records(stage, page, prefix = PREFIX) {
  const stored = Object.entries(await stage.stored(page)).filter(([name]) => name.startsWith(prefix));
  return Object.fromEntries(stored.map(([name, record]) => [name.slice(prefix.length), record]));
}

/** Takes the requests of the new program off the list of strays, once they are our own files again. */
function assertOwnFiles(stage) {
  const own = new RegExp(`^a request after the load: ${ADDRESS}coaching-session-[0-9a-f]+\\.(bin|js)$`);
  assert.deepEqual(stage.strays.filter((stray) => !own.test(stray)), []);
  assert.equal(stage.strays.length <= 2, true, stage.strays.join('\n'));
  stage.strays.length = 0;
}

const focused = (page) => page.evaluate(() => document.querySelector('coaching-session').shadowRoot.activeElement?.id);

scene('An error that ends the program is told, what is stored is a file, and it starts again where it was', { allows: TRAP }, async (stage) => {
  const page = await stage.open();
  await start(page);
  await stage.pass(30 * SECOND);
  await breakDrawing(page);
  await next(page);
  await says(alert(page).locator('p'), STOPPED);
  assert.equal(await alert(page).evaluate((alert) => alert.getRootNode().activeElement === alert), true, 'the keyboard is there');
  await mend(page);
  const before = await records(stage, page);
  const file = await savedFile(page);
  assert.deepEqual(file, { 'coaching-session': 1, records: before });

  await alert(page).focus();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await says(digits(page), '20:00');
  await heading(page, 'First opportunity').waitFor();
  await stage.pass(SECOND);
  assert.equal(await focused(page), 'heading');
  assertOwnFiles(stage);
  // The dead one hears no more of timers, windows and the page; the new one works.
  const heard = stage.provoked.length;
  await stage.pass(10 * MINUTE);
  await setVisible(page, false);
  await setVisible(page, true);
  await says(digits(page), '9:59');
  await next(page);
  await heading(page, 'Second opportunity').waitFor();
  await button(page, 'All sessions').click();
  await button(page, 'Plan a session').click();
  assert.equal(stage.provoked.length, heard, 'no further error');
  await stage.reload(page);
  await heading(page, 'Plan a coaching session').waitFor();
});

scene('It starts again as often as it has to', { allows: TRAP }, async (stage) => {
  const page = await stage.open();
  await start(page);
  for (const name of ['First opportunity', 'Second opportunity', 'Promise']) {
    await breakDrawing(page);
    await next(page);
    await says(alert(page).locator('p'), STOPPED);
    await mend(page);
    await button(page, 'Start again').click();
    await heading(page, name).waitFor();
    assertOwnFiles(stage);
  }
});

scene('Each widget of the page tells it, offers what is its own, and starts again', { allows: TRAP }, async (stage) => {
  const page = await stage.open();
  await plan(page);
  await page.evaluate(() => {
    const other = document.createElement('coaching-session');
    other.setAttribute('instance', 'other');
    document.body.append(other);
  });
  const [first, second] = [page.locator('coaching-session').nth(0), page.locator('coaching-session').nth(1)];
  await button(second, 'Plan a session').waitFor();
  await breakDrawing(page);
  await starter(first).click();
  await comes(() => alert(page).count(), (count) => count === 2, 'a message of each');
  await mend(page);
  const [download] = await Promise.all([page.waitForEvent('download'), button(second, 'Save a file').click()]);
  const file = JSON.parse(await readFile(await download.path(), 'utf8'));
  assert.deepEqual(file.records, await records(stage, page, 'coaching-session/other/'));
  await button(second, 'Start again').click();
  await button(second, 'Plan a session').waitFor();
  await says(alert(first).locator('p'), STOPPED);
  await button(first, 'Start again').click();
  await digits(page).waitFor();
  await button(second, 'Plan a session').waitFor();
  assertOwnFiles(stage);
});

let stored;

scene('A program that cannot be loaded is told, what is stored is a file, and it starts once it can be', { allows: /./ }, async (stage) => {
  const page = await stage.open();
  await plan(page);
  stored = await records(stage, page);
  await stage.context.route(/\.bin$/, (route) => route.abort());
  await page.reload();
  await says(alert(page).locator('p'), UNSTARTED);
  assert.deepEqual(await savedFile(page), { 'coaching-session': 1, records: stored });
  await alert(page).evaluate((alert) => (alert.id = 'first'));
  await button(page, 'Start again').click();
  await comes(() => page.locator('[role=alert]:not(#first)').count(), (count) => count === 1, 'the message again');
  await says(alert(page).locator('p'), UNSTARTED);
  await stage.context.unroute(/\.bin$/);
  await button(page, 'Start again').click();
  await starter(page).waitFor();
  assert.equal(await alert(page).count(), 0);
  stage.strays.length = 0;
});

scene('Where nothing is stored there is no file to save', {
  allows: /./,
  init: () => delete globalThis.WebAssembly,
}, async (stage) => {
  const page = await stage.context.newPage();
  await page.goto(ADDRESS);
  await says(alert(page).locator('p'), UNSTARTED.replace(` ${KEPT}`, ''));
  await button(page, 'Start again').waitFor();
  assert.equal(await button(page, 'Save a file').count(), 0);
  stage.strays.length = 0;
});

scene('A damaged record with half a character in it does not make the file one that nobody can read', { allows: TRAP }, async (stage) => {
  const page = await stage.open();
  await start(page);
  await page.evaluate((prefix) => localStorage.setItem(`${prefix}aside/settings~1`, `half ${String.fromCharCode(0xd83d)} of it`), PREFIX);
  await breakDrawing(page);
  await next(page);
  const file = await savedFile(page);
  assert.equal(file.records['aside/settings~1'], 'half \ufffd of it');
});

for (const colorScheme of ['light', 'dark']) {
  scene(`The message can be read in the ${colorScheme} theme, with no style in the markup`, { allows: TRAP, colorScheme }, async (stage) => {
    const page = await stage.open();
    await start(page);
    await breakDrawing(page);
    await next(page);
    await alert(page).waitFor();
    const { colours, styles } = await alert(page).evaluate((alert) => {
      const style = getComputedStyle(alert);
      return { colours: [style.color, style.backgroundColor], styles: alert.getRootNode().querySelectorAll('[style], style').length };
    });
    assert.equal(styles, 0);
    const light = (colour) => {
      const [red, green, blue] = colour.match(/\d+/g).map((part) => (part / 255 <= 0.03928 ? part / 255 / 12.92 : ((part / 255 + 0.055) / 1.055) ** 2.4));
      return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
    };
    const [low, high] = colours.map(light).sort((one, other) => one - other);
    assert.ok((high + 0.05) / (low + 0.05) >= 4.5, colours.join(' on '));
  });
}
