// A widget that cannot start: a file of it is gone from the server, the server cannot be reached, or the browser is too
// old. Each is told apart, in words.

import { expectAccessible } from './axe';
import { PROGRAM, button, expect, plan, say, starter, storedIn, test, type Page, type Stage } from './fixtures';
import { openHost } from './host';
import { KEPT, alert, message } from './stopping';

/** Opens the page with a planned session and then again, with every file of the program answered in another way. */
async function reopened(stage: Stage, answer: Parameters<Stage['context']['route']>[1]): Promise<Page> {
  const page = await stage.open();
  await plan(page);
  await stage.context.route(PROGRAM, answer);
  return stage.reload(page, alert);
}

const REMOVED: Record<string, Parameters<Stage['context']['route']>[1]> = {
  'is gone': (route) => route.fulfill({ status: 404, contentType: 'text/html', body: '<h1>Not found</h1>' }),
  'is a page in its place': (route) => route.fulfill({ contentType: 'text/html; charset=utf-8', body: '<p>The home page</p>' }),
};

for (const [what, answer] of Object.entries(REMOVED)) {
  test(`program that ${what} is told as an update`, async ({ setStage }) => {
    const stage = await setStage({ allows: /./, allowsLater: /./ });
    const page = await reopened(stage, answer);
    await expect(message(page)).toHaveText(`${say('page-updated')} ${KEPT}`);
    await expect(button(page, say('start-again'))).toHaveCount(0);
    // The heading of the page belongs to the widget, in whose place the message stands.
    await expectAccessible(page, ['page-has-heading-one']);
    await stage.context.unroute(PROGRAM);
    await button(page, say('load-again')).click();
    await expect(starter(page)).toBeVisible();
  });
}

test('program that cannot be reached is no update', async ({ setStage }) => {
  const stage = await setStage({ allows: /./, allowsLater: /./ });
  const page = await reopened(stage, (route) => route.abort());
  await expect(message(page)).toHaveText(`${say('not-reached')} ${KEPT}`);
  await expect(button(page, say('load-again'))).toHaveCount(0);
  await stage.context.unroute(PROGRAM);
  await button(page, say('start-again')).click();
  await expect(starter(page)).toBeVisible();
});

const LACKS: Record<string, () => unknown> = {
  WebAssembly: () => Reflect.deleteProperty(globalThis, 'WebAssembly'),
  'constructed stylesheets': () => Reflect.deleteProperty(CSSStyleSheet.prototype, 'replaceSync'),
  'light-dark()': () => {
    const { supports } = CSS;
    CSS.supports = (name: string, value?: string) => !value?.includes('light-dark') && supports(name, value!);
  },
};

for (const [feature, init] of Object.entries(LACKS)) {
  test(`browser without ${feature} is told that it is too old`, async ({ setStage }) => {
    const stage = await setStage({ init, allows: /lacks/, allowsLater: /./ });
    const errors = 'addEventListener("coaching-error", ({ detail }) => (globalThis.told = detail.kind))';
    const page = await openHost(stage, '<coaching-session loading="eager">Ask Kim for a printed agenda.</coaching-session>', errors);
    await page.setViewportSize({ width: 320, height: 720 });
    await expect(alert(page)).toHaveText(say('too-old'));
    await expect(page.getByText('Ask Kim for a printed agenda.')).toBeVisible();
    expect(await page.evaluate(() => (globalThis as any).told)).toBe('crash');
    const reason = await page.evaluate(() => (document.querySelector('coaching-session') as any).link().catch((error: Error) => error.message));
    expect(reason).toBe('<coaching-session>: the program could not be loaded');
    expect(stage.provoked.join()).toContain(`this browser lacks ${feature}`);
    expect(stage.later.filter((path) => PROGRAM.test(path))).toEqual([]);
    expect(await storedIn(page)).toEqual({});
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
  });
}
