// Every screen of the widget: the scene it is reached from, the link by which the page is opened, and
// the steps that lead there. Holds no test.

import { readFileSync } from 'node:fs';
import {
  ADDRESS, AGENDA, HOUR, LEE, MINUTE, PLAN, SECOND, STRANGER,
  asNewer, begin, begins, button, dataOf, digits, expect, field, fileOf, fillForm, heading, letPass, like, nameOf, next, radio,
  recordOf,
  plan, recordsByKey, rowButton, say, seal, starter, unseal, withoutScreens,
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

/** The payload of a lasting link of two people, which a native test writes. */
const PAIR_LINK = readFileSync(new URL('../fixtures/pair-link-v1.txt', import.meta.url), 'utf8').trim();

/** Keeps a standing slot with the planned session: every second week. */
export async function keepSlot(page: Page) {
  await button(page, say('calendar-put')).click();
  await button(page, say('slot-other')).click();
  await button(page, like('slot-two-weeks')).click();
  await expect(heading(page, like('slot-two-weeks'))).toBeVisible();
}

/** Forty more sessions, with sellers and places whose names are long. */
function crowd(planned: Records): Records {
  const records = withoutScreens(planned);
  const [session, pair] = [dataOf(planned, 'session/'), dataOf(planned, 'pair/')];
  for (let count = 1; count <= 40; count += 1) {
    const id = count.toString(16).padStart(16, '0');
    const [mine, ours] = [structuredClone(session), structuredClone(pair)];
    Object.assign(mine, { id, pair: id });
    mine.manager[0].content.date = `2026-0${1 + (count % 9)}-${String(1 + (count % 28)).padStart(2, '0')}`;
    mine.manager[0].content.place = `https://meet.example/${LONG}/${LONG}?room=${count}`;
    ours[0].content.pair.seller = `${LONG} ${count} ${LONG}`;
    records[nameOf(`session/${id}`)] = seal(mine);
    records[nameOf(`pair/${id}`)] = seal(ours);
  }
  return records;
}

/** Instant of a wall clock in Berlin on a day of spring 2026. */
const berlin = (date: string, time: string) => Date.parse(`${date}T${time}:00+02:00`);

/** A session of the team: whom with, when, the seller's topic; of a held one, what the manager said they would do. */
type Met = [seller: string, date: string, time: string, topic?: string, step?: string];

/** A team of seven sellers as a manager has it on a Monday at 9:00: on now and this week, later, and without a date. */
export const TEAM: Met[] = [
  ['Ana Kovač', '2026-04-30', '15:00'],
  ['Ben Okafor', '2026-05-04', '09:30', 'Northwind has gone quiet since the trial'],
  ['Chloé Martin', '2026-05-05', '10:00', 'Who signs at Contoso, and why would they'],
  ['Dev Patel', '2026-05-07', '14:00'],
  ['Ewa Nowak', '2026-05-14', '10:00'],
  ['Farid Haddad', '2026-04-21', '10:00', 'The renewal at Fabrikam', 'Introduce Farid to the head of legal'],
  ['Grace Lin', '2026-04-23', '16:00', 'Two new accounts', 'Send the price history of the last two years'],
];

/** Stores the team, made from the planned session. */
export function team(planned: Records): Records {
  const records = withoutScreens(planned);
  const [session, pair] = [dataOf(planned, 'session/'), dataOf(planned, 'pair/')];
  for (const name of Object.keys(records)) if (/(session|pair)\//.test(name)) delete records[name];
  TEAM.forEach(([seller, date, time, topic, step], at) => {
    const id = (at + 1).toString(16).padStart(16, '0');
    const [mine, ours] = [structuredClone(session), structuredClone(pair)];
    Object.assign(mine, { id, pair: id });
    const content = Object.assign(mine.manager[0].content, { date, time });
    if (topic) mine.seller = [{ vector: { [STRANGER]: 1 }, content: { topics: [{ id: 0, words: topic }] } }];
    if (step) {
      const began = berlin(date, time);
      const plan = content.agenda.map((item: any) => ({ item: item.id, minutes: item.minutes }));
      content.clock = { plan, log: [{ at: began, change: 'started' }, { at: began + 45 * MINUTE, change: 'ended' }] };
      content.notes = [{ id: 0, kind: 'next-step', item: 0, words: step, by: 'manager', when: 'Friday' }];
    }
    ours[0].content.pair.seller = seller;
    records[nameOf(`session/${id}`)] = seal(mine);
    records[nameOf(`pair/${id}`)] = seal(ours);
  });
  return records;
}

/** The planned session under another id, as records of a file. */
function another(planned: Records): Records {
  const id = '00000000000000ff';
  return { [`session/${id}`]: seal({ ...unseal(recordOf(planned, 'session/')[1]), id }) };
}

/** The session with a change of the manager's half by a writer: the next count of that writer, and another place. */
function changedBy(planned: Records, writer: string, place: string): any {
  const session = unseal(recordOf(planned, 'session/')[1]);
  const [{ vector, content }] = session.manager;
  const next = { ...vector, [writer]: (vector[writer] ?? 0) + 1 };
  return { ...session, manager: [{ vector: next, content: { ...content, place } }] };
}

/** The records with another state of the session. */
const withSession = (planned: Records, session: any): Records => ({ ...planned, [recordOf(planned, 'session/')[0]]: seal(session) });

/** The records with two changes of the session that did not know of each other. */
function changedTwice(planned: Records): Records {
  const [mine, theirs] = ['a', 'b'].map((digit) => changedBy(planned, digit.repeat(16), `${LONG} ${digit}`));
  return withSession(planned, { ...mine, manager: [...mine.manager, ...theirs.manager] });
}

/** Returns a file in which the manager's half was changed elsewhere. */
function fileOfOwnChange(planned: Records): Buffer {
  const [name] = recordOf(recordsByKey(planned), 'session/', '');
  return fileOf({ [name]: seal(changedBy(planned, 'c'.repeat(16), LONG)) });
}

/** Prepares as both, each with a private note; the seller also shares a topic, and holds back another. */
async function prepareInPrivate(page: Page): Promise<void> {
  await button(page, say('prepare-as', { name: LEE })).click();
  await button(page, say('i-am', { name: LEE })).click();
  await field(page, say('topic-first')).fill(LONG);
  await button(page, say('topic-add')).click();
  await field(page, say('topic-next')).fill(`${LONG} ${LONG}`);
  await page.getByRole('checkbox', { name: like('labelled', { label: say('only-for-me') }) }).nth(1).click();
  await field(page, say('leave-label')).fill('Prices of next year');
  await field(page, say('note-label')).fill('For Lee alone');
  await button(page, say('not-ready')).click();
  await button(page, say('prepare-own')).click();
  await button(page, say('i-am', { name: say('manager-unknown') })).click();
  await field(page, say('note-label')).fill('For Maria alone');
  await button(page, say('not-ready')).click();
}

/** Types a note in another window on the session that is open, and closes that window. */
async function leaveNote(stage: Stage) {
  const other = await stage.open();
  await rowButton(other).click();
  await button(other, say('write-note')).click();
  await field(other, say('shared-note-label')).fill(`${LONG} ${LONG}`);
  await stage.pass(2 * SECOND);
  await other.close();
}

/** Opens a file from the list. */
const openFile = (page: Page, buffer: Buffer) =>
  field(page, say('open-file')).setInputFiles({ name: 'x.json', mimeType: 'application/json', buffer });

/** Starts the session and goes to its last item. */
async function toTheClose(page: Page) {
  await begin(page);
  for (let item = 1; item < AGENDA.length; item += 1) await next(page);
}

/** Lets a page believe that it is in a frame of another origin, which a screen of its own shows better. */
const inFrame: Given = {
  allowsLater: /./,
  init: () => {
    const { port1 } = new MessageChannel();
    Object.assign(port1, { postMessage() {} });
    Object.defineProperty(window, 'parent', { value: port1, configurable: true });
  },
};

/** Opens the page as that frame. */
const openFrame = async (page: Page) => {
  await page.goto(`${ADDRESS}?embed`);
  await expect(page.getByRole('link', { name: say('full-page-with') })).toBeVisible();
};

/** Waits for a heading. */
const headed = (name: Name) => (page: Page) => expect(heading(page, name)).toBeVisible();

export const SCREENS: Record<string, Screen> = {
  'the empty list': { reach: (page) => expect(page.getByText(say('home-empty'))).toBeVisible() },
  'the list on a page that hears events, in a tab': {
    reach: async (page) => {
      await page.locator('coaching-session').evaluate((element) => Object.assign(element, { events: 'on', storage: 'session' }));
      await expect(page.getByText(say('page-is-told'))).toBeVisible();
      await expect(page.getByText(say('storage-of-tab'))).toBeVisible();
    },
  },
  'a list that nothing is stored of, for sellers': {
    reach: async (page) => {
      await page.locator('coaching-session').evaluate((element) => Object.assign(element, { storage: 'none', party: 'seller' }));
      await expect(page.getByText(say('storage-unwanted'))).toBeVisible();
    },
  },
  'a frame that offered a file': {
    after: 'planned',
    stored: withoutScreens,
    given: inFrame,
    reach: async (page) => {
      await openFrame(page);
      await button(page, say('save-file')).click();
      await expect(page.getByText(say('frame-file'))).toBeVisible();
    },
  },
  'a question of the page around the frame': {
    after: 'planned',
    stored: withoutScreens,
    given: inFrame,
    reach: async (page) => {
      await openFrame(page);
      await rowButton(page).click();
      await expect(starter(page)).toBeVisible();
      await page.evaluate(() => {
        const data = { 'coaching-session': 1, type: 'call', detail: { id: 1, method: 'link' } };
        dispatchEvent(new MessageEvent('message', { data, origin: 'https://intranet.example', source: window.parent }));
      });
      await page.getByText(say('asked-text')).click();
      await expect(page.getByRole('textbox', { name: say('asked-text') })).toBeVisible();
    },
  },
  'the sample sessions': {
    reach: async (page) => {
      await button(page, say('sample-open')).click();
      await expect(button(page, say('sample-remove'))).toBeVisible();
    },
  },
  'the list of a team': {
    after: 'planned',
    stored: team,
    reach: async (page) => {
      await expect(heading(page, say('group-undated'))).toBeVisible();
      await expect(page.locator('.row')).toHaveCount(7);
    },
  },
  'the list of forty sellers': {
    after: 'planned',
    stored: crowd,
    reach: async (page) => {
      await expect(heading(page, say('group-week'))).toBeVisible();
      await expect(page.locator('.row')).toHaveCount(41);
    },
  },
  'the list after a deletion': {
    after: 'planned',
    reach: async (page) => {
      await button(page, say('delete')).click();
      await expect(button(page, say('undo'))).toBeVisible();
    },
  },
  'an opened file': {
    after: 'planned',
    stored: crowd,
    reach: async (page, stage, scene) => {
      const { records } = await scene('planned');
      await openFile(page, fileOf({ 'session/0000000000000001': 'damaged', ...another(records) }));
      await expect(heading(page, say('file-heading'))).toBeVisible();
    },
  },
  'a file that cannot be opened': {
    reach: async (page) => {
      await openFile(page, Buffer.from('no'));
      await expect(heading(page, say('file-refused'))).toBeVisible();
    },
  },
  'the question which of the two somebody is': {
    reach: async (page, stage, scene) => {
      const records = Object.entries(recordsByKey((await scene('invitation')).records));
      await openFile(page, fileOf(Object.fromEntries(records.filter(([name]) => /^(?:session|pair)\//.test(name)))));
      await expect(button(page, say('file-take-as', { name: PLAN.seller }))).toBeVisible();
    },
  },
  'an invitation before it goes out': { after: 'invitation', reach: headed(say('share-invite', { name: LEE })) },
  'a name that is asked for before an invitation': {
    after: 'planned',
    reach: async (page) => {
      await button(page, say('share-invite', { name: LEE })).click();
      await button(page, say('name-next')).click();
      await expect(page.getByText(say('complain-name'))).toBeVisible();
    },
  },
  'what the seller can count on': {
    after: 'invitation',
    reach: async (page) => {
      await button(page, say('count-on-all')).click();
      await expect(button(page, say('count-on-all'))).toHaveCount(0);
    },
  },
  'an opened invitation that is left with typed words': {
    opens: 'invitation',
    reach: async (page) => {
      await field(page, say('topic-first')).fill(`${LONG} ${LONG}`);
      await button(page, say('file-leave')).click();
      await expect(page.getByText(say('leave-typed', { days: '30', 'days-plural': 30 }))).toBeVisible();
    },
  },
  'the other ways to send': {
    after: 'invitation',
    reach: async (page) => {
      await button(page, say('other-ways')).click();
      await button(page, say('picture-draw')).click();
      await expect(page.getByRole('img', { name: say('picture-name') })).toBeVisible();
      await button(page, say('lock')).click();
      await expect(page.getByText(say('complain-password'))).toBeVisible();
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
      await button(page, say('copy-words')).click();
      await expect(page.getByText(begins('summary-refused'))).toBeVisible();
    },
  },
  'an opened invitation': { opens: 'invitation', reach: headed(like('invited-heading')) },
  'an opened invitation at another time': {
    opens: 'invitation',
    reach: async (page) => {
      await button(page, say('another-time')).click();
      await field(page, say('wish-label')).fill(`${LONG} ${LONG}`);
    },
  },
  'an opened invitation with a topic': {
    opens: 'invitation',
    reach: async (page) => {
      await field(page, say('topic-first')).fill(`${LONG} ${LONG}`);
      await expect(button(page, like('it-is-coaching'))).toBeVisible();
    },
  },
  'an answer before it goes out': { after: 'answer', reach: headed(like('share-reply')) },
  'a planned session at the seller': {
    after: 'answer',
    reach: async (page) => {
      await button(page, say('edit-done')).click();
      await expect(button(page, say('prepare-own'))).toBeVisible();
    },
  },
  'a line for the next session': {
    after: 'planned',
    reach: async (page) => {
      await button(page, say('back-home')).click();
      await button(page, say('labelled', { label: say('came-up'), words: PLAN.seller })).click();
      await field(page, say('came-up')).fill(`${LONG} ${LONG}`);
      await button(page, say('came-up-keep')).click();
      await field(page, say('came-up')).fill(LONG);
      await expect(heading(page, say('came-up-list'))).toBeVisible();
    },
  },
  'an invitation with a line that is held back': {
    after: 'invitation',
    reach: async (page) => {
      await button(page, say('edit-done')).click();
      await button(page, say('back-home')).click();
      await button(page, say('labelled', { label: say('came-up'), words: PLAN.seller })).click();
      for (const line of [`${LONG} ${LONG}`, LONG]) {
        await field(page, say('came-up')).fill(line);
        await button(page, say('came-up-keep')).click();
      }
      await button(page, say('labelled', { label: say('only-for-me'), words: LONG })).click();
      await expect(page.getByText(say('came-up-held'))).toBeVisible();
      await button(page, say('back-home')).click();
      await rowButton(page).click();
      await button(page, say('share-invite', { name: LEE })).click();
      await button(page, say('change-stays')).click();
      await expect(page.getByText(say('came-up-held'))).toBeVisible();
    },
  },
  'a running session with a cancelled topic': {
    after: 'planned',
    reach: async (page) => {
      await begin(page);
      await button(page, say('agreed-write')).click();
      await field(page, say('topic-first')).fill(`${LONG} ${LONG}`);
      await button(page, say('cancel')).click();
      await expect(button(page, say('bring-back'))).toBeVisible();
    },
  },
  'the words of a seller who cannot come': {
    after: 'answer',
    reach: async (page) => {
      await button(page, say('edit-done')).click();
      await button(page, say('absence-ask')).click();
      await field(page, say('absence-label')).fill(`${LONG} ${LONG}`);
    },
  },
  'a session to which the seller cannot come': {
    after: 'answer',
    reach: async (page) => {
      await button(page, say('edit-done')).click();
      await button(page, say('absence-ask')).click();
      await button(page, like('absence-next')).click();
      await button(page, say('edit-done')).click();
      await expect(button(page, say('absence-back'))).toBeVisible();
    },
  },
  'an opened answer': { after: 'invitation', opens: 'answer', reach: headed(say('link-replied', { name: LEE })) },
  'an answer that is known': { after: 'change', opens: 'answer', reach: headed(say('link-known')) },
  'an answer to nothing that is here': { opens: 'answer', reach: headed(say('link-strange')) },
  'a change before it goes out': { after: 'change', reach: headed(say('send-to', { name: LEE })) },
  'an opened change': { after: 'answer', opens: 'change', reach: headed(like('moved-heading')) },
  'a record before it goes out': { after: 'record', reach: headed(say('share-summary', { name: LEE })) },
  'an opened record': { after: 'answer', opens: 'record', reach: headed(like('link-summary')) },
  'a session that is over at the seller': {
    after: 'answer',
    opens: 'record',
    reach: async (page) => {
      await button(page, say('file-take')).click();
      await expect(button(page, say('answer-own'))).toBeVisible();
    },
  },
  'a ticked step at the seller': {
    after: 'answer',
    opens: 'record',
    reach: async (page) => {
      await button(page, say('file-take')).click();
      await button(page, say('back-home')).click();
      await button(page, new RegExp(`^${say('standing-done')}: `)).click();
      await expect(button(page, like('send-to'))).toBeVisible();
    },
  },
  'a cancelled session at the seller': {
    after: 'answer',
    opens: 'cancellation',
    reach: async (page) => {
      await button(page, say('cancel-take')).click();
      await expect(heading(page, like('cancelled-own'))).toBeVisible();
    },
  },
  'a cancellation before it goes out': { after: 'cancellation', reach: headed(say('share-cancelled', { name: LEE })) },
  'an opened cancellation': { after: 'answer', opens: 'cancellation', reach: headed(like('link-cancelled')) },
  'a link that was cut': {
    opens: 'invitation',
    damaged: (link) => link.slice(0, -12),
    reach: async (page, stage, scene) => {
      await headed(say('link-damaged'))(page);
      await field(page, say('pasted-label')).fill((await scene('invitation')).link);
    },
  },
  'a link with a password': {
    opens: 'locked',
    reach: async (page) => {
      await field(page, say('password-label')).fill('secret');
      await button(page, say('open-it')).click();
      await expect(page.getByText(say('wrong-password'))).toBeVisible();
    },
  },
  'asking for a session': {
    reach: async (page) => {
      await button(page, say('ask-one')).click();
      await button(page, say('ask-next')).click();
      await expect(page.getByText(say('complain-name')).first()).toBeVisible();
    },
  },
  'a question for a session before it goes out': { after: 'question', reach: headed(like('share-ask')) },
  'the list with a question for a session': {
    after: 'question',
    reach: async (page) => {
      await button(page, say('edit-done')).click();
      await expect(heading(page, say('group-undated'))).toBeVisible();
    },
  },
  'an opened question for a session': { opens: 'question', reach: headed(like('link-asked')) },
  'the form': {
    reach: async (page) => {
      await fillForm(page);
      await button(page, say('defaults-change')).click();
      await expect(field(page, say('minutes-label'))).toBeVisible();
    },
  },
  'the form with every choice': {
    after: 'planned',
    reach: async (page) => {
      await button(page, say('agenda-edit')).click();
      await field(page, say('item-title-label', { number: 2 })).fill(LONG);
      await button(page, say('edit-done')).click();
      await button(page, say('change-plan')).click();
      await radio(page, say('type-call')).check();
      await expect(page.getByRole('radio', { name: say('type-call-after') })).toBeVisible();
      await expect(page.getByRole('radio', { name: say('agenda-renew') })).toBeVisible();
    },
  },
  'the form with complaints': {
    reach: async (page) => {
      await button(page, say('plan-one')).click();
      await button(page, say('defaults-change')).click();
      await field(page, say('minutes-label')).fill('abc');
      await field(page, begins('place-label')).fill('x'.repeat(2001));
      await button(page, say('form-submit')).click();
      await expect(page.getByText(say('complain-seller'))).toBeVisible();
    },
  },
  'a planned session': { after: 'planned', reach: (page) => expect(starter(page)).toBeVisible() },
  'a session whose date has passed': {
    after: 'planned',
    reach: async (page, stage) => {
      await stage.skip(48 * HOUR);
      await stage.reload(page);
      await expect(button(page, say('happened-yes'))).toBeVisible();
    },
  },
  'the list with a seller who waits for a date': {
    after: 'planned',
    reach: async (page, stage) => {
      for (const date of ['2026-05-12', '2026-05-19']) {
        await button(page, say('back-home')).click();
        await plan(page, { seller: 'Priya Nair', date, time: '11:00' });
      }
      await stage.skip(48 * HOUR);
      await button(page, say('back-home')).click();
      await button(page, like('row-happened-long')).click();
      await button(page, say('happened-not')).click();
      await expect(heading(page, say('group-undated'))).toBeVisible();
      await expect(button(page, say('row-more-long', { count: 1, seller: 'Priya Nair' }))).toBeVisible();
    },
  },
  'an offered standing slot': {
    after: 'planned',
    reach: async (page) => {
      await button(page, say('calendar-put')).click();
      await button(page, say('slot-other')).click();
      await expect(heading(page, say('slot-heading', { 'seller-within': 'Lee' }))).toBeVisible();
    },
  },
  'a standing slot': {
    after: 'planned',
    reach: async (page) => {
      await keepSlot(page);
      await button(page, like('slot-skip-long')).first().click();
      await expect(button(page, like('slot-put-back-long'))).toBeVisible();
    },
  },
  'an ended standing slot': {
    after: 'planned',
    reach: async (page) => {
      await keepSlot(page);
      await button(page, say('calendar-save')).click();
      await button(page, say('slot-end')).click();
      await expect(button(page, say('row-gone-save'))).toBeVisible();
    },
  },
  'the page of a seller with a standing slot': {
    after: 'planned',
    reach: async (page) => {
      await keepSlot(page);
      await button(page, say('back-home')).click();
      await button(page, say('home-of', { seller: 'Lee Park' })).click();
      await expect(button(page, say('slot-open'))).toBeVisible();
    },
  },
  'a lasting link of unknown people': {
    reach: async (page) => {
      await field(page, say('pasted-title')).fill(PAIR_LINK);
      await button(page, say('open-it')).click();
      await expect(heading(page, say('pair-link-heading'))).toBeVisible();
    },
  },
  'putting it in the calendar': {
    after: 'planned',
    reach: async (page) => {
      await button(page, say('calendar-put')).click();
      await expect(button(page, say('calendar-save'))).toBeVisible();
    },
  },
  'the form with known names and a question': {
    after: 'planned',
    reach: async (page) => {
      await button(page, say('back-home')).click();
      await fillForm(page, { ...PLAN, seller: 'Tom' });
      await button(page, say('form-submit')).click();
      await expect(button(page, say('plan-anyway'))).toBeVisible();
    },
  },
  'the form while names are edited': {
    after: 'planned',
    reach: async (page) => {
      await button(page, say('back-home')).click();
      await button(page, say('plan-one')).click();
      await button(page, say('names-edit')).click();
      await expect(page.getByText(say('names-hint'))).toBeVisible();
    },
  },
  'the agenda editor': {
    after: 'planned',
    reach: async (page) => {
      await button(page, say('agenda-edit')).click();
      await field(page, say('item-minutes-label', { number: 2 })).fill('0');
      await expect(page.getByText(say('complain-item-minutes', { least: 1, most: 90 }))).toBeVisible();
      await field(page, say('item-minutes-label', { number: 1 })).fill('90');
      await expect(button(page, say('fit', { booked: 45 }))).toBeVisible();
    },
  },
  'a running session': {
    after: 'planned',
    reach: async (page, stage) => {
      await begin(page);
      await expect(digits(page)).toBeVisible();
      await stage.pass(SECOND);
      await next(page);
      await expect(heading(page, say('early-first'))).toBeVisible();
    },
  },
  'the keys of a running session': {
    after: 'planned',
    reach: async (page) => {
      await begin(page);
      await heading(page, PLAN.seller).focus();
      await page.keyboard.press('?');
      await expect(page.getByRole('dialog', { name: say('keys-list') })).toBeVisible();
    },
  },
  'a running session for a shared screen': {
    after: 'planned',
    reach: async (page) => {
      await begin(page);
      await button(page, say('write-next-step')).click();
      await field(page, say('next-step-label')).fill(`${LONG} ${LONG}`);
      await button(page, say('keep')).click();
      await button(page, say('shared-open')).click();
      await expect(page.locator('.shared')).toBeVisible();
    },
  },
  'the signals of a running session': {
    after: 'planned',
    reach: async (page) => {
      await begin(page);
      await page.locator('.signals > summary').click();
      await page.getByRole('checkbox', { name: say('signal-chime') }).click();
      await expect(page.getByRole('checkbox', { name: say('signal-nearing') })).toBeVisible();
    },
  },
  'a running session without numbers': {
    after: 'planned',
    reach: async (page) => {
      await begin(page);
      await page.locator('.signals > summary').click();
      await page.getByRole('checkbox', { name: say('signal-no-numbers') }).click();
      await page.locator('.signals > summary').click();
      await expect(digits(page)).toHaveCount(0);
    },
  },
  'a running session in which all was asked': {
    after: 'planned',
    reach: async (page) => {
      await begin(page);
      for (let count = 0; count < 5; count += 1) await button(page, say('asked')).click();
      await expect(page.getByText(say('asked-all'))).toBeVisible();
    },
  },
  'a session behind its plan at a change of item': {
    after: 'planned',
    reach: async (page, stage) => {
      await begin(page);
      await stage.skip(7 * MINUTE);
      await next(page);
      await button(page, say('offer-others')).click();
      await expect(page.locator('#offer')).toBeVisible();
    },
  },
  'a paused session that asks for the reason': {
    after: 'planned',
    reach: async (page, stage) => {
      await begin(page);
      await stage.pass(SECOND);
      await button(page, say('pause')).click();
      await expect(button(page, say('pause-call'))).toBeVisible();
    },
  },
  'a session that was interrupted': {
    after: 'planned',
    reach: async (page, stage) => {
      await begin(page);
      await stage.pass(SECOND);
      await button(page, say('pause')).click();
      await button(page, say('interrupted')).click();
      await expect(page.getByText(say('held-interrupted'))).toBeVisible();
    },
  },
  'the corrections of the clock': {
    after: 'planned',
    reach: async (page) => {
      await begin(page);
      await page.locator('.corrections summary').click();
      await expect(button(page, say('began-ago', { minutes: 5 }))).toBeVisible();
    },
  },
  'an overrun': {
    after: 'planned',
    reach: async (page, stage) => {
      await begin(page);
      await stage.skip(4 * MINUTE);
      await expect(digits(page)).toHaveText('+1:00');
    },
  },
  'the screen between the two': {
    after: 'planned',
    reach: (page) => button(page, say('prepare-as', { name: 'Lee' })).click(),
  },
  'the preparation of the seller': {
    after: 'planned',
    reach: async (page) => {
      await button(page, say('prepare-as', { name: 'Lee' })).click();
      await button(page, say('i-am', { name: 'Lee' })).click();
      await field(page, say('topic-first')).fill(LONG);
      await button(page, say('topic-add')).click();
      await button(page, say('evidence-add')).click();
      await button(page, say('told')).click();
      for (const hold of await page.getByRole('checkbox', { name: like('labelled', { label: say('only-for-me') }) }).all()) await hold.click();
      await page.getByRole('checkbox', { name: say('check-my-pick') }).click();
      await field(page, say('leave-label')).fill(LONG.repeat(40));
      await button(page, say('ready-seller')).click();
      await expect(page.getByText(like('complain-too-long'))).toBeVisible();
    },
  },
  'the preparation with topics that were saved': {
    after: 'planned',
    reach: async (page, stage) => {
      await button(page, say('prepare-as', { name: 'Lee' })).click();
      await button(page, say('i-am', { name: 'Lee' })).click();
      for (const words of [LONG, 'Who signs at Contoso', 'Northwind has gone quiet since the trial', LONG]) {
        const topics = page.locator('[id^="topic-"]');
        if (await topics.last().inputValue()) await button(page, say('topic-add')).click();
        await topics.last().fill(words);
      }
      await expect(field(page, say('topic-parked')).last()).toBeVisible();
      await button(page, say('not-ready')).click();
      await begin(page);
      await button(page, say('end-early')).click();
      await button(page, say('another-time')).click();
      await stage.pass(MINUTE);
      await field(page, say('date-label')).fill('2026-06-11');
      await button(page, say('form-submit')).click();
      await button(page, say('prepare-as', { name: 'Lee' })).click();
      await button(page, say('i-am', { name: 'Lee' })).click();
      await expect(page.getByText(say('saved-heading'))).toBeVisible();
    },
  },
  'the preparation of the manager': {
    after: 'planned',
    reach: async (page) => {
      await button(page, say('prepare-own')).click();
      await button(page, say('i-am', { name: say('manager-unknown') })).click();
      await expect(button(page, say('ready-manager'))).toBeVisible();
    },
  },
  'the choice of the lines of the checklist': {
    after: 'planned',
    reach: async (page) => {
      await button(page, say('prepare-own')).click();
      await button(page, say('i-am', { name: say('manager-unknown') })).click();
      await button(page, say('check-change')).click();
      await button(page, say('check-remove-long', { line: say('check-curious') })).click();
      await expect(button(page, say('check-all'))).toBeVisible();
    },
  },
  'a question about the clock': {
    after: 'planned',
    reach: async (page, stage) => {
      await begin(page);
      await stage.skip(14 * MINUTE);
      await expect(button(page, say('unseen-stayed'))).toBeVisible();
    },
  },
  'a session left open': {
    after: 'planned',
    reach: async (page, stage) => {
      await begin(page);
      await stage.skip(20 * 60 * MINUTE);
      await expect(button(page, say('left-open-stay'))).toBeVisible();
    },
  },
  'a next step being written': {
    after: 'planned',
    reach: async (page) => {
      await begin(page);
      await button(page, say('write-next-step')).click();
      await field(page, say('next-step-label')).fill('Call Dana');
      await expect(field(page, say('when-ask'))).toBeVisible();
    },
  },
  'the own weeks': {
    after: 'planned',
    reach: async (page) => {
      await button(page, say('change-plan')).click();
      await page.locator('.slots button').last().click();
      await button(page, say('back-home')).click();
      await page.locator('.own-weeks > summary').click();
      await page.getByText(say('weeks-table')).click();
      await expect(page.getByRole('table', { name: say('weeks-caption') })).toBeVisible();
    },
  },
  'a doubtful date of a next step': {
    after: 'planned',
    reach: async (page) => {
      await begin(page);
      await button(page, say('write-next-step')).click();
      await field(page, say('next-step-label')).fill(LONG);
      await field(page, say('step-date')).fill('9999-12-31');
      await button(page, say('keep')).click();
      await expect(page.getByText(say('step-date-far'))).toBeVisible();
    },
  },
  'a session with notes': {
    after: 'planned',
    reach: async (page) => {
      await begin(page);
      for (const [name, label] of [[say('write-next-step'), say('next-step-label')], [say('write-parked'), say('park-label')], [say('write-note'), say('shared-note-label')]] as const) {
        await button(page, name).click();
        await field(page, label).fill(`${LONG} ${LONG}`);
        await button(page, say('keep')).click();
      }
      await button(page, say('end-early')).click();
      await button(page, say('summary-read')).click();
      await expect(page.locator('.paper')).toBeVisible();
    },
  },
  'the close on one screen': {
    after: 'planned',
    reach: async (page) => {
      await starter(page).click();
      await button(page, say('write-next-step')).click();
      await field(page, say('next-step-label')).fill(`${LONG} ${LONG}`);
      await button(page, say('keep')).click();
      for (let item = 1; item < AGENDA.length; item += 1) await next(page);
      await button(page, say('labelled', { label: LEE, words: say('just-talking') })).click();
      await expect(button(page, say('write-differently'))).toBeVisible();
    },
  },
  'what to do differently, answered and asked again': {
    after: 'planned',
    reach: async (page) => {
      await starter(page).click();
      for (let item = 1; item < AGENDA.length; item += 1) await next(page);
      await button(page, say('labelled', { label: LEE, words: say('just-talking') })).click();
      await button(page, say('write-differently')).click();
      await field(page, say('ask-differently')).fill(`${LONG} ${LONG}`);
      await button(page, say('keep')).click();
      await button(page, say('write-differently')).click();
      await field(page, say('ask-differently')).fill(LONG);
    },
  },
  'the next steps above their question': {
    after: 'planned',
    reach: async (page) => {
      await starter(page).click();
      await button(page, say('write-next-step')).click();
      await field(page, say('next-step-label')).fill(`${LONG} ${LONG}`);
      await button(page, say('keep')).click();
      for (let item = 2; item < AGENDA.length; item += 1) await next(page);
      await button(page, begins('defaults-change')).first().click();
    },
  },
  'the close with all its steps done': {
    after: 'planned',
    reach: async (page) => {
      await starter(page).click();
      await button(page, say('write-next-step')).click();
      await field(page, say('next-step-label')).fill(`${LONG} ${LONG}`);
      await button(page, say('keep')).click();
      for (let item = 1; item < AGENDA.length; item += 1) await next(page);
      await button(page, say('thats-right')).click();
      for (const [name, reply] of [[LEE, 'partly'], [LEE, 'coaching'], [say('manager-unknown'), 'coaching']] as const) {
        await button(page, say('labelled', { label: name, words: say(reply) })).click();
      }
      await expect(page.locator('.folded')).toHaveCount(2);
    },
  },
  'an answer at the close': {
    after: 'planned',
    reach: async (page) => {
      await button(page, say('no')).click();
      await toTheClose(page);
      await button(page, say('hand-over-to', { name: 'Lee' })).click();
      await button(page, say('i-am', { name: 'Lee' })).click();
      await button(page, say('just-talking')).click();
      await field(page, say('ask-differently')).fill(`${LONG} ${LONG}`);
    },
  },
  'the close with both answers and the next date': {
    after: 'planned',
    reach: async (page) => {
      await button(page, say('no')).click();
      await toTheClose(page);
      await button(page, say('hand-over-to', { name: 'Lee' })).click();
      for (const name of [LEE, say('manager-unknown-within')]) {
        await button(page, say('i-am', { name })).click();
        await button(page, say('just-talking')).click();
        await field(page, say('ask-differently')).fill(`${LONG} ${LONG}`);
        await button(page, say('answer-in')).click();
      }
      await expect(button(page, like('just-date')).first()).toBeVisible();
    },
  },
  'the page of one seller': {
    after: 'planned',
    reach: async (page) => {
      await begin(page);
      await button(page, say('write-next-step')).click();
      await field(page, say('next-step-label')).fill(`${LONG} ${LONG}`);
      await button(page, say('keep')).click();
      await button(page, say('back-home')).click();
      await button(page, say('home-of', { seller: 'Lee Park' })).click();
      await expect(heading(page, say('next-steps'))).toBeVisible();
    },
  },
  'a session that is over': {
    after: 'planned',
    reach: async (page, stage) => {
      await begin(page);
      await stage.skip(2 * MINUTE);
      await button(page, say('end-early')).click();
      await expect(page.getByRole('table')).toBeVisible();
    },
  },
  'a session that is over, with what both prepared': {
    after: 'planned',
    reach: async (page) => {
      await prepareInPrivate(page);
      await begin(page);
      await button(page, say('end-early')).click();
      await page.getByText(say('read-again')).click();
      await button(page, say('alone-show')).click();
      await button(page, say('alone-unseen')).click();
      await expect(page.getByText('For Maria alone')).toBeVisible();
    },
  },
  'the private words of the seller, once the session began': {
    after: 'planned',
    reach: async (page) => {
      await prepareInPrivate(page);
      await begin(page);
      await button(page, say('own-ask', { name: LEE })).click();
      await button(page, say('i-am', { name: LEE })).click();
      await expect(page.getByText('For Lee alone')).toBeVisible();
    },
  },
  'storage that was cleared': {
    after: 'planned',
    reach: async (page) => {
      await begin(page);
      await page.evaluate(() => localStorage.clear());
      await page.evaluate(() => dispatchEvent(new Event('focus')));
      await expect(button(page, say('storage-put-back'))).toBeVisible();
    },
  },
  'text that another window left': {
    after: 'planned',
    reach: async (page, stage) => {
      await begin(page);
      await leaveNote(stage);
      await stage.reload(page);
      await expect(button(page, say('left-take'))).toBeVisible();
    },
  },
  'an answer that was begun': {
    opens: 'invitation',
    reach: async (page) => {
      await field(page, say('topic-first')).fill(`${LONG} ${LONG}`);
      await button(page, say('file-leave')).click();
      await button(page, say('file-leave')).click();
      await expect(button(page, say('left-take'))).toBeVisible();
    },
  },
  'a planned session whose start was undone': {
    after: 'planned',
    reach: async (page) => {
      await begin(page);
      await button(page, say('write-note')).click();
      await field(page, say('shared-note-label')).fill(`${LONG} ${LONG}`);
      await button(page, say('keep')).click();
      await button(page, say('clock-undo-start')).click();
      await expect(page.getByText(say('undone-notes')).first()).toBeVisible();
    },
  },
  'text that has no place any more': {
    after: 'planned',
    reach: async (page, stage) => {
      await button(page, say('prepare-as', { name: 'Lee' })).click();
      await button(page, say('i-am', { name: 'Lee' })).click();
      await field(page, say('topic-first')).fill(`${LONG} ${LONG}`);
      const other = await stage.open();
      await rowButton(other).click();
      await button(other, say('delete')).click();
      await expect(page.getByText(say('stranded-for', { name: LEE }))).toBeVisible();
      await other.close();
    },
  },
  'the form as it was left': {
    reach: async (page, stage, scene) => {
      await button(page, say('plan-one')).click();
      await field(page, say('seller-label')).fill(LONG);
      const { link } = await scene('invitation');
      await page.evaluate((link) => (location.href = link), link);
      await button(page, say('not-yet-bring')).click();
      await button(page, say('back-home')).click();
      await button(page, say('plan-one')).click();
      await expect(button(page, say('start-over'))).toBeVisible();
    },
  },
  'two versions side by side': {
    after: 'planned',
    stored: changedTwice,
    reach: async (page) => {
      await expect(page.getByRole('region', { name: say('version-shown') })).toBeVisible();
    },
  },
  'a file that changes the own half': {
    after: 'planned',
    reach: async (page, stage, scene) => {
      await button(page, say('back-home')).click();
      await openFile(page, fileOfOwnChange((await scene('planned')).records));
      await expect(page.getByText(say('file-own-lead'))).toBeVisible();
    },
  },
  'a file that was taken in': {
    after: 'planned',
    reach: async (page, stage, scene) => {
      await button(page, say('back-home')).click();
      await openFile(page, fileOfOwnChange((await scene('planned')).records));
      await button(page, say('link-own-take')).click();
      await expect(button(page, say('undo'))).toBeVisible();
    },
  },
  'a file with something older': {
    after: 'planned',
    stored: (records) => withSession(records, changedBy(records, 'd'.repeat(16), PLAN.seller)),
    reach: async (page, stage, scene) => {
      await button(page, say('back-home')).click();
      const { records } = await scene('planned');
      await openFile(page, fileOf(recordsByKey(withoutScreens(records))));
      await expect(page.getByText(say('file-older-lead'))).toBeVisible();
    },
  },
  'the form of a quarter': {
    reach: async (page) => {
      await button(page, say('quarter-open')).click();
      await field(page, say('quarter-names')).fill(`${LONG} ${LONG}\nLee Park\nKim`);
      await field(page, say('quarter-avoid')).fill('Easter');
      await expect(page.getByText(say('quarter-unread', { line: 'Easter' }))).toBeVisible();
      await field(page, say('quarter-avoid')).fill('2026-05-14 closed');
      await button(page, say('quarter-hour-add')).click();
      await page.locator('.week > summary').first().click();
      await button(page, like('labelled', { label: say('quarter-move') })).first().click();
      await expect(field(page, say('quarter-move-date'))).toBeFocused();
    },
  },
  'the booked dates of a quarter': {
    reach: async (page) => {
      await button(page, say('quarter-open')).click();
      await field(page, say('quarter-names')).fill(`${LONG} ${LONG}\nLee Park`);
      await field(page, say('own-name-label')).fill('Maria');
      await button(page, like('quarter-book')).click();
      await expect(heading(page, say('quarter-booked'))).toBeVisible();
    },
  },
  'a quarter of which one message is copied': {
    reach: async (page) => {
      await page.evaluate(() => Object.assign(navigator.clipboard, { writeText: async () => undefined }));
      await button(page, say('quarter-open')).click();
      await field(page, say('quarter-names')).fill('Lee Park, Kim');
      await field(page, say('own-name-label')).fill('Maria');
      await button(page, like('quarter-book')).click();
      await letPass(page);
      await page.locator('.way-on .primary').click();
      await expect(page.getByText(say('quarter-copied', { name: 'Lee' }))).toBeVisible();
    },
  },
  'a quarter beside dates that are kept': {
    reach: async (page) => {
      await button(page, say('quarter-open')).click();
      await field(page, say('quarter-names')).fill(`${LONG} ${LONG}, Kim`);
      await field(page, say('own-name-label')).fill('Maria');
      await button(page, like('quarter-book')).click();
      await button(page, say('back-home')).click();
      await button(page, say('quarter-open')).click();
      await field(page, say('quarter-names-more')).fill('Ana');
      await field(page, say('quarter-avoid')).fill('4.5.2026 - 3.7.2026');
      await page.locator('.week > summary').first().click();
      await expect(button(page, like('quarter-place-long')).first()).toBeVisible();
    },
  },
  'notices': {
    after: 'planned',
    stored: (records) => ({
      ...records,
      [nameOf('settings')]: 'garbage',
      [nameOf('session/00000000000000aa')]: asNewer(recordOf(records, 'session/')[1]),
    }),
    reach: async (page) => {
      await expect(page.getByText(say('damaged-moved', { count: 1 }))).toBeVisible();
      await expect(page.getByText(say('newer-data', { count: 1 }))).toBeVisible();
    },
  },
  'faults of the company content, for the owner of the page': {
    given: { allows: /built-in content stands/, allowsLater: /company/ },
    reach: async (page, stage) => {
      const types = Array.from({ length: 12 }, (_, at) => ({ id: `type-${at}`, name: `${LONG} ${LONG}` }));
      await stage.context.route('**/company/config.json', (route) => route.fulfill({ contentType: 'application/json', body: JSON.stringify({ types }) }));
      await page.evaluate(() => {
        const element = document.querySelector('coaching-session')!;
        element.setAttribute('debug', '');
        element.setAttribute('config', 'company/config.json');
      });
      await expect(page.locator('.owner')).toContainText('types[11]');
      await expect(button(page, say('plan-one'))).toBeVisible();
    },
  },
};
