// A whole journey of one session, from the plan to the next one, with the texts that are typed on the way. Holds no
// test.

import { begins, like, say, starter, type Page } from '../fixtures';
import type { Act } from './hands';

/** A step of the journey. */
export interface Step {
  name: string;
  acts: Act[];
  /** True if the page is loaded anew before. */
  isReloaded?: boolean;
}

export const SELLER = 'Seller-one';
const MANAGER = 'Manager-one';
const START = say('start-ahead');

/** Text that the seller types into the invitation. */
export const TOPIC = 'Topic-of-the-seller';

/** The plan and the invitation. */
export const PLANNING: Step[] = [
  {
    name: 'plan',
    acts: [
      { press: say('plan-one') },
      { fill: say('seller-label'), text: SELLER },
      { fill: say('date-label'), text: '2026-05-05' },
      { fill: say('time-label'), text: '10:00' },
      { fill: begins('own-name-label'), text: MANAGER },
      { press: say('defaults-change') },
      { fill: begins('place-label'), text: 'Place-one' },
      { press: say('form-submit') },
    ],
  },
  {
    name: 'agenda',
    acts: [
      { press: say('agenda-edit') },
      { fill: say('item-title-label', { number: 2 }), text: 'Item-two' },
      { press: say('add-item') },
      { fill: say('item-title-label', { number: 4 }), text: 'Item-four' },
      { press: say('edit-done') },
    ],
  },
  { name: 'invite', acts: [{ press: say('share-invite', { name: SELLER }) }, { press: say('copy-link') }] },
];

/** Returns all steps; `answer` is the link of the seller's answer. */
export const journey = (answer: string): Step[] => [
  ...PLANNING,
  {
    name: 'answer taken in',
    acts: [
      { press: say('back-home') },
      { fill: say('pasted-title'), text: answer },
      { press: say('open-it') },
      { press: say('file-take') },
    ],
  },
  {
    name: 'prepare as the manager',
    isReloaded: true,
    acts: [
      { press: say('prepare-own') },
      { press: say('i-am', { name: MANAGER }) },
      { fill: say('note-label'), text: 'Private-note' },
      { press: say('ready-manager') },
    ],
  },
  {
    name: 'prepare as the seller',
    acts: [
      { press: say('prepare-as', { name: SELLER }) },
      { press: say('i-am', { name: SELLER }) },
      { press: say('evidence-add') },
      { fill: say('evidence-label'), text: 'Evidence-one' },
      { fill: say('note-label'), text: 'Private-of-seller' },
      { press: say('ready-seller') },
    ],
  },
  { name: 'start', acts: [{ press: say('no') }, { press: START }, { press: say('start-now') }] },
  {
    name: 'note',
    acts: [
      { press: say('write-note') },
      { fill: say('shared-note-label'), text: 'Note-one' },
      { press: say('keep') },
    ],
  },
  {
    name: 'promise',
    acts: [
      { press: say('write-next-step') },
      { fill: say('next-step-label'), text: 'Promise-one' },
      { fill: say('first-step-label'), text: 'First-step' },
      { press: say('keep') },
    ],
  },
  {
    name: 'parked',
    isReloaded: true,
    acts: [
      { press: say('write-parked') },
      { fill: say('park-label'), text: 'Parked-one' },
      { press: say('keep') },
    ],
  },
  {
    name: 'clock',
    acts: [
      { press: say('pause') },
      { press: say('resume') },
    ],
  },
  // A second press within half a second does nothing, and a second passes after each step.
  ...[2, 3, 4, 5, 6].map((item) => ({ name: `item ${item}`, acts: [{ press: like('next') }] })),
  {
    name: 'answers at the close',
    acts: [
      { press: say('answer-as', { name: MANAGER }) },
      { press: say('i-am', { name: MANAGER }) },
      { press: say('just-talking') },
      { fill: say('ask-differently'), text: 'Change-of-manager' },
      { press: say('answer-in') },
      { press: say('is-here', { name: SELLER }) },
      { press: say('i-am', { name: SELLER }) },
      { press: say('just-talking') },
      { fill: say('ask-differently'), text: 'Change-of-seller' },
      { press: say('answer-in') },
    ],
  },
  { name: 'end and summary', acts: [{ press: say('finish') }, { press: say('summary-read') }] },
  {
    name: 'plan the next',
    acts: [
      { press: say('another-time') },
      { fill: say('date-label'), text: '2026-05-19' },
      { press: say('defaults-change') },
      { fill: begins('place-label'), text: 'Place-two' },
      { press: say('form-submit') },
    ],
  },
  { name: 'delete and undo', acts: [{ press: say('delete') }, { press: say('undo') }] },
];

/** Acts of the seller with the invitation. */
export const ANSWERING: Act[] = [
  { fill: say('topic-first'), text: TOPIC },
  { press: like('it-is-coaching') },
  { press: say('copy-link') },
];

/** Texts that the deletion takes out of storage until it is undone. */
export const DELETED = ['Place-two'];

/** Returns the texts that are typed in a step, those of the seller's answer included. */
export function textsOf({ acts }: Step): string[] {
  const typed = acts.flatMap((act) => ('fill' in act ? [act.text] : []));
  return typed.flatMap((text) => (text.includes('#cs=') ? [TOPIC] : /^[A-Z][a-z]+-/.test(text) ? [text] : []));
}

/** Returns the words that are copied. */
export const copied = (page: Page): Promise<string> => page.evaluate(() => (globalThis as any).copied);
