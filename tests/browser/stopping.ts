// The message of a program that ended with an error, and a way to end one. Holds no test.

import { say, type Page, type Place } from './fixtures';

export const KEPT = say('stored-kept');
export const STOPPED = `${say('stopped')} ${KEPT}`;
export const UNSTARTED = `${say('could-not-start')} ${KEPT}`;
export const UNREACHED = `${say('not-reached')} ${KEPT}`;

/** Console messages of a trap. */
export const TRAP = /RuntimeError|unreachable|panicked|failed to insert node|failed to append child/;

export const alert = (at: Place) => at.getByRole('alert');
export const message = (at: Place) => alert(at).locator('p');

/** Makes drawing fail as no browser does; the returned function mends it. */
export async function breakDrawing(page: Page): Promise<() => Promise<void>> {
  const mend = await page.evaluateHandle(() => {
    const { insertBefore } = Node.prototype;
    Node.prototype.insertBefore = () => {
      throw new DOMException('Broken by the test.');
    };
    return () => {
      Node.prototype.insertBefore = insertBefore;
    };
  });
  return () => mend.evaluate((mend) => mend());
}
