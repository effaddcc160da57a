// The look: one edge for words and buttons, targets under a mouse, long and foreign names, reduced
// motion, forced colours, right to left.

import {
  LEE, PLAN, SECOND,
  begin, begins, boxOf, button, caption, digits, expect, field, fillForm, heading, hours, like, next, plan, say, starter, widget,
  type Locator, type Page,
} from './fixtures';
import { MOUSE, expectFit, setTextSize } from './layout';
import { test, type SceneName } from './scenes';
import { TEAM, team } from './screens';

test('invitation on the narrowest phone shows field and answers', async ({ setStage, invitation }) => {
  const stage = await setStage({ viewport: { width: 320, height: 720 }, hasTouch: true, isMobile: true });
  const page = await stage.open({ address: invitation });
  const topic = await boxOf(field(page, say('topic-first')));
  const names = [say('not-yet-bring'), say('another-time')];
  const answers = await Promise.all(names.map((name) => boxOf(button(page, name))));
  for (const { y, height } of answers) {
    expect(y, 'each answer is below the whole field').toBeGreaterThanOrEqual(topic.y + topic.height);
    expect(y + height, 'each answer is in sight').toBeLessThanOrEqual(720);
  }
  expect(topic.y, 'the field is in sight').toBeGreaterThanOrEqual(0);
});

/** Returns the left edge of an element's text, in pixels. */
const edge = (locator: Locator) =>
  locator.first().evaluate((element) => {
    const range = document.createRange();
    range.selectNodeContents(element);
    return range.getBoundingClientRect().left;
  });

const COLUMNS: Record<string, { after: SceneName; column: (page: Page) => Locator[] }> = {
  'the list': {
    after: 'planned',
    column: (page) => [heading(page, say('group-week')), page.getByText(say('pasted-title')), button(page, say('ask-one'))],
  },
  'what goes out': {
    after: 'invitation',
    column: (page) => [heading(page, say('share-invite', { name: LEE })), heading(page, say('names-heading'))],
  },
  'a planned session': { after: 'planned', column: (page) => [heading(page, say('agenda-heading')), button(page, say('edit-heading'))] },
};

for (const [name, { after, column }] of Object.entries(COLUMNS)) {
  test(`words and buttons of ${name} begin at one edge`, async ({ setStage, scene }) => {
    const { records } = await scene(after);
    const stage = await setStage({ records });
    const page = await stage.open();
    if (name === 'the list') await button(page, say('back-home')).click();
    for (const width of [1280, 768, 320]) {
      await page.setViewportSize({ width, height: 860 });
      const edges = await Promise.all(column(page).map(edge));
      expect(Math.max(...edges) - Math.min(...edges), `${edges} at ${width}`).toBeLessThanOrEqual(1.5);
    }
  });
}

test('targets under a mouse are at least 24 px wide and high', async ({ setStage, scene }) => {
  const { records } = await scene('planned');
  const stage = await setStage({ records });
  const page = await stage.open();
  const check = () => expectFit(page, MOUSE);
  await check();
  await button(page, say('agenda-edit')).click();
  await check();
  await button(page, say('edit-done')).click();
  await begin(page);
  await expect(digits(page)).toBeVisible();
  await check();
  await button(page, say('back-home')).click();
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
  test(`name ${kind} is text everywhere and fits`, async ({ setStage }) => {
    const stage = await setStage({ viewport: { width: 320, height: 720 } });
    const page = await stage.open();
    const fits = async (where: string, isTyped = false) => {
      const shown = await widget(page).evaluate((frame) => (frame.textContent ?? '').replace(/[\u2066-\u2069]/g, ''));
      if (!isTyped) expect(shown, `it is shown in ${where}`).toContain(name);
      for (const size of [100, 200]) {
        await setTextSize(page, size);
        await expectFit(page, MOUSE, `${where} at ${size} %`);
      }
      await setTextSize(page, 100);
    };
    await fillForm(page, { seller: name, date: '2026-05-05', time: '10:00' });
    await button(page, say('defaults-change')).click();
    await field(page, begins('place-label')).fill(name);
    await field(page, begins('own-name-label')).fill(name);
    await fits('the form', true);
    await button(page, say('form-submit')).click();
    // The two have one name.
    await button(page, say('plan-anyway')).click();
    await expect(starter(page)).toBeVisible();
    await fits('the plan');
    await button(page, say('agenda-edit')).click();
    await field(page, say('item-title-label', { number: 1 })).fill(name);
    await field(page, say('item-title-label', { number: 2 })).fill(name);
    await fits('the agenda editor');
    await button(page, say('edit-done')).click();
    await button(page, say('back-home')).click();
    await expect(heading(page, say('group-week'))).toBeVisible();
    await fits('the list');
    await page.locator('.row-open').click();
    await begin(page);
    await expect(digits(page)).toBeVisible();
    await fits('the running session');
    await button(page, say('end-early')).click();
    await expect(page.getByRole('table')).toBeVisible();
    await fits('the session that is over');
    expect(await page.evaluate(() => 'ran' in globalThis), 'a script in the name ran').toBe(false);
    await expect(widget(page).locator('script, img, b')).toHaveCount(0);
  });
}

test('reduced motion moves nothing', async ({ setStage, scene }) => {
  const { records } = await scene('planned');
  const stage = await setStage({ records, reducedMotion: 'reduce' });
  const page = await stage.open();
  const still = async () => {
    const moving = await page.locator('coaching-session').evaluate(({ shadowRoot }) => {
      const slow = [...shadowRoot!.querySelectorAll('*')].filter((element) => {
        const style = getComputedStyle(element);
        return parseFloat(style.transitionDuration) > 0.01 || style.animationName !== 'none' || style.scrollBehavior === 'smooth';
      });
      const named = slow.map((element) => `${element.localName}.${element.getAttribute('class')}`);
      return [...named, ...[...document.getAnimations(), ...shadowRoot!.getAnimations()].map(String)];
    });
    expect(moving).toEqual([]);
  };
  await still();
  await begin(page);
  await expect(digits(page)).toBeVisible();
  await stage.pass(5 * SECOND);
  await still();
  await button(page, say('pause')).click();
  await expect(caption(page)).toHaveText(say('time-paused'));
  await still();
  await button(page, say('back-home')).click();
  await button(page, say('plan-one')).click();
  await expect(field(page, say('date-label'))).toBeVisible();
  await still();
});

test('forced colours keep the borders of buttons apart', async ({ setStage, scene }) => {
  const { records } = await scene('planned');
  const stage = await setStage({ records, forcedColors: 'active' });
  const page = await stage.open();
  const border = (locator: Locator) =>
    locator.evaluate((element) => {
      const { borderTopStyle, borderTopWidth } = getComputedStyle(element);
      return { style: borderTopStyle, width: parseFloat(borderTopWidth) };
    });
  const first = await border(starter(page));
  expect(first.style).toBe('solid');
  expect(first.width).toBeGreaterThanOrEqual(1);
  await begin(page);
  await expect(digits(page)).toBeVisible();
  const primary = await border(button(page, like('next')));
  const plain = await border(button(page, say('pause')));
  expect(primary.style).toBe('solid');
  expect(primary.width, 'the way on is told from the rest without its fill').toBeGreaterThan(plain.width);
  const picture = await page.screenshot();
  expect(picture.length, 'bytes of a picture with something on it').toBeGreaterThan(5000);
});

test('right to left puts the agenda on the other side and fits', async ({ setStage, scene }) => {
  const { records } = await scene('planned');
  const stage = await setStage({ records });
  const page = await stage.open();
  const setDirection = (direction: string) => page.locator('coaching-session').evaluate((element, direction) => element.setAttribute('dir', direction), direction);
  const boxes = () => Promise.all([boxOf(page.getByRole('navigation', { name: say('agenda-heading') })), boxOf(page.getByRole('timer'))]);
  await setDirection('rtl');
  const fits = async () => {
    for (const width of [1280, 320]) {
      await page.setViewportSize({ width, height: 800 });
      await expectFit(page, MOUSE, `at ${width}`);
    }
    await page.setViewportSize({ width: 1280, height: 800 });
  };
  await fits();
  await button(page, say('agenda-edit')).click();
  await fits();
  await button(page, say('edit-done')).click();
  await begin(page);
  await expect(digits(page)).toBeVisible();
  await fits();
  const [rail, face] = await boxes();
  expect(rail.x, 'the rail is on the right').toBeGreaterThan(face.x + face.width);
  await setDirection('ltr');
  const [left, right] = await boxes();
  expect(left.x + left.width, 'and on the left otherwise').toBeLessThanOrEqual(right.x);
});

for (const width of [320, 375]) {
  test(`topic at the opening and the kicker are whole at ${width}`, async ({ stage }) => {
    const page = await stage.open();
    await page.setViewportSize({ width, height: 667 });
    await plan(page);
    const kicker = page.locator('.kicker').first();
    const line = await kicker.evaluate((element) => parseFloat(getComputedStyle(element).lineHeight));
    expect((await boxOf(kicker)).height, 'the kicker takes one line').toBeLessThan(1.5 * line);
    await button(page, say('prepare-as', { name: LEE })).click();
    await button(page, say('i-am', { name: LEE })).click();
    await field(page, say('topic-first')).fill('Northwind has gone quiet since the trial');
    await button(page, say('ready-seller')).click();
    await begin(page);
    const isWhole = () => page.locator('.agreed').evaluate((part) => part.scrollHeight <= part.clientHeight);
    expect(await isWhole(), 'with the button').toBe(true);
    await next(page);
    await next(page);
    expect(await isWhole(), 'beside another topic').toBe(true);
    await expect(page.locator('.prompt-words')).toBeInViewport();
  });
}

const PLACES = { 'of 200 characters': 'Room 4 on the left '.repeat(11).slice(0, 200), 'without a space': 'x'.repeat(2_000) };
const WINDOWS = [[320, 568], [375, 667], [1366, 650]] as const;

for (const [name, place] of Object.entries(PLACES)) {
  test(`place ${name} keeps the finish time in view`, async ({ stage }) => {
    const page = await stage.open();
    await fillForm(page);
    await button(page, say('defaults-change')).click();
    await field(page, begins('place-label')).fill(place);
    await button(page, say('form-submit')).click();
    const shown = page.locator('.place');
    for (const [width, height] of WINDOWS) {
      await page.setViewportSize({ width, height });
      expect((await boxOf(shown)).height, `planned at ${width}`).toBeLessThan(80);
      await expectFit(page, MOUSE, `planned at ${width}`);
    }
    await begin(page);
    for (const [width, height] of WINDOWS) {
      await page.setViewportSize({ width, height });
      await expect(page.locator('.finish-about'), `at ${width}`).toBeInViewport({ ratio: 1 });
      await expect(digits(page), `at ${width}`).toBeInViewport({ ratio: 1 });
      await expectFit(page, MOUSE, `running at ${width}`);
    }
    const isWhole = () => shown.locator('summary').evaluate((summary) => summary.scrollHeight <= summary.clientHeight + 1);
    expect(await isWhole(), 'its beginning at first').toBe(false);
    await shown.locator('summary').click();
    expect(await isWhole(), 'and all of it when asked for').toBe(true);
  });
}

test('name with turning characters leaves the sentence alone', async ({ stage }) => {
  const page = await stage.open();
  await fillForm(page, { ...PLAN, seller: '\u2069\u202eLee\u202e \u2067Park' });
  await field(page, say('own-name-label')).fill('\u202eMaria');
  await button(page, say('form-submit')).click();
  const title = heading(page, say('session-title', { seller: 'Lee Park', manager: 'Maria' }));
  await expect(title).toBeVisible();
  expect(await widget(page).textContent()).not.toMatch(/[\u202a-\u202e\u2066-\u2069]/);
  const lefts = await title.evaluate((element) => {
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    const texts: Node[] = [];
    while (walker.nextNode()) texts.push(walker.currentNode);
    return ['Lee', 'Park', 'with', 'Maria'].map((word) => {
      const range = document.createRange();
      const text = texts.find((node) => node.textContent!.includes(word))!;
      const at = text.textContent!.indexOf(word);
      range.setStart(text, at);
      range.setEnd(text, at + word.length);
      return range.getBoundingClientRect().left;
    });
  });
  expect(lefts, 'the words stand in their order').toEqual([...lefts].sort((one, other) => one - other));
});

test('form shows the place and the main button without scrolling', async ({ setStage, scene }) => {
  const stage = await setStage({ records: (await scene('planned')).records, viewport: { width: 1366, height: 650 } });
  const page = await stage.open();
  await button(page, say('back-home')).click();
  await button(page, say('plan-one')).click();
  const needed = [field(page, say('seller-label')), field(page, say('date-label')), field(page, begins('place-label')), field(page, begins('own-name-label')), button(page, say('form-submit'))];
  for (const what of needed) await expect(what).toBeInViewport({ ratio: 1 });
  expect(await page.evaluate(() => document.documentElement.scrollHeight), 'nothing to scroll').toBeLessThanOrEqual(650);
});

test('seven sellers stand on one screen, a line each', async ({ setStage, scene }) => {
  const stage = await setStage({ records: team((await scene('planned')).records), viewport: { width: 1366, height: 650 } });
  const page = await stage.open();
  const rows = page.locator('.row');
  await expect(rows).toHaveCount(7);
  await expect(rows.locator('.row-who')).toHaveText(TEAM.map(([seller]) => seller));
  for (const line of await rows.all()) {
    const { y, height } = await boxOf(line);
    expect(y + height, 'in sight without scrolling').toBeLessThanOrEqual(650);
    expect(height, 'a line').toBeLessThanOrEqual(56);
  }
  // The last session with a person takes no further line.
  const last = rows.nth(5).locator('.row-last');
  await expect(last).toBeVisible();
  expect((await boxOf(rows.nth(5))).height, 'a row with the last session').toBeLessThanOrEqual(56);
  const headings = ['home-steps', 'group-earlier', 'group-week', 'group-later', 'group-undated', 'weeks-heading'];
  await expect(page.getByRole('heading', { level: 2 })).toHaveText(headings.map((id) => say(id)));
  await expect(rows.nth(1).locator('.row-when')).toHaveText(new RegExp(`^${say('today-at', { time: hours('09:30') })}$`));
  await expect(rows.nth(1).locator('.row-detail')).toContainText('Northwind has gone quiet since the trial');
  await expect(button(page, say('delete'))).toHaveCount(0);
  await last.click();
  await expect(page.getByRole('table')).toBeVisible();
});
