// Files: what one browser saves another one takes in, looked at before anything is stored; and what is
// not ours, or hostile, changes nothing and runs nothing.

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import {
  PLAN, PREFIX, Stage,
  button, field, heading, plan, row, rowButton, says, scene, seal, unseal,
} from './harness.mjs';

/** What the button of that name saves. */
async function saved(page, name = 'Save a file') {
  const [download] = await Promise.all([page.waitForEvent('download'), button(page, name).click()]);
  return { name: download.suggestedFilename(), text: await readFile(await download.path(), 'utf8') };
}

const asFile = (text) => ({ name: 'saved.json', mimeType: 'application/json', buffer: Buffer.from(text) });

async function choose(page, text) {
  await field(page, 'Open a file').setInputFiles(asFile(text));
  await heading(page, /^(What this file holds|This file cannot be opened)$/).waitFor();
}

const group = (page, name) => page.locator('.file .group').filter({ has: heading(page, name) });
const lead = (page) => page.locator('.file-lead');

/** What is stored for the person, without what belongs to the device alone. */
async function shared(stage, page) {
  const stored = Object.entries(await stage.stored(page));
  return Object.fromEntries(stored.filter(([name]) => !name.endsWith('/desk') && !name.endsWith('/device')));
}

async function setPlace(page, place) {
  await rowButton(page).click();
  await button(page, 'Change date or place').click();
  await field(page, /^Place or meeting link/).fill(place);
  await button(page, 'Save the change').click();
  await button(page, 'All sessions').click();
}

async function home(page) {
  await button(page, 'All sessions').click();
  await button(page, 'Plan a session').waitFor();
}

scene('Two browsers exchange what they have by file, both ways, and nothing is lost', async (stage) => {
  const first = await stage.open();
  await plan(first);
  await home(first);
  const everything = await saved(first);
  assert.equal(everything.name, 'coaching-sessions-2026-05-04.json');

  const elsewhere = await Stage.set({});
  try {
    const second = await elsewhere.open();
    await choose(second, everything.text);
    await group(second, 'New here: 1').getByText(PLAN.seller).waitFor();
    await says(lead(second), 'Nothing is stored until you take it in.');
    assert.deepEqual(await shared(elsewhere, second), {}, 'nothing is stored by looking');
    await elsewhere.reload(second);
    await second.getByText('Nothing is booked yet.').waitFor();
    await choose(second, everything.text);
    await button(second, 'Take it in').click();
    await second.getByText('The file is taken in.').waitFor();
    await row(second).waitFor();
    assert.deepEqual(await shared(elsewhere, second), await shared(stage, first));

    await setPlace(first, 'Room A');
    await setPlace(second, 'Room B');
    const [fromFirst, fromSecond] = [await saved(first), await saved(second)];
    for (const [page, { text }] of [[first, fromSecond], [second, fromFirst]]) {
      await choose(page, text);
      await group(page, 'Changed in both places, both kept until you choose: 1').getByText(PLAN.seller).waitFor();
      await button(page, 'Take it in').click();
    }
    assert.deepEqual(await shared(stage, first), await shared(elsewhere, second), 'both hold the same');
    await rowButton(second).click();
    await button(second, 'Take the other one').click();
    await home(second);
    await choose(first, (await saved(second)).text);
    await group(first, 'Changed there: 1').waitFor();
    await button(first, 'Take it in').click();
    assert.deepEqual(await shared(stage, first), await shared(elsewhere, second));
    await elsewhere.settle();
    elsewhere.check();
  } finally {
    await elsewhere.context.close();
  }
});

scene('The same file can be chosen again, and says that nothing is new', async (stage) => {
  const page = await stage.open();
  await plan(page);
  await home(page);
  const { text } = await saved(page);
  for (let times = 0; times < 2; times += 1) {
    await choose(page, text);
    await says(lead(page), 'Nothing new: all that can be read in it is here already, or was deleted here.');
    assert.equal(await button(page, 'Take it in').count(), 0);
    await button(page, 'All sessions').click();
    await row(page).waitFor();
  }
});

scene('A session saves a file of itself alone', async (stage) => {
  const page = await stage.open();
  await plan(page, { ...PLAN, seller: 'Ada' });
  await home(page);
  await plan(page);
  const { name, text } = await saved(page, 'Save this session');
  assert.equal(name, 'coaching-session-2026-05-04.json');
  const records = JSON.parse(text).records;
  assert.deepEqual(Object.keys(records).map((key) => key.split('/')[0]), ['pair', 'session']);
  assert.ok(text.includes('Lee Park') && !text.includes('Ada'));
});

scene('By keyboard alone a file is opened, and the focus goes to what it holds and back to the list', async (stage) => {
  const page = await stage.open();
  await plan(page);
  await home(page);
  const { text } = await saved(page);
  // From here on the browser hands its file chooser to the test: asked for only at the press, that can
  // come too late.
  page.on('filechooser', () => {});
  await button(page, 'Save a file').focus();
  await page.keyboard.press('Tab');
  const outline = await page.locator('label', { hasText: 'Open a file' }).evaluate((label) => getComputedStyle(label).outlineStyle);
  assert.equal(outline, 'solid', 'the focus is seen');
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), page.keyboard.press('Enter')]);
  await chooser.setFiles(asFile(text));
  await heading(page, 'What this file holds').waitFor();
  const focused = () => page.evaluate(() => document.querySelector('coaching-session').shadowRoot.activeElement?.textContent);
  assert.equal(await focused(), 'What this file holds');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await row(page).waitFor();
  assert.equal(await focused(), 'Your coaching sessions');
});

for (const [what, text, words] of [
  ['is no file of ours', 'hello', /^It was not saved by a coaching session, or a part of it is missing\./],
  ['is no text', Buffer.from([0xff, 0xfe, 0, 1]), /^It was not saved by a coaching session/],
  ['was saved by a newer release', '{"coaching-session":2,"records":{}}', /^It was saved by a newer release\./],
  ['is too large', `{"coaching-session":1,"records":{}}${' '.repeat(16_000_000)}`, /^It is larger than 16 MB/],
]) {
  scene(`A file that ${what} is refused in words and changes nothing`, async (stage) => {
    const page = await stage.open();
    await plan(page);
    await home(page);
    const before = await shared(stage, page);
    await choose(page, text);
    await says(lead(page), words);
    await button(page, 'All sessions').click();
    await row(page).waitFor();
    assert.deepEqual(await shared(stage, page), before);
  });
}

scene('Of a file with damage the good records come in and the others are named', async (stage) => {
  const page = await stage.open();
  await plan(page);
  await home(page);
  const file = JSON.parse((await saved(page)).text);
  const [name] = Object.keys(file.records).filter((name) => name.startsWith('session/'));
  const session = { ...unseal(file.records[name]), id: '00000000000000ff' };
  file.records['session/00000000000000ff'] = seal(session);
  file.records[name] = file.records[name].replace('minutes', 'minuets');
  await choose(page, JSON.stringify(file));
  await says(group(page, 'Cannot be read and stays out: 1').getByRole('listitem'), new RegExp(`^${PLAN.seller}: .*10:00 ?damaged$`));
  await button(page, 'Take it in').click();
  await page.getByText('The file is taken in.').waitFor();
  assert.equal(await row(page).count(), 2);
});

scene('What stands in a hostile file is text on every screen', {
  init: () => {
    globalThis.ran = 0;
  },
}, async (stage) => {
  const hostile = '<img src=x onerror="ran = 1"><script>ran = 1</script>\u202e';
  const page = await stage.open();
  await plan(page);
  await home(page);
  const file = JSON.parse((await saved(page)).text);
  const [name] = Object.keys(file.records).filter((name) => name.startsWith('session/'));
  const session = unseal(file.records[name]);
  Object.assign(session, { id: '00000000000000ff', pair: '00000000000000ff' });
  session.manager[0].content.place = `javascript:ran=1//${hostile}`;
  const pair = [{ vector: { '00000000000000ff': 1 }, content: { kind: 'pair', seller: hostile } }];
  file.records = {
    'session/00000000000000ff': seal(session),
    'pair/00000000000000ff': seal(pair),
    [hostile]: hostile,
    'desk': seal({ screen: { session: '00000000000000ff' } }),
    '__proto__x': 'x',
  };
  await choose(page, JSON.stringify(file));
  await group(page, 'New here: 1').getByText(hostile).waitFor();
  await group(page, 'Cannot be read and stays out: 2').getByText(hostile).waitFor();
  await button(page, 'Take it in').click();
  await row(page, hostile).getByRole('button').first().click();
  await page.locator('.place').getByText(hostile).waitFor();
  assert.equal(await page.locator('.place a').count(), 0);
  assert.equal(await page.evaluate(() => globalThis.ran), 0);
  assert.equal(Object.keys(await stage.stored(page)).every((name) => name.startsWith(PREFIX)), true);
});
