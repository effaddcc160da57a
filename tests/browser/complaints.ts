// A complaint about a field, as a screen reader says it and as the eye finds it beside the field. Holds no test.

import { expect, type Locator } from '@playwright/test';

/** The complaint that a screen reader says about a field, and whether the eye finds it beside the field. */
const complaint = (input: Locator) =>
  input.evaluate((element) => {
    const root = element.getRootNode() as ShadowRoot;
    const ids = (element.getAttribute('aria-describedby') ?? '').split(' ').filter(Boolean);
    const wrong = ids.map((id) => root.getElementById(id)).filter((told) => told?.classList.contains('complaint'));
    return {
      text: wrong.map((told) => told!.textContent).join(' '),
      invalid: element.getAttribute('aria-invalid'),
      isBeside: wrong.every((told) => {
        const [field, words] = [element.getBoundingClientRect(), told!.getBoundingClientRect()];
        return words.height > 0 && words.top - field.bottom < 60 && words.top >= field.top;
      }),
    };
  });

export const expectWrong = (input: Locator, text: string) => expect.poll(() => complaint(input)).toEqual({ text, invalid: 'true', isBeside: true });
export const expectRight = (input: Locator) => expect.poll(() => complaint(input)).toEqual({ text: '', invalid: null, isBeside: true });
