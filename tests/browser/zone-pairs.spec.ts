// A manager in each of seven time zones with a seller in Berlin, and the file of a row of dates in each zone: against what
// clocks there show by Node's own rules.

import { readFile } from 'node:fs/promises';
import ICAL from 'ical.js';
import { clock, instantAt, placeOf } from './clocks';
import { LEE, PLAN, button, expect, field, fillForm, like, say, widget } from './fixtures';
import { CLIPBOARD, MANAGER, copied, invitationHeading, test } from './links';
import { keepSlot } from './screens';

/**
 * Zones of the manager, each with the first of seven dates, every second week, at 10:00: clocks in the zone are changed
 * between two of them, where they are changed at all. Morocco's rules from autumn 2026 on differ between the time zone data
 * of Node 20 and of newer browsers, so its dates come before.
 */
const ZONES = [
  ['Europe/Berlin', '2026-10-15'],
  ['America/New_York', '2026-10-15'],
  ['America/Sao_Paulo', '2026-10-15'],
  ['Asia/Kathmandu', '2026-10-15'],
  ['Australia/Lord_Howe', '2026-09-17'],
  ['Africa/Casablanca', '2026-05-14'],
  ['Pacific/Apia', '2026-10-15'],
] as const;

const BERLIN = 'Europe/Berlin';
const { date: DATE, time: TIME } = PLAN;

/** The start as the product says it, without the year. */
const shown = ({ day, time }: { day: string; time: string }) => `${day}, ${time}`;

/** A text without the marks that isolate words of another direction. */
const bare = (text: string) => text.replaceAll(/[\u2066-\u2069]/g, '');

for (const [zone] of ZONES) {
  test(`manager in ${zone} and seller in Berlin read their own times`, async ({ setStage }) => {
    const begins = instantAt(DATE, TIME, zone);
    const [here, there] = [clock(begins, zone), clock(begins, BERLIN)];
    const differ = shown(here) !== shown(there);
    const place = placeOf(zone);

    const away = await setStage({ ...CLIPBOARD, timezoneId: zone });
    const maria = await away.open();
    await fillForm(maria);
    await field(maria, say('own-name-label')).fill(MANAGER);
    await button(maria, say('form-submit')).click();
    await expect(widget(maria)).toContainText(shown(here));
    await button(maria, say('share-invite', { name: LEE })).click();
    const message = await copied(maria, say('copy-words'));
    expect(bare(message), 'the invitation').toContain(bare(say('time-at-place', { time: shown(here), place })));

    const home = await setStage({ ...CLIPBOARD, timezoneId: BERLIN });
    const lee = await home.open({ address: /https?:\S+#cs=\S+/.exec(message)![0] });
    await expect(invitationHeading(lee)).toBeVisible();
    await expect(widget(lee), 'the preview').toContainText(shown(there));
    const atPlace = here.day === there.day ? here.time : `${here.day.slice(0, 3)} ${here.day.split(' ').slice(1).join(' ')}, ${here.time}`;
    const within = say('time-in', { time: atPlace, place });
    if (differ) await expect(widget(lee)).toContainText(within);
    else await expect(widget(lee)).not.toContainText(within);
    await field(lee, say('topic-first')).fill('The pilot');
    await button(lee, like('it-is-coaching')).click();
    const answer = await copied(lee);
    await button(lee, say('edit-done')).click();
    await expect(widget(lee), 'the session').toContainText(shown(there));
    const beside = say('time-at-place', { time: atPlace, place });
    if (differ) await expect(widget(lee)).toContainText(beside);

    // The answer tells the manager the seller's clock.
    await button(maria, say('edit-done')).click();
    await maria.goto(answer);
    await button(maria, say('file-take')).click();
    await expect(widget(maria)).toContainText(shown(here));
    const told = say('time-for', { time: there.time, 'name-within': LEE });
    if (differ) await expect(widget(maria)).toContainText(told);
    else await expect(widget(maria)).not.toContainText(told);
  });
}

for (const [zone, first] of ZONES) {
  test(`row of dates in ${zone} stays at the same time of day`, async ({ setStage }) => {
    const stage = await setStage({ timezoneId: zone });
    const page = await stage.open();
    await fillForm(page, { ...PLAN, date: first });
    await button(page, say('form-submit')).click();
    await keepSlot(page);
    const [download] = await Promise.all([page.waitForEvent('download'), button(page, say('calendar-save')).click()]);
    const calendar = new ICAL.Component(ICAL.parse(await readFile(await download.path(), 'utf8')));
    const events = calendar.getAllSubcomponents('vevent').map((event) => new ICAL.Event(event));
    const dates = events.map((_, at) => new Date(Date.parse(first) + at * 14 * 86_400_000).toISOString().slice(0, 10));
    expect(events.length).toBeGreaterThanOrEqual(6);
    expect(events.map((event) => event.startDate.toJSDate().toISOString())).toEqual(
      dates.map((date) => new Date(instantAt(date, TIME, zone)).toISOString()),
    );
    for (const event of events) {
      expect(event.startDate.zone.tzid, 'in UTC').toBe('UTC');
      expect(event.duration.toSeconds()).toBe(45 * 60);
    }
  });
}
