// What clocks show in a time zone, by the rules that Node brings along: a second source beside the browser under test.
// Holds no test.

/** Returns the day and the time that clocks in a time zone show at an instant, as the English of the tests has them. */
export function clock(instant: number, timeZone: string) {
  const format = new Intl.DateTimeFormat('en-GB', {
    timeZone, weekday: 'long', day: 'numeric', month: 'long', year: 'numeric', hour: '2-digit', minute: '2-digit', hourCycle: 'h23',
  });
  const parts = Object.fromEntries(format.formatToParts(instant).map(({ type, value }) => [type, value]));
  const month = String(new Date(`${parts['day']} ${parts['month']} ${parts['year']} UTC`).getUTCMonth() + 1).padStart(2, '0');
  return {
    day: `${parts['weekday']} ${parts['day']} ${parts['month']}`,
    time: `${parts['hour']}:${parts['minute']}`,
    date: `${parts['year']}-${month}-${parts['day']!.padStart(2, '0')}`,
  };
}

/** Returns the instant at which clocks in a time zone show a date and a time; the first one if they show both twice. */
export function instantAt(date: string, time: string, timeZone: string): number {
  for (let offset = 15 * 60; offset >= -15 * 60; offset -= 15) {
    const instant = Date.parse(`${date}T${time}:00Z`) - offset * 60_000;
    const shown = clock(instant, timeZone);
    if (shown.date === date && shown.time === time) return instant;
  }
  throw new Error(`clocks in ${timeZone} never show ${date} ${time}`);
}

/** The place that names a time zone. */
export const placeOf = (timeZone: string) => timeZone.split('/').at(-1)!.replaceAll('_', ' ');
