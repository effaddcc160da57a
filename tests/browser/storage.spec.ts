// Storage that is denied, full or damaged, or was written by a newer release: the page says so in words,
// the widget works in memory, a file can be saved, and no record that could not be read is lost.

import { readFile } from 'node:fs/promises';
import {
  ENDING, PLAN, PREFIX,
  quarantineName, asNewer, begin, begins, button, dataOf, digits, expect, extend, field, fillForm, heading, inQuarantine, isSound,
  nameOf, plan, recordOf, recordsByKey, recordsOfFile, recordsUnder, rowButton, say, seal, start, starter, storedIn, test,
  unseal, withoutScreens,
  type Page, type Records, type Steps,
} from './fixtures';

const DENIED = say('storage-denied');
const FULL = say('storage-full');
const DAMAGED = say('damaged-moved', { count: 1 });
const NEWER = say('newer-data', { count: 1 });
const ADA = { seller: 'Ada', date: '2026-05-06', time: '11:00' };

const notice = (page: Page) => page.locator('.frame > .notices .notice p');

/** Saves the file that the page offers and returns its records by their short names. */
async function savedRecords(page: Page): Promise<Records> {
  const [download] = await Promise.all([page.waitForEvent('download'), button(page, say('save-file')).first().click()]);
  expect(download.suggestedFilename()).toBe(`coaching-backup-2026-05-04${ENDING}`);
  return recordsOfFile(await readFile(await download.path()));
}

const namesOf = (records: Records, kind: string) => Object.keys(records).filter((name) => name.startsWith(kind));

/** The entries of the clock's log in the one session of a file. */
const logIn = (records: Records) => dataOf(records, 'session/', '').manager[0].content.clock.log;

const denyStorage = () =>
  Object.defineProperty(globalThis, 'localStorage', {
    get() {
      throw new DOMException('The operation is insecure.', 'SecurityError');
    },
  });

const throwAtEveryCall = () => {
  for (const name of ['getItem', 'setItem', 'key', 'removeItem'] as const) {
    Storage.prototype[name] = () => {
      throw new DOMException('The operation is insecure.', 'SecurityError');
    };
  }
};

test('storage denied is told, and a saved file holds everything', async ({ setStage }) => {
  const stage = await setStage({ init: denyStorage });
  const page = await stage.open();
  await expect(notice(page)).toHaveText(DENIED);
  await start(page);
  await stage.pass(30_000);
  await expect(digits(page)).toHaveText('2:30');
  await expect(notice(page)).toHaveText(DENIED);
  const records = await savedRecords(page);
  expect(logIn(records)).toHaveLength(1);
  expect(recordOf(records, 'pair/', '')[1]).toContain('"Lee Park"');
  await button(page, say('back-home')).click();
  await expect(rowButton(page)).toBeVisible();
});

test('storage that throws at every call is told as denied', async ({ setStage }) => {
  const stage = await setStage({ init: throwAtEveryCall });
  const page = await stage.open();
  await plan(page);
  await expect(notice(page)).toHaveText(DENIED);
  expect(namesOf(await savedRecords(page), 'session/')).toHaveLength(1);
});

/** Fills the storage to its last character. */
const fill = (page: Page) =>
  page.evaluate(() => {
    let filler = '';
    for (let size = 2 ** 23; size >= 1; size /= 2) {
      try {
        localStorage.setItem('filler', filler + 'x'.repeat(size));
        filler += 'x'.repeat(size);
      } catch {
        // The text did not fit; half of it may.
      }
    }
  });

test('full storage is told, and stores again once there is room', async ({ stage }) => {
  const page = await stage.open();
  await fill(page);
  await plan(page);
  await expect(notice(page)).toHaveText(FULL);
  await begin(page);
  await stage.pass(30_000);
  await expect(digits(page)).toHaveText('2:30');
  await expect(notice(page)).toHaveText(FULL);
  expect(logIn(await savedRecords(page))).toHaveLength(1);
  expect(namesOf(await storedIn(page), `${PREFIX}session/`)).toEqual([]);

  await page.evaluate(() => localStorage.removeItem('filler'));
  await button(page, say('pause')).click();
  await expect(notice(page)).toHaveCount(0);
  await stage.reload(page);
  await expect(digits(page)).toHaveText('2:30');
});

/** Answers the browser's question before the page goes with "stay", and counts the questions. */
const staying = (page: Page) => {
  const asked = { times: 0 };
  page.on('dialog', async (dialog) => {
    expect(dialog.type()).toBe('beforeunload');
    asked.times += 1;
    await dialog.dismiss();
  });
  return asked;
};

/** Asks the page to load anew, as the person does, without waiting for it. */
const reloads = (page: Page) => page.reload().catch(() => {});

test('reload is asked about while full storage refuses a word', async ({ stage }) => {
  const page = await stage.open();
  await button(page, say('plan-one')).click();
  await fill(page);
  const asked = staying(page);
  await field(page, say('seller-label')).pressSequentially('Grace');
  await expect(notice(page)).toHaveCount(0);
  await reloads(page);
  await expect(notice(page)).toHaveText(FULL);
  await expect(field(page, say('seller-label'))).toHaveValue('Grace');
  expect(asked.times).toBe(1);

  // With room, nobody is asked, and the word is there again.
  await page.evaluate(() => localStorage.removeItem('filler'));
  await field(page, say('seller-label')).pressSequentially(' Hopper');
  await stage.reload(page);
  await expect(field(page, say('seller-label'))).toHaveValue('Grace Hopper');
  expect(asked.times).toBe(1);
});

/** Refuses to store names that hold the text `globalThis.refused`. */
const refuser = () => {
  const { setItem } = Storage.prototype;
  Storage.prototype.setItem = function (name, value) {
    const { refused } = globalThis as any;
    if (refused && name.includes(refused)) throw new DOMException('The quota has been exceeded.', 'QuotaExceededError');
    setItem.call(this, name, value);
  };
};
const refuse = (page: Page, names?: string) => page.evaluate((names) => ((globalThis as any).refused = names), names);

test('storage that fills up midway keeps its records', async ({ setStage }) => {
  const stage = await setStage({ init: refuser });
  const page = await stage.open();
  await plan(page);
  const before = await storedIn(page);
  await refuse(page, 'coaching-session/');
  await begin(page);
  await expect(notice(page)).toHaveText(FULL);
  expect(await storedIn(page)).toEqual(before);
  await refuse(page, undefined);
  await extend(page, 1).press('Enter');
  await expect(digits(page)).toHaveText('4:00');
  await expect(notice(page)).toHaveCount(0);
  await stage.reload(page);
  await expect(digits(page)).toHaveText('4:00');
});

test('click under a notice that goes away is not lost', async ({ setStage }) => {
  const stage = await setStage({ init: refuser });
  const page = await stage.open();
  await plan(page);
  await refuse(page, 'coaching-session/');
  await begin(page);
  await expect(notice(page)).toHaveText(FULL);
  await refuse(page, undefined);
  await extend(page, 1).click();
  await expect(digits(page)).toHaveText('4:00');
});

test('click under a notice that appears is not lost', async ({ setStage }) => {
  const stage = await setStage({ init: refuser });
  const page = await stage.open();
  await fillForm(page);
  await refuse(page, 'coaching-session/');
  await button(page, say('form-submit')).click();
  await expect(notice(page)).toHaveText(FULL);
  await expect(starter(page)).toBeVisible();
});

test('record that does not fit is told of while smaller ones fit', async ({ setStage }) => {
  const stage = await setStage({ init: refuser });
  const page = await stage.open();
  await refuse(page, '/session/');
  await plan(page);
  await expect(notice(page)).toHaveText(FULL);
  expect(namesOf(await savedRecords(page), 'session/')).toHaveLength(1);
});

/** Plans a session as a manager with a name: one record of each kind is stored. */
const planned: Steps = async (page) => {
  await fillForm(page);
  await field(page, begins('own-name-label')).fill('Maria Santos');
  await button(page, say('form-submit')).click();
  await expect(starter(page)).toBeVisible();
};

/** Beginnings of records' short names, by the kind of record. */
const KINDS = { session: 'session/', pair: 'pair/', settings: 'settings', screen: 'screen' };
type Kind = keyof typeof KINDS;
const ALL = Object.keys(KINDS) as Kind[];

/** Returns the records with those of some kinds changed, and the changed ones alone, by whole name. */
function changed(good: Records, kinds: readonly Kind[], change: (record: string) => string) {
  const others: Records = {};
  for (const [name, record] of kinds.map((kind) => recordOf(good, KINDS[kind]))) others[name] = change(record);
  return { records: { ...good, ...others }, others };
}

const flipped = (record: string) => {
  const at = Math.floor(record.length * 0.8);
  return record.slice(0, at) + String.fromCharCode(record.charCodeAt(at) ^ 1) + record.slice(at + 1);
};

const DAMAGES: Record<string, (record: string) => string> = {
  'that is garbage': () => 'not ours \u0000 \u{1f4a3} {]',
  'that was cut': (record) => record.slice(0, Math.floor(record.length * 0.7)),
  'with one bit flipped': flipped,
};

/** Asserts that each damaged record is in quarantine as it was found, and its own name free or sound. */
async function expectQuarantined(page: Page, damaged: Records) {
  const stored = await storedIn(page);
  for (const [name, record] of Object.entries(damaged)) {
    expect(stored[quarantineName(name)], `${name} as it was found`).toBe(record);
    const since = stored[name];
    expect(since === undefined || isSound(since), `what was written to ${name} since`).toBe(true);
  }
}

for (const [damage, change] of Object.entries(DAMAGES)) {
  test(`record ${damage} is told of, quarantined and saved`, async ({ setStage, recordsAfter }) => {
    const { records, others } = changed(await recordsAfter(planned), ALL, change);
    const stage = await setStage({ records });
    const page = await stage.open();
    await expect(notice(page)).toHaveText(say('damaged-moved', { count: 4 }));
    await expectQuarantined(page, others);
    const file = await savedRecords(page);
    for (const [name, record] of Object.entries(others)) expect(file[quarantineName(name).slice(PREFIX.length)]).toBe(record);
    await button(page, say('dismiss')).click();
    await expect(notice(page)).toHaveCount(0);
    await plan(page, ADA);
    await stage.reload(page);
    await expect(starter(page)).toBeVisible();
    await expect(notice(page)).toHaveCount(0);
    await expectQuarantined(page, others);
  });
}

test('record with half a character is quarantined unit by unit', async ({ stage }) => {
  const name = nameOf('settings');
  await stage.context.addInitScript(
    ([name = '', copy = '']) => {
      // A page that is not there yet has no storage.
      if (location.protocol === 'about:') return;
      const half = `half ${String.fromCharCode(0xd83d)} a character`;
      if (localStorage.length === 0) localStorage.setItem(name, half);
      (globalThis as any).isKept = () => localStorage.getItem(copy) === half && localStorage.getItem(name) !== half;
    },
    [name, quarantineName(name)],
  );
  const page = await stage.open();
  await expect(notice(page)).toHaveText(DAMAGED);
  expect(await page.evaluate(() => (globalThis as any).isKept())).toBe(true);
});

/** A window without its screen writes as another writer. */
const byKey = ([name, record]: [string, string]) => recordsByKey({ [name]: record });

for (const kind of ALL) {
  test(`damaged ${kind} leaves all the rest`, async ({ setStage, recordsAfter }) => {
    const good = await recordsAfter(planned);
    const { records, others } = changed(good, [kind], flipped);
    const stage = await setStage({ records });
    const page = await stage.open();
    await expect(notice(page)).toHaveText(DAMAGED);
    await expectQuarantined(page, others);
    const rest = {
      session: page.getByText(say('home-empty')),
      pair: starter(page),
      settings: heading(page, say('session-title', { seller: 'Lee Park', manager: 'Maria Santos' })),
      screen: rowButton(page),
    };
    await expect(rest[kind]).toBeVisible();
    const stored = await storedIn(page);
    for (const other of ALL.filter((other) => other !== kind && other !== 'screen')) {
      expect(byKey(recordOf(stored, KINDS[other]))).toEqual(byKey(recordOf(good, KINDS[other])));
    }
  });
}

test('second damaged record of a name leaves the first in place', async ({ setStage, recordsAfter }) => {
  const good = await recordsAfter(planned);
  const [name] = recordOf(good, 'session/');
  const stage = await setStage({ records: { ...good, [name]: 'first' } });
  const page = await stage.open();
  await expect(notice(page)).toHaveText(DAMAGED);
  await page.evaluate((name) => localStorage.setItem(name, 'second'), name);
  await stage.reload(page);
  await expect(notice(page)).toHaveText(DAMAGED);
  const stored = await storedIn(page);
  expect([stored[quarantineName(name, 1)], stored[quarantineName(name, 2)]]).toEqual(['first', 'second']);
});

test('damaged record that cannot be quarantined stays in place', async ({ setStage, recordsAfter }) => {
  const good = await recordsAfter(planned);
  const [name] = recordOf(good, 'settings');
  const stage = await setStage({ records: { ...good, [name]: 'garbage' } });
  await stage.context.addInitScript(refuser);
  await stage.context.addInitScript((names) => ((globalThis as any).refused = names), quarantineName(name).replace(/1$/, ''));
  const page = await stage.open();
  await expect(notice(page)).toHaveText(say('damaged-stuck', { count: 1 }));
  await button(page, say('back-home')).click();
  await fillForm(page, ADA);
  await field(page, begins('own-name-label')).fill('Somebody else');
  await button(page, say('form-submit')).click();
  await expect(starter(page)).toBeVisible();
  expect(await storedIn(page)).toMatchObject({ [name]: 'garbage' });
  expect(await savedRecords(page)).toMatchObject(recordsUnder({ [name]: 'garbage' }));
});

for (const kind of ALL) {
  test(`newer ${kind} is told of and stays untouched`, async ({ setStage, recordsAfter }) => {
    const good = await recordsAfter(planned);
    const { records, others } = changed(good, [kind], asNewer);
    const stage = await setStage({ records });
    const page = await stage.open();
    await expect(notice(page)).toHaveText(NEWER);
    expect(await savedRecords(page)).toMatchObject(recordsUnder(others));
    if (await button(page, say('back-home')).isVisible()) await button(page, say('back-home')).click();
    // The session that is there is at ten.
    await fillForm(page, { ...PLAN, time: '15:00' });
    await button(page, say('defaults-change')).click();
    await field(page, begins('own-name-label')).fill('Somebody else');
    await button(page, say('form-submit')).click();
    await begin(page);
    await expect(digits(page)).toBeVisible();
    await stage.reload(page);
    await expect(notice(page)).toHaveText(NEWER);
    const stored = await storedIn(page);
    expect(stored).toMatchObject(others);
    expect(Object.keys(stored).filter(inQuarantine)).toEqual([]);
  });
}

/** Returns the planned session 500 times, on as many days and with as many people. */
function fiveHundred(good: Records): Records {
  const [name, record] = recordOf(good, 'session/');
  const records = withoutScreens(good);
  const session = unseal(record);
  for (let count = 1; count < 500; count += 1) {
    const id = count.toString(16).padStart(16, '0');
    const copy = structuredClone(session);
    Object.assign(copy, { id, pair: id });
    records[nameOf(`pair/${id}`)] = recordOf(good, 'pair/')[1];
    copy.manager[0].content.date = new Date(Date.UTC(2025, 0, 1 + count)).toISOString().slice(0, 10);
    records[name.replace(session.id, id)] = seal(copy);
  }
  return records;
}

test('list of 500 stored sessions is shown at once', async ({ setStage, recordsAfter }) => {
  const stage = await setStage({ records: fiveHundred(await recordsAfter(planned)) });
  const timed = async (act: () => Promise<unknown>) => {
    const begun = performance.now();
    await act();
    return Math.round(performance.now() - begun);
  };
  let page!: Page;
  const opened = await timed(async () => {
    page = await stage.open();
    await expect(heading(page, say('home-heading'))).toBeVisible();
    await expect(page.locator('.row').first()).toBeVisible();
  });
  await expect(page.locator('.row')).toHaveCount(500);
  const reloaded = await timed(async () => {
    await stage.reload(page);
    await expect(heading(page, say('home-heading'))).toBeVisible();
    await expect(page.locator('.row').first()).toBeVisible();
  });
  const shown = await timed(async () => {
    await rowButton(page).first().click();
    await expect(starter(page)).toBeVisible();
  });
  const listed = await timed(async () => {
    await button(page, say('back-home')).click();
    await expect(heading(page, say('home-heading'))).toBeVisible();
    await expect(page.locator('.row').first()).toBeVisible();
  });
  const size = Math.round(JSON.stringify(await storedIn(page)).length / 1000);
  console.log(
    `500 sessions (${size} KB): from navigation to the list ${opened} ms, on a reload ${reloaded} ms, ` +
      `from a click to the session ${shown} ms, and back ${listed} ms`,
  );
  expect(reloaded, 'milliseconds to the list').toBeLessThan(3000);
});
