// The page and its policy: the widget is one element in an open shadow root, asks for nothing that a
// strict policy with Trusted Types refuses, and neither takes looks from its host nor gives any.

import assert from 'node:assert/strict';
import {
  ADDRESS, MINUTE, SECOND,
  button, comes, digits, field, fillForm, heading, next, plan, rowDelete, says, scene, start, widget, starter,
} from './harness.mjs';

scene('The page holds the element and nothing else, and comes with the strict policy', async (stage) => {
  const answer = await stage.context.request.get(ADDRESS);
  const policy = Object.fromEntries(
    answer.headers()['content-security-policy'].split(';').map((part) => part.trim().split(/ (.*)/).slice(0, 2)),
  );
  assert.equal(policy['default-src'], "'none'");
  assert.equal(policy['script-src'], "'self' 'wasm-unsafe-eval'");
  assert.equal(policy['style-src'], "'self'");
  assert.equal(policy['require-trusted-types-for'], "'script'");
  assert.equal(policy['trusted-types'], "'none'");
  const html = await answer.text();
  assert.doesNotMatch(html, /<style|<script(?![^>]*\ssrc=)|\sstyle=|\son\w+=/i, 'nothing inline');

  const page = await stage.open();
  const body = await page.evaluate(() => [...document.body.children].map((element) => element.localName));
  assert.deepEqual(body, ['coaching-session', 'noscript']);
  assert.equal(await page.evaluate(() => document.querySelector('coaching-session').shadowRoot.mode), 'open');
});

scene('What the policy forbids is really refused, and the watch of these tests hears it', {
  allows: /policy violation|Content Security Policy|TrustedScript|TrustedHTML|Trusted ?Type|requires/i,
}, async (stage) => {
  const page = await stage.open();
  // In a task of its own: what a debugger evaluates is excused from the policy.
  const refused = await page.evaluate(
    () =>
      new Promise((resolve) => {
        const throws = (act) => {
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
          const colour = getComputedStyle(styled).color;
          styled.remove();
          sheet.remove();
          resolve({
            eval: throws(() => (0, eval)('1')),
            function: throws(() => new Function('return 1')),
            markup: throws(() => (document.createElement('p').innerHTML = '<b>x</b>')),
            policy: throws(() => trustedTypes.createPolicy('mine', {})),
            style: colour !== 'rgb(1, 2, 3)',
          });
        };
        channel.port2.postMessage(0);
      }),
  );
  assert.deepEqual(refused, { eval: true, function: true, markup: true, policy: true, style: true });
  await comes(async () => stage.provoked, (heard) => heard.filter((fault) => fault.includes('policy violation')).length >= 4, 'the violations');
});

scene('A request after the load is seen by the watch of these tests', { allows: /Failed to load|404/ }, async (stage) => {
  const page = await stage.open();
  await page.evaluate(() => fetch('nothing-there').catch(() => 0));
  assert.equal(stage.strays.length, 1);
  stage.strays.length = 0;
});

/** Styles in the markup: in the document and in the widget's shadow root. */
const inlineStyles = (page) =>
  page.evaluate(() => {
    const roots = [document, document.querySelector('coaching-session').shadowRoot];
    return roots.flatMap((root) => [...root.querySelectorAll('[style], style')].map((element) => element.outerHTML));
  });

scene('On no screen there is a style in the markup, and the whole way through asks the network for nothing', async (stage) => {
  const page = await stage.open();
  const clean = async () => assert.deepEqual(await inlineStyles(page), []);
  await clean();
  await button(page, 'Plan a session').click();
  await button(page, 'Plan this session').click();
  await page.getByText('Write the name of the seller.').waitFor();
  await clean();
  await button(page, 'Cancel').click();
  await plan(page);
  await clean();
  await button(page, 'Edit the agenda').click();
  await field(page, 'Minutes of item 1').fill('x');
  await clean();
  await field(page, 'Minutes of item 1').fill('3');
  await button(page, 'Done').click();
  await starter(page).click();
  await stage.pass(4 * MINUTE);
  await says(digits(page), '+1:00');
  await clean();
  await stage.skip(10 * MINUTE);
  await button(page, 'We kept talking').click();
  await clean();
  await button(page, 'End here').click();
  await page.getByRole('table').waitFor();
  await clean();
  await button(page, 'All sessions').click();
  await rowDelete(page).click();
  await button(page, 'Undo').click();
  await clean();
});

scene('A program that comes in part, or a page in its place, is told in words', { allows: /RangeError|CompileError/ }, async (stage) => {
  const bodies = [(whole) => whole.subarray(0, whole.length - 1), () => Buffer.from('<!doctype html><p>Not here.</p>'), () => Buffer.alloc(0)];
  for (const body of bodies) {
    await stage.context.route(/\.bin$/, async (route) => {
      const response = await route.fetch();
      await route.fulfill({ response, body: body(await response.body()) });
    });
    const page = await stage.context.newPage();
    await page.goto(ADDRESS);
    await says(page.getByRole('alert').locator('p'), /^The coaching session could not start. Try again/);
    await stage.context.unroute(/\.bin$/);
    await button(page, 'Start again').click();
    await button(page, 'Plan a session').waitFor();
    await page.close();
  }
  stage.strays.length = 0;
});

/** What a computed style says about looks; sizes that follow from the room there is are left out. */
const LOOKS = [
  'display', 'position', 'visibility', 'opacity', 'box-sizing', 'overflow-wrap', 'float', 'cursor', 'pointer-events',
  'color', 'background-color', 'background-image', 'box-shadow', 'text-shadow', 'fill', 'stroke', 'stroke-width',
  'font-family', 'font-size', 'font-style', 'font-weight', 'font-variant', 'line-height', 'letter-spacing', 'word-spacing',
  'text-align', 'text-decoration-line', 'text-indent', 'text-transform', 'white-space', 'word-break', 'hyphens', 'direction', 'writing-mode',
  'border-top-style', 'border-top-width', 'border-top-color', 'border-top-left-radius', 'border-collapse', 'border-spacing', 'list-style-type',
  'padding-top', 'padding-left', 'margin-top', 'min-height', 'gap', 'flex-wrap', 'align-items', 'caption-side', 'user-select',
];

/** The looks of everything in the widget, one line for each element and property. */
const looks = (page) =>
  page.evaluate((properties) => {
    const root = document.querySelector('coaching-session').shadowRoot;
    return [...root.querySelectorAll('.frame, .frame *')].flatMap((element, at) => {
      const style = getComputedStyle(element);
      return properties.map((property) => `${at} ${element.localName}.${element.getAttribute('class') ?? ''} ${property}: ${style.getPropertyValue(property)}`);
    });
  }, LOOKS);

/** Gives the host page looks of its own. */
const dress = (page, css) =>
  page.evaluate((css) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    document.adoptedStyleSheets = [sheet];
  }, css);

const HOSTS = {
  'plain rules for elements': `
    button { color: red; border-radius: 0; padding: 40px; } input { background: yellow; border: 9px solid; }
    p, h1, h2, li, ol, table, td { margin: 50px; color: red; font-size: 40px; } svg { stroke: red; fill: red; }
    .button, .primary, .face, .frame, .notice, .field { display: none; background: red; } * { box-sizing: content-box; }`,
  'a reset of everything': `
    body * { all: unset !important; } *::before, *::after { all: unset !important; }`,
  'everything important': `
    /* The root and the body are left out: their font is what a rem is, and their width is the host's to choose. */
    body * { color: red !important; background: yellow !important; font: 40px serif !important; border: 5px solid red !important;
      display: inline !important; text-align: end !important; letter-spacing: 5px !important; text-transform: uppercase !important;
      line-height: 3 !important; font-variant-numeric: normal !important; opacity: 1 !important; }`,
  'an inheritance of the usual kind': `
    body { color: red; font: italic 700 30px/3 serif; text-align: center; letter-spacing: 5px; text-transform: uppercase; }`,
  'an inheritance of the rarer kind': `
    body { word-spacing: 20px; text-indent: 40px; white-space: nowrap; text-shadow: 2px 2px red; cursor: crosshair; word-break: break-all;
      list-style: square; border-collapse: collapse; caption-side: bottom; hyphens: auto; user-select: none; }`,
};

for (const [host, css] of Object.entries(HOSTS)) {
  scene(`A host page with ${host} does not change the looks of the widget`, async (stage) => {
    const page = await stage.open();
    await start(page);
    const before = await looks(page);
    await dress(page, css);
    const after = await looks(page);
    const changed = after.filter((line, at) => line !== before[at]);
    assert.deepEqual(changed.slice(0, 12), [], `${changed.length} changed`);
    await dress(page, '');
    await button(page, 'All sessions').click();
    await fillForm(page);
    const form = await looks(page);
    await dress(page, css);
    const dressed = await looks(page);
    assert.deepEqual(dressed.filter((line, at) => line !== form[at]).slice(0, 12), []);
  });
}

scene('The widget gives no looks, no names and no attributes to its host page', {
  init: () => {
    const names = Object.getOwnPropertyNames(globalThis);
    globalThis.namesBefore = () => names;
  },
}, async (stage) => {
  const page = await stage.open();
  await plan(page);
  const probe = () =>
    page.evaluate((properties) => {
      const elements = ['button', 'input', 'h1', 'p', 'table', 'ol'].map((name) => document.createElement(name));
      for (const element of elements) element.className = 'button primary frame notice field digits';
      document.body.append(...elements);
      const found = [document.documentElement, document.body, ...elements].map((element) => {
        const style = getComputedStyle(element);
        return properties.map((property) => style.getPropertyValue(property)).join();
      });
      for (const element of elements) element.remove();
      return found;
    }, LOOKS);
  const beside = await probe();
  const names = await page.evaluate(() => Object.getOwnPropertyNames(globalThis).filter((name) => !globalThis.namesBefore().includes(name) && name !== 'namesBefore'));
  assert.deepEqual(names, []);
  assert.equal(await page.evaluate(() => document.adoptedStyleSheets.length), 0);
  // That the element is what is main on the page is said by index.html; the element adds nothing.
  assert.deepEqual(await page.evaluate(() => document.querySelector('coaching-session').getAttributeNames()), ['role']);
  await page.evaluate(() => document.querySelector('coaching-session').remove());
  assert.deepEqual(await probe(), beside);
});

scene('An element that is moved goes on as if nothing had happened', async (stage) => {
  const page = await stage.open();
  await fillForm(page);
  const move = () =>
    page.evaluate(() => {
      const section = document.createElement('section');
      document.body.prepend(section);
      section.append(document.querySelector('coaching-session'));
    });
  await move();
  await move();
  await stage.settle();
  assert.equal(await field(page, 'Who will you coach?').inputValue(), 'Lee Park');
  await button(page, 'Plan this session').click();
  await starter(page).click();
  await stage.pass(10 * SECOND);
  await move();
  await says(digits(page), '2:50');
  await stage.pass(10 * SECOND);
  await says(digits(page), '2:40');
  await next(page);
  await heading(page, 'First opportunity').waitFor();
});

scene('An element that is taken away and put back shows where it was', async (stage) => {
  const page = await stage.open();
  await start(page);
  await stage.pass(10 * SECOND);
  await page.evaluate(() => {
    globalThis.kept = document.querySelector('coaching-session');
    globalThis.kept.remove();
  });
  await stage.pass(30 * SECOND);
  assert.equal(await page.evaluate(() => globalThis.kept.shadowRoot.querySelector('.frame')), null);
  await page.evaluate(() => document.body.append(globalThis.kept));
  await says(digits(page), '2:20');
  await stage.pass(10 * SECOND);
  await says(digits(page), '2:10');
  await button(page, 'Pause').click();
  await button(page, 'Resume').waitFor();
});

scene('What is typed when the element is taken away is not lost', async (stage) => {
  const page = await stage.open();
  await button(page, 'Plan a session').click();
  await field(page, 'Who will you coach?').pressSequentially('Grace');
  await page.evaluate(() => {
    globalThis.kept = document.querySelector('coaching-session');
    globalThis.kept.remove();
  });
  await stage.pass(5 * SECOND);
  await page.evaluate(() => document.body.append(globalThis.kept));
  await widget(page).waitFor();
  assert.equal(await field(page, 'Who will you coach?').inputValue(), 'Grace');
});
