// By keyboard alone: each story goes by Tab, Enter and Space, the focus is always seen, and never lost.

import {
  MINUTE, PREFIX,
  button, digits, expect, field, heading, radio, starter,
  type Locator, type Name, type Page,
} from './fixtures';
import { test } from './scenes';

/** The element that has the keyboard. */
interface Focus {
  name: string;
  /** Its kind of element, `nowhere` where nothing has the keyboard. */
  kind: string;
  /** Whether a ring is drawn around it. */
  ringed: boolean;
  /** Whether some of it is in sight. */
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
  await hands.press('Plan a session', 'Enter', heading(page, 'Plan a coaching session'));
  await hands.to('Who will you coach?');
  await hands.type('Lee Park');
  await hands.to('Date');
  // A day and month that read alike in either order.
  await page.keyboard.type('05052026');
  await hands.to('Time');
  await page.keyboard.type('1000AM');
  await expect(field(page, 'Date')).toHaveValue('2026-05-05');
  await expect(field(page, 'Time')).toHaveValue('10:00');
  await hands.press('Change', 'Space', field(page, 'Minutes'));
  await expect(radio(page, 'Early opportunity')).toBeFocused();
  await hands.to('Minutes');
  await hands.type('45');
  await hands.press('Show less', 'Space');
  await expect(field(page, 'Minutes')).toHaveCount(0);
  await hands.press('Plan this session', 'Enter', starter(page));
  await expect(heading(page, 'Lee Park')).toBeFocused();
});

test('enter in a field sends the form or focuses what is missing', async ({ stage }) => {
  const page = await stage.open();
  const hands = new Hands(page);
  await hands.press('Plan a session', 'Space', heading(page, 'Plan a coaching session'));
  await hands.to('Who will you coach?');
  await hands.type('Lee Park');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Choose a date.')).toBeVisible();
  await expect(field(page, 'Date')).toBeFocused();
});

test('agenda is edited by keyboard alone', async ({ setStage, scene }) => {
  const { records } = await scene('planned');
  const stage = await setStage({ records });
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
  await expect(button(page, 'Remove: Hansen')).toHaveCount(0);
  await hands.press('Add an item', 'Enter', field(page, 'Name of item 3'));
  await expect(field(page, 'Name of item 3')).toBeFocused();
  await hands.press('Fit it to 45 minutes', 'Enter');
  await hands.press(/^Undo/, 'Enter');
  await hands.press(/^Undo/, 'Enter');
  await hands.press('Done', 'Enter', starter(page));
});

test('session runs from start to end by keyboard alone', async ({ setStage, scene }) => {
  const { records } = await scene('planned');
  const stage = await setStage({ records });
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
});

test('session is deleted and brought back by keyboard alone', async ({ setStage, scene }) => {
  const { records } = await scene('planned');
  const stage = await setStage({ records });
  const page = await stage.open();
  const hands = new Hands(page);
  await hands.press('All sessions', 'Enter', heading(page, 'Next'));
  await hands.press(/^Delete/, 'Enter', button(page, 'Undo'));
  await hands.press('Undo', 'Enter', heading(page, 'Next'));
  await hands.press(/Lee Park/, 'Enter', starter(page));
});

test('question about the clock is answered by keyboard alone', async ({ setStage, scene }) => {
  const { records } = await scene('planned');
  const stage = await setStage({ records });
  const page = await stage.open();
  const hands = new Hands(page);
  await hands.press('We both know: start', 'Enter', digits(page));
  await stage.skip(14 * MINUTE);
  await hands.press('We were away', 'Enter');
  await hands.press('Undo the last answer', 'Enter');
  await hands.press('We kept talking', 'Enter');
});

test('notice is put away by keyboard alone', async ({ setStage, scene }) => {
  const { records } = await scene('planned');
  const stage = await setStage({ records: { ...records, [`${PREFIX}settings`]: 'garbage' } });
  const page = await stage.open();
  const hands = new Hands(page);
  await hands.press('Got it', 'Enter');
  await expect(page.locator('.notice')).toHaveCount(0);
  await hands.press('We both know: start', 'Enter', digits(page));
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
  await hands.press('Edit the agenda', 'Enter', heading(page, 'Edit the agenda'));
  await walk('agenda');
  await hands.press('Done', 'Enter', starter(page));
  await hands.press('We both know: start', 'Enter', digits(page));
  await walk('run');
  const summary = page.locator('summary');
  await summary.focus();
  await page.keyboard.press('Enter');
  await expect(page.locator('.fold .rail-item').first()).toBeVisible();
  await page.keyboard.press('Space');
  await expect(page.locator('.fold .rail-item').first()).toBeHidden();
  await hands.press('All sessions', 'Enter', heading(page, 'On now'));
  await hands.press('Plan a session', 'Enter', heading(page, 'Plan a coaching session'));
  await hands.press('Change', 'Enter', field(page, 'Minutes'));
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
  await click('We both know: start', digits(page));
  await click('Next: First opportunity', heading(page, 'First opportunity'));
  await click('Pause', button(page, 'Resume'));
  await click('Resume', button(page, 'Pause'));
  await click('Skip', heading(page, 'Second opportunity'));
});
