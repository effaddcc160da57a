// A program that ends with an error, or never starts: it is told in words, what is stored is offered as
// a file without the program, and a new one takes the place of the dead, with the same screen.

import { readFile } from 'node:fs/promises';
import {
  ADDRESS, ENDING, MINUTE, PROGRAM, SECOND,
  button, digits, expect, field, heading, keyboard, nameOf, next, plan, quarantineName, recordsOfFile, recordsUnder, say, setVisible,
  start, starter, storedIn, test,
  type Page, type Place, type Stage,
} from './fixtures';

const KEPT = say('stored-kept');
const STOPPED = `${say('stopped')} ${KEPT}`;
const UNSTARTED = `${say('could-not-start')} ${KEPT}`;
/** The name of the file that a message offers. */
const FILE = `coaching-sessions-2026-05-04${ENDING}`;
/** Console messages of a trap. */
const TRAP = /RuntimeError|unreachable|panicked|failed to insert node|failed to append child/;

const alert = (at: Place) => at.getByRole('alert');
const message = (at: Place) => alert(at).locator('p');

/** Makes drawing fail as no browser does; the returned function mends it. */
async function breakDrawing(page: Page): Promise<() => Promise<void>> {
  const mend = await page.evaluateHandle(() => {
    const { insertBefore } = Node.prototype;
    Node.prototype.insertBefore = () => {
      throw new DOMException('Broken by the test.');
    };
    return () => {
      Node.prototype.insertBefore = insertBefore;
    };
  });
  return () => mend.evaluate((mend) => mend());
}

/** The file that a message offers: its name and its records. */
async function savedFile(page: Page, at: Place = page) {
  const [download] = await Promise.all([page.waitForEvent('download'), button(at, say('save-file')).click()]);
  return { name: download.suggestedFilename(), records: recordsOfFile(await readFile(await download.path())) };
}

/** Asserts that no more than one new program was loaded since the last call. */
function expectOneProgram(stage: Stage) {
  expect(stage.later.splice(0).length, 'files of the program').toBeLessThanOrEqual(2);
}

/** Returns the contrast of two colours, from 1 to 21 (WCAG 2.2, relative luminance). */
function contrast(colours: string[]): number {
  const linear = (part: number) => (part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4);
  const [low = NaN, high = NaN] = colours
    .map((colour) => (colour.match(/\d+/g) ?? []).map((part) => linear(Number(part) / 255)))
    .map(([red = NaN, green = NaN, blue = NaN]) => 0.2126 * red + 0.7152 * green + 0.0722 * blue)
    .sort((one, other) => one - other);
  return (high + 0.05) / (low + 0.05);
}

test('program that stops offers a file and restarts in place', async ({ setStage }) => {
  const stage = await setStage({ allows: TRAP, allowsLater: PROGRAM });
  const page = await stage.open();
  await start(page);
  await stage.pass(30 * SECOND);
  const mend = await breakDrawing(page);
  await next(page);
  await expect(message(page)).toHaveText(STOPPED);
  await expect(alert(page), 'the keyboard is there').toBeFocused();
  expect(stage.provoked.join('\n'), 'the panic names its place in the source').toMatch(/panicked at \S+\.rs:\d+/);
  await mend();
  const before = recordsUnder(await storedIn(page));
  expect(await savedFile(page)).toEqual({ name: FILE, records: before });

  await alert(page).focus();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(digits(page)).toHaveText('20:00');
  await expect(heading(page, say('early-first'))).toBeVisible();
  await stage.pass(SECOND);
  await expect(keyboard(page)).toHaveId('heading');
  expectOneProgram(stage);
  // The dead one hears no more of timers, windows and the page; the new one works.
  const heard = stage.provoked.length;
  await stage.pass(10 * MINUTE);
  await setVisible(page, false);
  await setVisible(page, true);
  await expect(digits(page)).toHaveText('9:59');
  await next(page);
  await expect(heading(page, say('early-second'))).toBeVisible();
  await button(page, say('back-home')).click();
  await button(page, say('plan-one')).click();
  await stage.settle();
  expect(stage.provoked.slice(heard), 'no further error').toEqual([]);
  await stage.reload(page);
  await expect(heading(page, say('form-heading'))).toBeVisible();
});

test('program restarts after each of several errors', async ({ setStage }) => {
  const stage = await setStage({ allows: TRAP, allowsLater: PROGRAM });
  const page = await stage.open();
  await start(page);
  for (const name of [say('early-first'), say('early-second'), say('item-promise')]) {
    const mend = await breakDrawing(page);
    await next(page);
    await expect(message(page)).toHaveText(STOPPED);
    await mend();
    await button(page, say('start-again')).click();
    await expect(heading(page, name)).toBeVisible();
    expectOneProgram(stage);
  }
});

test('each of two widgets offers its own file and restarts', async ({ setStage }) => {
  const stage = await setStage({ allows: TRAP, allowsLater: PROGRAM });
  const page = await stage.open();
  await plan(page);
  await page.evaluate(() => {
    const other = document.createElement('coaching-session');
    other.setAttribute('instance', 'other');
    document.body.append(other);
  });
  const [first, second] = [page.locator('coaching-session').nth(0), page.locator('coaching-session').nth(1)];
  await expect(button(second, say('plan-one'))).toBeVisible();
  const mend = await breakDrawing(page);
  await starter(first).click();
  await expect(alert(page), 'a message of each').toHaveCount(2);
  await mend();
  const { records } = await savedFile(page, second);
  expect(records).toEqual(recordsUnder(await storedIn(page), 'coaching-session/other/'));
  await button(second, say('start-again')).click();
  await expect(button(second, say('plan-one'))).toBeVisible();
  await expect(message(first)).toHaveText(STOPPED);
  await button(first, say('start-again')).click();
  await expect(digits(page)).toBeVisible();
  await expect(button(second, say('plan-one'))).toBeVisible();
  expectOneProgram(stage);
});

test('program that cannot be loaded offers a file, starts later', async ({ setStage }) => {
  const stage = await setStage({ allows: /./, allowsLater: PROGRAM });
  const page = await stage.open();
  await plan(page);
  const stored = recordsUnder(await storedIn(page));
  await stage.context.route(PROGRAM, (route) => route.abort());
  await stage.reload(page, alert);
  await expect(message(page)).toHaveText(UNSTARTED);
  expect(await savedFile(page)).toEqual({ name: FILE, records: stored });
  await alert(page).evaluate((alert) => (alert.id = 'first'));
  await button(page, say('start-again')).click();
  await expect(page.locator('[role=alert]:not(#first)'), 'the message again').toHaveCount(1);
  await expect(message(page)).toHaveText(UNSTARTED);
  await stage.context.unroute(PROGRAM);
  await button(page, say('start-again')).click();
  await expect(starter(page)).toBeVisible();
  await expect(alert(page)).toHaveCount(0);
});

test('failed start with nothing stored offers no file', async ({ setStage }) => {
  const stage = await setStage({ allows: /./, init: () => Reflect.deleteProperty(globalThis, 'WebAssembly') });
  const page = await stage.open({ shows: alert });
  await expect(message(page)).toHaveText(UNSTARTED.replace(` ${KEPT}`, ''));
  await expect(button(page, say('start-again'))).toBeVisible();
  await expect(button(page, say('save-file'))).toHaveCount(0);
});

test('error of the host page while the focus moves stops nothing', async ({ setStage }) => {
  const stage = await setStage({ allows: /Broken by the host page/ });
  await stage.context.route(ADDRESS, async (route) => {
    const response = await route.fetch();
    const page = await response.text();
    await route.fulfill({ response, body: page.replace('<coaching-session', '<script src="host.js"></script>$&') });
  });
  await stage.context.route(`${ADDRESS}host.js`, (route) =>
    route.fulfill({
      contentType: 'text/javascript',
      body: "addEventListener('focusin', () => { throw new Error('Broken by the host page.'); });",
    }),
  );
  const page = await stage.open();
  await button(page, say('plan-one')).click();
  await expect(keyboard(page)).toHaveText(say('form-heading'));
  await expect.poll(() => stage.provoked.length, 'errors of the host page').toBeGreaterThan(0);
  await stage.settle();
  await expect(alert(page)).toHaveCount(0);
  await expect(field(page, say('date-label'))).toBeVisible();
});

test('damaged record with half a character leaves the file whole', async ({ setStage }) => {
  const stage = await setStage({ allows: TRAP });
  const page = await stage.open();
  await start(page);
  const name = quarantineName(nameOf('settings'));
  await page.evaluate((name) => localStorage.setItem(name, `half ${String.fromCharCode(0xd83d)} of it`), name);
  await breakDrawing(page);
  await next(page);
  const { records } = await savedFile(page);
  expect(records).toMatchObject(recordsUnder({ [name]: 'half \ufffd of it' }));
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`message after an error is readable in the ${colorScheme} theme`, async ({ setStage }) => {
    const stage = await setStage({ allows: TRAP, colorScheme });
    const page = await stage.open();
    await start(page);
    await breakDrawing(page);
    await next(page);
    await expect(alert(page)).toBeVisible();
    // Each style in the markup would be refused by the strict policy of some hosts.
    await expect(page.locator('coaching-session').locator('[style], style')).toHaveCount(0);
    const colours = await alert(page).evaluate((alert) => {
      const { color, backgroundColor } = getComputedStyle(alert);
      return [color, backgroundColor];
    });
    expect(contrast(colours), colours.join(' on ')).toBeGreaterThanOrEqual(4.5);
  });
}
