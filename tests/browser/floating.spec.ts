// The floating clock: a small window above all others, in step with the page, with nothing in it that is for one alone.

import {
  MINUTE,
  begin, button, digits, expect, field, heading, plan, say, start, test,
  type Page,
} from './fixtures';

/** Returns a text or an attribute of the first element in the window that matches; undefined if there is none, or no window. */
const shown = (page: Page, css: string) =>
  page.evaluate((css) => {
    const { window } = (globalThis as any).documentPictureInPicture;
    const part = window?.document.querySelector('.floating-clock').shadowRoot.querySelector(css);
    return part && !part.hidden ? (part.textContent as string) : undefined;
  }, css);

const isOpen = (page: Page) => page.evaluate(() => Boolean((globalThis as any).documentPictureInPicture.window));

/** Presses a button in the window. */
const press = (page: Page, css: string) =>
  page.evaluate((css) => {
    const { window } = (globalThis as any).documentPictureInPicture;
    window.document.querySelector('.floating-clock').shadowRoot.querySelector(css).click();
  }, css);

test('floating clock is in step with the page', async ({ stage }) => {
  const page = await stage.open();
  await start(page);
  await button(page, say('float-open')).click();
  await expect.poll(() => shown(page, '.digits')).toBe('3:00');
  expect(await shown(page, '.item-title')).toBe(say('item-open'));
  expect(await shown(page, '.prompt-words')).toBe(await page.locator('#question').innerText());
  await stage.skip(MINUTE);
  await expect.poll(() => shown(page, '.digits')).toBe('2:00');
  await press(page, '.primary');
  await expect(heading(page, say('early-first'))).toBeVisible();
  await press(page, '.primary');
  await expect.poll(() => shown(page, '.item-title'), 'a second press at once is the same one').toBe(say('early-first'));
  await expect.poll(() => shown(page, '.digits')).toBe('20:00');
  await press(page, '.button:not(.primary)');
  await expect(field(page, say('next-step-label'))).toBeFocused();
  await button(page, say('pause')).click();
  await expect.poll(() => shown(page, '.caption')).toBe(say('time-paused'));
});

test('floating clock looks like the page', async ({ stage }) => {
  const page = await stage.open();
  await page.locator('coaching-session').evaluate((element) => element.style.setProperty('--coaching-accent', '#7a1fa2'));
  await start(page);
  await button(page, say('float-open')).click();
  await expect.poll(() => shown(page, '.digits')).toBe('3:00');
  const colour = await page.evaluate(() => {
    const { window } = (globalThis as any).documentPictureInPicture;
    const root = window.document.querySelector('.floating-clock').shadowRoot;
    return window.getComputedStyle(root.querySelector('.primary')).backgroundColor;
  });
  expect(colour).toBe('rgb(122, 31, 162)');
});

test('floating clock closes with the session and with the widget', async ({ stage }) => {
  const page = await stage.open();
  await start(page);
  await button(page, say('float-open')).click();
  await expect.poll(() => isOpen(page)).toBe(true);
  await page.evaluate(() => (globalThis as any).documentPictureInPicture.window.close());
  await expect(button(page, say('float-open')), 'the person closed it').toBeVisible();
  await button(page, say('float-open')).click();
  await expect.poll(() => isOpen(page)).toBe(true);
  await page.getByRole('button', { name: say('end-early') }).filter({ visible: true }).click();
  await expect.poll(() => isOpen(page), 'the session is over').toBe(false);
  await button(page, say('clock-undo-end')).click();
  await expect(digits(page)).toBeVisible();
  await button(page, say('float-open')).click();
  await expect.poll(() => isOpen(page)).toBe(true);
  await page.locator('coaching-session').evaluate((element) => element.remove());
  await expect.poll(() => isOpen(page), 'the widget is gone').toBe(false);
});

test('floating clock holds nothing for one alone', async ({ stage }) => {
  const page = await stage.open();
  await plan(page);
  await button(page, say('no')).click();
  await begin(page);
  await button(page, say('write-note')).click();
  await button(page, say('only-me')).click();
  await field(page, say('shared-note-label')).fill('Lee looks tired');
  await button(page, say('keep')).click();
  await expect(page.getByText('Lee looks tired')).toBeVisible();
  await button(page, say('float-open')).click();
  await expect.poll(() => shown(page, '.digits')).toBe('3:00');
  const whole = await page.evaluate(() => {
    const { document } = (globalThis as any).documentPictureInPicture.window;
    return document.title + document.documentElement.outerHTML + document.querySelector('.floating-clock').shadowRoot.innerHTML;
  });
  expect(whole).not.toContain('Lee looks tired');
  expect(whole).not.toMatch(/only me|private|alone|listen for/i);
});

test('browser without such windows has no button', async ({ setStage }) => {
  const stage = await setStage({ init: () => Object.defineProperty(window, 'documentPictureInPicture', { value: undefined }) });
  const page = await stage.open();
  await start(page);
  await expect(button(page, say('shared-open'))).toBeVisible();
  await expect(button(page, say('float-open'))).toHaveCount(0);
});
