import { addDays } from './zones.js';

/** Days in words, from the first to the day after the last; by what day it is. */
export interface DaySpan {
  readonly first: string;
  readonly next: string;
}

/** How far a day in words is from today, in days; undefined for what is no such word. */
export function readDayOffset(text: string): number | undefined {
  const words = text.trim().toLowerCase().replace(/\s+/g, ' ');
  if (Object.hasOwn(named, words)) return named[words];
  const ago = /^-(\d{1,5})d$/.exec(words) ?? /^(\d{1,5}) days? ago$/.exec(words);
  if (ago !== null) return -Number(ago[1]);
  const ahead = /^in (\d{1,5}) days?$/.exec(words);
  return ahead === null ? undefined : Number(ahead[1]);
}

const named: Readonly<Record<string, number>> = { today: 0, yesterday: -1, tomorrow: 1 };

/** Whether a text is several days in words: `last week`. */
export function isSpanWord(text: string): boolean {
  return spanOf(text) !== undefined;
}

/** A week, a month or a year in words, by what day it is; weeks begin on Monday, as Rails has it. */
export function readSpanWord(text: string, today: string): DaySpan | undefined {
  const found = spanOf(text);
  if (found === undefined) return undefined;
  const { unit, before } = found;
  if (unit === 'week') {
    const monday = addDays(today, -((new Date(today).getUTCDay() + 6) % 7) + before * 7);
    return { first: monday, next: addDays(monday, 7) };
  }
  const [year = 0, month = 0] = today.split('-').map(Number);
  const starts = (months: number) => new Date(Date.UTC(year, months, 1)).toISOString().slice(0, 10);
  const [from, length] = unit === 'month' ? [month - 1 + before, 1] : [before * 12, 12];
  return { first: starts(from), next: starts(from + length) };
}

function spanOf(text: string): { readonly unit: string; readonly before: number } | undefined {
  const [, word = '', unit = ''] = /^\s*(last|this|next)\s+(week|month|year)\s*$/i.exec(text) ?? [];
  if (unit === '') return undefined;
  return { unit: unit.toLowerCase(), before: { last: -1, this: 0, next: 1 }[word.toLowerCase()] ?? 0 };
}
