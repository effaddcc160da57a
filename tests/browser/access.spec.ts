// For anyone: each screen in both themes, wide and narrow, as axe sees it; and on a phone, with large
// text too, where all of it fits and each target can be hit.

import { expectAccessible } from './axe';
import { FINGER, becomePhone, expectFit, setTextSize } from './layout';
import { test } from './scenes';
import { SCREENS } from './screens';

for (const [name, { after, stored, opens, damaged, given, reach }] of Object.entries(SCREENS)) {
  test(`${name}: axe passes, phone fits`, async ({ setStage, scene }) => {
    const records = after && (await scene(after)).records;
    const link = opens && (await scene(opens)).link;
    const stage = await setStage({ records: records && stored ? stored(records) : records, ...given });
    const page = await stage.open({ address: link && damaged ? damaged(link) : link });
    await reach(page, stage, scene);

    await expectAccessible(page);
    await becomePhone(page);
    await expectFit(page, FINGER);
    await setTextSize(page, 200);
    await expectFit(page, FINGER, 'with text of 200%');
  });
}
