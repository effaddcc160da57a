// The journey in WebKitGTK: planned, prepared, started, held to the end, closed and loaded anew.
// The page in one file starts from a disk, and keeps its data.
// Playwright has no way to drive the machine's own WebKit, so WebDriver does.

import { spawn, type ChildProcess } from 'node:child_process';
import { createServer as createHttpServer } from 'node:http';
import { createServer, type AddressInfo } from 'node:net';
import { expect, test as base } from '@playwright/test';
import { Builder, type WebDriver, type WebElement } from 'selenium-webdriver';
import { ADDRESS, ONE_FILE, PATIENCE, WEBKIT } from './settings';
import { AGENDA, LEE, PLAN } from './widget';
import { say } from './words';

/** A port that nobody uses. */
const freePort = () =>
  new Promise<number>((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });

/** The page in WebKit, with what a person finds on it by its words. */
class Browser {
  constructor(readonly driver: WebDriver) {}

  /** The seen element of the widget with these words, or with a label of these words. */
  find(selector: string, words: string): Promise<WebElement> {
    const search = (selector: string, words: string) => {
      const text = (element: Element | undefined) => (element?.textContent ?? '').replace(/\s+/g, ' ').trim();
      const root = document.querySelector('coaching-session')?.shadowRoot;
      return [...(root?.querySelectorAll(selector) ?? [])].find((element) => {
        const names = [element.getAttribute('aria-label') ?? text(element), text((element as HTMLInputElement).labels?.[0])];
        return element.checkVisibility() && names.includes(words);
      });
    };
    const found = () => this.driver.executeScript<WebElement>(`return (${search})(...arguments)`, selector, words);
    return this.driver.wait(found, PATIENCE, `${selector}: ${words}`);
  }

  /** Waits until these words can be read on the widget. */
  async read(words: string) {
    const search = (words: string) => {
      const seen = [...(document.querySelector('coaching-session')?.shadowRoot?.children ?? [])];
      return seen.some((element) => (element as HTMLElement).innerText.includes(words));
    };
    await this.driver.wait(() => this.driver.executeScript<boolean>(`return (${search})(...arguments)`, words), PATIENCE, words);
  }

  async press(words: string) {
    const button = await this.find('button', words);
    // The driver scrolls a button behind the bar at the end of the window, where a person would scroll on.
    await this.driver.executeScript('arguments[0].scrollIntoView({ block: "center" })', button);
    await button.click();
  }

  async fill(label: string, text: string) {
    const field = await this.find('input, textarea', label);
    await this.driver.executeScript(
      'const [field, text] = arguments; field.focus(); field.value = text; field.dispatchEvent(new InputEvent("input", { bubbles: true, composed: true }));',
      field,
      text,
    );
  }
}

/** A day in milliseconds. */
const DAY = 24 * 60 * 60 * 1000;

const test = base.extend<{ webkit: Browser }>({
  webkit: async ({}, use) => {
    const port = await freePort();
    const server: ChildProcess = spawn('xvfb-run', ['-a', WEBKIT.driver, `--port=${port}`], { detached: true, stdio: 'ignore' });
    const options = { binary: WEBKIT.executablePath, args: ['--automation'] };
    const build = () =>
      new Builder()
        .usingServer(`http://127.0.0.1:${port}`)
        .withCapabilities({ browserName: 'MiniBrowser', 'webkitgtk:browserOptions': options })
        .build();
    let driver: WebDriver | undefined;
    try {
      await expect(async () => {
        expect((await fetch(`http://127.0.0.1:${port}/status`)).ok).toBe(true);
      }).toPass({ timeout: PATIENCE });
      driver = await build();
      await use(new Browser(driver));
    } finally {
      await driver?.quit();
      // The server, its display and its browser are one group.
      if (server.pid) process.kill(-server.pid);
    }
  },
});

/** Plans a session for the day after. */
async function plan(webkit: Browser) {
  await webkit.press(say('plan-one'));
  await webkit.fill(say('seller-label'), PLAN.seller);
  // A day off, whatever day it is: the form asks about dates that are further away than two years.
  await webkit.fill(say('date-label'), new Date(Date.now() + DAY).toISOString().slice(0, 10));
  await webkit.fill(say('time-label'), PLAN.time);
  await webkit.press(say('form-submit'));
}

test('session in one file on a disk is there after a reload', async ({ webkit }) => {
  await webkit.driver.get(ONE_FILE);
  await plan(webkit);
  await webkit.find('button', say('start-ahead'));
  await webkit.driver.navigate().refresh();
  await webkit.find('button', say('start-ahead'));
});

/** The ways in which WebKit opens the widget: each returns to the widget when it is called again. */
const ways: Record<string, (webkit: Browser) => Promise<void>> = {
  'page of its own': async ({ driver }) => {
    if ((await driver.getCurrentUrl()).startsWith(ADDRESS)) await driver.navigate().refresh();
    else await driver.get(ADDRESS);
  },
  frame: async ({ driver }) => {
    await driver.get(around);
    await driver.switchTo().frame(0);
  },
};

/** A page around the frame, of an origin of its own. */
let around = '';
const host = createHttpServer((_, answer) => {
  answer.setHeader('content-type', 'text/html');
  answer.end(`<!doctype html><title>Intranet</title><iframe src="${ADDRESS}?embed" width="900" height="700"></iframe>`);
});
test.beforeAll(async () => {
  await new Promise<void>((resolve) => host.listen(0, '127.0.0.1', resolve));
  around = `http://127.0.0.1:${(host.address() as AddressInfo).port}/`;
});
test.afterAll(() => void host.close());

for (const [way, open] of Object.entries(ways)) test(`session in the ${way} is held and there after a reload`, async ({ webkit }) => {
  await open(webkit);
  await plan(webkit);
  await webkit.press(say('prepare-as', { name: LEE }));
  await webkit.press(say('i-am', { name: LEE }));
  await webkit.fill(say('topic-first'), 'The pilot');
  await webkit.press(say('ready-seller'));

  await webkit.press(say('start-ahead'));
  await webkit.press(say('no'));
  await webkit.press(say('start-now'));
  for (const [index, [title]] of AGENDA.entries()) {
    if (index > 0) {
      // A second press within half a second does nothing.
      await webkit.driver.sleep(600);
      await webkit.press(say('next', { title }));
    }
    await webkit.find('#item-title', title);
  }
  await webkit.press(say('hand-over-to', { name: LEE }));
  for (const [name, words] of [[LEE, 'The quiet room'], [say('manager-unknown'), 'The pace']] as const) {
    await webkit.press(say('i-am', { name }));
    await webkit.press(say('just-talking'));
    await webkit.fill(say('ask-differently'), words);
    await webkit.press(say('answer-in'));
  }
  await webkit.read('The quiet room');
  await webkit.read('The pace');
  await webkit.driver.sleep(600);
  await webkit.press(say('finish'));
  await webkit.find('caption', say('table-caption'));
  await open(webkit);
  await webkit.find('caption', say('table-caption'));
  await webkit.read('The pace');
});
