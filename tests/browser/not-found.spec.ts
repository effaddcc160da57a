// The page in place of one that is not there: it opens links whose # was damaged on the way, and has
// words and a way out for everything else.

import { ADDRESS, expect, widget } from './fixtures';
import { invitationHeading, test } from './links';

for (const [path, hash, page] of [
  ['%23<link>', '#<link>', ''],
  ['%2523<link>', '#<link>', ''],
  ['<link>', '#<link>', ''],
  ['%23cs%3D<code>', '#<link>', ''],
  ['%23<link>?utm_source=mail', '#<link>', ''],
  ['index.html%23<link>', '#<link>', 'index.html'],
] as const) {
  test(`link that came as /${path} opens`, async ({ setStage, invitation }) => {
    const part = invitation.slice(ADDRESS.length + 1);
    const filled = (text: string) => text.replace('<link>', part).replace('<code>', part.slice('cs='.length));
    const stage = await setStage({ allows: /404/ });
    const opened = await stage.open({ address: ADDRESS + filled(path) });
    await expect(invitationHeading(opened)).toBeVisible();
    await expect.poll(() => opened.url()).toBe(ADDRESS + page);
    expect(await opened.evaluate(() => history.state)).toMatchObject({ 'coaching-session': ADDRESS + page + filled(hash) });
    expect(await opened.evaluate(() => history.length)).toBe(2);
  });
}

test('site in a folder of a server opens links as at the top', async ({ setStage, invitation }) => {
  const stage = await setStage({ allows: /404/ });
  const folder = `${ADDRESS}a/b/`;
  await stage.context.route(`${folder}**`, async (route) => {
    const response = await route.fetch({ url: route.request().url().replace(folder, ADDRESS) });
    await route.fulfill({ response });
  });
  const page = await stage.open({ address: invitation.replace(`${ADDRESS}#`, `${folder}%23`) });
  await expect(invitationHeading(page)).toBeVisible();
  await expect.poll(() => page.url()).toBe(folder);
});

for (const path of ['nothing-there', 'cs', '%23cs=', 'docs=1.x', 'a%23b']) {
  test(`unknown address /${path} gets words and the way to the page`, async ({ setStage }) => {
    const stage = await setStage({ allows: /404/, allowsLater: /./ });
    const page = await stage.context.newPage();
    const answer = await page.goto(ADDRESS + path);
    expect(answer?.status()).toBe(404);
    await expect(page.getByRole('heading', { name: 'This page is not there' })).toBeVisible();
    expect(page.url()).toBe(ADDRESS + path);
    await page.getByRole('link', { name: 'Open the coaching session' }).click();
    await expect(widget(page)).toBeVisible();
    expect(page.url()).toBe(ADDRESS);
  });
}

test('unknown address like one of another server stays on this one', async ({ setStage }) => {
  const stage = await setStage({ allows: /404/, allowsLater: /./ });
  const page = await stage.context.newPage();
  await page.goto(`${ADDRESS}/example.org/%23cs=1.AbC-_09xyz`);
  await expect(page.getByRole('heading', { name: 'This page is not there' })).toBeVisible();
  expect(new URL(page.url()).origin).toBe(new URL(ADDRESS).origin);
});
