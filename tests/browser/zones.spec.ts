// Two people in two time zones: each sees the own time, and the other's beside it.

import { button, expect, field, like, say, widget } from './fixtures';
import { test } from './scenes';

/** Zones of the seller with the time that their clocks show at 10:00 in Berlin on Tuesday 5 May 2026. */
const SEEN = [
  ['Asia/Kathmandu', '13:45'],
  ['America/New_York', '04:00'],
  ['America/Sao_Paulo', '05:00'],
  ['Australia/Lord_Howe', '18:30'],
  ['Africa/Casablanca', '09:00'],
  ['Pacific/Apia', '21:00'],
] as const;

for (const [timezoneId, time] of SEEN) {
  test(`seller in ${timezoneId} sees both times`, async ({ setStage, scene }) => {
    const { link } = await scene('invitation');
    const stage = await setStage({ timezoneId });
    const page = await stage.open({ address: link });
    await expect(widget(page)).toContainText(`Tuesday 5 May, ${time} (${say('time-in', { time: '10:00', place: 'Berlin' })})`);
  });
}

test('seller in the same zone sees one time', async ({ setStage, scene }) => {
  const { link } = await scene('invitation');
  const stage = await setStage();
  const page = await stage.open({ address: link });
  await expect(widget(page)).toContainText('Tuesday 5 May, 10:00');
  await expect(widget(page)).not.toContainText('in Berlin');
});

test('zone that the browser lacks is said, never taken for UTC', async ({ setStage, scene }) => {
  const { link } = await scene('invitation');
  const lackBerlin = () => {
    const Whole = Intl.DateTimeFormat;
    Intl.DateTimeFormat = class extends Whole {
      constructor(...[locale, options]: ConstructorParameters<typeof Whole>) {
        if (options?.timeZone === 'Europe/Berlin') throw new RangeError('unknown zone');
        super(locale, options);
      }
    } as typeof Whole;
  };
  const stage = await setStage({ timezoneId: 'Asia/Kathmandu', init: lackBerlin });
  const page = await stage.open({ address: link });
  await expect(widget(page)).toContainText('Tuesday 5 May, 13:45');
  await expect(widget(page)).toContainText(say('zone-unknown', { zone: 'Europe/Berlin', offset: 'UTC+02:00' }));
});

test('manager reads the time of a seller elsewhere', async ({ setStage, scene }) => {
  const { link } = await scene('invitation');
  const away = await setStage({ timezoneId: 'Asia/Kathmandu' });
  const lee = await away.open({ address: link });
  await field(lee, say('topic-first')).fill('The pilot');
  await button(lee, like('it-is-coaching')).click();
  await expect(widget(lee)).toContainText(say('says-zone', { place: 'Kathmandu', offset: 'UTC+05:45' }));
});
