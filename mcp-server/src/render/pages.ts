import { lettersOf, stripInvisible } from 'bossdesk-client';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { indentLines, jsonSize, startOfSize } from './text.js';

// A record that is too long for one reply is read in pages. Each page shows the next part of everything that did not fit
// on those before: the next entries of each list, and of each long text the next letters.

/** Something that is shown on one page, or on several where its text is long. */
export interface Entry {
  /** What is said of it where it begins. */
  readonly label: string;
  /** What names it where it goes on. */
  readonly name: string;
  /** Between the label and the text. */
  readonly separator: string;
  /** Made when it is reached: most are not. */
  readonly text?: () => string | Promise<string>;
}

/** Entries of one kind. */
export interface Section {
  /** Their heading, `comments`; without one, each entry stands for itself. */
  readonly heading?: string;
  /** `newest first` */
  readonly order?: string;
  readonly entries: readonly Entry[];
  /** The most letters of one text on the first page, and on each that follows. */
  readonly letters: readonly [first: number, further: number];
  /** The most entries that begin on the first page; later ones are full. */
  readonly items?: number;
}

export interface Page {
  /** Pieces of text in the order of the sections. */
  readonly lines: readonly string[];
  /** Whether another page goes on. */
  readonly more: boolean;
}

/** What is left of an entry. */
interface Rest {
  readonly entry: Entry;
  /** From 1. */
  readonly place: number;
  /** Letters shown on the pages before; undefined where it has not begun. */
  readonly shown?: number;
  /** Kept, since a text is made once. */
  text?: string;
  /** Kept, since the letters of a text are counted once. */
  letters?: readonly string[];
}

interface State {
  readonly section: Section;
  readonly rests: readonly Rest[];
}

interface Part {
  readonly lines: readonly string[];
  readonly size: number;
  readonly left: readonly Rest[];
}

/** Less of a text than that is not worth a line: what would be left of it goes to the next page. */
const LEAST_BYTES = 300;

/** What a heading may take. */
const HEADING_BYTES = 120;

export interface Wanted {
  readonly page: number;
  /** Bytes that a page may take; of the first page, beside `first`. */
  readonly room: number;
  readonly first: readonly string[];
  /** Whoever asked may give up while texts are read. */
  readonly signal?: AbortSignal | undefined;
}

/**
 * One page of a record's sections.
 *
 * @returns the page, or the number of the last one when there is none of that number.
 */
export async function takePage(
  sections: readonly Section[],
  { page, room, first, signal }: Wanted,
): Promise<Page | { readonly last: number }> {
  const breathe = createBreathing(signal);
  let states = sections
    .filter(({ entries }) => entries.length > 0)
    .map((section) => ({
      section,
      rests: section.entries.map((entry, index): Rest => ({ entry, place: index + 1 })),
    }));
  for (let number = 1; ; number += 1) {
    const free = room - (number === 1 ? sizeOf(first) : 0);
    // By turns: texts wait for nothing but the processor, and waiting for all of them at once costs more than a page does.
    const wanted: Part[] = [];
    for (const state of states) wanted.push(await takePart(state, { page: number, room: free, breathe }));
    const sizes = wanted.map(({ size }) => size);
    const shares = shareRoom(sizes, free);
    const parts: Part[] = [];
    for (const [index, state] of states.entries()) {
      const [own, share = 0] = [wanted[index], shares[index]];
      parts.push(own?.size === share ? own : await takePart(state, { page: number, room: share, breathe }));
    }
    const more = parts.some(({ left }) => left.length > 0);
    if (number === page) {
      return { lines: [...(number === 1 ? first : []), ...parts.flatMap(({ lines }) => lines)], more };
    }
    if (!more) return { last: number };
    states = states.map(({ section }, index) => ({ section, rests: [...(parts[index]?.left ?? [])] }));
  }
}

const sizeOf = (lines: readonly string[]): number => lines.reduce((sum, line) => sum + jsonSize(line) + 2, 0);

/** Everything to whoever wants little, and the rest of the room in equal shares to those who want more. */
export function shareRoom(wanted: readonly number[], room: number): number[] {
  const shares = wanted.map(() => 0);
  const order = wanted.map((size, index) => ({ size, index })).sort((a, b) => a.size - b.size);
  let free = room;
  for (const [done, { size, index }] of order.entries()) {
    const share = Math.min(size, Math.floor(free / (order.length - done)));
    shares[index] = share;
    free -= share;
  }
  return shares;
}

interface PartLimits {
  readonly page: number;
  readonly room: number;
  readonly breathe: Breathe;
}

/** The next entries of a section, as many as fit; at least one. */
async function takePart({ section, rests }: State, { page, room, breathe }: PartLimits): Promise<Part> {
  const { heading, letters, items = Infinity } = section;
  const most = { items: page === 1 ? items : Infinity, letters: letters[page === 1 ? 0 : 1] };
  const begun: number[] = [];
  const left: Rest[] = [];
  const lines: string[] = [];
  let used = heading === undefined ? 0 : HEADING_BYTES;
  for (const [index, rest] of rests.entries()) {
    const isTurn = rest.shown !== undefined || begun.length < most.items;
    const limits = { page, letters: most.letters, room: room - used, isListed: heading !== undefined, breathe };
    const shown = isTurn ? await showEntry(rest, limits) : undefined;
    if (shown === undefined || (lines.length > 0 && used + shown.size > room)) {
      left.push(...rests.slice(index));
      break;
    }
    if (rest.shown === undefined) begun.push(rest.place);
    lines.push(shown.line);
    used += shown.size;
    if (shown.rest !== undefined) left.push(shown.rest);
  }
  if (lines.length === 0) return { lines, size: 0, left };
  const goesOn = left.length > 0 ? page + 1 : undefined;
  return {
    lines: heading === undefined ? lines : [writeHeading(section, begun, goesOn), ...lines],
    size: used,
    left,
  };
}

/** `comments (120, 1–30 newest first; page 2 goes on):` */
function writeHeading({ heading = '', order, entries }: Section, begun: readonly number[], goesOn: number | undefined) {
  const isAll = begun.length === entries.length && goesOn === undefined;
  const [first, last] = [begun[0], begun.at(-1)];
  const range = first === undefined ? 'the rest of those before' : `${String(first)}–${String(last)}`;
  const shown = isAll ? order : first === undefined || order === undefined ? range : `${range} ${order}`;
  const next = goesOn !== undefined ? `; page ${String(goesOn)} goes on` : isAll ? '' : '; no more after these';
  return `${heading} (${String(entries.length)}${shown === undefined ? '' : `, ${shown}`}${next}):`;
}

interface Shown {
  readonly line: string;
  readonly size: number;
  /** Where its text goes on. */
  readonly rest?: Rest;
}

interface EntryLimits {
  readonly page: number;
  readonly letters: number;
  readonly room: number;
  readonly isListed: boolean;
  readonly breathe: Breathe;
}

/** An entry with as much of its text as is its share of a page, or else as fits into the room. */
async function showEntry(rest: Rest, { page, letters: most, room, isListed, breathe }: EntryLimits): Promise<Shown> {
  const { entry, shown: before = 0 } = rest;
  rest.text ??= await readText(entry, breathe);
  const head = `${isListed ? '- ' : ''}${rest.shown === undefined ? entry.label : `${entry.name}, continued`}`;
  const write = (text: string, range = ''): Shown => {
    const line = `${head}${range}${text === '' ? '' : `${entry.separator}${text}`}`;
    return { line, size: jsonSize(line) + 2 };
  };
  if (rest.shown === undefined && rest.text.length <= most) {
    // A letter is a character or more: a text that is short enough is not taken apart.
    const whole = write(rest.text);
    if (whole.size <= room) return whole;
  }
  rest.letters ??= lettersOf(rest.text);
  const { letters } = rest;
  const show = (part: readonly string[]): Shown => {
    const to = before + part.length;
    const isLast = to === letters.length;
    const range = `characters ${before + 1}–${to} of ${letters.length}${isLast ? '' : `; page ${page + 1} goes on`}`;
    const text = part.length === 0 ? '' : `${part.join('')}${isLast ? '' : '…'}`;
    const shown = write(text, before === 0 && isLast ? '' : ` (${range})`);
    return isLast ? shown : { ...shown, rest: { ...rest, shown: to } };
  };
  const share = letters.slice(before, before + most);
  const whole = show(share);
  if (whole.size <= room) return whole;
  const around = show([]).size + jsonSize(entry.separator) + jsonSize('…');
  return show(startOfSize(share, Math.max(LEAST_BYTES, room - around)));
}

/** More than anybody reads. */
const MAX_TEXT = 1_000_000;

async function readText({ text }: Entry, breathe: Breathe): Promise<string> {
  if (text === undefined) return '';
  await breathe();
  const whole = await text();
  const left = whole.length - MAX_TEXT;
  const read = left > 0 ? `${whole.slice(0, MAX_TEXT)}\n[too long to be read whole: ${left} more characters]` : whole;
  return indentLines(stripInvisible(read));
}

/** Lets whatever else waits have its turn, a time limit too, where that is due. */
type Breathe = () => Promise<void> | undefined;

/** For so long nothing else has its turn. */
const BREATH_MS = 5;

function createBreathing(signal: AbortSignal | undefined): Breathe {
  let since = performance.now();
  const rest = async (): Promise<void> => {
    await nextTurn();
    signal?.throwIfAborted();
    since = performance.now();
  };
  return () => (performance.now() - since < BREATH_MS ? undefined : rest());
}
