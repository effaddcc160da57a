// For anyone: axe on every screen in both themes and widths, the keyboard alone, 320 px and large
// text, long and foreign names, reduced motion, forced colours, right to left, targets to hit.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { before } from 'node:test';
import {
  MINUTE, PLAN, PREFIX, SECOND,
  button, caption, comes, digits, field, fillForm, heading, next, plan, recordsAfter, says, scene, seal, start, unseal, widget, starter,
} from './harness.mjs';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/**
 * Axe in a world of its own beside the page's: it sees the same elements, and neither the page's
 * policy nor its clock has to make room for it.
 */
async function axeFor(stage, page) {
  const session = await stage.context.newCDPSession(page);
  const { frameTree } = await session.send('Page.getFrameTree');
  const { executionContextId: contextId } = await session.send('Page.createIsolatedWorld', { frameId: frameTree.frame.id, worldName: 'axe' });
  const evaluate = async (expression) => {
    const { result, exceptionDetails } = await session.send('Runtime.evaluate', { expression, contextId, awaitPromise: true, returnByValue: true });
    assert.equal(exceptionDetails, undefined, JSON.stringify(exceptionDetails));
    return result.value;
  };
  await evaluate(`${AXE}; 0`);
  // Nothing is fetched for it: the stylesheets are of this page.
  return () =>
    evaluate(`axe.run(document, { preload: false, resultTypes: ['violations'] }).then(({ violations, passes }) => [passes.length, ...violations.map(({ id, nodes }) =>
      id + ' at ' + nodes.length + ' places, first: ' + nodes[0].target.flat().join(' ') + ' ' + nodes[0].failureSummary.replace(/\\s+/g, ' ').slice(0, 200))])`);
}

const LONG = 'Wolfeschlegelsteinhausenbergerdorff-Featherstonehaugh';

let planned;
let crowd;
/** The links that went between two people, and what each of the two had stored then, by name. */
const links = {};
const stored = {};

/** The link of what lies open to be sent. */
async function linkOf(page, stage) {
  await stage.context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await button(page, 'Copy the link').click();
  await page.getByText('Copied.').waitFor();
  return page.evaluate(() => navigator.clipboard.readText());
}

/** The link with which somebody of that name invites. */
async function invitationOf(name) {
  let link;
  await recordsAfter(async (page, stage) => {
    await fillForm(page);
    await field(page, 'Your name').fill(name);
    await button(page, 'Plan this session').click();
    await button(page, `Invite ${PLAN.seller}`).click();
    link = await linkOf(page, stage);
  });
  return link;
}

/** What two people send each other. */
async function exchange() {
  stored.invites = await recordsAfter(async (page, stage) => {
    await fillForm(page);
    await field(page, 'Your name').fill(LONG);
    await button(page, 'Plan this session').click();
    await button(page, `Invite ${PLAN.seller}`).click();
    links.invitation = await linkOf(page, stage);
  });
  await recordsAfter(async (page, stage) => {
    await button(page, 'Other ways').click();
    await field(page, 'Password').fill('Secret');
    await button(page, 'Lock the link').click();
    await page.getByText(/^Locked:/).waitFor();
    links.locked = await linkOf(page, stage);
  }, { records: stored.invites });
  stored.answers = await recordsAfter(async (page, stage) => {
    await field(page, 'What would help most?').fill(`${LONG} ${LONG}`);
    await button(page, "It's coaching. Send my topic").click();
    links.answer = await linkOf(page, stage);
  }, { address: links.invitation });
  stored.tells = await recordsAfter(async (page, stage) => {
    await button(page, 'Take it in').click();
    await button(page, 'Change date or place').click();
    await field(page, 'Time').fill('14:00');
    await button(page, 'Save the change').click();
    await button(page, `Tell ${PLAN.seller} what changed`).click();
    links.change = await linkOf(page, stage);
  }, { records: stored.invites, address: links.answer });
  stored.held = await recordsAfter(async (page, stage) => {
    await button(page, 'Done').click();
    await starter(page).click();
    await button(page, 'Promise').click();
    await field(page, 'What is promised?').fill(`${LONG} ${LONG}`);
    await button(page, 'Keep it').click();
    await button(page, 'End here').click();
    await button(page, `Send to ${PLAN.seller}`).click();
    links.record = await linkOf(page, stage);
  }, { records: stored.tells });
  stored.cancels = await recordsAfter(async (page, stage) => {
    await button(page, 'Done').click();
    await button(page, 'Delete').click();
    await button(page, `Tell ${PLAN.seller} that it is cancelled`).click();
    links.cancellation = await linkOf(page, stage);
  }, { records: stored.tells });
  stored.asks = await recordsAfter(async (page, stage) => {
    await button(page, 'Ask for a session').click();
    await field(page, 'Who should coach you?').fill(LONG);
    await field(page, 'Your name').fill(PLAN.seller);
    await field(page, 'What would help most?').fill(`${LONG} ${LONG}`);
    await button(page, 'Next: send it').click();
    links.question = await linkOf(page, stage);
  });
}

before(async () => {
  planned = await recordsAfter((page) => plan(page));
  await exchange();
  crowd = () => {
    const records = { ...planned, [`${PREFIX}desk`]: seal({ screen: {} }) };
    const record = (kind) => unseal(Object.entries(planned).find(([name]) => name.startsWith(PREFIX + kind))[1]);
    const [session, pair] = [record('session/'), record('pair/')];
    for (let count = 1; count <= 40; count += 1) {
      const id = count.toString(16).padStart(16, '0');
      const [mine, ours] = [structuredClone(session), structuredClone(pair)];
      Object.assign(mine, { id, pair: id });
      mine.manager[0].content.date = `2026-0${1 + (count % 9)}-${String(1 + (count % 28)).padStart(2, '0')}`;
      mine.manager[0].content.place = `https://meet.example/${LONG}/${LONG}?room=${count}`;
      ours[0].content.seller = `${LONG} ${count} ${LONG}`;
      records[`${PREFIX}session/${id}`] = seal(mine);
      records[`${PREFIX}pair/${id}`] = seal(ours);
    }
    return records;
  };
});

/** The planned session under another id, as records of a file. */
const fromPlanned = () => {
  const [, record] = Object.entries(planned).find(([name]) => name.startsWith(`${PREFIX}session/`));
  return { 'session/00000000000000ff': seal({ ...unseal(record), id: '00000000000000ff' }) };
};

/** Starts the session and goes to its last item. */
async function toTheClose(page) {
  await starter(page).click();
  while (!(await button(page, 'End the session').count())) await button(page, /^Next: /).click();
}

/** That heading is there. */
const headed = (name) => (page) => heading(page, name).waitFor();

/** Every screen: what is stored before, the link by which the page is opened, and how it is reached. */
const SCREENS = {
  'the empty list': { reach: (page) => page.getByText('Nothing is booked yet.').waitFor() },
  'the list of forty sellers': {
    records: () => crowd(),
    reach: async (page) => {
      await heading(page, 'Next').waitFor();
      assert.equal(await page.locator('.row').count(), 41);
    },
  },
  'the list after a deletion': {
    records: () => planned,
    reach: async (page) => {
      await button(page, 'Delete').click();
      await button(page, 'Undo').waitFor();
    },
  },
  'an opened file': {
    records: () => crowd(),
    reach: async (page) => {
      const file = { 'coaching-session': 1, records: { 'session/0000000000000001': 'damaged', ...fromPlanned() } };
      await field(page, 'Open a file').setInputFiles({ name: 'x.json', mimeType: 'application/json', buffer: Buffer.from(JSON.stringify(file)) });
      await heading(page, 'What this file holds').waitFor();
    },
  },
  'a file that cannot be opened': {
    reach: async (page) => {
      await field(page, 'Open a file').setInputFiles({ name: 'x.json', mimeType: 'application/json', buffer: Buffer.from('no') });
      await heading(page, 'This file cannot be opened').waitFor();
    },
  },
  'the question which of the two somebody is': {
    reach: async (page) => {
      const records = Object.entries(stored.invites).filter(([name]) => /\/(?:session|pair)\//.test(name));
      const file = { 'coaching-session': 1, records: Object.fromEntries(records.map(([name, record]) => [name.slice(PREFIX.length), record])) };
      await field(page, 'Open a file').setInputFiles({ name: 'x.json', mimeType: 'application/json', buffer: Buffer.from(JSON.stringify(file)) });
      await button(page, `Take it in as ${PLAN.seller}`).waitFor();
    },
  },
  'an invitation before it goes out': { records: () => stored.invites, reach: headed(`Invite ${PLAN.seller}`) },
  'the other ways to send': {
    records: () => stored.invites,
    allowsLater: /qr|ways/,
    reach: async (page) => {
      await button(page, 'Other ways').click();
      await button(page, 'Show a QR code').click();
      await page.getByRole('img', { name: 'QR code of the link' }).waitFor();
      await button(page, 'Lock the link').click();
      await page.getByText('Write a password first.').waitFor();
    },
  },
  'a link that could not be copied': {
    records: () => stored.invites,
    init: () => {
      if (navigator.clipboard) navigator.clipboard.writeText = () => Promise.reject(new Error('refused'));
      document.execCommand = () => false;
    },
    reach: async (page) => {
      await button(page, 'Copy text and link').click();
      await page.getByText(/^This browser does not let the page copy/).waitFor();
    },
  },
  'an opened invitation': { address: () => links.invitation, reach: headed(/invites you to a coaching session$/) },
  'an opened invitation at another time': {
    address: () => links.invitation,
    reach: async (page) => {
      await button(page, 'Another time').click();
      await field(page, 'When would suit you?').fill(`${LONG} ${LONG}`);
    },
  },
  'an opened invitation without a topic': {
    address: () => links.invitation,
    reach: async (page) => {
      await button(page, "It's coaching. Send my topic").click();
      await page.getByText(/^Write what would help most/).waitFor();
    },
  },
  'an answer before it goes out': { records: () => stored.answers, reach: headed(/^Send it to /) },
  'a planned session at the seller': {
    records: () => stored.answers,
    reach: async (page) => {
      await button(page, 'Done').click();
      await button(page, 'Prepare').waitFor();
    },
  },
  'an opened answer': { records: () => stored.invites, address: () => links.answer, reach: headed(`${PLAN.seller} answers`) },
  'an answer that is known': { records: () => stored.tells, address: () => links.answer, reach: headed('Nothing new') },
  'an answer to nothing that is here': { address: () => links.answer, reach: headed(/^An answer to a session/) },
  'a change before it goes out': { records: () => stored.tells, reach: headed(`Send to ${PLAN.seller}`) },
  'an opened change': { records: () => stored.answers, address: () => links.change, reach: headed(/^News from /) },
  'a record before it goes out': { records: () => stored.held, reach: headed(`Send ${PLAN.seller} the record`) },
  'an opened record': { records: () => stored.answers, address: () => links.record, reach: headed(/^Your coaching session of /) },
  'a session that is over at the seller': {
    records: () => stored.answers,
    address: () => links.record,
    reach: async (page) => {
      await button(page, 'Take it in').click();
      await button(page, `Answer as ${PLAN.seller}`).waitFor();
    },
  },
  'a cancellation before it goes out': { records: () => stored.cancels, reach: headed(`Tell ${PLAN.seller} that it is cancelled`) },
  'an opened cancellation': { records: () => stored.answers, address: () => links.cancellation, reach: headed(/cancelled a session$/) },
  'a link that was cut': {
    address: () => links.invitation.slice(0, -12),
    reach: async (page) => {
      await headed('This link cannot be opened')(page);
      await field(page, 'The whole link, or the text code').fill(links.invitation);
    },
  },
  'a link with a password': {
    address: () => links.locked,
    allowsLater: /ways/,
    reach: async (page) => {
      await field(page, 'Password').fill('secret');
      await button(page, 'Open it').click();
      await page.getByText('That is not the password.').waitFor();
    },
  },
  'asking for a session': {
    reach: async (page) => {
      await button(page, 'Ask for a session').click();
      await button(page, 'Next: send it').click();
      await page.getByText('Write a name.').first().waitFor();
    },
  },
  'a question for a session before it goes out': { records: () => stored.asks, reach: headed(/^Ask .* for a session$/) },
  'the list with a question for a session': {
    records: () => stored.asks,
    reach: async (page) => {
      await button(page, 'Done').click();
      await heading(page, 'Asked for').waitFor();
    },
  },
  'an opened question for a session': { address: () => links.question, reach: headed(/asks for a coaching session$/) },
  'the form': {
    reach: async (page) => {
      await fillForm(page);
      await button(page, 'Change').click();
      await field(page, 'Minutes').waitFor();
    },
  },
  'the form with every choice': {
    records: () => planned,
    reach: async (page) => {
      await button(page, 'Edit the agenda').click();
      await field(page, 'Name of item 2').fill(LONG);
      await button(page, 'Done').click();
      await button(page, 'Change date or place').click();
      await page.getByRole('radio', { name: 'Call', exact: true }).check();
      await page.getByRole('radio', { name: 'After a call' }).waitFor();
      await page.getByRole('radio', { name: 'Take a new one' }).waitFor();
    },
  },
  'the form with complaints': {
    reach: async (page) => {
      await button(page, 'Plan a session').click();
      await button(page, 'Change').click();
      await field(page, 'Minutes').fill('abc');
      await field(page, /^Place/).fill('x'.repeat(2001));
      await button(page, 'Plan this session').click();
      await page.getByText('Write the name of the seller.').waitFor();
    },
  },
  'a planned session': { records: () => planned, reach: (page) => starter(page).waitFor() },
  'the agenda editor': {
    records: () => planned,
    reach: async (page) => {
      await button(page, 'Edit the agenda').click();
      await field(page, 'Minutes of item 2').fill('0');
      await page.getByText('Write a whole number from 1 to 90.').waitFor();
      await field(page, 'Minutes of item 1').fill('90');
      await button(page, 'Fit it to 45 minutes').waitFor();
    },
  },
  'a running session': {
    records: () => planned,
    reach: async (page, stage) => {
      await starter(page).click();
      await digits(page).waitFor();
      await stage.pass(SECOND);
      await next(page);
      await heading(page, 'First opportunity').waitFor();
    },
  },
  'a running session in which all was asked': {
    records: () => planned,
    reach: async (page) => {
      await starter(page).click();
      for (let count = 0; count < 5; count += 1) await button(page, 'Asked').click();
      await page.getByText(/^All asked/).waitFor();
    },
  },
  'an overrun': {
    records: () => planned,
    reach: async (page, stage) => {
      await starter(page).click();
      await stage.skip(4 * MINUTE);
      await says(digits(page), '+1:00');
    },
  },
  'the screen between the two': {
    records: () => planned,
    reach: (page) => button(page, 'Prepare as Lee Park').click(),
  },
  'the preparation of the seller': {
    records: () => planned,
    reach: async (page) => {
      await button(page, 'Prepare as Lee Park').click();
      await button(page, 'I am Lee Park').click();
      await field(page, 'What would help most?').fill(LONG);
      await button(page, 'Another topic').click();
      await button(page, 'Add a line').click();
      await button(page, 'Told').click();
      for (const hold of await page.getByRole('checkbox', { name: 'Only for me: ' }).all()) await hold.click();
      await page.getByRole('checkbox', { name: 'This is my pick.' }).click();
      await field(page, 'What should be left alone today?').fill(LONG.repeat(40));
      await button(page, 'It is coaching. I am ready').click();
      await page.getByText(/^At most 2,000 characters/).waitFor();
    },
  },
  'the preparation of the manager': {
    records: () => planned,
    reach: async (page) => {
      await button(page, /^Prepare as (?!Lee)/).click();
      await button(page, /^I am /).click();
      await button(page, 'I am ready to coach').waitFor();
    },
  },
  'a question about the clock': {
    records: () => planned,
    reach: async (page, stage) => {
      await starter(page).click();
      await stage.skip(14 * MINUTE);
      await button(page, 'We kept talking').waitFor();
    },
  },
  'a session left open': {
    records: () => planned,
    reach: async (page, stage) => {
      await starter(page).click();
      await stage.skip(20 * 60 * MINUTE);
      await button(page, 'We are still in it').waitFor();
    },
  },
  'a promise being written': {
    records: () => planned,
    reach: async (page) => {
      await starter(page).click();
      await button(page, 'Promise').click();
      await field(page, 'What is promised?').fill('Call Dana');
      await field(page, 'When').waitFor();
    },
  },
  'a session with notes': {
    records: () => planned,
    reach: async (page) => {
      await starter(page).click();
      for (const [name, label] of [['Promise', 'What is promised?'], ['Park it', 'What has its place elsewhere?'], ['Note', 'A note for both of you']]) {
        await button(page, name).click();
        await field(page, label).fill(`${LONG} ${LONG}`);
        await button(page, 'Keep it').click();
      }
      await button(page, 'End here').click();
      await button(page, 'Read it').click();
      await page.locator('.paper').waitFor();
    },
  },
  'an answer at the close': {
    records: () => planned,
    reach: async (page) => {
      await toTheClose(page);
      await button(page, 'Answer as Lee Park').click();
      await button(page, 'I am Lee Park').click();
      await button(page, 'Coaching').click();
      await field(page, 'What should we keep?').fill(`${LONG} ${LONG}`);
    },
  },
  'the close with both answers and the next date': {
    records: () => planned,
    reach: async (page) => {
      await toTheClose(page);
      await button(page, 'Answer as Lee Park').click();
      for (const name of ['Lee Park', 'the manager']) {
        await button(page, `I am ${name}`).click();
        await button(page, 'Coaching').click();
        await field(page, 'What should we change?').fill(`${LONG} ${LONG}`);
        await button(page, 'That is my answer').click();
      }
      await button(page, /^Book /).first().waitFor();
    },
  },
  'the page of one seller': {
    records: () => planned,
    reach: async (page) => {
      await starter(page).click();
      await button(page, 'Promise').click();
      await field(page, 'What is promised?').fill(`${LONG} ${LONG}`);
      await button(page, 'Keep it').click();
      await button(page, 'All sessions').click();
      await button(page, 'Coaching sessions of Lee Park').click();
      await heading(page, 'Promises').waitFor();
    },
  },
  'a session that is over': {
    records: () => planned,
    reach: async (page, stage) => {
      await starter(page).click();
      await stage.skip(2 * MINUTE);
      await button(page, 'End here').click();
      await page.getByRole('table').waitFor();
    },
  },
  'notices': {
    records: () => ({ ...planned, [`${PREFIX}settings`]: 'garbage', [`${PREFIX}session/00000000000000aa`]: '{"v":2,}' }),
    reach: async (page) => {
      await page.getByText(/^One stored record was damaged/).waitFor();
      await page.getByText(/^One stored record comes from a newer release/).waitFor();
    },
  },
};

for (const [name, { records, address, reach, ...given }] of Object.entries(SCREENS)) {
  scene(`Axe finds nothing on ${name}, in light and dark, narrow and wide`, { records, ...given }, async (stage) => {
    const page = await stage.open({ address: address?.() });
    await reach(page, stage);
    const axe = await axeFor(stage, page);
    const found = [];
    for (const width of [1280, 320]) {
      await page.setViewportSize({ width, height: width === 320 ? 720 : 860 });
      for (const colorScheme of ['light', 'dark']) {
        await page.emulateMedia({ colorScheme });
        const [passes, ...violations] = await axe();
        assert.equal(passes > 10, true, 'axe looked');
        found.push(...violations.map((violation) => `${width} ${colorScheme} ${violation}`));
      }
    }
    assert.deepEqual(found, []);
  });
}

/** What reaches beyond the sides of the window, and what can be hit and is too small. */
const measure = (page, { button: least, other }) =>
  page.evaluate(({ least, other }) => {
    const scrolling = document.scrollingElement;
    const root = document.querySelector('coaching-session').shadowRoot;
    const named = (element) => `${element.localName}.${element.getAttribute('class')} ${(element.getAttribute('aria-label') ?? element.textContent).slice(0, 30)}`;
    const seen = (element) => element.checkVisibility({ visibilityProperty: true }) && !element.closest('.spoken');
    const found = [];
    if (scrolling.scrollWidth > scrolling.clientWidth) found.push(`the page is ${scrolling.scrollWidth} wide`);
    for (const element of root.querySelectorAll('*')) {
      const box = element.getBoundingClientRect();
      if (seen(element) && box.width > 0 && (box.left < -0.5 || box.right > scrolling.clientWidth + 0.5)) found.push(`${named(element)} from ${box.left} to ${box.right}`);
    }
    for (const element of root.querySelectorAll('button, summary, input, a')) {
      const box = element.getBoundingClientRect();
      const size = ['button', 'summary'].includes(element.localName) ? least : other;
      if (seen(element) && (box.width < size - 0.01 || box.height < size - 0.01)) found.push(`${named(element)} is ${box.width} by ${box.height}`);
    }
    return found;
  }, { least, other });

const setTextSize = (page, size) => page.evaluate((size) => (document.documentElement.style.fontSize = size), size);

for (const [name, { records, address, reach, ...given }] of Object.entries(SCREENS)) {
  scene(`At 320 px and under a finger ${name} fits, with large text too, and each target can be hit`, {
    records, ...given, viewport: { width: 320, height: 720 }, hasTouch: true, isMobile: true,
  }, async (stage) => {
    const page = await stage.open({ address: address?.() });
    await reach(page, stage);
    assert.deepEqual(await measure(page, { button: 44, other: 24 }), []);
    await setTextSize(page, '200%');
    assert.deepEqual(await measure(page, { button: 44, other: 24 }), [], 'with text of 200%');
  });
}

scene('On the narrowest phone an opened invitation shows its field and its three answers at once', {
  viewport: { width: 320, height: 720 }, hasTouch: true, isMobile: true,
}, async (stage) => {
  // With a name that is no longer than most.
  const link = await invitationOf('Maria Silva');
  const page = await stage.open({ address: link });
  const field = await page.getByLabel('What would help most?').boundingBox();
  const answers = await Promise.all(["It's coaching. Send my topic", "Not yet, I'll bring it", 'Another time'].map((name) => button(page, name).boundingBox()));
  assert.ok(field.y + field.height <= answers[0].y, 'the whole field is above the answers');
  assert.ok(answers.every(({ y, height }) => y >= 0 && y + height <= 720), 'each answer is in sight');
  assert.equal(answers[1].y, answers[2].y, 'the other two in one row');
});

/** Where the words of that element begin. */
const edge = (locator) =>
  locator.first().evaluate((element) => {
    const range = document.createRange();
    range.selectNodeContents(element);
    return range.getBoundingClientRect().left;
  });

const COLUMNS = {
  'the list': [() => planned, (page) => [heading(page, 'Next'), page.getByText('Open a link or a code'), button(page, 'Ask for a session')]],
  'what goes out': [() => stored.invites, (page) => [heading(page, `Invite ${PLAN.seller}`), heading(page, 'Names in the link'), button(page, 'Copy the link')]],
  'a planned session': [() => planned, (page) => [heading(page, 'Agenda'), button(page, 'Edit the agenda')]],
};

for (const [name, [records, column]] of Object.entries(COLUMNS)) {
  scene(`The words of ${name} begin at one edge, whether they can be pressed or not`, { records }, async (stage) => {
    const page = await stage.open();
    if (name === 'the list') await button(page, 'All sessions').click();
    for (const width of [1280, 768, 320]) {
      await page.setViewportSize({ width, height: 860 });
      const edges = await Promise.all(column(page).map(edge));
      assert.ok(Math.max(...edges) - Math.min(...edges) <= 1.5, `${edges} at ${width}`);
    }
  });
}

scene('With a mouse each target is at least 24 px wide and high', { records: () => planned }, async (stage) => {
  const page = await stage.open();
  const check = async () => assert.deepEqual(await measure(page, { button: 24, other: 24 }), []);
  await check();
  await button(page, 'Edit the agenda').click();
  await check();
  await button(page, 'Done').click();
  await starter(page).click();
  await digits(page).waitFor();
  await check();
  await button(page, 'All sessions').click();
  await check();
  await fillForm(page);
  await check();
});

const NAMES = {
  'of 2,000 characters without a space': 'Ab'.repeat(1000),
  'in emoji': '👩🏽‍💼👨‍👩‍👧‍👦🏳️‍🌈'.repeat(40),
  'from right to left': 'ليلى عبد الرحمن الحسيني',
  'that is markup': '<script>globalThis.ran = 1</script><img src=x onerror="globalThis.ran = 1"><b>&amp;',
};

for (const [kind, name] of Object.entries(NAMES)) {
  scene(`A name ${kind} is shown as text everywhere and makes nothing scroll sideways`, { viewport: { width: 320, height: 720 } }, async (stage) => {
    const page = await stage.open();
    const fits = async (where) => {
      const shown = await widget(page).evaluate((frame) => frame.textContent.replace(/[\u2066-\u2069]/g, ''));
      assert.equal(shown.includes(name), true, `it is shown in ${where}`);
      for (const size of ['100%', '200%']) {
        await setTextSize(page, size);
        assert.deepEqual(await measure(page, { button: 24, other: 24 }), [], `${where} at ${size}`);
      }
      await setTextSize(page, '');
    };
    await fillForm(page, { seller: name, date: '2026-05-05', time: '10:00' });
    await button(page, 'Change').click();
    await field(page, /^Place/).fill(name);
    await field(page, /^Your name/).fill(name);
    await fits('the form');
    await button(page, 'Plan this session').click();
    await starter(page).waitFor();
    await fits('the plan');
    await button(page, 'Edit the agenda').click();
    await field(page, 'Name of item 1').fill(name);
    await field(page, 'Name of item 2').fill(name);
    await fits('the agenda editor');
    await button(page, 'Done').click();
    await button(page, 'All sessions').click();
    await heading(page, 'Next').waitFor();
    await fits('the list');
    await page.locator('.row-open').click();
    await starter(page).click();
    await digits(page).waitFor();
    await fits('the running session');
    await button(page, 'End here').click();
    await page.getByRole('table').waitFor();
    await fits('the session that is over');
    assert.equal(await page.evaluate(() => globalThis.ran), undefined);
    assert.equal(await widget(page).locator('script, img, b').count(), 0);
  });
}

/** Where the keyboard is: its name and whether it can be seen there. */
const at = (page) =>
  page.evaluate(() => {
    const root = document.activeElement?.shadowRoot;
    const active = root?.activeElement;
    if (!active) return { name: '', kind: 'nowhere', drawn: false, uncovered: false };
    const name = active.getAttribute('aria-label') ?? active.labels?.[0]?.textContent ?? active.textContent;
    const style = getComputedStyle(active);
    const box = active.getBoundingClientRect();
    const points = [0.1, 0.5, 0.9].flatMap((x) => [0.1, 0.5, 0.9].map((y) => [box.left + box.width * x, box.top + box.height * y]));
    const uncovered = points.some(([x, y]) => {
      const top = root.elementFromPoint(x, y);
      return top === active || active.contains(top);
    });
    return {
      name: name.replace(/[\u2066-\u2069]/g, '').trim(),
      kind: active.localName,
      drawn: style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2,
      uncovered,
    };
  });

/** A person with a keyboard and nothing else. */
class Hands {
  lost = [];

  constructor(page) {
    this.page = page;
  }

  /** Goes by Tab until there. */
  async to(name) {
    const passed = [];
    for (let steps = 0; steps < 60; steps += 1) {
      const here = await at(this.page);
      if (here.kind !== 'h1' && matches(here.name, name)) {
        if (!here.drawn) this.lost.push(`no ring around ${here.name}`);
        if (!here.uncovered) this.lost.push(`${here.name} is covered`);
        return;
      }
      passed.push(here.name || here.kind);
      await this.page.keyboard.press('Tab');
    }
    assert.fail(`Tab never came to ${name}, but to: ${[...new Set(passed)].join(', ')}`);
  }

  /** Does it, waits until `done`, and looks where the keyboard is then. */
  async press(name, key = 'Enter', done) {
    await this.to(name);
    await this.page.keyboard.press(key);
    if (done) await done.waitFor();
    const here = await this.settled();
    if (here.kind === 'nowhere') this.lost.push(`after ${name}`);
  }

  async settled() {
    // Two answers in a row: what the press set off is done by then.
    await this.page.evaluate(() => new Promise((resolve) => { const { port1, port2 } = new MessageChannel(); port1.onmessage = resolve; port2.postMessage(0); }));
    return at(this.page);
  }

  async type(text) {
    await this.page.keyboard.press('Control+A');
    await this.page.keyboard.type(text);
  }
}

const matches = (name, expected) => (expected instanceof RegExp ? expected.test(name) : name === expected);

scene('By keyboard alone a session is planned', async (stage) => {
  const page = await stage.open();
  const hands = new Hands(page);
  await hands.press('Plan a session', 'Enter', heading(page, 'Plan a coaching session'));
  await hands.to('Who will you coach?');
  await hands.type('Lee Park');
  await hands.to('Date');
  // A day and month that read alike in either order.
  await page.keyboard.type('05052026');
  await hands.to('Time');
  await page.keyboard.type('1000AM');
  assert.equal(await field(page, 'Date').inputValue(), '2026-05-05');
  assert.equal(await field(page, 'Time').inputValue(), '10:00');
  await hands.press('Change', 'Space', field(page, 'Minutes'));
  assert.equal((await at(page)).name, 'Early opportunity');
  await hands.to('Minutes');
  await hands.type('45');
  await hands.press('Show less', 'Space');
  await field(page, 'Minutes').waitFor({ state: 'detached' });
  await hands.press('Plan this session', 'Enter', starter(page));
  assert.equal((await at(page)).name, 'Lee Park');
  assert.deepEqual(hands.lost, []);
});

scene('Enter in any field sends the form off, and the keyboard goes to what is missing', async (stage) => {
  const page = await stage.open();
  const hands = new Hands(page);
  await hands.press('Plan a session', 'Space', heading(page, 'Plan a coaching session'));
  await hands.to('Who will you coach?');
  await hands.type('Lee Park');
  await page.keyboard.press('Enter');
  await page.getByText('Choose a date.').waitFor();
  await comes(() => at(page), (here) => here.name === 'Date', 'the keyboard in the date');
  assert.deepEqual(hands.lost, []);
});

scene('By keyboard alone the agenda is edited', { records: () => planned }, async (stage) => {
  const page = await stage.open();
  const hands = new Hands(page);
  await hands.press('Edit the agenda', 'Enter', heading(page, 'Edit the agenda'));
  await hands.to('Name of item 2');
  await hands.type('Hansen');
  await hands.to('Minutes of item 2');
  await hands.type('25');
  await hands.press('Move up: Second opportunity', 'Space', button(page, 'Move down: Second opportunity'));
  await hands.press('Move up: Second opportunity', 'Space');
  await hands.press('Remove: Hansen', 'Enter');
  await button(page, 'Remove: Hansen').waitFor({ state: 'detached' });
  await hands.press('Add an item', 'Enter', field(page, 'Name of item 3'));
  assert.equal((await at(page)).name, 'Name of item 3');
  await hands.press('Fit it to 45 minutes', 'Enter');
  await hands.press(/^Undo/, 'Enter');
  await hands.press(/^Undo/, 'Enter');
  await hands.press('Done', 'Enter', starter(page));
  assert.deepEqual(hands.lost, []);
});

scene('By keyboard alone a session is run from start to end', { records: () => planned }, async (stage) => {
  const page = await stage.open();
  const hands = new Hands(page);
  await hands.press('We both know: start', 'Enter', digits(page));
  await hands.press('Next: First opportunity', 'Enter', heading(page, 'First opportunity'));
  await hands.press('Pause', 'Space', button(page, 'Resume'));
  await hands.press('Resume', 'Space', button(page, 'Pause'));
  await hands.press(/^(\+1 min|One minute more for this item)/, 'Enter', button(page, 'Undo +1 min'));
  await hands.press(/^(\+5 min|5 minutes more for this item)/, 'Enter', button(page, 'Undo +5 min'));
  await hands.press('Undo +5 min', 'Enter', button(page, 'Undo +1 min'));
  await hands.press('Back', 'Enter', heading(page, 'Open'));
  await hands.press('Next: First opportunity', 'Enter', heading(page, 'First opportunity'));
  await hands.press('Skip', 'Enter', heading(page, 'Second opportunity'));
  await hands.press('Next: Promise', 'Enter', heading(page, 'Promise'));
  await hands.press('Next: Close', 'Enter', heading(page, 'Close'));
  await hands.press('End the session', 'Enter', page.getByRole('table'));
  await hands.press('It is not over', 'Enter', digits(page));
  await hands.press('End the session', 'Enter', page.getByRole('table'));
  await hands.press('Plan the next one with Lee Park', 'Enter', heading(page, 'Plan a coaching session'));
  await hands.press('Cancel', 'Enter', heading(page, 'Held'));
  assert.deepEqual(hands.lost, []);
});

scene('By keyboard alone a session is deleted and brought back', { records: () => planned }, async (stage) => {
  const page = await stage.open();
  const hands = new Hands(page);
  await hands.press('All sessions', 'Enter', heading(page, 'Next'));
  await hands.press(/^Delete/, 'Enter', button(page, 'Undo'));
  await hands.press('Undo', 'Enter', heading(page, 'Next'));
  await hands.press(/Lee Park/, 'Enter', starter(page));
  assert.deepEqual(hands.lost, []);
});

scene('By keyboard alone a question about the clock is answered, and taken back', { records: () => planned }, async (stage) => {
  const page = await stage.open();
  const hands = new Hands(page);
  await hands.press('We both know: start', 'Enter', digits(page));
  await stage.skip(14 * MINUTE);
  await hands.press('We were away', 'Enter');
  await hands.press('Undo the last answer', 'Enter');
  await hands.press('We kept talking', 'Enter');
  assert.deepEqual(hands.lost, []);
});

scene('By keyboard alone a notice is put away', { records: () => ({ ...planned, [`${PREFIX}settings`]: 'garbage' }) }, async (stage) => {
  const page = await stage.open();
  const hands = new Hands(page);
  await hands.press('Got it', 'Enter');
  await page.locator('.notice').waitFor({ state: 'detached' });
  await hands.press('We both know: start', 'Enter', digits(page));
  assert.deepEqual(hands.lost, []);
});

scene('On a narrow screen the keyboard opens the agenda, and nothing it comes to is covered', {
  records: () => planned, viewport: { width: 320, height: 480 },
}, async (stage) => {
  const page = await stage.open();
  const hands = new Hands(page);
  const walk = async (where) => {
    const seen = new Set();
    for (let steps = 0; steps < 60; steps += 1) {
      await page.keyboard.press('Tab');
      const here = await at(page);
      if (here.kind === 'nowhere') break;
      if (seen.has(`${here.kind} ${here.name}`)) continue;
      seen.add(`${here.kind} ${here.name}`);
      if (!here.drawn) hands.lost.push(`${where}: no ring around ${here.kind} ${here.name}`);
      if (!here.uncovered) hands.lost.push(`${where}: ${here.kind} ${here.name} is covered`);
    }
    assert.equal(seen.size > 3, true);
  };
  await walk('plan');
  await hands.press('Edit the agenda', 'Enter', heading(page, 'Edit the agenda'));
  await walk('agenda');
  await hands.press('Done', 'Enter', starter(page));
  await hands.press('We both know: start', 'Enter', digits(page));
  await walk('run');
  const summary = page.locator('summary');
  await summary.focus();
  await page.keyboard.press('Enter');
  await page.locator('.fold .rail-item').first().waitFor();
  assert.equal(await page.locator('.fold .rail-item').first().isVisible(), true);
  await page.keyboard.press('Space');
  await page.locator('.fold .rail-item').first().waitFor({ state: 'hidden' });
  await hands.press('All sessions', 'Enter', heading(page, 'On now'));
  await hands.press('Plan a session', 'Enter', heading(page, 'Plan a coaching session'));
  await hands.press('Change', 'Enter', field(page, 'Minutes'));
  await walk('form');
  assert.deepEqual(hands.lost, []);
});

scene('A click by mouse does not lose the keyboard either', { records: () => planned }, async (stage) => {
  const page = await stage.open();
  const lost = [];
  const click = async (name, done) => {
    await button(page, name).click();
    await done.waitFor();
    if ((await at(page)).kind === 'nowhere') lost.push(name);
  };
  await click('We both know: start', digits(page));
  await click('Next: First opportunity', heading(page, 'First opportunity'));
  await click('Pause', button(page, 'Resume'));
  await click('Resume', button(page, 'Pause'));
  await click('Skip', heading(page, 'Second opportunity'));
  assert.deepEqual(lost, []);
});

scene('For who wants less motion nothing moves', { records: () => planned, reducedMotion: 'reduce' }, async (stage) => {
  const page = await stage.open();
  const still = async () => {
    const moving = await page.evaluate(() => {
      const root = document.querySelector('coaching-session').shadowRoot;
      const slow = [...root.querySelectorAll('*')].filter((element) => {
        const style = getComputedStyle(element);
        return parseFloat(style.transitionDuration) > 0.01 || style.animationName !== 'none' || style.scrollBehavior === 'smooth';
      });
      return [...document.getAnimations(), ...root.getAnimations()].length + slow.length;
    });
    assert.equal(moving, 0);
  };
  await still();
  await starter(page).click();
  await digits(page).waitFor();
  await stage.pass(5 * SECOND);
  await still();
  await button(page, 'Pause').click();
  await says(caption(page), 'paused');
  await still();
  await button(page, 'All sessions').click();
  await button(page, 'Plan a session').click();
  await field(page, 'Date').waitFor();
  await still();
});

scene('With forced colours the buttons keep their borders and what is on stays apart', { records: () => planned, forcedColors: 'active' }, async (stage) => {
  const page = await stage.open();
  const border = (locator) =>
    locator.evaluate((element) => {
      const style = getComputedStyle(element);
      return [style.borderTopStyle, parseFloat(style.borderTopWidth)];
    });
  const [style, width] = await border(starter(page));
  assert.deepEqual([style, width >= 1], ['solid', true]);
  await starter(page).click();
  await digits(page).waitFor();
  const [primary, primaryWidth] = await border(button(page, /^Next: /));
  const [, plainWidth] = await border(button(page, 'Pause'));
  assert.equal(primary, 'solid');
  assert.equal(primaryWidth > plainWidth, true, 'the way on is told from the rest without its fill');
  const picture = await page.screenshot();
  assert.equal(picture.length > 5000, true);
});

scene('From right to left the agenda stands on the other side, and nothing scrolls sideways', { records: () => planned }, async (stage) => {
  const page = await stage.open();
  await page.evaluate(() => document.querySelector('coaching-session').setAttribute('dir', 'rtl'));
  const fits = async () => {
    for (const width of [1280, 320]) {
      await page.setViewportSize({ width, height: 800 });
      assert.deepEqual(await measure(page, { button: 24, other: 24 }), [], `at ${width}`);
    }
    await page.setViewportSize({ width: 1280, height: 800 });
  };
  await fits();
  await button(page, 'Edit the agenda').click();
  await fits();
  await button(page, 'Done').click();
  await starter(page).click();
  await digits(page).waitFor();
  await fits();
  const rail = await page.getByRole('navigation', { name: 'Agenda' }).boundingBox();
  const face = await page.getByRole('timer').boundingBox();
  assert.equal(rail.x > face.x + face.width, true, 'the rail is on the right');
  await page.evaluate(() => document.querySelector('coaching-session').setAttribute('dir', 'ltr'));
  const [left, right] = [await page.getByRole('navigation', { name: 'Agenda' }).boundingBox(), await page.getByRole('timer').boundingBox()];
  assert.equal(left.x + left.width <= right.x, true, 'and on the left otherwise');
});
