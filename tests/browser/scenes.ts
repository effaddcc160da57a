// Scenes: what somebody has stored, and the link they send, at one point of a story between a manager
// and a seller. The product itself makes each of them, once for all tests of a worker. Holds no test.

import {
  CONTEXT, LEE, PLAN,
  begin, button, expect, field, fillForm, like, plan, say, storedIn,
  type Page, type Records,
} from './fixtures';
import { CLIPBOARD, copied, lock, test as base } from './links';
import { Stage } from './stage';

/** A name without a space, longer than any field is wide. */
export const LONG = 'Wolfeschlegelsteinhausenbergerdorff-Featherstonehaugh';

export type SceneName = 'planned' | 'invitation' | 'locked' | 'answer' | 'change' | 'record' | 'cancellation' | 'question';

export interface Scene {
  /** Stored records in the end. */
  records: Records;
  /** The link that lies open to be sent; empty where there is none. */
  link: string;
}

interface Making {
  /** The scene whose stored records this one begins with. */
  after?: SceneName;
  /** The scene whose link is opened. */
  opens?: SceneName;
  /** Makes the scene; a link that is to be sent is copied afterwards. */
  steps: (page: Page) => Promise<unknown>;
}

const SCENES: Record<SceneName, Making> = {
  planned: { steps: plan },
  invitation: {
    steps: async (page) => {
      await fillForm(page);
      await field(page, say('own-name-label')).fill(LONG);
      await button(page, say('form-submit')).click();
      await button(page, say('share-invite', { name: LEE })).click();
    },
  },
  locked: { after: 'invitation', steps: (page) => lock(page, 'Secret') },
  answer: {
    opens: 'invitation',
    steps: async (page) => {
      await field(page, say('topic-first')).fill(`${LONG} ${LONG}`);
      await button(page, like('it-is-coaching')).click();
    },
  },
  change: {
    after: 'invitation',
    opens: 'answer',
    steps: async (page) => {
      await button(page, say('file-take')).click();
      await button(page, say('change-plan')).click();
      await field(page, say('time-label')).fill('14:00');
      await button(page, say('form-submit-change')).click();
      await button(page, say('share-changed', { name: LEE })).click();
    },
  },
  record: {
    after: 'change',
    steps: async (page) => {
      await button(page, say('edit-done')).click();
      await begin(page);
      await button(page, say('write-next-step')).click();
      await field(page, say('next-step-label')).fill(`${LONG} ${LONG}`);
      await button(page, say('keep')).click();
      await button(page, say('end-early')).click();
      await button(page, say('send-to', { name: LEE })).click();
    },
  },
  cancellation: {
    after: 'change',
    steps: async (page) => {
      await button(page, say('edit-done')).click();
      await button(page, say('delete')).click();
      await button(page, say('share-cancelled', { name: LEE })).click();
    },
  },
  question: {
    steps: async (page) => {
      await button(page, say('ask-one')).click();
      await field(page, say('who-coaches')).fill(LONG);
      await field(page, say('own-name-label')).fill(PLAN.seller);
      await field(page, say('topic-first')).fill(`${LONG} ${LONG}`);
      await button(page, say('ask-next')).click();
    },
  },
};

interface Shared {
  /** Returns a scene, made at its first use. */
  scene: (name: SceneName) => Promise<Scene>;
}

export const test = base.extend<object, Shared>({
  scene: [
    async ({ browser }, use) => {
      const known = new Map<SceneName, Promise<Scene>>();
      const scene = (name: SceneName): Promise<Scene> => {
        const made = known.get(name) ?? make(SCENES[name], name === 'planned');
        known.set(name, made);
        return made;
      };
      const make = async ({ after, opens, steps }: Making, silent: boolean): Promise<Scene> => {
        const records = after && (await scene(after)).records;
        const address = opens && (await scene(opens)).link;
        const stage = await Stage.set(browser, { ...CONTEXT, ...CLIPBOARD, records });
        const page = await stage.open({ address });
        await steps(page);
        const link = silent ? '' : await copied(page);
        const stored = await storedIn(page);
        await stage.context.close();
        stage.check();
        return { records: stored, link };
      };
      await use(scene);
    },
    { scope: 'worker' },
  ],
});

export { expect };
