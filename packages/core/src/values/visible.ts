/**
 * Characters that people do not see and models do: zero-width and bidirectional controls, soft hyphens, fillers,
 * Unicode tags, variation selectors; and control characters other than tab and newline.
 */
const invisible = /\p{Default_Ignorable_Code_Point}|(?![\t\n])\p{Cc}/gu;

/** Scripts whose words are spelled with joiners, as Persian and Hindi. */
const JOINING =
  '\\p{Script=Arabic}\\p{Script=Syriac}\\p{Script=Devanagari}\\p{Script=Bengali}\\p{Script=Gurmukhi}\\p{Script=Gujarati}\\p{Script=Oriya}\\p{Script=Tamil}\\p{Script=Telugu}\\p{Script=Kannada}\\p{Script=Malayalam}\\p{Script=Sinhala}\\p{Script=Khmer}\\p{Script=Myanmar}';

/**
 * What is invisible and yet a part of what people see: one joiner between two letters of such a script, the sign that
 * shows a picture in colour, and the joiner that makes a family of pictures.
 */
const visible = new RegExp(
  [
    `(?<=[${JOINING}])[\\u200C\\u200D](?=[${JOINING}])`,
    '(?<=\\p{Extended_Pictographic}|[0-9#*])\\uFE0F(?=\\u20E3)',
    '(?<=\\p{Extended_Pictographic})[\\uFE0E\\uFE0F]',
    '(?<=\\p{Extended_Pictographic}(?:\\uFE0F|\\p{Emoji_Modifier})?)\\u200D(?=\\p{Extended_Pictographic})',
  ].join('|'),
  'uy',
);

/** Most texts hold nothing else: they need no look at each of their letters. */
const plain = /^[\t\n -~]*$/;

/** Removes what a person reading the text would not see, and ends lines in one way. */
export function stripInvisible(text: string): string {
  if (plain.test(text)) return text;
  return text.replace(/\r\n?/g, '\n').replace(invisible, (character, at: number, whole: string) => {
    visible.lastIndex = at;
    return visible.test(whole) ? character : '';
  });
}

const plainName = /^(?:[!-{}~]+(?: [!-{}~]+)*)?$/;

/** Of tens of millions of letters, a look at every word would overflow the stack. */
const LONGEST_NAME = 200;

/**
 * Whether a text is surely shown as it is, on one line and in lists: plain letters with single blanks between them, and no
 * sign that stands between cells. Most names are.
 */
export function isPlainName(text: string): boolean {
  return text.length <= LONGEST_NAME && plainName.test(text);
}

/** A name on one line as lists show it: the sign between their cells is none of it. */
export function toShownName(name: string): string {
  if (isPlainName(name)) return name;
  return stripInvisible(name).replace(spaces, ' ').trim().replaceAll('|', '/');
}

/** All that becomes one blank, but for the single blanks that are one already. */
const spaces = /\s{2,}|[^\S ]/g;
