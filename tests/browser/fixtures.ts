// What every spec imports: `test` with its fixtures, `expect`, and the parts of the widget.

import { test as base, type Page } from '@playwright/test';
import type { Records } from './records';
import { Stage, type Given, type Opening } from './stage';
import type { Way } from './way';

export { expect, type Locator, type Page } from '@playwright/test';
export * from './records';
export * from './settings';
export * from './widget';
export * from './words';
export { type Given, type Stage } from './stage';

/** Steps that lead from an opened page to a state that other tests begin with. */
export type Steps = (page: Page, stage: Stage) => Promise<unknown>;

interface Fixtures {
  /** Sets a stage with what is given. At the end of the test each is checked and closed. */
  setStage: (given?: Given) => Promise<Stage>;
  /** A stage with nothing special about it. */
  stage: Stage;
}

export interface Options {
  /** The way in which the stages of a test open the widget. */
  way: Way;
}

interface Shared {
  /** Performs steps once for all tests of a worker and returns what is stored afterwards. */
  recordsAfter: (steps: Steps, begin?: Given & Opening) => Promise<Records>;
}

export const test = base.extend<Fixtures & Options, Shared>({
  way: ['page', { option: true }],

  setStage: async ({ browser, way }, use) => {
    const stages: Stage[] = [];
    await use(async (given) => {
      const stage = await Stage.set(browser, given);
      stage.way = way;
      stages.push(stage);
      return stage;
    });
    for (const stage of stages) {
      await stage.settle();
      await stage.context.close();
      stage.check();
    }
  },

  stage: async ({ setStage }, use) => use(await setStage()),

  recordsAfter: [
    async ({ browser }, use) => {
      const known = new Map<Steps, Promise<Records>>();
      await use((steps, begin) => {
        const records = known.get(steps) ?? Stage.recordsAfter(browser, steps, begin);
        known.set(steps, records);
        return records;
      });
    },
    { scope: 'worker' },
  ],
});
