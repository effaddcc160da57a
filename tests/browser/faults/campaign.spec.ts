// A campaign of faults: one operation on storage fails, or all from there on, in a whole journey. Whatever happens,
// each text that was typed is on the screen, in storage, in the file that is offered, or was said to be lost.
//
// A normal run tries a sample that COACHING_SEED chooses; `cargo xtask test long` tries every operation; COACHING_AT
// tries the one of that number.

import { CONTEXT, MINUTE, SECOND, expect, say, test as base, type Page } from '../fixtures';
import { Stage } from '../stage';
import { grow, has, look, offered, perform, type Seen } from './hands';
import { FAULTS, OTHER_WORDS, begin, inject, injected, mend, type Fault, type Operation } from './injector';
import { ANSWERING, DELETED, PLANNING, SELLER, copied, journey, textsOf, type Step } from './journey';
import { IS_LONG, SEED, randomly, sample } from './seed';

/** Operations that a normal run tries with each fault. */
const TRIES = 4;

/** Parts of the operations, one for each test of the long run. */
const PARTS = IS_LONG ? 4 : 1;

/** The operation to try alone. */
const ALONE = Number(process.env.COACHING_AT ?? 0);

const CONCURRENT = say('concurrent');

/** Returns those of the texts that none of the places holds. */
const missingIn = (texts: readonly string[], ...places: string[]) => texts.filter((text) => !places.some((place) => place.includes(text)));
const stored = ({ stored }: Seen) => JSON.stringify(Object.values(stored));

/** The steps of the journey, and the operations of a run without a fault. */
interface Course {
  steps: Step[];
  operations: Operation[];
}

const prepared = async (stage: Stage) => {
  await stage.context.addInitScript(inject, OTHER_WORDS);
  await stage.context.addInitScript(grow);
  return stage;
};

const test = base.extend<object, { course: Course }>({
  course: [
    async ({ browser }, use) => {
      const [managers, sellers] = [await prepared(await Stage.set(browser, CONTEXT)), await prepared(await Stage.set(browser, CONTEXT))];
      await use(await chart(managers, sellers));
      for (const { context } of [managers, sellers]) await context.close();
    },
    { scope: 'worker' },
  ],
});

/** Plans, lets the seller answer by link, and counts the operations of a run without a fault. */
async function chart(managers: Stage, sellers: Stage): Promise<Course> {
  const page = await managers.open();
  await begin(page);
  await managers.reload(page);
  for (const { acts } of PLANNING) expect((await perform(page, acts)).missing).toBeUndefined();
  const link = await copied(page);
  const invited = await sellers.open();
  await begin(invited);
  await sellers.reload(invited);
  await invited.evaluate((link) => (location.href = link), link);
  expect((await perform(invited, ANSWERING)).missing).toBeUndefined();
  const steps = journey(await copied(invited));
  const { problems, operations } = await run(managers, page, steps);
  expect(problems, 'a run without a fault').toEqual([]);
  return { steps, operations };
}

/** Runs the journey with a fault at the operation of that number. Returns what is wrong, and the operations. */
async function run(stage: Stage, page: Page, steps: readonly Step[], fault?: Fault, at?: number) {
  const done: string[] = [];
  const problems: string[] = [];
  let operations: Operation[] = [];
  const wrong = (what: string, where: string) => problems.push(`${fault} at ${at}, ${where}: ${what}`);
  await begin(page, { fault, at });
  await stage.reload(page);
  stage.faults.length = 0;

  /** Checks that no text is lost in silence. Returns true if storage holds all. */
  const check = async (where: string, seen: Seen, texts = done) => {
    if (fault !== 'other window' && seen.screen.includes(CONCURRENT)) wrong('asks which version to keep', where);
    const unstored = missingIn(texts, stored(seen));
    if (unstored.length === 0) return true;
    let unseen = missingIn(unstored, seen.screen);
    if (seen.notices.length === 0) {
      if (unseen.length > 0) wrong(`lost in silence: ${unseen}`, where);
    } else if (await has(page, say('save-file'))) {
      unseen = missingIn(unseen, await offered(page, say('save-file')));
      if (unseen.length > 0) wrong(`neither on the screen nor in the file: ${unseen}`, where);
    }
    return false;
  };

  /** After a kill or a reload, all that was stored is there. */
  const reopened = async (where: string, texts: readonly string[]) => {
    ({ operations } = await injected(page));
    await mend(page);
    for (const time of ['first', 'second']) {
      await stage.reload(page);
      const seen = await look(page);
      const missing = missingIn(texts, stored(seen));
      if (missing.length > 0) wrong(`gone after the ${time} start: ${missing}`, where);
      if (fault !== 'other window' && seen.screen.includes(CONCURRENT)) wrong(`asks after the ${time} start`, where);
    }
  };

  let isWhole = true;
  for (const step of steps) {
    // What is in memory alone would not outlive the reload, as the person was told.
    if (step.isReloaded && !isWhole) break;
    if (step.isReloaded) {
      const before = (await injected(page)).operations.length;
      await stage.reload(page);
      ({ operations } = await injected(page));
      // What is cleared before a start has read it is in no memory.
      if (fault === 'cleared' && at! > before && at! <= operations.length) return { problems, operations };
    }
    await stage.pass(SECOND);
    let seen: Seen & { isDead: boolean; missing?: string } = await perform(page, step.acts);
    if (seen.isDead) {
      // What was typed in this step may have died with the page.
      const isDeleting = step === steps.at(-1);
      await reopened(`killed in "${step.name}"`, done.filter((text) => !isDeleting || !DELETED.includes(text)));
      return { problems, operations };
    }
    if (seen.missing) {
      // The list, where the session is one press away, says enough.
      const isListed = seen.screen.includes(say('home-heading')) && seen.screen.includes(SELLER);
      if (seen.notices.length === 0 && !isListed) wrong(`stands still in silence: no ${seen.missing}`, step.name);
      await check(step.name, seen);
      const unstored = missingIn(done, stored(seen));
      await reopened(step.name, done.filter((text) => !unstored.includes(text)));
      return { problems, operations };
    }
    done.push(...textsOf(step));
    isWhole = await check(step.name, seen);
    if (await has(page, say('storage-put-back'))) {
      seen = await perform(page, [{ press: say('storage-put-back') }]);
      isWhole = await check(`${step.name}, put back`, seen);
      if (!isWhole) wrong('not all was put back', step.name);
    }
  }
  if (stage.faults.length > 0) wrong(`errors: ${stage.faults.splice(0)}`, 'the end');
  const last = await look(page);
  if (fault === 'other window' && JSON.stringify(last.stored).includes('~00000000000000ff')) done.push(OTHER_WORDS);
  if (isWhole && (await check('the end', last))) await reopened('the end', done);
  return { problems, operations };
}

/** Returns the numbers of the operations that a part of a fault's tests tries. */
function points({ operations }: Course, fault: Fault, part: number): number[] {
  const befallen: readonly Operation[] = FAULTS[fault];
  const all = operations.flatMap((operation, at) => (befallen.includes(operation) ? [at + 1] : []));
  if (ALONE) return [ALONE];
  return IS_LONG ? all.filter((_, place) => place % PARTS === part) : sample(all, TRIES, randomly(SEED + fault.length));
}

for (const fault of Object.keys(FAULTS) as Fault[]) {
  for (let part = 0; part < PARTS; part += 1) {
    test(`storage fault "${fault}" loses no text in silence${part > 0 ? ` (${part + 1})` : ''}`, async ({ setStage, course }) => {
      test.setTimeout(IS_LONG ? 30 * MINUTE : 2 * MINUTE);
      const stage = await prepared(await setStage());
      const page = await stage.open();
      const tried = points(course, fault, part);
      const problems: string[] = [];
      for (const at of tried) problems.push(...(await run(stage, page, course.steps, fault, at)).problems);
      console.log(`${fault}: ${tried.length} operations of ${course.operations.length} tried, ${problems.length} problems`);
      expect(problems, `COACHING_SEED=${SEED}`).toEqual([]);
    });
  }
}
