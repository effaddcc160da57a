// The page in a frame of somebody else's page: its height, its attributes, its events and its methods.

import {
  NOW,
  button, dataOf, expect, field, heading, plan, row, say, start, starter, storedIn, test, widget,
  type Page,
} from './fixtures';
import { OTHER, elsewhere, heardBy, openFramed, send, type Around } from './framed';

/** Returns the answer to a call, once there is one. */
const answered = async (answer: () => Promise<Record<string, unknown> | undefined>) => {
  await expect.poll(answer).toBeTruthy();
  return (await answer())!;
};
const call = async (page: Page, method: unknown, argument?: unknown) => {
  const { id: _, ...answer } = await answered(await send(page, method, argument));
  return answer;
};

const places: Record<string, Around> = { 'its own origin': {}, 'another origin': { at: OTHER } };
for (const [place, around] of Object.entries(places)) {
  test(`frame on ${place} tells its start and its height`, async ({ setStage }) => {
    const { page, frame } = await openFramed(await setStage(elsewhere), around);
    await expect(widget(frame)).toBeVisible();
    await expect.poll(() => heardBy(page, 'coaching-ready')).toHaveLength(1);
    const fits = () =>
      page.frames()[1]!.evaluate(() => [document.documentElement.scrollHeight <= innerHeight, innerHeight - document.body.offsetHeight < 2]);
    await expect.poll(fits, 'no bar to scroll, no empty room').toEqual([true, true]);
    const { length } = await heardBy(page, 'height');
    await plan(frame);
    await expect.poll(fits).toEqual([true, true]);
    expect((await heardBy(page, 'height')).length).toBeGreaterThan(length);
    await button(frame, say('back-home')).click();
    await expect.poll(fits, 'shrinks, too').toEqual([true, true]);
  });

  test(`frame on ${place} takes attributes by address and message`, async ({ setStage }) => {
    const query = 'embed&type=call&theme=dark&minutes=30&party=manager&loading=lazy&onload=alert(1)&class=x';
    const { page, frame } = await openFramed(await setStage(elsewhere), { ...around, query });
    await expect(widget(frame)).toBeVisible();
    await expect(frame).toHaveAttribute('type', 'call');
    await expect(frame).toHaveAttribute('theme', 'dark');
    await expect(frame).toHaveAttribute('minutes', '30');
    await expect(frame).toHaveAttribute('loading', 'eager');
    for (const name of ['onload', 'class']) await expect(frame).not.toHaveAttribute(name);
    await expect(button(frame, say('ask-one'))).toHaveCount(0);
    await page.evaluate(() => (globalThis as any).send('attributes', { theme: 'light', party: 'seller', minutes: null, role: 'x', hotkeys: 7, instance: {} }));
    await expect(frame).toHaveAttribute('theme', 'light');
    await expect(button(frame, say('plan-one'))).toHaveCount(0);
    for (const name of ['minutes', 'hotkeys', 'instance']) await expect(frame).not.toHaveAttribute(name);
    await expect(frame).toHaveAttribute('role', 'main');
  });

  test(`frame on ${place} tells a session only where it is to`, async ({ setStage }) => {
    const stage = await setStage(elsewhere);
    const { page, frame } = await openFramed(stage, around);
    await start(frame);
    await button(frame, say('end-early')).click();
    const types = async (page: Page) => (await heardBy(page)).map(({ type }) => type).filter((type) => type.startsWith('coaching-'));
    expect(await types(page)).toEqual(['coaching-ready']);
    await page.close();
    const told = await openFramed(stage, { ...around, query: 'embed&events=on&instance=other', name: 'told' });
    await expect(told.frame.getByText(say('page-is-told'))).toBeVisible();
    await start(told.frame);
    await button(told.frame, say('end-early')).click();
    await expect.poll(() => types(told.page)).toEqual(['coaching-ready', 'coaching-start', 'coaching-item', 'coaching-end']);
    const all = await heardBy(told.page);
    expect(all.find(({ type }) => type === 'coaching-start')!.detail).toEqual({ at: NOW });
    expect(JSON.stringify(all)).not.toMatch(/Lee|Park|opportunity/i);
  });
}

test('frame of fixed height scrolls inside and tells no height', async ({ setStage }) => {
  const { page, frame } = await openFramed(await setStage(elsewhere), { query: 'embed=fixed', attributes: 'height="300"' });
  await expect(widget(frame)).toBeVisible();
  await expect.poll(() => heardBy(page, 'coaching-ready')).toHaveLength(1);
  expect(await heardBy(page, 'height')).toEqual([]);
  expect(await page.frames()[1]!.evaluate(() => document.documentElement.scrollHeight > innerHeight)).toBe(true);
});

test('page of the same origin calls each method without a question', async ({ setStage }) => {
  const { page, frame } = await openFramed(await setStage(elsewhere));
  expect(await call(page, 'ready')).toEqual({ result: null });
  expect(await call(page, 'link')).toEqual({ error: 'no session is on the screen' });
  await plan(frame);
  const { result: link } = await call(page, 'link');
  expect(link).toContain('#cs=1.');
  expect((await call(page, 'calendar')).result).toContain('BEGIN:VCALENDAR');
  expect(await call(page, 'summary', 'text')).toEqual({ error: 'the session on the screen is not over' });
  const { result: file } = await call(page, 'exportData');
  expect(await call(page, 'deleteData')).toEqual({ result: null });
  await expect(button(frame, say('sample-open'))).toBeVisible();
  expect(await call(page, 'open', link)).toEqual({ result: null });
  await expect(heading(frame, /./).first()).toBeVisible();
  await button(frame, say('back-home')).or(button(frame, say('file-leave'))).first().click();
  expect(await call(page, 'importData', file)).toEqual({ result: null });
  await expect(row(frame)).toBeVisible();
});

test('page of another origin gets data once the person agrees', async ({ setStage }) => {
  const { page, frame } = await openFramed(await setStage(elsewhere), { at: OTHER });
  await expect(widget(frame)).toBeVisible();
  await plan(frame);
  const link = await send(page, 'link');
  await expect(heading(frame, say('asked-by', { page: new URL(OTHER).origin }))).toBeFocused();
  await frame.getByText(say('asked-text')).click();
  const shown = await frame.getByRole('textbox', { name: say('asked-text') }).inputValue();
  expect(await link(), 'nothing before the answer').toBeUndefined();
  await button(frame, say('asked-give')).click();
  expect((await answered(link)).result).toBe(shown);
  await expect(starter(frame)).toBeVisible();

  const gone = await send(page, 'deleteData');
  await button(frame, say('asked-decline')).click();
  expect((await answered(gone)).error).toBe('the person declined');
  await expect(starter(frame), 'all is there').toBeVisible();
  expect(await call(page, 'deleteData'), 'asked once').toEqual({ error: 'the person declined' });

  const file = await send(page, 'exportData');
  expect(await call(page, 'calendar'), 'one question at a time').toEqual({ error: 'the person is still being asked about an earlier call' });
  await button(frame, say('asked-give')).click();
  expect((await answered(file)).result).toContain('"coaching-session"');
});

test('page around hears once its link has been dealt with', async ({ setStage }) => {
  const { page, frame } = await openFramed(await setStage(elsewhere), { at: OTHER });
  await expect(widget(frame)).toBeVisible();
  expect(await call(page, 'open', 'no link')).toEqual({ result: null });
  await expect(heading(frame, say('link-none'))).toBeVisible();
  expect(await heardBy(page, 'forgotten'), 'the link is still on the screen').toEqual([]);
  await button(frame, say('file-leave')).or(button(frame, say('back-home'))).first().click();
  await expect.poll(() => heardBy(page, 'forgotten')).toEqual([{ 'coaching-session': 1, type: 'forgotten', detail: {} }]);
});

test('page without an origin gets no data, and may open a link', async ({ setStage }) => {
  const stage = await setStage({ ...elsewhere, allows: /sandbox|storage|denied/i });
  const { page, frame } = await openFramed(stage, { headers: { 'content-security-policy': 'sandbox allow-scripts' } });
  await expect(widget(frame)).toBeVisible();
  await plan(frame);
  for (const name of ['link', 'exportData', 'deleteData']) {
    expect(await call(page, name)).toEqual({ error: 'the page around has no origin of its own' });
  }
  expect(await call(page, 'open', 'no link')).toEqual({ result: null });
  await expect(heading(frame, say('link-none'))).toBeVisible();
});

test('hostile messages change nothing and get no answer', async ({ setStage }) => {
  const { page, frame } = await openFramed(await setStage(elsewhere), { at: OTHER });
  await expect(widget(frame)).toBeVisible();
  await plan(frame);
  const before = (await heardBy(page)).length;
  await page.evaluate(() => {
    const target = document.querySelector('iframe')!.contentWindow!;
    const circle: Record<string, unknown> = { 'coaching-session': 1, type: 'call' };
    circle.detail = circle;
    const shapes = [
      null, 1, 'call', [], new Date(), new Map([['coaching-session', 1]]), { 'coaching-session': '1', type: 'call', detail: { id: 1, method: 'ready' } },
      { 'coaching-session': 2, type: 'call', detail: { id: 1, method: 'ready' } }, { 'coaching-session': 1, type: 'call' }, circle,
      { 'coaching-session': 1, type: 'call', detail: { id: -1, method: 'ready' } }, { 'coaching-session': 1, type: 'call', detail: { id: 'x'.repeat(9), method: 'ready' } },
      { 'coaching-session': 1, type: 'carry', detail: {} }, { 'coaching-session': 1, type: 'attributes', detail: [['theme', 'dark']] },
      { 'coaching-session': 1, type: 'attributes', detail: { theme: 'x'.repeat(1e6), lang: '"><script>', config: 'https://evil.example/c.json', 'share-url': 'https://evil.example/' } },
      { 'coaching-session': 1, type: 'result', detail: { id: 1, result: 'x' } },
    ];
    for (const shape of shapes) target.postMessage(shape, '*');
  });
  expect(await call(page, 'constructor')).toEqual({ error: 'no such method' });
  expect(await call(page, 'toString', 'x')).toEqual({ error: 'no such method' });
  expect(await call(page, ['open'])).toEqual({ error: 'no such method' });
  expect(await call(page, 'open', 'x'.repeat(300_000))).toEqual({ error: 'the argument is not allowed' });
  expect(await call(page, 'open', { toString: 'x' })).toEqual({ error: 'the argument is not allowed' });
  expect(await call(page, 'summary', 'html')).toEqual({ error: 'no such format' });
  const later = (await heardBy(page)).slice(before).filter(({ type }) => type !== 'height');
  expect(later.map(({ type }) => type)).toEqual(Array(6).fill('result'));
  for (const name of ['config', 'share-url', 'lang', 'theme']) await expect(frame).not.toHaveAttribute(name);
  await expect(starter(frame)).toBeVisible();
});

test('window that is not around the frame is not answered', async ({ setStage }) => {
  const { page, frame } = await openFramed(await setStage(elsewhere), { at: OTHER });
  await expect(widget(frame)).toBeVisible();
  const said = await page.evaluate(async () => {
    const other = document.body.appendChild(document.createElement('iframe'));
    const heard: unknown[] = [];
    other.contentWindow!.addEventListener('message', ({ data }) => heard.push(data));
    // Sent in the name of the other frame, which is beside and not around.
    const send = new (other.contentWindow as any).Function('to', 'what', 'to.postMessage(what, "*")');
    const target = document.querySelector('iframe')!.contentWindow;
    for (const method of ['ready', 'exportData', 'open']) send(target, { 'coaching-session': 1, type: 'call', detail: { id: 9, method, argument: '#cs=1.x' } });
    send(target, { 'coaching-session': 1, type: 'attributes', detail: { theme: 'dark' } });
    return heard;
  });
  expect(await call(page, 'ready')).toEqual({ result: null });
  expect(said).toEqual([]);
  expect((await heardBy(page, 'result')).map(({ detail }) => detail.id)).not.toContain(9);
  await expect(frame).not.toHaveAttribute('theme');
  await expect(button(frame, say('sample-open'))).toBeVisible();
});

test('flood of calls and attributes leaves the widget usable', async ({ setStage }) => {
  const stage = await setStage(elsewhere);
  const { page, frame } = await openFramed(stage, { at: OTHER });
  await expect(widget(frame)).toBeVisible();
  await page.evaluate(() => {
    for (let id = 1000; id < 3000; id += 1) {
      (globalThis as any).send('call', { id, method: 'exportData' });
      (globalThis as any).send('attributes', { instance: `i${id}`, theme: id % 2 ? 'dark' : 'light' });
    }
  });
  await expect.poll(async () => (await heardBy(page, 'result')).length).toBeGreaterThan(1900);
  await stage.pass(1_000);
  await expect(frame).toHaveAttribute('instance', 'i2999');
  await expect(widget(frame)).toBeVisible();
  expect((await heardBy(page, 'coaching-ready')).length, 'the widget starts anew a few times, not 2000 times').toBeLessThan(5);
  await plan(frame);
});

test('query alone makes no frame', async ({ setStage }) => {
  const stage = await setStage(elsewhere);
  const page = await stage.open({ address: 'http://127.0.0.1:' + new URL(OTHER).port + '/?embed&share-url=https://evil.example/&theme=dark' });
  const element = page.locator('coaching-session');
  for (const name of ['share-url', 'theme']) await expect(element).not.toHaveAttribute(name);
  await expect(page.getByRole('link', { name: say('full-page') })).toHaveCount(0);
  await plan(page);
  await page.goBack();
  await expect(field(page, say('seller-label')).or(button(page, say('plan-one'))).first()).toBeVisible();
});

test('full page of another origin takes the sessions over', async ({ setStage }) => {
  const stage = await setStage(elsewhere);
  const { page, frame } = await openFramed(stage, { at: OTHER });
  await plan(frame);
  await expect(frame.getByText(say('frame-apart'))).toBeVisible();
  const opened = stage.context.waitForEvent('page');
  await frame.getByRole('link', { name: say('full-page-with') }).click();
  const full = await opened;
  await expect(button(full, say('file-take'))).toBeVisible();
  expect(Object.keys(await storedIn(full)).filter((name) => name.includes('/session/')), 'nothing is stored yet').toEqual([]);
  expect(new URL(full.url()).search).toBe('');
  await button(full, say('file-take')).click();
  await expect(row(full)).toBeVisible();
  expect(dataOf(await storedIn(full), 'session/').manager[0].content.date).toBe('2026-05-05');
  await expect(frame.getByText(say('frame-apart')), 'the frame stays').toBeVisible();
  expect(await page.evaluate(() => history.length)).toBeLessThan(3);
});

test('full page of the same origin shows the same sessions', async ({ setStage }) => {
  const stage = await setStage(elsewhere);
  const { frame } = await openFramed(stage);
  await plan(frame);
  await expect(frame.getByText(say('frame-apart'))).toHaveCount(0);
  const opened = stage.context.waitForEvent('page');
  await frame.getByRole('link', { name: say('full-page'), exact: true }).click();
  const full = await opened;
  await expect(row(full)).toBeVisible();
});
