// A script of a host page, typed by coaching-session.d.ts: uses every property, method and event. It is compiled, not run;
// a browser test compiles it against the types of the build. Holds no test.

const element = document.createElement('coaching-session');

element.lang = 'en-GB';
element.theme = 'dark';
element.party = 'manager';
element.type = 'territory';
element.minutes = 45;
element.minutes = null;
element.shareUrl = 'https://intranet.example/coaching';
element.instance = 'sales';
element.config = 'config.json';
element.storage = 'session';
element.loading = 'eager';
element.hotkeys = 'off';
element.events = 'on';
element.debug = true;

// @ts-expect-error an unknown value
element.theme = 'blue';
// @ts-expect-error a promise that only the element makes
element.ready = Promise.resolve();

element.addEventListener('coaching-ready', ({ detail }) => detail.version.toUpperCase());
element.addEventListener('coaching-readiness', ({ detail }) => detail.manager && detail.seller);
element.addEventListener('coaching-start', ({ detail }) => new Date(detail.at));
element.addEventListener('coaching-item', ({ detail }) => detail.item + detail.at);
element.addEventListener('coaching-overrun', ({ detail }) => detail.item + detail.at);
element.addEventListener('coaching-end', ({ detail }) => new Date(detail.at));
element.addEventListener('coaching-share', ({ detail }) => detail.kind === 'invitation');
element.addEventListener('coaching-error', ({ detail }) => detail.kind === 'crash');
// @ts-expect-error an event holds no name
element.addEventListener('coaching-start', ({ detail }) => detail.name);
element.addEventListener('click', (event) => event.clientX);

export async function use(): Promise<string[]> {
  document.body.append(element);
  await element.ready;
  await element.open('https://intranet.example/coaching#cs=1.abc');
  const texts = [
    await element.link(), await element.calendar(), await element.summary(), await element.summary('text'),
    await element.exportData(),
  ];
  await element.importData(texts[4]!);
  await element.deleteData();
  // @ts-expect-error an unknown format
  await element.summary('html');
  return texts;
}
