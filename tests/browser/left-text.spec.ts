// The text of a screen that an error replaces: what storage may not hold is in the message, to be copied.

import { PROGRAM, button, digits, expect, field, next, say, start, test, type Place } from './fixtures';
import { STOPPED, TRAP, UNREACHED, alert, breakDrawing, message } from './stopping';

/** The field of a message that shows the text of the screen before it. */
const left = (at: Place, label: string) => field(alert(at), say(label));

test('text typed since the last save is in the message', async ({ setStage }) => {
  const stage = await setStage({ allows: TRAP, allowsLater: PROGRAM, permissions: ['clipboard-read', 'clipboard-write'] });
  const page = await stage.open();
  await start(page);
  await button(page, say('write-note')).click();
  await field(page, say('shared-note-label')).pressSequentially('She nodded at');
  const mend = await breakDrawing(page);
  await next(page);
  await expect(message(page)).toHaveText(STOPPED);
  const text = await left(page, 'left-fields').inputValue();
  expect(text).toContain(`${say('shared-note-label')}\nShe nodded at`);
  await mend();
  await button(page, say('copy-left')).click();
  await expect(alert(page).getByRole('status')).toHaveText(say('summary-copied'));
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(text);
  await button(page, say('start-again')).click();
  await expect(digits(page)).toBeVisible();
  await expect(alert(page)).toHaveCount(0);
});

test('text is still in the message if the new start fails', async ({ setStage }) => {
  const stage = await setStage({ allows: /./, allowsLater: PROGRAM });
  const page = await stage.open();
  await button(page, say('plan-one')).click();
  await field(page, say('seller-label')).pressSequentially('Grace');
  const mend = await breakDrawing(page);
  await button(page, say('form-submit')).click();
  await expect(left(page, 'left-fields')).toHaveValue(/Grace/);
  await mend();
  await stage.context.route(PROGRAM, (route) => route.abort());
  await button(page, say('start-again')).click();
  await expect(message(page)).toHaveText(UNREACHED);
  await expect(left(page, 'left-fields')).toHaveValue(/Grace/);
});

/** Denies each write, as a browser does in which the person blocked the data of pages. */
const denyWrites = () => {
  Storage.prototype.setItem = () => {
    throw new DOMException('Denied by the test.', 'SecurityError');
  };
};

test('message after an error says what was in memory alone', async ({ setStage }) => {
  const stage = await setStage({ allows: TRAP, allowsLater: PROGRAM, init: denyWrites });
  const page = await stage.open();
  await start(page);
  await button(page, say('write-note')).click();
  await field(page, say('shared-note-label')).fill('She nodded');
  await button(page, say('keep')).click();
  await breakDrawing(page);
  await next(page);
  await expect(message(page)).toHaveText(`${say('stopped')} ${say('stored-nothing')}`);
  await expect(left(page, 'left-screen')).toHaveValue(/She nodded/);
  await expect(button(page, say('save-file'))).toHaveCount(0);
});

test('message after an error tells of changes without room', async ({ setStage }) => {
  const stage = await setStage({ allows: TRAP, allowsLater: PROGRAM });
  const page = await stage.open();
  await start(page);
  await page.evaluate(denyWrites);
  await button(page, say('write-note')).click();
  await field(page, say('shared-note-label')).fill('She nodded');
  await button(page, say('keep')).click();
  await breakDrawing(page);
  await next(page);
  await expect(message(page)).toHaveText(`${STOPPED} ${say('stored-partly')}`);
  await expect(left(page, 'left-screen')).toHaveValue(/She nodded/);
  await expect(button(page, say('save-file'))).toBeVisible();
});
