// A program that ends with an error, or never starts: it is told in words, what is stored is offered as
// a file without the program, and a new one takes the place of the dead, with the same screen.

import { readFile } from 'node:fs/promises';
import {
  ADDRESS, ENDING, MINUTE, PROGRAM, SECOND,
  button, digits, expect, field, heading, keyboard, nameOf, next, plan, quarantineName, recordsOfFile, recordsUnder, say, setVisible,
  start, starter, storedIn, test,
  type Page, type Place, type Stage,
} from './fixtures';
import { STOPPED, TRAP, UNREACHED, UNSTARTED, KEPT, alert, breakDrawing, message } from './stopping';

/** The name of the file that a message offers. */
const FILE = `coaching-backup-2026-05-04${ENDING}`;
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
  for (const name of [say('early-first'), say('early-second'), say('item-next-steps')]) {
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
    other.setAttribute('loading', 'eager');
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
  await expect(starter(first)).toBeVisible();
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
  await expect(message(page)).toHaveText(UNREACHED);
  expect(await savedFile(page)).toEqual({ name: FILE, records: stored });
  await alert(page).evaluate((alert) => (alert.id = 'first'));
  await button(page, say('start-again')).click();
  await expect(page.locator('[role=alert]:not(#first)'), 'the message again').toHaveCount(1);
  await expect(message(page)).toHaveText(UNREACHED);
  await stage.context.unroute(PROGRAM);
  await button(page, say('start-again')).click();
  await expect(starter(page)).toBeVisible();
  await expect(alert(page)).toHaveCount(0);
});

/** Has the browser refuse to compile the program. */
const refuseProgram = () => {
  const refuse = () => Promise.reject(new Error('refused by the test'));
  Object.assign(WebAssembly, { instantiate: refuse, instantiateStreaming: refuse });
};

test('failed start with nothing stored offers no file', async ({ setStage }) => {
  const stage = await setStage({ allows: /./, init: refuseProgram });
  const page = await stage.open({ shows: alert });
  await expect(message(page)).toHaveText(UNSTARTED.replace(` ${KEPT}`, ''));
  await expect(button(page, say('start-again'))).toBeVisible();
  await expect(button(page, say('save-file'))).toHaveCount(0);
});

/** Opens the page with a script of its own, which runs before the widget. */
async function openWithScript(stage: Stage, script: () => void): Promise<Page> {
  await stage.context.route(ADDRESS, async (route) => {
    const response = await route.fetch();
    const page = await response.text();
    await route.fulfill({ response, body: page.replace('<coaching-session', '<script src="host.js"></script>$&') });
  });
  const body = `(${script})();`;
  await stage.context.route(`${ADDRESS}host.js`, (route) => route.fulfill({ contentType: 'text/javascript', body }));
  return stage.open();
}

/** Throws errors of the page's own code: at once, as rejections, and while the widget moves the focus. */
const failAsHost = () => {
  const bytes = [0, 97, 115, 109, 1, 0, 0, 0, 1, 4, 1, 96, 0, 0, 3, 2, 1, 0, 7, 5, 1, 1, 102, 0, 0, 10, 5, 1, 3, 0, 0, 11];
  const { exports } = new WebAssembly.Instance(new WebAssembly.Module(new Uint8Array(bytes)));
  const trap = exports.f as () => void;
  const works = [
    trap,
    () => document.createElement('no name'),
    () => {
      throw new Error('Broken by the host page.');
    },
  ];
  for (const work of works) {
    addEventListener('focusin', () => work());
    addEventListener('focusin', async () => work());
    addEventListener('failed', () => work());
    addEventListener('failed', async () => work());
  }
};

test('errors of the host page stop nothing', async ({ setStage }) => {
  const stage = await setStage({ allows: /Broken by the host page|unreachable|not a valid name/ });
  const page = await openWithScript(stage, failAsHost);
  await page.evaluate(() => dispatchEvent(new Event('failed')));
  await expect.poll(() => stage.provoked.length, 'errors of the host page').toBeGreaterThanOrEqual(6);
  const heard = stage.provoked.length;
  await button(page, say('plan-one')).click();
  await expect(keyboard(page)).toHaveText(say('form-heading'));
  await expect.poll(() => stage.provoked.length, 'errors while the focus moves').toBeGreaterThanOrEqual(heard + 6);
  await stage.settle();
  await expect(alert(page)).toHaveCount(0);
  await field(page, say('seller-label')).fill('Lee Park');
  await expect(field(page, say('date-label'))).toBeVisible();
});

/** Breaks a call of the browser for one time, as a script of the page. */
const BREAKS: Record<string, [script: () => void, happens: (page: Page, at: Place, stage: Stage) => Promise<unknown>]> = {
  // The name of an element cannot hold a space.
  'the browser throws as a screen is drawn': [
    () =>
      addEventListener('break', () => {
        const { createTextNode } = Document.prototype;
        Document.prototype.createTextNode = Document.prototype.createElement as never;
        addEventListener('error', () => (Document.prototype.createTextNode = createTextNode), { capture: true, once: true });
      }),
    (_, at) => next(at),
  ],
  'a function of the page throws as a screen is drawn': [
    () =>
      addEventListener('break', () => {
        const { createTextNode } = Document.prototype;
        Document.prototype.createTextNode = () => {
          Document.prototype.createTextNode = createTextNode;
          throw new DOMException('Broken by the test.', 'NotSupportedError');
        };
      }),
    // Such an error has no stack: the program does not answer a question about it.
    async (page, at, stage) => {
      await next(at);
      await stage.pass(2 * SECOND);
    },
  ],
  'a function of the page throws as the page is shown': [
    () =>
      addEventListener('break', () => {
        const visibility = Object.getOwnPropertyDescriptor(Document.prototype, 'visibilityState')!;
        const get = () => {
          Object.defineProperty(Document.prototype, 'visibilityState', visibility);
          throw new DOMException('Broken by the test.', 'NotSupportedError');
        };
        Object.defineProperty(Document.prototype, 'visibilityState', { ...visibility, get });
      }),
    (page) => page.evaluate(() => document.dispatchEvent(new Event('visibilitychange'))),
  ],
  'the program panics': [
    () =>
      addEventListener('break', () => {
        const { insertBefore } = Node.prototype;
        Node.prototype.insertBefore = () => {
          Node.prototype.insertBefore = insertBefore;
          throw new DOMException('Broken by the test.', 'NotSupportedError');
        };
      }),
    (_, at) => next(at),
  ],
};

for (const [name, [script, happens]] of Object.entries(BREAKS)) {
  test(`message comes, and nothing is written later, if ${name}`, async ({ setStage }) => {
    const allows = new RegExp(`${TRAP.source}|Broken by the test|not a valid name`);
    const stage = await setStage({ allows, allowsLater: PROGRAM });
    const page = await openWithScript(stage, script);
    await start(page);
    await page.evaluate(() => {
      const other = document.createElement('coaching-session');
      other.setAttribute('loading', 'eager');
      other.setAttribute('instance', 'other');
      document.body.append(other);
    });
    const [first, second] = [page.locator('coaching-session').nth(0), page.locator('coaching-session').nth(1)];
    await button(second, say('plan-one')).click();
    await field(second, say('seller-label')).pressSequentially('Grace');
    await page.evaluate(() => dispatchEvent(new Event('break')));
    await happens(page, first, stage);
    await expect(message(first)).toHaveText(STOPPED);
    await expect(alert(page), 'a message of each').toHaveCount(2);

    const locks = () => page.evaluate(async () => (await navigator.locks.query()).held?.length);
    await expect.poll(locks, 'held slots').toBe(0);
    const stored = await storedIn(page);
    await stage.pass(10 * MINUTE);
    await setVisible(page, false);
    await page.evaluate((key) => {
      dispatchEvent(new Event('pagehide'));
      dispatchEvent(new StorageEvent('storage', { key, newValue: null }));
    }, Object.keys(stored)[0]);
    await setVisible(page, true);
    await stage.pass(10 * MINUTE);
    expect(await storedIn(page), 'written after the end').toEqual(stored);

    await button(first, say('start-again')).click();
    await expect(digits(page)).toBeVisible();
    await button(second, say('start-again')).click();
    await expect(field(second, say('seller-label')).or(button(second, say('plan-one')))).toBeVisible();
    await button(first, say('pause')).click();
    await expect(button(first, say('resume'))).toBeVisible();
    expect(await storedIn(page), 'written by the new program').not.toEqual(stored);
    expect(await locks()).toBe(2);
    expectOneProgram(stage);
  });
}

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
