// The page and its policy: the widget is one element in an open shadow root, asks for nothing that a
// strict policy with Trusted Types refuses, and goes on where its host moves it.

import {
  ADDRESS, MINUTE, SECOND,
  begin, begins, button, digits, expect, field, fillForm, heading, next, plan, rowDelete, rowPage, say, start, test, widget,
  type Page,
} from './fixtures';

test('page holds the element alone, under the strict policy', async ({ stage }) => {
  const answer = await stage.context.request.get(ADDRESS);
  const header = answer.headers()['content-security-policy'] ?? '';
  const policy = Object.fromEntries(header.split(';').map((part) => part.trim().split(/ (.*)/).slice(0, 2)));
  expect(policy).toMatchObject({
    'default-src': "'none'",
    'script-src': "'self' 'wasm-unsafe-eval'",
    'style-src': "'self'",
    'require-trusted-types-for': "'script'",
    'trusted-types': 'coaching-session',
  });
  expect(await answer.text(), 'nothing inline').not.toMatch(/<style|<script(?![^>]*\ssrc=)|\sstyle=|\son\w+=/i);

  const page = await stage.open();
  const names = await page.locator('body > *').evaluateAll((elements) => elements.map((element) => element.localName));
  expect(names).toEqual(['coaching-session', 'noscript']);
  expect(await page.evaluate(() => document.querySelector('coaching-session')!.shadowRoot?.mode)).toBe('open');
});

test('policy refuses what it forbids, and violations are heard', async ({ setStage }) => {
  const stage = await setStage({ allows: /policy violation|Content Security Policy|TrustedScript|TrustedHTML|Trusted ?Type|requires/i });
  const page = await stage.open();
  // In a task of its own: a debugger's evaluation is excused from the policy.
  const refused = await page.evaluate(
    () =>
      new Promise((resolve) => {
        const throws = (act: () => unknown) => {
          try {
            act();
            return false;
          } catch {
            return true;
          }
        };
        const channel = new MessageChannel();
        channel.port1.onmessage = () => {
          const styled = document.createElement('p');
          styled.setAttribute('style', 'color: rgb(1, 2, 3)');
          const sheet = document.createElement('style');
          sheet.textContent = 'p { color: rgb(1, 2, 3) }';
          document.body.append(styled, sheet);
          const { color } = getComputedStyle(styled);
          styled.remove();
          sheet.remove();
          resolve({
            eval: throws(() => (0, eval)('1')),
            function: throws(() => new Function('return 1')),
            markup: throws(() => (document.createElement('p').innerHTML = '<b>x</b>')),
            policy: throws(() => (globalThis as any).trustedTypes.createPolicy('mine', {})),
            style: color !== 'rgb(1, 2, 3)',
          });
        };
        channel.port2.postMessage(0);
      }),
  );
  expect(refused).toEqual({ eval: true, function: true, markup: true, policy: true, style: true });
  const violations = () => stage.provoked.filter((fault) => fault.includes('policy violation')).length;
  await expect.poll(violations).toBeGreaterThanOrEqual(4);
});

test('request after the load is heard', async ({ setStage }) => {
  const stage = await setStage({ allows: /Failed to load|404/ });
  const page = await stage.open();
  await page.evaluate(() => fetch('nothing-there').then((answer) => answer.text()));
  expect(stage.strays).toEqual([`a request after the load: ${ADDRESS}nothing-there`]);
  stage.strays.length = 0;
});

test('no screen has styles in its markup or asks the network', async ({ stage }) => {
  const page = await stage.open();
  const expectClean = () => expect(page.locator('[style], style')).toHaveCount(0);
  await expectClean();
  await button(page, say('plan-one')).click();
  await button(page, say('form-submit')).click();
  await expect(page.getByText(say('complain-seller'))).toBeVisible();
  await expectClean();
  await button(page, say('cancel')).click();
  await plan(page);
  await expectClean();
  await button(page, say('agenda-edit')).click();
  await field(page, say('item-minutes-label', { number: 1 })).fill('x');
  await expectClean();
  await field(page, say('item-minutes-label', { number: 1 })).fill('3');
  await button(page, say('edit-done')).click();
  await begin(page);
  await expect(digits(page)).toBeVisible();
  await stage.pass(4 * MINUTE);
  await expect(digits(page)).toHaveText('+1:00');
  await expectClean();
  await stage.skip(10 * MINUTE);
  await button(page, say('unseen-stayed')).click();
  await expectClean();
  await button(page, say('end-early')).click();
  await expect(page.getByRole('table')).toBeVisible();
  await expectClean();
  await button(page, say('back-home')).click();
  await rowPage(page).click();
  await expectClean();
  await rowDelete(page, '').click();
  await button(page, say('undo')).click();
  await expect(rowPage(page)).toBeVisible();
  await expectClean();
});

const DAMAGES: Record<string, (program: Buffer) => Buffer> = {
  'comes in part': (program) => program.subarray(0, program.length - 1),
  'is a page in its place': () => Buffer.from('<!doctype html><p>Not here.</p>'),
  'is empty': () => Buffer.alloc(0),
};

for (const [damage, change] of Object.entries(DAMAGES)) {
  test(`program that ${damage} is told in words`, async ({ setStage }) => {
    const stage = await setStage({ allows: /RangeError|CompileError/, allowsLater: /./ });
    const program = /\.wasm$/;
    await stage.context.route(program, async (route) => {
      const response = await route.fetch();
      await route.fulfill({ response, body: change(await response.body()) });
    });
    const page = await stage.context.newPage();
    await page.goto(ADDRESS);
    await expect(page.getByRole('alert').locator('p')).toHaveText(begins('could-not-start'));
    await stage.context.unroute(program);
    await button(page, say('start-again')).click();
    await expect(button(page, say('plan-one'))).toBeVisible();
  });
}

/** Takes the element off the page, and keeps it in `globalThis.kept`. */
const takeAway = (page: Page) =>
  page.evaluate(() => {
    const element = document.querySelector('coaching-session')!;
    (globalThis as any).kept = element;
    element.remove();
  });
const putBack = (page: Page) => page.evaluate(() => document.body.append((globalThis as any).kept));

test('element that is moved goes on where it was', async ({ stage }) => {
  const page = await stage.open();
  await fillForm(page);
  const move = () =>
    page.evaluate(() => {
      const section = document.createElement('section');
      document.body.prepend(section);
      section.append(document.querySelector('coaching-session')!);
    });
  await move();
  await move();
  await stage.settle();
  await expect(field(page, say('seller-label'))).toHaveValue('Lee Park');
  await button(page, say('form-submit')).click();
  await begin(page);
  await expect(digits(page)).toBeVisible();
  await stage.pass(10 * SECOND);
  await move();
  await expect(digits(page)).toHaveText('2:50');
  await stage.pass(10 * SECOND);
  await expect(digits(page)).toHaveText('2:40');
  await next(page);
  await expect(heading(page, say('early-first'))).toBeVisible();
});

test('element taken away and put back shows where it was', async ({ stage }) => {
  const page = await stage.open();
  await start(page);
  await stage.pass(10 * SECOND);
  await takeAway(page);
  await stage.pass(30 * SECOND);
  expect(await page.evaluate(() => (globalThis as any).kept.shadowRoot.querySelector('.frame'))).toBeNull();
  await putBack(page);
  await expect(digits(page)).toHaveText('2:20');
  await stage.pass(10 * SECOND);
  await expect(digits(page)).toHaveText('2:10');
  await button(page, say('pause')).click();
  await expect(button(page, say('resume'))).toBeVisible();
});

test('text typed when the element is taken away is kept', async ({ stage }) => {
  const page = await stage.open();
  await button(page, say('plan-one')).click();
  await field(page, say('seller-label')).pressSequentially('Grace');
  await takeAway(page);
  await stage.pass(5 * SECOND);
  await putBack(page);
  await expect(widget(page)).toBeVisible();
  await expect(field(page, say('seller-label'))).toHaveValue('Grace');
});
