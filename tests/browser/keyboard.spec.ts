// By keyboard alone: each story goes by Tab, Enter and Space, the focus is always seen, and never lost.

import {
  MINUTE,
  begins, button, digits, expect, field, heading, letPass, like, nameOf, radio, say, starter,
  type Locator, type Name, type Page,
} from './fixtures';
import { test } from './scenes';

/** The focused element. */
interface Focus {
  name: string;
  /** Kind of the element; `nowhere` without a focus. */
  kind: string;
  /** True if a ring is drawn around the element. */
  ringed: boolean;
  /** True if a part of the element is in sight. */
  uncovered: boolean;
}

const focus = (page: Page): Promise<Focus> =>
  page.evaluate(() => {
    const root = document.activeElement?.shadowRoot;
    const active = root?.activeElement;
    if (!root || !active) return { name: '', kind: 'nowhere', ringed: false, uncovered: false };
    const name = active.getAttribute('aria-label') ?? (active as HTMLInputElement).labels?.[0]?.textContent ?? active.textContent;
    const style = getComputedStyle(active);
    const box = active.getBoundingClientRect();
    const shares = [0.1, 0.5, 0.9];
    const points = shares.flatMap((x) => shares.map((y): [number, number] => [box.left + box.width * x, box.top + box.height * y]));
    const uncovered = points.some(([x, y]) => {
      const top = root.elementFromPoint(x, y);
      return top === active || active.contains(top);
    });
    return {
      name: name.replace(/[\u2066-\u2069]/g, '').trim(),
      kind: active.localName,
      ringed: style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2,
      uncovered,
    };
  });

const matches = (name: string, expected: Name) => (expected instanceof RegExp ? expected.test(name) : name === expected);

/** A person with a keyboard and nothing else. */
class Hands {
  constructor(readonly page: Page) {}

  /** Asserts that the focus is seen. */
  expectSeen({ name, kind, ringed, uncovered }: Focus, where = '') {
    expect.soft(ringed, `a ring around ${kind} ${name} ${where}`).toBe(true);
    expect.soft(uncovered, `${kind} ${name} in sight ${where}`).toBe(true);
  }

  /** Goes by Tab until there. */
  async to(name: Name) {
    const passed = new Set<string>();
    for (let steps = 0; steps < 60; steps += 1) {
      const here = await focus(this.page);
      if (here.kind !== 'h1' && matches(here.name, name)) return this.expectSeen(here);
      passed.add(here.name || here.kind);
      await this.page.keyboard.press('Tab');
    }
    throw new Error(`Tab never came to ${name}, but to: ${[...passed].join(', ')}`);
  }

  /** Goes there, presses the key, waits until `done` is there, and asserts that something has the keyboard then. */
  async press(name: Name, key = 'Enter', done?: Locator) {
    await this.to(name);
    await this.page.keyboard.press(key);
    if (done) await expect(done).toBeVisible();
    await this.settle();
    expect.soft((await focus(this.page)).kind, `the keyboard after ${name}`).not.toBe('nowhere');
  }

  /** Lets everything that a press set off get its turn. */
  async settle() {
    await this.page.evaluate(
      () =>
        new Promise<void>((resolve) => {
          const { port1, port2 } = new MessageChannel();
          port1.onmessage = () => resolve();
          port2.postMessage(0);
        }),
    );
  }

  async type(text: string) {
    await this.page.keyboard.press('Control+A');
    await this.page.keyboard.type(text);
  }
}

test('session is planned by keyboard alone', async ({ stage }) => {
  const page = await stage.open();
  const hands = new Hands(page);
  await hands.press(say('plan-one'), 'Enter', heading(page, say('form-heading')));
  await hands.to(say('seller-label'));
  await hands.type('Lee Park');
  await hands.to(say('date-label'));
  // A day and month that read alike in either order.
  await page.keyboard.type('05052026');
  await hands.to(say('time-label'));
  await page.keyboard.type('1000AM');
  await expect(field(page, say('date-label'))).toHaveValue('2026-05-05');
  await expect(field(page, say('time-label'))).toHaveValue('10:00');
  await hands.press(say('defaults-change'), 'Space', field(page, say('minutes-label')));
  await expect(radio(page, say('type-opportunity-early'))).toBeFocused();
  await hands.to(say('minutes-label'));
  await hands.type('45');
  await hands.press(say('defaults-close'), 'Space');
  await expect(field(page, say('minutes-label'))).toHaveCount(0);
  await hands.press(say('form-submit'), 'Enter', starter(page));
  await expect(heading(page, 'Lee Park')).toBeFocused();
});

test('enter in a field sends the form or focuses what is missing', async ({ stage }) => {
  const page = await stage.open();
  const hands = new Hands(page);
  await hands.press(say('plan-one'), 'Space', heading(page, say('form-heading')));
  await hands.to(say('seller-label'));
  await hands.type('Lee Park');
  await page.keyboard.press('Enter');
  await expect(page.getByText(say('complain-date'))).toBeVisible();
  await expect(field(page, say('date-label'))).toBeFocused();
});

test('agenda is edited by keyboard alone', async ({ setStage, scene }) => {
  const { records } = await scene('planned');
  const stage = await setStage({ records });
  const page = await stage.open();
  const hands = new Hands(page);
  await hands.press(say('agenda-edit'), 'Enter', heading(page, say('edit-heading')));
  await hands.to(say('item-title-label', { number: 2 }));
  await hands.type('Hansen');
  await hands.to(say('item-minutes-label', { number: 2 }));
  await hands.type('25');
  await hands.press(say('move-up', { title: say('early-second') }), 'Space', button(page, say('move-down', { title: say('early-second') })));
  await hands.press(say('move-up', { title: say('early-second') }), 'Space');
  await hands.press(say('remove', { title: 'Hansen' }), 'Enter');
  await expect(button(page, say('remove', { title: 'Hansen' }))).toHaveCount(0);
  await hands.press(say('add-item'), 'Enter', field(page, say('item-title-label', { number: 3 })));
  await expect(field(page, say('item-title-label', { number: 3 }))).toBeFocused();
  await hands.press(say('fit', { booked: 45 }), 'Enter');
  await hands.press(begins('undo'), 'Enter');
  await hands.press(begins('undo'), 'Enter');
  await hands.press(say('edit-done'), 'Enter', starter(page));
});

test('session runs from start to end by keyboard alone', async ({ setStage, scene }) => {
  const { records } = await scene('planned');
  const stage = await setStage({ records });
  const page = await stage.open();
  const hands = new Hands(page);
  await hands.press(say('start-ahead'), 'Enter', digits(page));
  await letPass(page);
  await hands.press(say('next', { title: say('early-first') }), 'Enter', heading(page, say('early-first')));
  await hands.press(say('pause'), 'Space', button(page, say('resume')));
  await hands.press(say('resume'), 'Space', button(page, say('pause')));
  await hands.press(begins('extend-by', { minutes: 1 }), 'Enter', button(page, say('clock-undo-extend', { minutes: 1 })));
  await hands.press(begins('extend-by', { minutes: 5 }), 'Enter', button(page, say('clock-undo-extend', { minutes: 5 })));
  await hands.press(say('clock-undo-extend', { minutes: 5 }), 'Enter', button(page, say('clock-undo-extend', { minutes: 1 })));
  await hands.press(say('back'), 'Enter', heading(page, say('item-open')));
  await letPass(page);
  await hands.press(say('next', { title: say('early-first') }), 'Enter', heading(page, say('early-first')));
  await letPass(page);
  await hands.press(say('skip'), 'Enter', heading(page, say('early-second')));
  await letPass(page);
  await hands.press(say('next', { title: say('item-next-steps') }), 'Enter', heading(page, say('item-next-steps')));
  await letPass(page);
  await hands.press(say('next', { title: say('item-close') }), 'Enter', heading(page, say('item-close')));
  await letPass(page);
  await hands.press(say('finish'), 'Enter', page.getByRole('table'));
  await hands.press(say('clock-undo-end'), 'Enter', digits(page));
  await letPass(page);
  await hands.press(say('finish'), 'Enter', page.getByRole('table'));
  await hands.press(say('another-time'), 'Enter', heading(page, say('form-heading')));
  await hands.press(say('cancel'), 'Enter', heading(page, say('group-undated')));
});

test('session is deleted and brought back by keyboard alone', async ({ setStage, scene }) => {
  const { records } = await scene('planned');
  const stage = await setStage({ records });
  const page = await stage.open();
  const hands = new Hands(page);
  await hands.press(say('back-home'), 'Enter', heading(page, say('group-week')));
  await hands.press(say('home-of', { seller: 'Lee Park' }), 'Enter', heading(page, say('group-next')));
  await hands.press(like('row-delete'), 'Enter', button(page, say('undo')));
  await hands.press(say('undo'), 'Enter', heading(page, say('group-week')));
  await hands.press(like('row-open-long'), 'Enter', starter(page));
});

test('question about the clock is answered by keyboard alone', async ({ setStage, scene }) => {
  const { records } = await scene('planned');
  const stage = await setStage({ records });
  const page = await stage.open();
  const hands = new Hands(page);
  await hands.press(say('start-ahead'), 'Enter', digits(page));
  await stage.skip(14 * MINUTE);
  await hands.press(say('unseen-away'), 'Enter');
  await hands.press(say('clock-undo-answer'), 'Enter');
  await hands.press(say('unseen-stayed'), 'Enter');
});

test('notice is put away by keyboard alone', async ({ setStage, scene }) => {
  const { records } = await scene('planned');
  const stage = await setStage({ records: { ...records, [nameOf('settings')]: 'garbage' } });
  const page = await stage.open();
  const hands = new Hands(page);
  await hands.press(say('dismiss'), 'Enter');
  await expect(page.locator('.notice')).toHaveCount(0);
  await hands.press(say('start-ahead'), 'Enter', digits(page));
});

test('focus on a narrow screen is never covered', async ({ setStage, scene }) => {
  const { records } = await scene('planned');
  const stage = await setStage({ records, viewport: { width: 320, height: 480 } });
  const page = await stage.open();
  const hands = new Hands(page);
  /** Goes through a screen by Tab alone. */
  const walk = async (where: string) => {
    const seen = new Set<string>();
    for (let steps = 0; steps < 60; steps += 1) {
      await page.keyboard.press('Tab');
      const here = await focus(page);
      if (here.kind === 'nowhere') break;
      const called = `${here.kind} ${here.name}`;
      if (!seen.has(called)) hands.expectSeen(here, where);
      seen.add(called);
    }
    expect(seen.size, where).toBeGreaterThan(3);
  };
  await walk('plan');
  await hands.press(say('agenda-edit'), 'Enter', heading(page, say('edit-heading')));
  await walk('agenda');
  await hands.press(say('edit-done'), 'Enter', starter(page));
  await hands.press(say('start-ahead'), 'Enter', digits(page));
  await walk('run');
  const summary = page.locator('.fold summary');
  await summary.focus();
  await page.keyboard.press('Enter');
  await expect(page.locator('.fold .rail-item').first()).toBeVisible();
  await page.keyboard.press('Space');
  await expect(page.locator('.fold .rail-item').first()).toBeHidden();
  await hands.press(say('back-home'), 'Enter', heading(page, say('group-week')));
  await hands.press(say('plan-one'), 'Enter', heading(page, say('form-heading')));
  await hands.press(say('defaults-change'), 'Enter', field(page, say('minutes-label')));
  await walk('form');
});

test('click by mouse keeps the keyboard', async ({ setStage, scene }) => {
  const { records } = await scene('planned');
  const stage = await setStage({ records });
  const page = await stage.open();
  const click = async (name: string, done: Locator) => {
    await button(page, name).click();
    await expect(done).toBeVisible();
    expect.soft((await focus(page)).kind, `the keyboard after ${name}`).not.toBe('nowhere');
  };
  await click(say('start-ahead'), digits(page));
  await letPass(page);
  await click(say('next', { title: say('early-first') }), heading(page, say('early-first')));
  await click(say('pause'), button(page, say('resume')));
  await click(say('resume'), button(page, say('pause')));
  await letPass(page);
  await click(say('skip'), heading(page, say('early-second')));
});
