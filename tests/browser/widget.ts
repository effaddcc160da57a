// The widget as a person finds it: locators by what can be read, and the steps that most stories
// begin with. Holds no test.

import { expect, type Locator, type Page } from '@playwright/test';
import { begins, like, say } from './words';

/** A page, or one widget of several on it. */
export type Place = Page | Locator;
/** A name in full, or a pattern that it matches. */
export type Name = string | RegExp;

const exact = (name: Name) => typeof name === 'string';

/** A day and month that read alike in every order of writing, for fields filled in by keyboard. */
export const PLAN = { seller: 'Lee Park', date: '2026-05-05', time: '10:00' };
/** The seller of that plan inside sentences. */
export const LEE = 'Lee';
/** The agenda of that plan: 45 minutes with a seller who was not coached before. */
export const AGENDA: [title: string, minutes: number][] = [
  [say('item-open'), 3],
  [say('early-first'), 20],
  [say('early-second'), 12],
  [say('item-next-steps'), 7],
  [say('item-close'), 3],
];

/** The widget as a region of the page. */
export const widget = (at: Place) => at.getByRole('region', { name: say('product') });
export const button = (at: Place, name: Name) => at.getByRole('button', { name, exact: exact(name) });
export const heading = (at: Place, name: Name) => at.getByRole('heading', { name, exact: exact(name) });
export const field = (at: Place, label: Name) => at.getByLabel(label, { exact: exact(label) });
export const radio = (at: Place, name: string) => at.getByRole('radio', { name, exact: true });
export const digits = (at: Place) => at.getByRole('timer').locator('.digits');
export const caption = (at: Place) => at.getByRole('timer').locator('.caption');

/** The row of the list with that text in it, and the buttons that open and delete its session. */
export const row = (at: Place, text = PLAN.seller) => at.getByRole('listitem').filter({ hasText: text });
export const rowButton = (at: Place, text?: string) => row(at, text).locator('.row-open');
/** The button with a person's name that opens the page of that person. */
export const rowPage = (at: Place, text?: string) => row(at, text).locator('.row-who');
export const rowDelete = (at: Place, text?: string) => row(at, text).getByRole('button', { name: like('row-delete') });

/** The button that gives the item more minutes, by what can be read on it. */
export const extend = (at: Place, minutes: number) => at.getByRole('button').filter({ hasText: like('extend-by', { minutes }) });

/** The button that starts the session: the manager presses it once the seller said yes. */
export const starter = (at: Place) => button(at, like('start-said')).or(button(at, say('start-ahead'))).or(button(at, say('start-late')));

/** Puts up the form and fills in who and when. */
export async function fillForm(at: Place, { seller, date, time } = PLAN) {
  await button(at, say('plan-one')).click();
  await field(at, say('seller-label')).fill(seller);
  await field(at, say('date-label')).fill(date);
  await field(at, say('time-label')).fill(time);
}

/** Plans a session and stays on its screen. A doubtful value is kept: many stories plan two sessions for one time. */
export async function plan(at: Place, what = PLAN) {
  await fillForm(at, what);
  await button(at, say('form-submit')).click();
  const anyway = button(at, say('plan-anyway'));
  await expect(starter(at).or(anyway)).toBeVisible();
  if (await anyway.count()) await anyway.click();
  await expect(starter(at)).toBeVisible();
}

/** Starts the planned session. The page says that the session is booked for another day where it is. */
export async function begin(at: Place) {
  await starter(at).click();
  await expect(digits(at)).toBeVisible();
}

/** Plans a session and starts it. */
export async function start(at: Place, what = PLAN) {
  await plan(at, what);
  await begin(at);
}

/**
 * Lets the half second pass in which a press on the way on would be the second half of a double press; a whole one, so
 * that the clock stands at full seconds.
 */
export const letPass = (at: Place) => ('page' in at ? at.page() : at).clock.runFor(1_000);

/** Goes to the next item. */
export async function next(at: Place) {
  await letPass(at);
  await button(at, like('next')).click();
}

/** The element that has the keyboard, in the shadow root of whichever widget holds it. */
export const keyboard = (page: Page) => page.locator('coaching-session :focus');

/** Returns the box of an element on the page; fails if the element is not drawn. */
export async function boxOf(locator: Locator) {
  const box = await locator.boundingBox();
  if (!box) throw new Error(`not drawn: ${locator}`);
  return box;
}

/** Makes the page believe that nobody sees it, or that somebody does. */
export async function setVisible(page: Page, visible: boolean) {
  await page.evaluate((visible) => {
    Object.defineProperty(document, 'visibilityState', { configurable: true, get: () => (visible ? 'visible' : 'hidden') });
    document.dispatchEvent(new Event('visibilitychange'));
  }, visible);
}

/** A time of day as either way of writing has it, within a regular expression. */
export function hours(text: string): string {
  const [hour = 0, minute = 0] = text.split(':').map(Number);
  const two = (number: number) => String(number).padStart(2, '0');
  const half = hour < 12 ? 'AM' : 'PM';
  return `(?:${two(hour)}:${two(minute)}(?!\\s?[AaPp]\\.?[Mm])|0?${hour % 12 || 12}:${two(minute)}\\s?(?:${half}|${half.toLowerCase()}))`;
}

/**
 * A day of May 2026 as any kind of English has it, within a regular expression. The year is not said
 * where it is the one that goes without saying.
 */
export const may = (weekday: string, day: number) => `(?:${weekday},? (?:${day} May|May ${day})(?:,? 2026)?)`;
