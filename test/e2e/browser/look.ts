import type { Page } from 'playwright-core';

// What is asked of a page in its own language: functions are not carried over, since a compiler may have been at them.

/** How what has the keyboard's focus is called. */
export const focusedName = (page: Page): Promise<string> =>
  page.evaluate(`(() => {
    const one = document.activeElement;
    return (one?.getAttribute('aria-label') ?? one?.labels?.[0]?.textContent ?? one?.textContent ?? '').trim();
  })()`);

export const hasVisibleFocus = (page: Page): Promise<boolean> =>
  page.evaluate(`parseFloat(getComputedStyle(document.activeElement).outlineWidth) >= 2`);

/** Controls without a label, a text or an \`aria-label\`. */
export const namelessControls = (page: Page): Promise<string[]> =>
  page.evaluate(`[...document.querySelectorAll('a, button, input, select, textarea')]
    .filter((one) => !(one.getAttribute('aria-label') || one.labels?.length || one.textContent.trim()))
    .map((one) => one.outerHTML)`);

export const groundOf = (page: Page): Promise<number[]> =>
  page.evaluate(`getComputedStyle(document.body).backgroundColor.match(/[\\d.]+/g).map(Number)`);

/** The contrast of a text with the ground behind it, as WCAG 2 has it, as soon as the text is there. */
export async function contrastOf(page: Page, selector: string): Promise<number> {
  const contrast = await page.waitForFunction<number>(`(() => {
    const colour = (text) => text.match(/[\\d.]+/g).map(Number);
    const light = ([r, g, b]) => [r, g, b].map((part) => part / 255)
      .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4))
      .reduce((sum, part, index) => sum + part * [0.2126, 0.7152, 0.0722][index], 0);
    const one = document.querySelector(${JSON.stringify(selector)});
    if (one === null) return null;
    let ground = one;
    while (ground.parentElement && (colour(getComputedStyle(ground).backgroundColor)[3] ?? 1) === 0) ground = ground.parentElement;
    const [a, b] = [light(colour(getComputedStyle(one).color)), light(colour(getComputedStyle(ground).backgroundColor))];
    return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
  })()`);
  return contrast.jsonValue();
}
