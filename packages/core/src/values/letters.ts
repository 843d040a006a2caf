const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** Each of these is a letter by itself, whatever stands beside it. */
const isSimple = /^[\0-\u02ff]*$/;

/** Longer than families and flags are: a letter with a thousand accents is taken apart, so that no letter fills a page. */
const LONGEST = 32;

/**
 * A text as the letters that people see, one after the other: an emoji of several characters, or a letter with its accents,
 * is one. The only way in which letters are counted; joined, they are the text.
 */
export function lettersOf(text: string): readonly string[] {
  return isSimple.test(text) ? text.split('') : Array.from(segmenter.segment(text), toLetters).flat();
}

/** The first letters of a text, without a look at those that follow. */
export function firstLetters(text: string, count: number): readonly string[] {
  const letters: string[] = [];
  if (count < 1) return letters;
  // One letter more than is asked for, so that none is cut off in its middle.
  for (const segment of segmenter.segment(text.slice(0, (count + 1) * LONGEST))) {
    letters.push(...toLetters(segment));
    if (letters.length >= count) break;
  }
  return letters.slice(0, count);
}

/** A text of so many letters at most, the last of which says that it was cut. */
export function cutLetters(text: string, most: number): string {
  if (text.length <= most) return text;
  const letters = firstLetters(text, most + 1);
  return letters.length <= most ? text : `${letters.slice(0, Math.max(0, most - 1)).join('')}…`;
}

/** The first letters of a text, with a sign where more follow. */
export function startOfText(text: string, count: number): string {
  if (text.length <= count) return text;
  const start = firstLetters(text, count).join('');
  return start.length < text.length ? `${start}…` : text;
}

function toLetters({ segment }: Intl.SegmentData): readonly string[] {
  return segment.length <= LONGEST && segment !== '\r\n' ? [segment] : Array.from(segment);
}
