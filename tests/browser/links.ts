// Links as people send them: made by the widget, copied, or photographed as a QR code. Holds no test.

import jsQR from 'jsqr';
import {
  LEE, PLAN, CONTEXT,
  begins, button, expect, field, fillForm, heading, like, say, test as base,
  type Name, type Page, type Place, type Steps,
} from './fixtures';
import { Stage } from './stage';

/** Options of a context in which pages read and write the clipboard. */
export const CLIPBOARD = { permissions: ['clipboard-read', 'clipboard-write'] };

export const MANAGER = 'Maria Silva';

/** The manager inside sentences. */
export const CALLED = 'Maria';

/** Plans a session as a manager with a name, and shows what goes to the seller. */
export const invite: Steps = async (page) => {
  await fillForm(page);
  await field(page, say('own-name-label')).fill(MANAGER);
  await button(page, say('form-submit')).click();
  await button(page, say('share-invite', { name: LEE })).click();
  await expect(heading(page, say('share-invite', { name: LEE }))).toBeVisible();
};

/** The heading of the invitation that `invite` makes, once it is opened. */
export const invitationHeading = (at: Place) => heading(at, say('invited-heading', { manager: MANAGER }));

export const readClipboard = (page: Page) => page.evaluate(async () => (await navigator.clipboard.readText()).replaceAll('\r', ''));

/** The button that copies text and link, which says so once something was copied. */
export const COPY_WORDS = new RegExp(`^${say('copy-words')}$|${like('copied-paste').source}`);

/** Presses a button that copies, and returns what is in the clipboard once the page says so. */
export async function copied(page: Page, name: Name = say('copy-link')): Promise<string> {
  await page.evaluate(() => navigator.clipboard.writeText('nothing yet'));
  await button(page, name).click();
  await expect.poll(() => readClipboard(page)).not.toBe('nothing yet');
  await expect(page.getByText(say('summary-copied'))).toBeVisible();
  return readClipboard(page);
}

/** Locks the link on the screen by a password. */
export async function lock(page: Page, password: string) {
  await button(page, say('other-ways')).click();
  await field(page, say('password-label')).fill(password);
  await button(page, say('lock')).click();
  await expect(page.getByText(begins('locked'))).toBeVisible();
}

/** Returns what another program reads in the QR code on the screen. */
export async function scanned(page: Page): Promise<string | undefined> {
  const picture = page.getByRole('img', { name: say('picture-name') });
  const { side, dark } = await picture.evaluate((element) => {
    const squares = Number(element.getAttribute('viewBox')!.split(' ')[2]);
    const scale = 3;
    const side = squares * scale;
    const canvas = Object.assign(document.createElement('canvas'), { width: side, height: side });
    const paper = canvas.getContext('2d')!;
    paper.scale(scale, scale);
    paper.fill(new Path2D(element.querySelector('path')!.getAttribute('d')!));
    const { data } = paper.getImageData(0, 0, side, side);
    return { side, dark: Array.from({ length: side * side }, (_, at) => (data[at * 4 + 3]! > 127 ? 1 : 0)).join('') };
  });
  const pixels = new Uint8ClampedArray(side * side * 4);
  for (const [at, mark] of [...dark].entries()) pixels.set(mark === '1' ? [0, 0, 0, 255] : [255, 255, 255, 255], at * 4);
  return jsQR(pixels, side, side)?.data;
}

interface Shared {
  /** An invitation as the manager copied it, made once for all tests of a worker. */
  invitation: string;
}

export const test = base.extend<object, Shared>({
  invitation: [
    async ({ browser }, use) => {
      const stage = await Stage.set(browser, { ...CONTEXT, ...CLIPBOARD });
      const page = await stage.open();
      await invite(page, stage);
      const link = await copied(page);
      await stage.context.close();
      stage.check();
      await use(link);
    },
    { scope: 'worker' },
  ],
});
