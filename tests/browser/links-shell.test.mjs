// What the shell does for links, without what the program makes of them: the address bar and the history
// stay the host page's, a link is told to one widget and kept until it is dealt with, it goes out in five
// ways, and what is loaded on demand works under the strict policy.

import assert from 'node:assert/strict';
import jsQR from 'jsqr';
import { ADDRESS, PLAN, button, comes, field, heading, plan, scene, starter, widget } from './harness.mjs';

const LINK = 'cs=1.AbC-_09xyz';

/** Writes down what the widgets are told, each by its number, where the module takes it; a link also as it starts. */
const listen = () => {
  globalThis.heard = [];
  const { instantiate } = WebAssembly;
  WebAssembly.instantiate = async (...given) => {
    const { module, instance } = await instantiate.apply(WebAssembly, given);
    const { exports } = instance;
    const read = (at, length) => (at ? new TextDecoder().decode(new Uint8Array(exports.memory.buffer, at, length)) : undefined);
    const mounted_hears = (widget, name, nameLength, said, length) => {
      globalThis.heard.push({ widget, name: read(name, nameLength), said: read(said, length) });
      exports.mounted_hears(widget, name, nameLength, said, length);
    };
    const mount = (root, place, instance, instanceLength, lang, langLength, link, length) => {
      const said = read(link, length);
      const widget = exports.mount(root, place, instance, instanceLength, lang, langLength, link, length);
      if (said !== undefined) globalThis.heard.push({ widget, name: 'link', said });
      return widget;
    };
    return { module, instance: { exports: { ...exports, mount, mounted_hears } } };
  };
};

const heard = (page, name) => page.evaluate((name) => globalThis.heard.filter((told) => told.name === name), name);
const links = async (page) => (await heard(page, 'link')).map(({ said }) => said);
const isTold = (page, texts) => comes(() => links(page), (told) => JSON.stringify(told) === JSON.stringify(texts), `the links ${texts}`);
const behind = (page) => page.url().slice(ADDRESS.length);

for (const [address, left, told = true] of [
  [`#${LINK}`, ''],
  [`#/route&${LINK}`, '#/route'],
  [`#/route?x=1&${LINK}`, '#/route?x=1'],
  [`#/route?${LINK}`, '#/route'],
  [`#/route?${LINK}&x=1`, '#/route?x=1'],
  [`#a=1&amp;${LINK}&b=%20c`, '#a=1&b=%20c'],
  [`#${LINK}&utm_source=mail`, '#utm_source=mail'],
  [`#${LINK}?fbclid=Iw`, ''],
  [`#/route#${LINK}`, '#/route'],
  [`#/a/b?q=%23${LINK}&r=2`, '#/a/b?q=&r=2'],
  ['#cs%3D1.abc', ''],
  ['#cs=damaged', ''],
  [`?view=list&${LINK}#/route`, '?view=list#/route'],
  [`?${LINK}&view=list`, '?view=list'],
  [`?view=list#${LINK}`, '?view=list'],
  [`?a=b%23${LINK}`, '?a=b'],
  // What is the host page's own is neither read nor touched.
  ['?cs=UTF-8&x=%2f', '?cs=UTF-8&x=%2f', false],
  ['?x=1#/docs=1.x', '?x=1#/docs=1.x', false],
  ['#/route?accs=1.x', '#/route?accs=1.x', false],
  ['', '', false],
]) {
  scene(`Of the address ${address || 'alone'} stays ${left || 'nothing'}`, { init: listen }, async (stage) => {
    const page = await stage.open({ address: ADDRESS + address });
    assert.equal(behind(page), left);
    await isTold(page, told ? [ADDRESS + address] : []);
    assert.equal(await page.evaluate(() => history.length), 2, 'the empty page of the tab, and this one');
  });
}

scene('A link that comes into the address later is told, and no entry of the history is made', { init: listen }, async (stage) => {
  const page = await stage.open({ address: `${ADDRESS}#/start` });
  await page.evaluate(() => {
    globalThis.seen = [];
    for (const name of ['hashchange', 'popstate']) addEventListener(name, () => globalThis.seen.push(`${name} ${location.hash}`));
  });
  const before = await page.evaluate(() => history.length);
  await page.evaluate((link) => (location.hash = `#/start&${link}`), LINK);
  await isTold(page, [`${ADDRESS}#/start&${LINK}`]);
  assert.equal(behind(page), '#/start');
  assert.equal(await page.evaluate(() => history.length), before + 1, 'the one that the browser made');
  const seen = await page.evaluate(() => globalThis.seen.filter((event) => event.startsWith('hashchange')));
  assert.deepEqual(seen, ['hashchange #/start'], 'the host page does not see our part');
  // The same link again is news: a person who pastes it wants to see it.
  await page.evaluate((link) => (location.hash = `#/start&${link}`), LINK);
  await comes(() => links(page), (told) => told.length === 2, 'the link again');
  await page.evaluate(() => history.back());
  await comes(() => page.evaluate(() => history.state), (state) => state?.['coaching-session'] !== undefined, 'the entry before');
  assert.equal((await links(page)).length, 2, 'going back opens nothing');
});

scene('A link that is not dealt with is told again after a reload, beside what the host page keeps', {
  init: [listen, () => history.state ?? history.replaceState({ page: 3 }, '')].reduce((all, one) => `${all};(${one})()`, ''),
}, async (stage) => {
  const text = `${ADDRESS}#${LINK}`;
  const state = (page) => page.evaluate(() => history.state);
  const page = await stage.open({ address: text });
  await isTold(page, [text]);
  assert.deepEqual(await state(page), { page: 3, 'coaching-session': text });
  for (let times = 0; times < 2; times += 1) {
    await stage.reload(page);
    await isTold(page, [text]);
  }
  await page.evaluate(async () => (await import('./element.js')).forgetLink());
  assert.deepEqual(await state(page), { page: 3 });
  await stage.reload(page);
  await isTold(page, []);
});

scene('What the host page keeps of an entry stays what it is', {
  init: `(${listen})(); history.replaceState(new Map([[1, 2]]), '')`,
}, async (stage) => {
  const page = await stage.open({ address: `${ADDRESS}#${LINK}` });
  await isTold(page, [`${ADDRESS}#${LINK}`]);
  assert.deepEqual(await page.evaluate(() => [...history.state]), [[1, 2]]);
  assert.equal(behind(page), '');
});

scene('A host page that refuses changes of the history still has its link told', {
  init: `(${listen})(); History.prototype.replaceState = () => { throw new DOMException('', 'SecurityError') }`,
}, async (stage) => {
  const page = await stage.open({ address: `${ADDRESS}#${LINK}` });
  await isTold(page, [`${ADDRESS}#${LINK}`]);
});

scene('The address is clean before the program is there, and the widget is told once it is', { init: listen }, async (stage) => {
  let go;
  const held = new Promise((resolve) => (go = resolve));
  await stage.context.route(/\.bin$/, async (route) => {
    await held;
    await route.continue();
  });
  const page = await stage.context.newPage();
  await page.goto(`${ADDRESS}#${LINK}`, { waitUntil: 'commit' });
  await comes(async () => behind(page), (rest) => rest === '', 'a clean address');
  await comes(() => page.evaluate(() => history.state?.['coaching-session']), (text) => text === `${ADDRESS}#${LINK}`, 'the text is kept');
  // Another one on top of it: the last one is meant.
  await page.evaluate(() => (location.hash = '#cs=1.later'));
  go();
  await isTold(page, [`${ADDRESS}#cs=1.later`]);
  stage.strays.length = 0;
});

scene('Of several widgets one is told: the first, and when it is gone the next', {
  init: `(${listen})(); addEventListener('DOMContentLoaded', () => {
    for (const name of ['second', 'third']) {
      const other = document.createElement('coaching-session');
      other.setAttribute('instance', name);
      document.body.append(other);
    }
  })`,
}, async (stage) => {
  const page = await stage.context.newPage();
  await page.goto(`${ADDRESS}#${LINK}`);
  await comes(() => widget(page).count(), (count) => count === 3, 'three widgets');
  await isTold(page, [`${ADDRESS}#${LINK}`]);
  await page.evaluate(() => (location.hash = '#cs=1.b'));
  await comes(() => links(page), (told) => told.length === 2, 'the second link');
  const [first, again] = await heard(page, 'link');
  assert.equal(first.widget, again.widget);
  await page.evaluate(() => document.querySelector('coaching-session').remove());
  await comes(() => widget(page).count(), (count) => count === 2, 'two widgets');
  await page.evaluate(() => (location.hash = '#cs=1.c'));
  await comes(() => links(page), (told) => told.length === 3, 'the third link');
  assert.notEqual((await heard(page, 'link'))[2].widget, first.widget);
  stage.strays.length = 0;
});

scene('A link goes to the widget that holds its session, else to one that knows the two, else to the first', async (stage) => {
  const maria = await stage.open();
  await plan(maria);
  await button(maria, `Invite ${PLAN.seller}`).click();
  await maria.evaluate(() => (navigator.clipboard.writeText = async (text) => (globalThis.copied = text)));
  await button(maria, 'Copy the link').click();
  const link = await comes(() => maria.evaluate(() => globalThis.copied), Boolean, 'the link');
  await maria.close();
  /** Opens the link in a page of three widgets, of which the last has what the first had; less what is `gone`. */
  const follow = async (gone) => {
    const page = await stage.context.newPage();
    await page.addInitScript((gone) => {
      for (const [name, record] of Object.entries({ ...localStorage })) {
        localStorage.removeItem(name);
        const moved = name.replace('/default/', '/third/');
        if (!gone.some((kind) => name.includes(`/${kind}/`))) localStorage.setItem(moved, record);
      }
      addEventListener('DOMContentLoaded', () => {
        for (const name of ['second', 'third']) {
          const other = document.createElement('coaching-session');
          other.setAttribute('instance', name);
          document.body.append(other);
        }
      });
    }, gone);
    await page.goto(link);
    await comes(() => widget(page).count(), (count) => count === 3, 'three widgets');
    const headings = () => page.locator('coaching-session').evaluateAll((all) => all.map(({ shadowRoot }) => shadowRoot.querySelector('.question')?.textContent ?? ''));
    const told = (is) => comes(headings, is, 'the heading of the link');
    return { page, told };
  };
  for (const [gone, place, heading] of [
    [[], 2, 'Nothing new'],
    [['session'], 2, 'This comes from your own side'],
    [['session', 'pair', 'desk'], 0, /invites you/],
  ]) {
    const { page, told } = await follow(gone);
    const found = await told((all) => all.some((one) => one.match(heading)));
    assert.ok(found[place].match(heading), `${found}`);
    assert.equal(found.filter((one) => one.match(heading)).length, 1, `${found}`);
    await page.close();
  }
  stage.strays.length = 0;
});

scene('A page that is opened by a link shows nothing of what lies behind it before', {
  init: () => {
    globalThis.drawn = [];
    const note = (root) => {
      const heading = root.getElementById('heading')?.textContent;
      if (heading && globalThis.drawn.at(-1) !== heading) globalThis.drawn.push(heading);
    };
    const { attachShadow } = Element.prototype;
    Element.prototype.attachShadow = function (options) {
      const root = attachShadow.call(this, options);
      new MutationObserver(() => note(root)).observe(root, { childList: true, subtree: true, characterData: true });
      return root;
    };
  },
}, async (stage) => {
  const headings = (page) => page.evaluate(() => globalThis.drawn);
  assert.deepEqual(await headings(await stage.open()), ['Your coaching sessions']);
  const page = await stage.open({ address: `${ADDRESS}#${LINK}` });
  await heading(page, 'This link cannot be opened').waitFor();
  assert.deepEqual(await headings(page), ['Open a link or a code']);
});

scene('A widget that is moved is not told again, one that comes instead of it is', { init: listen }, async (stage) => {
  const text = `${ADDRESS}#${LINK}`;
  const page = await stage.open({ address: text });
  await isTold(page, [text]);
  await page.evaluate(() => document.body.append(document.querySelector('coaching-session')));
  await stage.settle();
  await isTold(page, [text]);
  await page.evaluate(() => document.querySelector('coaching-session').replaceWith(document.createElement('coaching-session')));
  await isTold(page, [text, text]);
});

scene('A link is not told again to a program that takes the place of one that ended', {
  init: listen, allows: /RuntimeError|unreachable|panicked|failed to/, allowsLater: /coaching-session/,
}, async (stage) => {
  const page = await stage.open({ address: `${ADDRESS}#${LINK}` });
  await isTold(page, [`${ADDRESS}#${LINK}`]);
  await page.evaluate(() => {
    const { insertBefore } = Node.prototype;
    Node.prototype.insertBefore = () => {
      throw new DOMException('Broken by the test.');
    };
    globalThis.mend = () => (Node.prototype.insertBefore = insertBefore);
  });
  await button(page, 'Leave it').click();
  await page.getByRole('alert').waitFor();
  await page.evaluate(() => globalThis.mend());
  await button(page, 'Start again').click();
  await widget(page).waitFor();
  await isTold(page, [`${ADDRESS}#${LINK}`]);
  await stage.reload(page);
  await isTold(page, []);
});

for (const [path, hash] of [
  [`%23${LINK}`, `#${LINK}`],
  [`%2523${LINK}`, `#${LINK}`],
  [LINK, `#${LINK}`],
  ['%23cs%3D1.abc', '#cs=1.abc'],
  [`%23${LINK}?utm_source=mail`, `#${LINK}`],
  [`index.html%23${LINK}`, `#${LINK}`],
]) {
  scene(`A link that came as /${path} opens the page`, { init: listen, allows: /404/ }, async (stage) => {
    const page = await stage.open({ address: ADDRESS + path });
    const name = path.startsWith('index') ? 'index.html' : '';
    await isTold(page, [ADDRESS + name + hash]);
    assert.equal(behind(page), name);
    assert.equal(await page.evaluate(() => history.length), 2);
  });
}

scene('In a folder of a server all is as at its top', { init: listen, allows: /404/, allowsLater: /^\/a\/b\/(?:ways|qr)-/ }, async (stage) => {
  const folder = `${ADDRESS}a/b/`;
  await stage.context.route(`${folder}**`, async (route) => {
    const response = await route.fetch({ url: route.request().url().replace(folder, ADDRESS) });
    await route.fulfill({ response });
  });
  const page = await stage.open({ address: `${folder}%23${LINK}` });
  await isTold(page, [`${folder}#${LINK}`]);
  assert.equal(page.url(), folder);
  await ask(page, 'draw', 'text');
  assert.match(await answer(page, 'draw'), /^29 M4 4h7v1h-7z/);
});

for (const path of ['nothing-there', 'cs', '%23cs=', 'docs=1.x', 'a%23b']) {
  scene(`For /${path} there are words, and the way to the page`, { allows: /404/ }, async (stage) => {
    const page = await stage.context.newPage();
    const answer = await page.goto(ADDRESS + path);
    assert.equal(answer.status(), 404);
    await page.getByRole('heading', { name: 'This page is not there' }).waitFor();
    assert.equal(page.url(), ADDRESS + path);
    stage.strays.length = 0;
    await page.getByRole('link', { name: 'Open the coaching session' }).click();
    await widget(page).waitFor();
    assert.equal(page.url(), ADDRESS);
    stage.strays.length = 0;
  });
}

scene('An address that looks like one of another server stays on this one', { allows: /404/ }, async (stage) => {
  const page = await stage.context.newPage();
  await page.goto(`${ADDRESS}/example.org/%23${LINK}`);
  await page.getByRole('heading', { name: 'This page is not there' }).waitFor();
  assert.equal(new URL(page.url()).origin, new URL(ADDRESS).origin);
  stage.strays.length = 0;
});

scene('Links point to what the host page says, without query and fragment, or to the page itself', async (stage) => {
  const page = await stage.open({ address: `${ADDRESS}?view=list#/route` });
  const shareUrl = (said) =>
    page.evaluate(async (said) => {
      const host = document.createElement('coaching-session');
      if (said !== undefined) host.setAttribute('share-url', said);
      return (await import(document.querySelector('link[rel=modulepreload]').href)).shareUrl({ host });
    }, said);
  for (const [said, found] of [
    [undefined, ADDRESS],
    ['', ADDRESS],
    ['coach/?x=1#y', `${ADDRESS}coach/`],
    ['/other', `${ADDRESS}other`],
    ['https://user:word@example.org/a/?b#c', 'https://example.org/a/'],
    ['//example.org', 'http://example.org/'],
    ['mailto:x@example.org', undefined],
    ['file:///home/x.html', undefined],
    ['javascript:alert(1)', undefined],
    ['https://', undefined],
  ]) {
    assert.equal(await shareUrl(said), found, said);
  }
});

/** Does what a function of platform.js, which is a part of the glue, does, for the first widget, inside a press. */
async function pressed(page, name, ...given) {
  await page.evaluate(
    ({ name, given }) => {
      const button = document.createElement('button');
      button.textContent = 'Do it';
      button.onclick = async () => (await import(document.querySelector('link[rel=modulepreload]').href))[name](document.querySelector('coaching-session').shadowRoot, ...given);
      document.body.append(button);
    },
    { name, given },
  );
  await button(page, 'Do it').click();
  await page.evaluate(() => document.body.lastChild.remove());
}

/** What the widget hears of it at last. */
const answer = async (page, name) => (await comes(() => heard(page, name), (told) => told.length > 0, `an answer to ${name}`)).at(-1).said;

for (const [way, prepare] of [
  ['the clipboard', () => {}],
  ['a field, where the clipboard refuses', () => (navigator.clipboard.writeText = () => Promise.reject(new Error('refused')))],
  ['a field, where there is no clipboard', () => Object.defineProperty(navigator, 'clipboard', { configurable: true, value: undefined })],
]) {
  scene(`A text is copied by ${way}`, { init: listen }, async (stage) => {
    await stage.context.grantPermissions(['clipboard-read', 'clipboard-write']);
    const page = await stage.open();
    await plan(page);
    const elements = () => page.evaluate(() => document.querySelectorAll('*').length + document.querySelector('coaching-session').shadowRoot.querySelectorAll('*').length);
    const before = await elements();
    await page.evaluate(() => (globalThis.clipboard = navigator.clipboard));
    await page.evaluate(prepare);
    await starter(page).focus();
    const name = await starter(page).innerText();
    const text = 'Two lines:\nhttps://example.org/#cs=1.abc';
    await page.evaluate(async (text) => (await import(document.querySelector('link[rel=modulepreload]').href)).copy(document.querySelector('coaching-session').shadowRoot, text), text);
    assert.equal(await answer(page, 'copy'), '');
    assert.equal((await page.evaluate(() => globalThis.clipboard.readText())).replaceAll('\r', ''), text);
    assert.equal(await elements(), before, 'nothing is left behind');
    assert.equal(await page.evaluate(() => document.querySelector('coaching-session').shadowRoot.activeElement.textContent), name);
  });
}

scene('Where nothing copies, that is told', { init: listen }, async (stage) => {
  const page = await stage.open();
  await page.evaluate(() => {
    navigator.clipboard.writeText = () => Promise.reject(new Error('refused'));
    document.execCommand = () => false;
  });
  await pressed(page, 'copy', 'text');
  assert.equal(await answer(page, 'copy'), undefined);
});

scene('The share sheet gets the words and the link, and what it did with them is told', { init: listen }, async (stage) => {
  const page = await stage.open();
  await page.evaluate(() => {
    globalThis.shared = [];
    navigator.share = async (what) => {
      globalThis.shared.push({ ...what, active: navigator.userActivation.isActive });
      if (what.title === 'away') throw new DOMException('Share canceled', 'AbortError');
    };
  });
  await pressed(page, 'share', 'title', 'text', 'https://example.org/#cs=1.abc');
  assert.equal(await answer(page, 'share'), '');
  await pressed(page, 'share', 'away', 'text');
  await comes(() => heard(page, 'share'), (told) => told.length === 2, 'the second answer');
  assert.equal(await answer(page, 'share'), undefined);
  assert.deepEqual(await page.evaluate(() => globalThis.shared), [
    { title: 'title', text: 'text', url: 'https://example.org/#cs=1.abc', active: true },
    { title: 'away', text: 'text', active: true },
  ]);
});

scene('A mail has its subject and its lines as RFC 6068 has them', async (stage) => {
  const page = await stage.open();
  const address = await page.evaluate(async () => {
    let address;
    HTMLAnchorElement.prototype.click = function () {
      address = this.href;
    };
    (await import(document.querySelector('link[rel=modulepreload]').href)).mail('Coaching & more: 50%?', 'Hé\nhttps://example.org/#cs=1.abc\r\n+1');
    return address;
  });
  assert.equal(address, 'mailto:?subject=Coaching%20%26%20more%3A%2050%25%3F&body=H%C3%A9%0D%0Ahttps%3A%2F%2Fexample.org%2F%23cs%3D1.abc%0D%0A%2B1');
});

/** What a camera sees of the picture: the browser's own reading of the path. */
async function seen(page, picture) {
  const [, side, path] = /^(\d+) (M.*z)$/.exec(picture);
  const scale = 3;
  const size = side * scale;
  const dark = await page.evaluate(
    ({ path, size, scale }) => {
      const canvas = document.createElement('canvas');
      [canvas.width, canvas.height] = [size, size];
      const context = canvas.getContext('2d');
      context.scale(scale, scale);
      context.fill(new Path2D(path));
      const { data } = context.getImageData(0, 0, size, size);
      return Array.from({ length: size * size }, (_, at) => (data[at * 4 + 3] > 127 ? 1 : 0)).join('');
    },
    { path, size, scale },
  );
  const pixels = new Uint8ClampedArray(size * size * 4);
  for (const [at, mark] of [...dark].entries()) pixels.set(mark === '1' ? [0, 0, 0, 255] : [255, 255, 255, 255], at * 4);
  return jsQR(pixels, size, size)?.data;
}

const FILES = /^\/(?:ways|qr)-[0-9a-f]{16}(?:_bg)?\.(?:js|wasm)$/;
const ask = (page, what, text, bytes = []) =>
  page.evaluate(
    async ({ what, text, bytes }) => (await import(document.querySelector('link[rel=modulepreload]').href)).ask(document.querySelector('coaching-session').shadowRoot, what, text, new Uint8Array(bytes)),
    { what, text, bytes },
  );
/** Which files were asked for later, without the hashes in their names. */
const kinds = (stage) => stage.later.map((name) => name.replace(/-[0-9a-f]{16}/, '')).sort();
const asBytes = (text) => [...text].map((mark) => mark.codePointAt(0));

scene('To start, nothing is asked for that is needed by few', async (stage) => {
  const asked = [];
  stage.context.on('request', (request) => asked.push(new URL(request.url()).pathname.replace(/-[0-9a-f]{16}/, '')));
  await stage.open();
  const files = asked.filter((name) => name.startsWith('/')).sort();
  assert.deepEqual(files, ['/', '/coaching-session.bin', '/coaching-session.js', '/element.js', '/page.css']);
});

scene('A QR code is read back by another decoder, and its files are loaded once, when they are needed', { init: listen, allowsLater: FILES }, async (stage) => {
  const page = await stage.open();
  assert.deepEqual(stage.later, []);
  const texts = [20, 200, 1000, 1800].map((length) => `${ADDRESS}#cs=1.`.padEnd(length, 'aB3-_x').slice(0, length));
  texts.push('Grüße, 你好');
  for (const [at, text] of texts.entries()) {
    await ask(page, 'draw', text);
    const told = await comes(() => heard(page, 'draw'), (told) => told.length === at + 1, 'a picture');
    assert.equal(await seen(page, told.at(-1).said), text);
  }
  assert.deepEqual(kinds(stage), ['/qr.js', '/qr_bg.wasm', '/ways.js']);
  await ask(page, 'draw', 'x'.repeat(3000));
  const told = await comes(() => heard(page, 'draw'), (told) => told.length === texts.length + 1, 'an answer');
  assert.equal(told.at(-1).said, undefined, 'too long');
});

const ABSENT = 'A part of this page could not be loaded. Try again when you are online.';
const FAILS = { allows: /Failed to load|ERR_FAILED|dynamically imported|fetch/, allowsLater: FILES };

scene('Where the files cannot be loaded the page says so, and there is a picture once they can', { init: listen, ...FAILS }, async (stage) => {
  const page = await stage.open();
  await plan(page);
  await button(page, `Invite ${PLAN.seller}`).click();
  await button(page, 'Other ways').click();
  for (const [at, file] of [/ways-/, /qr-[0-9a-f]*\.js/, /qr-.*wasm/].entries()) {
    await stage.context.route(file, (route) => route.abort());
    await button(page, 'Show a QR code').click();
    await comes(() => heard(page, 'absent'), (told) => told.length === at + 1, 'that a file is absent');
    await page.getByText(ABSENT).waitFor();
    await stage.context.unroute(file);
  }
  await button(page, 'Show a QR code').click();
  await page.getByRole('img', { name: 'QR code of the link' }).waitFor();
  assert.equal(await page.getByText(ABSENT).count(), 0);
});

scene('A password that could not be tried is told from a wrong one', { init: listen, ...FAILS }, async (stage) => {
  const maria = await stage.open();
  await plan(maria);
  await button(maria, `Invite ${PLAN.seller}`).click();
  await button(maria, 'Other ways').click();
  await field(maria, 'Password').fill('sesame');
  await button(maria, 'Lock the link').click();
  await maria.getByText('opens with this password alone').waitFor();
  await maria.evaluate(() => (navigator.clipboard.writeText = async (text) => (globalThis.copied = text)));
  await button(maria, 'Copy the link').click();
  const link = await comes(() => maria.evaluate(() => globalThis.copied), Boolean, 'the link');
  const page = await stage.open({ address: link });
  await heading(page, 'This link has a password').waitFor();
  await stage.context.route(/ways-/, (route) => route.abort());
  await field(page, 'Password').fill('sesame');
  await button(page, 'Open it').click();
  await page.getByText(ABSENT).waitFor();
  await stage.context.unroute(/ways-/);
  await field(page, 'Password').fill('wrong');
  await button(page, 'Open it').click();
  await page.getByText('That is not the password.').waitFor();
  assert.equal(await page.getByText(ABSENT).count(), 0);
  await field(page, 'Password').fill('sesame');
  await button(page, 'Open it').click();
  await heading(page, 'Nothing new').waitFor();
});

scene('What is locked by a password is unlocked by it alone', { init: listen, allowsLater: FILES }, async (stage) => {
  const page = await stage.open();
  const plain = Array.from({ length: 300 }, (_, at) => at % 256);
  const start = performance.now();
  await ask(page, 'lock', 'pässword', plain);
  const sealed = asBytes(await answer(page, 'lock'));
  console.log(`# locking by a password took ${Math.round(performance.now() - start)} ms`);
  // Salt, IV and the tag of 16 bytes.
  assert.equal(sealed.length, 16 + 12 + plain.length + 16);
  const unlocked = async (password, bytes) => {
    const before = (await heard(page, 'unlock')).length;
    await ask(page, 'unlock', password, bytes);
    const told = await comes(() => heard(page, 'unlock'), (told) => told.length > before, 'an answer');
    return told.at(-1).said && asBytes(told.at(-1).said);
  };
  assert.deepEqual(await unlocked('pässword', sealed), plain);
  assert.deepEqual(await unlocked('pa\u0308ssword', sealed), plain, 'the same word, written otherwise');
  assert.equal(await unlocked('password', sealed), undefined);
  assert.equal(await unlocked('pässword', sealed.with(-1, sealed.at(-1) ^ 1)), undefined);
  assert.equal(await unlocked('pässword', sealed.slice(0, 40)), undefined);
  assert.equal(await unlocked('pässword', []), undefined);
  // Another program that knows no more than the words of ways.js reads it as well.
  const { pbkdf2Sync, createDecipheriv } = await import('node:crypto');
  const part = (from, to) => Buffer.from(sealed.slice(from, to));
  const decipher = createDecipheriv('aes-256-gcm', pbkdf2Sync('pässword', part(0, 16), 600_000, 32, 'sha256'), part(16, 28));
  decipher.setAAD(Buffer.from('coaching-session 1')).setAuthTag(part(-16));
  assert.deepEqual([...decipher.update(part(28, -16)), ...decipher.final()], plain);
  assert.deepEqual(kinds(stage), ['/ways.js']);
});

scene('An answer to a widget that is gone by then reaches nobody', { init: listen }, async (stage) => {
  const page = await stage.open();
  await page.evaluate(async () => {
    const { copy } = await import(document.querySelector('link[rel=modulepreload]').href);
    const element = document.querySelector('coaching-session');
    navigator.clipboard.writeText = () => new Promise((resolve) => (globalThis.copied = resolve));
    copy(element.shadowRoot, 'text');
    element.remove();
    await new Promise((resolve) => queueMicrotask(resolve));
    document.body.append(element);
  });
  await widget(page).waitFor();
  await page.evaluate(() => globalThis.copied());
  await stage.settle();
  assert.deepEqual(await heard(page, 'copy'), []);
});
