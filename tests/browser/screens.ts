// Every screen of the widget: the scene it is reached from, the link by which the page is opened, and
// the steps that lead there. Holds no test.

import {
  MINUTE, PLAN, PREFIX, SCREEN, SECOND,
  asNewer, button, dataOf, digits, expect, field, fileOf, fillForm, heading, next, radio, seal, starter, unseal, recordOf, recordsUnder,
  type Given, type Name, type Page, type Records, type Stage,
} from './fixtures';
import { LONG, type Scene, type SceneName } from './scenes';

export interface Screen {
  /** The scene whose records are stored beforehand. */
  after?: SceneName;
  /** Changes the stored records beforehand. */
  stored?: (records: Records) => Records;
  /** The scene whose link is opened. */
  opens?: SceneName;
  /** Damages the link. */
  damaged?: (link: string) => string;
  given?: Given;
  reach: (page: Page, stage: Stage, scene: (name: SceneName) => Promise<Scene>) => Promise<unknown>;
}

/** Forty more sessions, with sellers and places whose names are long. */
function crowd(planned: Records): Records {
  const records: Records = { ...planned };
  // Without the screen's record the list is shown.
  delete records[SCREEN];
  const [session, pair] = [dataOf(planned, 'session/'), dataOf(planned, 'pair/')];
  for (let count = 1; count <= 40; count += 1) {
    const id = count.toString(16).padStart(16, '0');
    const [mine, ours] = [structuredClone(session), structuredClone(pair)];
    Object.assign(mine, { id, pair: id });
    mine.manager[0].content.date = `2026-0${1 + (count % 9)}-${String(1 + (count % 28)).padStart(2, '0')}`;
    mine.manager[0].content.place = `https://meet.example/${LONG}/${LONG}?room=${count}`;
    ours[0].content.pair.seller = `${LONG} ${count} ${LONG}`;
    records[`${PREFIX}session/${id}`] = seal(mine);
    records[`${PREFIX}pair/${id}`] = seal(ours);
  }
  return records;
}

/** The planned session under another id, as records of a file. */
function another(planned: Records): Records {
  const id = '00000000000000ff';
  return { [`session/${id}`]: seal({ ...unseal(recordOf(planned, 'session/')[1]), id }) };
}

/** Opens a file from the list. */
const openFile = (page: Page, buffer: Buffer) =>
  field(page, 'Open a file').setInputFiles({ name: 'x.json', mimeType: 'application/json', buffer });

/** Starts the session and goes to its last item. */
async function toTheClose(page: Page) {
  await starter(page).click();
  while (!(await button(page, 'End the session').count())) await next(page);
}

/** Waits for a heading. */
const headed = (name: Name) => (page: Page) => expect(heading(page, name)).toBeVisible();

export const SCREENS: Record<string, Screen> = {
  'the empty list': { reach: (page) => expect(page.getByText('Nothing is booked yet.')).toBeVisible() },
  'the list of forty sellers': {
    after: 'planned',
    stored: crowd,
    reach: async (page) => {
      await expect(heading(page, 'Next')).toBeVisible();
      await expect(page.locator('.row')).toHaveCount(41);
    },
  },
  'the list after a deletion': {
    after: 'planned',
    reach: async (page) => {
      await button(page, 'Delete').click();
      await expect(button(page, 'Undo')).toBeVisible();
    },
  },
  'an opened file': {
    after: 'planned',
    stored: crowd,
    reach: async (page, stage, scene) => {
      const { records } = await scene('planned');
      await openFile(page, fileOf({ 'session/0000000000000001': 'damaged', ...another(records) }));
      await expect(heading(page, 'What this file holds')).toBeVisible();
    },
  },
  'a file that cannot be opened': {
    reach: async (page) => {
      await openFile(page, Buffer.from('no'));
      await expect(heading(page, 'This file cannot be opened')).toBeVisible();
    },
  },
  'the question which of the two somebody is': {
    reach: async (page, stage, scene) => {
      const records = Object.entries(recordsUnder((await scene('invitation')).records));
      await openFile(page, fileOf(Object.fromEntries(records.filter(([name]) => /^(?:session|pair)\//.test(name)))));
      await expect(button(page, `Take it in as ${PLAN.seller}`)).toBeVisible();
    },
  },
  'an invitation before it goes out': { after: 'invitation', reach: headed(`Invite ${PLAN.seller}`) },
  'the other ways to send': {
    after: 'invitation',
    reach: async (page) => {
      await button(page, 'Other ways').click();
      await button(page, 'Show a QR code').click();
      await expect(page.getByRole('img', { name: 'QR code of the link' })).toBeVisible();
      await button(page, 'Lock the link').click();
      await expect(page.getByText('Write a password first.')).toBeVisible();
    },
  },
  'a link that could not be copied': {
    after: 'invitation',
    given: {
      init: () => {
        if (navigator.clipboard) navigator.clipboard.writeText = () => Promise.reject(new Error('refused'));
        document.execCommand = () => false;
      },
    },
    reach: async (page) => {
      await button(page, 'Copy text and link').click();
      await expect(page.getByText(/^This browser does not let the page copy/)).toBeVisible();
    },
  },
  'an opened invitation': { opens: 'invitation', reach: headed(/invites you to a coaching session$/) },
  'an opened invitation at another time': {
    opens: 'invitation',
    reach: async (page) => {
      await button(page, 'Another time').click();
      await field(page, 'When would suit you?').fill(`${LONG} ${LONG}`);
    },
  },
  'an opened invitation without a topic': {
    opens: 'invitation',
    reach: async (page) => {
      await button(page, "It's coaching. Send my topic").click();
      await expect(page.getByText(/^Write what would help most/)).toBeVisible();
    },
  },
  'an answer before it goes out': { after: 'answer', reach: headed(/^Send it to /) },
  'a planned session at the seller': {
    after: 'answer',
    reach: async (page) => {
      await button(page, 'Done').click();
      await expect(button(page, 'Prepare')).toBeVisible();
    },
  },
  'an opened answer': { after: 'invitation', opens: 'answer', reach: headed(`${PLAN.seller} answers`) },
  'an answer that is known': { after: 'change', opens: 'answer', reach: headed('Nothing new') },
  'an answer to nothing that is here': { opens: 'answer', reach: headed(/^An answer to a session/) },
  'a change before it goes out': { after: 'change', reach: headed(`Send to ${PLAN.seller}`) },
  'an opened change': { after: 'answer', opens: 'change', reach: headed(/^News from /) },
  'a record before it goes out': { after: 'record', reach: headed(`Send ${PLAN.seller} the record`) },
  'an opened record': { after: 'answer', opens: 'record', reach: headed(/^Your coaching session of /) },
  'a session that is over at the seller': {
    after: 'answer',
    opens: 'record',
    reach: async (page) => {
      await button(page, 'Take it in').click();
      await expect(button(page, `Answer as ${PLAN.seller}`)).toBeVisible();
    },
  },
  'a cancellation before it goes out': { after: 'cancellation', reach: headed(`Tell ${PLAN.seller} that it is cancelled`) },
  'an opened cancellation': { after: 'answer', opens: 'cancellation', reach: headed(/cancelled a session$/) },
  'a link that was cut': {
    opens: 'invitation',
    damaged: (link) => link.slice(0, -12),
    reach: async (page, stage, scene) => {
      await headed('This link cannot be opened')(page);
      await field(page, 'The whole link, or the text code').fill((await scene('invitation')).link);
    },
  },
  'a link with a password': {
    opens: 'locked',
    reach: async (page) => {
      await field(page, 'Password').fill('secret');
      await button(page, 'Open it').click();
      await expect(page.getByText('That is not the password.')).toBeVisible();
    },
  },
  'asking for a session': {
    reach: async (page) => {
      await button(page, 'Ask for a session').click();
      await button(page, 'Next: send it').click();
      await expect(page.getByText('Write a name.').first()).toBeVisible();
    },
  },
  'a question for a session before it goes out': { after: 'question', reach: headed(/^Ask .* for a session$/) },
  'the list with a question for a session': {
    after: 'question',
    reach: async (page) => {
      await button(page, 'Done').click();
      await expect(heading(page, 'Asked for')).toBeVisible();
    },
  },
  'an opened question for a session': { opens: 'question', reach: headed(/asks for a coaching session$/) },
  'the form': {
    reach: async (page) => {
      await fillForm(page);
      await button(page, 'Change').click();
      await expect(field(page, 'Minutes')).toBeVisible();
    },
  },
  'the form with every choice': {
    after: 'planned',
    reach: async (page) => {
      await button(page, 'Edit the agenda').click();
      await field(page, 'Name of item 2').fill(LONG);
      await button(page, 'Done').click();
      await button(page, 'Change date or place').click();
      await radio(page, 'Call').check();
      await expect(page.getByRole('radio', { name: 'After a call' })).toBeVisible();
      await expect(page.getByRole('radio', { name: 'Take a new one' })).toBeVisible();
    },
  },
  'the form with complaints': {
    reach: async (page) => {
      await button(page, 'Plan a session').click();
      await button(page, 'Change').click();
      await field(page, 'Minutes').fill('abc');
      await field(page, /^Place/).fill('x'.repeat(2001));
      await button(page, 'Plan this session').click();
      await expect(page.getByText('Write the name of the seller.')).toBeVisible();
    },
  },
  'a planned session': { after: 'planned', reach: (page) => expect(starter(page)).toBeVisible() },
  'the agenda editor': {
    after: 'planned',
    reach: async (page) => {
      await button(page, 'Edit the agenda').click();
      await field(page, 'Minutes of item 2').fill('0');
      await expect(page.getByText('Write a whole number from 1 to 90.')).toBeVisible();
      await field(page, 'Minutes of item 1').fill('90');
      await expect(button(page, 'Fit it to 45 minutes')).toBeVisible();
    },
  },
  'a running session': {
    after: 'planned',
    reach: async (page, stage) => {
      await starter(page).click();
      await expect(digits(page)).toBeVisible();
      await stage.pass(SECOND);
      await next(page);
      await expect(heading(page, 'First opportunity')).toBeVisible();
    },
  },
  'a running session in which all was asked': {
    after: 'planned',
    reach: async (page) => {
      await starter(page).click();
      for (let count = 0; count < 5; count += 1) await button(page, 'Asked').click();
      await expect(page.getByText(/^All asked/)).toBeVisible();
    },
  },
  'an overrun': {
    after: 'planned',
    reach: async (page, stage) => {
      await starter(page).click();
      await stage.skip(4 * MINUTE);
      await expect(digits(page)).toHaveText('+1:00');
    },
  },
  'the screen between the two': {
    after: 'planned',
    reach: (page) => button(page, 'Prepare as Lee Park').click(),
  },
  'the preparation of the seller': {
    after: 'planned',
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
      await expect(page.getByText(/^At most 2,000 characters/)).toBeVisible();
    },
  },
  'the preparation of the manager': {
    after: 'planned',
    reach: async (page) => {
      await button(page, /^Prepare as (?!Lee)/).click();
      await button(page, /^I am /).click();
      await expect(button(page, 'I am ready to coach')).toBeVisible();
    },
  },
  'a question about the clock': {
    after: 'planned',
    reach: async (page, stage) => {
      await starter(page).click();
      await stage.skip(14 * MINUTE);
      await expect(button(page, 'We kept talking')).toBeVisible();
    },
  },
  'a session left open': {
    after: 'planned',
    reach: async (page, stage) => {
      await starter(page).click();
      await stage.skip(20 * 60 * MINUTE);
      await expect(button(page, 'We are still in it')).toBeVisible();
    },
  },
  'a promise being written': {
    after: 'planned',
    reach: async (page) => {
      await starter(page).click();
      await button(page, 'Promise').click();
      await field(page, 'What is promised?').fill('Call Dana');
      await expect(field(page, 'When')).toBeVisible();
    },
  },
  'a session with notes': {
    after: 'planned',
    reach: async (page) => {
      await starter(page).click();
      for (const [name, label] of [['Promise', 'What is promised?'], ['Park it', 'What has its place elsewhere?'], ['Note', 'A note for both of you']] as const) {
        await button(page, name).click();
        await field(page, label).fill(`${LONG} ${LONG}`);
        await button(page, 'Keep it').click();
      }
      await button(page, 'End here').click();
      await button(page, 'Read it').click();
      await expect(page.locator('.paper')).toBeVisible();
    },
  },
  'an answer at the close': {
    after: 'planned',
    reach: async (page) => {
      await toTheClose(page);
      await button(page, 'Answer as Lee Park').click();
      await button(page, 'I am Lee Park').click();
      await button(page, 'Coaching').click();
      await field(page, 'What should we keep?').fill(`${LONG} ${LONG}`);
    },
  },
  'the close with both answers and the next date': {
    after: 'planned',
    reach: async (page) => {
      await toTheClose(page);
      await button(page, 'Answer as Lee Park').click();
      for (const name of ['Lee Park', 'the manager']) {
        await button(page, `I am ${name}`).click();
        await button(page, 'Coaching').click();
        await field(page, 'What should we change?').fill(`${LONG} ${LONG}`);
        await button(page, 'That is my answer').click();
      }
      await expect(button(page, /^Book /).first()).toBeVisible();
    },
  },
  'the page of one seller': {
    after: 'planned',
    reach: async (page) => {
      await starter(page).click();
      await button(page, 'Promise').click();
      await field(page, 'What is promised?').fill(`${LONG} ${LONG}`);
      await button(page, 'Keep it').click();
      await button(page, 'All sessions').click();
      await button(page, 'Coaching sessions of Lee Park').click();
      await expect(heading(page, 'Promises')).toBeVisible();
    },
  },
  'a session that is over': {
    after: 'planned',
    reach: async (page, stage) => {
      await starter(page).click();
      await stage.skip(2 * MINUTE);
      await button(page, 'End here').click();
      await expect(page.getByRole('table')).toBeVisible();
    },
  },
  'notices': {
    after: 'planned',
    stored: (records) => ({
      ...records,
      [`${PREFIX}settings`]: 'garbage',
      [`${PREFIX}session/00000000000000aa`]: asNewer(recordOf(records, 'session/')[1]),
    }),
    reach: async (page) => {
      await expect(page.getByText(/^One stored record was damaged/)).toBeVisible();
      await expect(page.getByText(/^One stored record comes from a newer release/)).toBeVisible();
    },
  },
};
