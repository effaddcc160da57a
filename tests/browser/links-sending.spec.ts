// The ways by which a link goes out: copied, shared, mailed, drawn as a QR code, locked by a password.

import { createDecipheriv, pbkdf2Sync } from 'node:crypto';
import {
  ADDRESS, LEE, PLAN, SECOND,
  begins, button, expect, field, fillForm, heading, say, starter,
  type Page, type Stage,
} from './fixtures';
import { COPY_WORDS, CLIPBOARD, MANAGER, copied, invitationHeading, invite, lock, readClipboard, scanned, test } from './links';

const REFUSED = begins('summary-refused');

/** Opens the invitation of a stored session, ready to be sent. */
async function openInvitation(stage: Stage, address?: string): Promise<Page> {
  const page = await stage.open({ address });
  await expect(heading(page, say('share-invite', { name: LEE }))).toBeVisible();
  return page;
}

/** Puts a widget with another `share-url` in place of the one on the page. */
async function setShareUrl(page: Page, shareUrl?: string) {
  await page.evaluate((shareUrl) => {
    const element = document.createElement('coaching-session');
    if (shareUrl !== undefined) element.setAttribute('share-url', shareUrl);
    document.querySelector('coaching-session')!.replaceWith(element);
  }, shareUrl);
  await expect(heading(page, say('share-invite', { name: LEE }))).toBeVisible();
}

/** The bytes of a link, as base64url has them behind the version. */
const bytesOf = (link: string) => Buffer.from(link.slice(link.indexOf('#cs=1.') + '#cs=1.'.length), 'base64url');

test('link points to the share-url, without query and fragment', async ({ setStage, recordsAfter }) => {
  const stage = await setStage({ ...CLIPBOARD, records: await recordsAfter(invite) });
  const page = await openInvitation(stage, `${ADDRESS}?view=list#/route`);
  for (const [shareUrl, address] of [
    [undefined, ADDRESS],
    ['', ADDRESS],
    ['coach/?x=1#y', `${ADDRESS}coach/`],
    ['/other', `${ADDRESS}other`],
    ['https://user:word@example.org/a/?b#c', 'https://example.org/a/'],
    ['//example.org', 'http://example.org/'],
  ] as const) {
    await setShareUrl(page, shareUrl);
    const link = await copied(page);
    expect(link.slice(0, link.indexOf('#')), `address for share-url ${shareUrl}`).toBe(address);
    expect(link.slice(link.indexOf('#'))).toMatch(/^#cs=1\.[\w-]+$/);
  }
});

test('share-url that is no address on the web leaves the text code', async ({ setStage, recordsAfter }) => {
  const stage = await setStage({ ...CLIPBOARD, records: await recordsAfter(invite) });
  const page = await openInvitation(stage);
  for (const shareUrl of ['mailto:x@example.org', 'file:///home/x.html', 'javascript:alert(1)', 'https://']) {
    await setShareUrl(page, shareUrl);
    expect(await copied(page, say('copy-code')), shareUrl).toMatch(/^1\.[\w-]+$/);
    for (const way of [say('copy-link'), say('copy-words'), say('share-sheet'), say('send-mail')]) await expect(button(page, way)).toHaveCount(0);
  }
});

const CLIPBOARDS = {
  'by the clipboard': () => {},
  'by a field where the clipboard refuses': () => {
    navigator.clipboard.writeText = () => Promise.reject(new Error('refused'));
  },
  'by a field where there is no clipboard': () => {
    Object.defineProperty(navigator, 'clipboard', { configurable: true, value: undefined });
  },
};

for (const [way, prepare] of Object.entries(CLIPBOARDS)) {
  test(`text is copied ${way}`, async ({ setStage, recordsAfter }) => {
    const stage = await setStage({ ...CLIPBOARD, records: await recordsAfter(invite) });
    const page = await openInvitation(stage);
    const copy = button(page, COPY_WORDS);
    const elements = () => page.locator('*').count();
    const link = await copied(page);
    const text = await copied(page, COPY_WORDS);
    expect(text.split('\n'), 'several lines, one of them the link').toContain(link);
    const before = await elements();
    await page.evaluate(async () => {
      (globalThis as any).clipboard = navigator.clipboard;
      await navigator.clipboard.writeText('nothing yet');
    });
    await page.evaluate(prepare);
    await copy.click();
    await expect.poll(() => page.evaluate(async () => (await (globalThis as any).clipboard.readText()).replaceAll('\r', ''))).toBe(text);
    await expect(page.getByText(say('summary-copied'))).toBeVisible();
    await expect(copy, 'the keyboard stays where it was').toBeFocused();
    await expect.poll(elements, 'nothing is left behind').toBe(before);
  });
}

test('link that cannot be copied is shown instead', async ({ setStage, recordsAfter }) => {
  const stage = await setStage({ ...CLIPBOARD, records: await recordsAfter(invite) });
  const page = await openInvitation(stage);
  const link = await copied(page);
  await page.evaluate(() => {
    navigator.clipboard.writeText = () => Promise.reject(new Error('refused'));
    document.execCommand = () => false;
  });
  await button(page, say('copy-link')).click();
  await expect(page.getByText(REFUSED)).toBeVisible();
  await expect(page.getByText(say('summary-copied'))).toHaveCount(0);
  const shown = page.locator('#summary-text');
  await expect(shown).toBeFocused();
  await expect(shown).toHaveValue(link);
});

/** A share sheet that keeps what it was given, until `globalThis.isAway` says that the person puts it away. */
const shareSheet = () => {
  const page = globalThis as any;
  page.shared = [];
  navigator.canShare = () => true;
  navigator.share = async (given) => {
    page.shared.push({ ...given, isPressed: navigator.userActivation.isActive });
    if (page.isAway) throw new DOMException('Share canceled', 'AbortError');
  };
};

test('share sheet gets words and link, and may be put away', async ({ setStage, recordsAfter }) => {
  const stage = await setStage({ ...CLIPBOARD, records: await recordsAfter(invite), init: shareSheet });
  const page = await openInvitation(stage);
  const link = await copied(page);
  const words = (await copied(page, COPY_WORDS)).replace(`\n${link}\n`, '');
  await button(page, say('share-sheet')).click();
  await expect(page.getByText(say('shared'))).toBeVisible();
  await page.evaluate(() => ((globalThis as any).isAway = true));
  await button(page, say('share-sheet')).click();
  const handed = () => page.evaluate(() => (globalThis as any).shared);
  await expect.poll(async () => (await handed()).length).toBe(2);
  await stage.settle();
  await stage.pass(SECOND);
  await expect(page.getByText(say('shared'))).toHaveCount(0);
  const shared = await handed();
  for (const given of shared) {
    const title = expect.stringMatching(new RegExp(`^${say('product')}: ${say('session-title', { seller: PLAN.seller, manager: MANAGER })}`));
    expect(given).toEqual({ title, text: expect.any(String), url: link, isPressed: true });
    expect(given.text.trim(), 'the words that go beside a copied link').toBe(words.trim());
  }
});

test('mail has its subject and lines as RFC 6068 has them', async ({ setStage }) => {
  const stage = await setStage(CLIPBOARD);
  const page = await stage.open();
  const seller = 'Hé & more: 50%?+1';
  await fillForm(page, { ...PLAN, seller });
  await field(page, say('own-name-label')).fill(MANAGER);
  await button(page, say('form-submit')).click();
  await expect(starter(page)).toBeVisible();
  await button(page, say('share-invite', { name: seller })).click();
  await page.evaluate(() => {
    const { click } = HTMLAnchorElement.prototype;
    HTMLAnchorElement.prototype.click = function () {
      if (this.protocol === 'mailto:') (globalThis as any).mail = this.href;
      else click.call(this);
    };
  });
  const text = await copied(page, COPY_WORDS);
  await button(page, say('send-mail')).click();
  await expect.poll(() => page.evaluate(() => (globalThis as any).mail)).toBeDefined();
  const mail: string = await page.evaluate(() => (globalThis as any).mail);
  const [, subject = '', body = ''] = /^mailto:\?subject=([^&]*)&body=([^&]*)$/.exec(mail) ?? [];
  expect(subject.startsWith(encodeURIComponent(`${say('product')}: `) + 'H%C3%A9%20%26%20more%3A%2050%25%3F%2B1')).toBe(true);
  // An apostrophe may stand in a mailto address or be encoded.
  expect(body.replaceAll('%27', "'")).toBe(encodeURIComponent(text.replaceAll('\n', '\r\n')));
  expect(body).toContain('%0D%0A');
});

test('QR code of a link of any length is read by another program', async ({ setStage, recordsAfter }) => {
  const stage = await setStage({ ...CLIPBOARD, records: await recordsAfter(invite) });
  const page = await openInvitation(stage);
  const short = await copied(page);
  await button(page, say('other-ways')).click();
  await button(page, say('picture-draw')).click();
  expect(await scanned(page)).toBe(short);
  for (const length of [1000, 1800, 2900]) {
    const path = 'aB3-_x/'.repeat(length).slice(0, length - short.length);
    await setShareUrl(page, ADDRESS + path);
    await button(page, say('other-ways')).click();
    await button(page, say('picture-draw')).click();
    const link = await copied(page);
    expect(link).toHaveLength(length);
    expect(await scanned(page)).toBe(link);
  }
});

test('link too long for a QR code says so', async ({ setStage, recordsAfter }) => {
  const stage = await setStage({ records: await recordsAfter(invite) });
  const page = await openInvitation(stage);
  await setShareUrl(page, ADDRESS + 'x'.repeat(3000));
  await button(page, say('other-ways')).click();
  await button(page, say('picture-draw')).click();
  await expect(page.getByText(say('no-picture'))).toBeVisible();
  await expect(page.getByRole('img', { name: say('picture-name') })).toHaveCount(0);
});

/** Keeps the bytes that the browser encrypts with, and lets a test damage what it decrypts. */
const watchCrypto = () => {
  const page = globalThis as any;
  // A page that is not there yet has no crypto.
  if (!page.SubtleCrypto) return;
  const { encrypt, decrypt, deriveKey } = SubtleCrypto.prototype;
  const bytes = (given: BufferSource) =>
    ArrayBuffer.isView(given) ? new Uint8Array(given.buffer, given.byteOffset, given.byteLength) : new Uint8Array(given);
  page.seen = {};
  SubtleCrypto.prototype.deriveKey = function (algorithm: any, ...rest) {
    page.seen.salt = [...bytes(algorithm.salt)];
    return deriveKey.call(this, algorithm, ...rest);
  };
  SubtleCrypto.prototype.encrypt = async function (algorithm: any, key, plain) {
    const sealed = await encrypt.call(this, algorithm, key, plain);
    Object.assign(page.seen, { iv: [...bytes(algorithm.iv)], plain: [...bytes(plain)], sealed: [...bytes(sealed)] });
    return sealed;
  };
  SubtleCrypto.prototype.decrypt = function (algorithm, key, sealed) {
    const damaged = bytes(sealed).slice(0, page.damage === 'cut' ? 12 : page.damage === 'emptied' ? 0 : undefined);
    if (page.damage === 'flipped') damaged[0]! ^= 1;
    return decrypt.call(this, algorithm, key, damaged);
  };
};

const PASSWORD = 'pässword';

test('locked link is what another program decrypts by the password', async ({ setStage, recordsAfter }) => {
  const stage = await setStage({ ...CLIPBOARD, records: await recordsAfter(invite), init: watchCrypto });
  const page = await openInvitation(stage);
  const open = bytesOf(await copied(page));
  await lock(page, PASSWORD);
  const locked = bytesOf(await copied(page));
  const seen: Record<string, number[]> = await page.evaluate(() => (globalThis as any).seen);
  const [salt, iv, plain, sealed] = ['salt', 'iv', 'plain', 'sealed'].map((name) => Buffer.from(seen[name]!)) as [Buffer, Buffer, Buffer, Buffer];
  expect([salt.length, iv.length, sealed.length]).toEqual([16, 12, plain.length + 16]);
  expect(open.includes(plain), 'the whole of the open link is locked').toBe(true);
  expect(open.length - plain.length, 'but for its frame').toBeLessThanOrEqual(8);
  expect(locked.includes(Buffer.concat([salt, iv, sealed])), 'salt, IV, and the sealed bytes with their tag').toBe(true);
  expect(locked.includes(plain)).toBe(false);
  const decipher = createDecipheriv('aes-256-gcm', pbkdf2Sync(PASSWORD, salt, 600_000, 32, 'sha256'), iv);
  decipher.setAAD(Buffer.from('coaching-session 1')).setAuthTag(sealed.subarray(-16));
  expect(Buffer.concat([decipher.update(sealed.subarray(0, -16)), decipher.final()])).toEqual(plain);
});

test('text beside a locked link holds nothing of the session', async ({ setStage, recordsAfter }) => {
  const stage = await setStage({ ...CLIPBOARD, records: await recordsAfter(invite), init: shareSheet });
  const page = await openInvitation(stage);
  const open = await copied(page, COPY_WORDS);
  expect(open, 'an open link goes with the names').toContain(PLAN.seller);
  await lock(page, PASSWORD);
  const words = [say('locked-invitation'), say('locked-how')];
  const link = await copied(page);
  expect(await copied(page, COPY_WORDS)).toBe(`${words.join('\n')}\n\n${link}\n`);
  await button(page, say('share-sheet')).click();
  await expect(page.getByText(say('shared'))).toBeVisible();
  const shared = await page.evaluate(() => (globalThis as any).shared);
  expect(shared).toEqual([{ title: words[0], text: `${words.join('\n')}\n`, url: link, isPressed: true }]);
  const beside = page.locator('section', { has: page.getByRole('heading', { name: say('message-heading') }) });
  await expect(beside.locator('p'), 'the screen shows that text').toHaveText(words);
});

test('link locked twice by one password is sealed in other bytes', async ({ setStage, recordsAfter }) => {
  const stage = await setStage({ ...CLIPBOARD, records: await recordsAfter(invite) });
  const page = await openInvitation(stage);
  await lock(page, PASSWORD);
  const first = bytesOf(await copied(page));
  await field(page, say('password-label')).fill('');
  await field(page, say('password-label')).fill(PASSWORD);
  await button(page, say('lock')).click();
  await expect(page.getByText(begins('locked'))).toBeVisible();
  const second = bytesOf(await copied(page));
  // Salt and IV are new each time: no eight bytes in a row are the same, but for the frame.
  for (let at = 4; at + 8 < first.length; at += 8) expect(second.includes(first.subarray(at, at + 8))).toBe(false);
});

test('locked link refuses a wrong password and damaged bytes', async ({ setStage, recordsAfter }) => {
  const desk = await setStage({ ...CLIPBOARD, records: await recordsAfter(invite) });
  const sender = await openInvitation(desk);
  await lock(sender, PASSWORD);
  const stage = await setStage({ init: watchCrypto });
  const page = await stage.open({ address: await copied(sender) });
  await expect(heading(page, say('link-locked'))).toBeVisible();
  const password = field(page, say('password-label'));
  const wrong = page.getByText(say('wrong-password'));
  for (const [typed, damage] of [
    ['password', undefined],
    [PASSWORD, 'flipped'],
    [PASSWORD, 'cut'],
    [PASSWORD, 'emptied'],
  ] as const) {
    await page.evaluate((damage) => ((globalThis as any).damage = damage), damage);
    await password.fill(typed);
    await expect(wrong).toHaveCount(0);
    await button(page, say('open-it')).click();
    await expect(wrong).toBeVisible();
    await expect(page.getByText(MANAGER)).toHaveCount(0);
  }
  // The same word in the other normal form of Unicode.
  await page.evaluate(() => ((globalThis as any).damage = undefined));
  await password.fill(PASSWORD.normalize('NFD'));
  await button(page, say('open-it')).click();
  await expect(invitationHeading(page)).toBeVisible();
});

test('answer to a widget that is gone changes nothing', async ({ setStage, recordsAfter }) => {
  const stage = await setStage({ ...CLIPBOARD, records: await recordsAfter(invite) });
  const page = await openInvitation(stage);
  await page.evaluate(() => {
    const { clipboard } = navigator;
    const writeText = clipboard.writeText.bind(clipboard);
    clipboard.writeText = () => new Promise((resolve) => ((globalThis as any).answer = resolve));
    (globalThis as any).mend = () => (clipboard.writeText = writeText);
  });
  await button(page, say('copy-link')).click();
  await page.evaluate(async () => {
    const element = document.querySelector('coaching-session')!;
    element.remove();
    await new Promise<void>((resolve) => queueMicrotask(resolve));
    document.body.append(element);
  });
  await expect(heading(page, say('share-invite', { name: LEE }))).toBeVisible();
  await page.evaluate(() => (globalThis as any).answer());
  await stage.settle();
  await stage.pass(SECOND);
  await expect(page.getByText(say('summary-copied'))).toHaveCount(0);
  await page.evaluate(() => (globalThis as any).mend());
  await copied(page);
});

test('page fetches each of its files once, from its own server', async ({ stage }) => {
  const fetched: string[] = [];
  stage.context.on('request', (request) => void (request.url().startsWith('data:') || fetched.push(request.url())));
  await stage.open();
  expect(fetched.filter((url, at) => fetched.indexOf(url) !== at), 'fetched twice').toEqual([]);
  const files = fetched.map((url) => new URL(url).pathname.replace(/-[0-9a-f]{1,16}(?=[._])/, ''));
  expect(files.sort()).toEqual(['/', '/coaching-session-rest.js', '/coaching-session.js', '/coaching-session.js', '/coaching-session_bg.wasm', '/page.css', '/page.js']);
  expect(fetched.filter((url) => !url.startsWith(ADDRESS))).toEqual([]);
});
