// Storage that is denied, full or damaged, or was written by a newer release: it is told in words,
// the widget works in memory, a file can be saved, and nothing that could not be read is lost.

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { before } from 'node:test';
import {
  PREFIX,
  button, digits, extend, field, fillForm, heading, plan, recordsAfter, rowButton, says, scene, seal, start, unseal, starter,
} from './harness.mjs';

const DENIED = 'This browser does not let the page store anything. What you do here works until you close it. Save a file to keep it.';
const FULL = 'This browser has no room left for the page. Your last changes are only in memory. Save a file to keep them.';
const DAMAGED = 'One stored record was damaged. It is set aside as it was found; a saved file holds it.';
const NEWER = 'One stored record comes from a newer release. It is left untouched; reload the page to get that release.';

const notice = (page) => page.locator('.frame > .notices .notice p');

/** The file that the button offers, read. */
async function savedFile(page) {
  const [download] = await Promise.all([page.waitForEvent('download'), button(page, 'Save a file').first().click()]);
  assert.match(download.suggestedFilename(), /^coaching-sessions-2026-05-04\.json$/);
  const file = JSON.parse(await readFile(await download.path(), 'utf8'));
  assert.equal(file['coaching-session'], 1);
  return file.records;
}

const named = (records, kind) => Object.keys(records).filter((name) => name.startsWith(kind));

scene('Without storage the widget says so, works in memory, and saves a file that holds everything', {
  init: () =>
    Object.defineProperty(globalThis, 'localStorage', {
      get() {
        throw new DOMException('The operation is insecure.', 'SecurityError');
      },
    }),
}, async (stage) => {
  const page = await stage.open();
  await says(notice(page), DENIED);
  await start(page);
  await stage.pass(30_000);
  await says(digits(page), '2:30');
  await says(notice(page), DENIED);
  const records = await savedFile(page);
  const [session] = named(records, 'session/');
  const [pair] = named(records, 'pair/');
  assert.equal(unseal(records[session]).manager[0].content.clock.log.length, 1);
  assert.equal(unseal(records[pair])[0].content.seller, 'Lee Park');
  await button(page, 'All sessions').click();
  await rowButton(page).waitFor();
});

scene('A storage that throws at every call is one that is denied', {
  init: () => {
    for (const name of ['getItem', 'setItem', 'key', 'removeItem']) {
      Storage.prototype[name] = () => {
        throw new DOMException('The operation is insecure.', 'SecurityError');
      };
    }
  },
}, async (stage) => {
  const page = await stage.open();
  await plan(page);
  await says(notice(page), DENIED);
  assert.equal(named(await savedFile(page), 'session/').length, 1);
});

/** Fills the storage to its last character. */
const fill = (page) =>
  page.evaluate(() => {
    let filler = '';
    for (let size = 2 ** 23; size >= 1; size /= 2) {
      try {
        localStorage.setItem('filler', filler + 'x'.repeat(size));
        filler += 'x'.repeat(size);
      } catch {
        // It did not fit; half of it may.
      }
    }
  });

scene('A full storage is told, the widget goes on in memory, and stores again once there is room', async (stage) => {
  const page = await stage.open();
  await fill(page);
  await plan(page);
  await says(notice(page), FULL);
  await starter(page).click();
  await stage.pass(30_000);
  await says(digits(page), '2:30');
  await says(notice(page), FULL);
  const records = await savedFile(page);
  assert.equal(unseal(records[named(records, 'session/')[0]]).manager[0].content.clock.log.length, 1);
  assert.equal(named(await stage.stored(page), `${PREFIX}session/`).length, 0);

  await page.evaluate(() => localStorage.removeItem('filler'));
  await button(page, 'Pause').click();
  await notice(page).waitFor({ state: 'detached' });
  await stage.reload(page);
  await says(digits(page), '2:30');
});

/** Refuses to store names that match `globalThis.refused`. */
const refuser = () => {
  const { setItem } = Storage.prototype;
  Storage.prototype.setItem = function (name, value) {
    if (globalThis.refused && name.includes(globalThis.refused)) throw new DOMException('The quota has been exceeded.', 'QuotaExceededError');
    setItem.call(this, name, value);
  };
};

scene('A storage that fills up in the middle keeps what it held, and what did not fit stays in memory', { init: refuser }, async (stage) => {
  const page = await stage.open();
  await plan(page);
  const before = await stage.stored(page);
  await page.evaluate(() => (globalThis.refused = 'coaching-session/'));
  await starter(page).click();
  await says(notice(page), FULL);
  assert.deepEqual(await stage.stored(page), before);
  await page.evaluate(() => (globalThis.refused = undefined));
  await extend(page, 1).press('Enter');
  await says(digits(page), '4:00');
  await notice(page).waitFor({ state: 'detached' });
  await stage.reload(page);
  await says(digits(page), '4:00');
});

scene('A click is not lost because a notice goes away under it', { init: refuser }, async (stage) => {
  const page = await stage.open();
  await plan(page);
  await page.evaluate(() => (globalThis.refused = 'coaching-session/'));
  await starter(page).click();
  await says(notice(page), FULL);
  await page.evaluate(() => (globalThis.refused = undefined));
  await extend(page, 1).click();
  await says(digits(page), '4:00');
});

scene('A click is not lost because a notice comes up under it', { init: refuser }, async (stage) => {
  const page = await stage.open();
  await fillForm(page);
  await page.evaluate(() => (globalThis.refused = 'coaching-session/'));
  await button(page, 'Plan this session').click();
  await says(notice(page), FULL);
  await starter(page).waitFor();
});

scene('That one record does not fit is told for as long as it is not stored, though smaller ones fit', { init: refuser }, async (stage) => {
  const page = await stage.open();
  await page.evaluate(() => (globalThis.refused = '/session/'));
  await plan(page);
  await says(notice(page), FULL);
  assert.equal(named(await savedFile(page), 'session/').length, 1);
});

let good;

before(async () => {
  good = await recordsAfter(async (page) => {
    await fillForm(page);
    await field(page, /^Your name/).fill('Maria Santos');
    await button(page, 'Plan this session').click();
    await starter(page).waitFor();
  });
});

const KINDS = ['session/', 'pair/', 'settings', 'desk'];
const nameOf = (kind) => Object.keys(good).find((name) => name.startsWith(PREFIX + kind));

const DAMAGES = {
  'is garbage': () => 'not ours \u0000 \u{1f4a3} {]',
  'was cut': (record) => record.slice(0, Math.floor(record.length * 0.7)),
  'has one byte flipped': (record) => {
    const at = Math.floor(record.length * 0.8);
    return record.slice(0, at) + String.fromCharCode(record.charCodeAt(at) ^ 1) + record.slice(at + 1);
  },
};

/** That a damaged record is aside as it was, and that its own name is free or holds a sound record. */
async function assertAside(stage, page, name, damaged) {
  const stored = await stage.stored(page);
  const short = name.slice(PREFIX.length);
  assert.equal(stored[`${PREFIX}aside/${short}~1`], damaged, 'the damaged record is aside, unit by unit');
  if (name in stored) assert.equal(stored[name], seal(unseal(stored[name])), 'what was written since is sound');
}

for (const [kind, damage] of Object.entries(DAMAGES)) {
  const damaged = () => ({ ...good, ...Object.fromEntries(KINDS.map((kind) => [nameOf(kind), damage(good[nameOf(kind)])])) });
  scene(`A record that ${kind} is told of, set aside as it was found, and in the file`, { records: damaged }, async (stage) => {
    const page = await stage.open();
    await says(notice(page), '4 stored records were damaged. They are set aside as they were found; a saved file holds them.');
    const records = damaged();
    for (const name of KINDS.map(nameOf)) await assertAside(stage, page, name, records[name]);
    const file = await savedFile(page);
    for (const name of KINDS.map(nameOf)) assert.equal(file[`aside/${name.slice(PREFIX.length)}~1`], records[name]);
    await button(page, 'Got it').click();
    await notice(page).waitFor({ state: 'detached' });
    await plan(page, { seller: 'Ada', date: '2026-05-06', time: '11:00' });
    await stage.reload(page);
    await starter(page).waitFor();
    assert.equal(await notice(page).count(), 0);
    for (const name of KINDS.map(nameOf)) await assertAside(stage, page, name, records[name]);
  });
}

scene('A damaged record with half a character in it is set aside unit by unit', {
  init: () => {
    // A page that is not there yet has no storage.
    if (location.protocol === 'about:') return;
    const name = 'coaching-session/default/settings';
    const half = `half ${String.fromCharCode(0xd83d)} a character`;
    if (localStorage.length === 0) localStorage.setItem(name, half);
    globalThis.isAside = () => localStorage.getItem('coaching-session/default/aside/settings~1') === half || localStorage.getItem(name) === half;
  },
}, async (stage) => {
  const page = await stage.open();
  await notice(page).waitFor();
  assert.equal(await page.evaluate(() => globalThis.isAside()), true);
});

for (const kind of KINDS) {
  const damaged = () => ({ ...good, [nameOf(kind)]: DAMAGES['has one byte flipped'](good[nameOf(kind)]) });
  scene(`With only the ${kind.replace('/', '')} damaged all the rest is there`, { records: damaged }, async (stage) => {
    const page = await stage.open();
    await says(notice(page), DAMAGED);
    await assertAside(stage, page, nameOf(kind), damaged()[nameOf(kind)]);
    if (kind === 'session/') await page.getByText('Nothing is booked yet.').waitFor();
    if (kind === 'settings') await heading(page, 'Lee Park with Maria Santos').waitFor();
    if (kind === 'desk') await rowButton(page).waitFor();
    if (kind === 'pair/') await starter(page).waitFor();
    const stored = await stage.stored(page);
    for (const other of KINDS.filter((other) => other !== kind && other !== 'desk')) {
      assert.equal(stored[nameOf(other)], good[nameOf(other)]);
    }
  });
}

scene('A second damaged record of one name does not take the place of the first', {
  records: () => ({ ...good, [nameOf('session/')]: 'first' }),
}, async (stage) => {
  const page = await stage.open();
  const name = nameOf('session/');
  await page.evaluate(([name]) => localStorage.setItem(name, 'second'), [name]);
  await stage.reload(page);
  await says(notice(page), DAMAGED);
  const stored = await stage.stored(page);
  const aside = `${PREFIX}aside/${name.slice(PREFIX.length)}`;
  assert.deepEqual([stored[`${aside}~1`], stored[`${aside}~2`]], ['first', 'second']);
});

scene('A damaged record that cannot be set aside is left where it is', {
  records: () => ({ ...good, [nameOf('settings')]: 'garbage' }),
  init: () => {
    const { setItem } = Storage.prototype;
    Storage.prototype.setItem = function (name, value) {
      if (name.includes('/aside/')) throw new DOMException('The quota has been exceeded.', 'QuotaExceededError');
      setItem.call(this, name, value);
    };
  },
}, async (stage) => {
  const page = await stage.open();
  await says(notice(page), 'One stored record is damaged and could not be set aside. It is left untouched; a saved file holds it.');
  await button(page, 'All sessions').click();
  await fillForm(page, { seller: 'Ada', date: '2026-05-06', time: '11:00' });
  await field(page, /^Your name/).fill('Somebody else');
  await button(page, 'Plan this session').click();
  await starter(page).waitFor();
  assert.equal((await stage.stored(page))[nameOf('settings')], 'garbage');
  assert.equal((await savedFile(page)).settings, 'garbage');
});

for (const kind of KINDS) {
  const newer = () => ({ ...good, [nameOf(kind)]: good[nameOf(kind)].replace('"v":1', '"v":2') });
  scene(`A newer ${kind.replace('/', '')} is told of and stays untouched whatever is done`, { records: newer }, async (stage) => {
    const page = await stage.open();
    await says(notice(page), NEWER);
    assert.equal((await savedFile(page))[nameOf(kind).slice(PREFIX.length)], newer()[nameOf(kind)]);
    if (await button(page, 'All sessions').count()) await button(page, 'All sessions').click();
    await fillForm(page);
    await button(page, 'Change').click();
    await field(page, /^Your name/).fill('Somebody else');
    await button(page, 'Plan this session').click();
    await starter(page).click();
    await digits(page).waitFor();
    await stage.reload(page);
    await says(notice(page), NEWER);
    const stored = await stage.stored(page);
    assert.equal(stored[nameOf(kind)], newer()[nameOf(kind)]);
    assert.deepEqual(Object.keys(stored).filter((name) => name.includes('/aside/')), []);
  });
}

scene('With five hundred stored sessions the list is there at once and can be used', {
  records: () => {
    const records = { ...good, [nameOf('desk')]: seal({ screen: {} }) };
    const session = unseal(good[nameOf('session/')]);
    for (let count = 1; count < 500; count += 1) {
      const id = count.toString(16).padStart(16, '0');
      const copy = structuredClone(session);
      copy.id = id;
      copy.manager[0].content.date = new Date(Date.UTC(2025, 0, 1 + count)).toISOString().slice(0, 10);
      records[`${PREFIX}session/${id}`] = seal(copy);
    }
    return records;
  },
}, async (stage) => {
  const begun = performance.now();
  const page = await stage.open();
  await heading(page, 'Next').waitFor();
  const there = performance.now() - begun;
  assert.equal(await page.locator('.row').count(), 500);
  const again = performance.now();
  await stage.reload(page);
  await heading(page, 'Next').waitFor();
  const reloaded = performance.now() - again;
  const clicked = performance.now();
  await rowButton(page).first().click();
  await starter(page).waitFor();
  const opened = performance.now() - clicked;
  const back = performance.now();
  await button(page, 'All sessions').click();
  await heading(page, 'Next').waitFor();
  const listed = performance.now() - back;
  const size = await page.evaluate(() => JSON.stringify(localStorage).length);
  console.log(
    `500 sessions (${Math.round(size / 1000)} KB): from navigation to the list ${Math.round(there)} ms, ` +
      `on a reload ${Math.round(reloaded)} ms, from a click to the session ${Math.round(opened)} ms, and back ${Math.round(listed)} ms`,
  );
  assert.equal(reloaded < 3000, true, `the list took ${reloaded} ms`);
});
