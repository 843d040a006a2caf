// Ids in few characters: what a trigger keeps is written to n8n's database with each execution.

/** Ids by the time, in milliseconds, at which something happened to them. */
export type Moments = ReadonlyMap<number, number>;

/**
 * Writes ids and their times, these rounded up to a multiple of `precision` milliseconds: `1a2b:3k9*5.4;1a2c:1`.
 * Ids that follow each other are written as the first and their number.
 */
export function packMoments(moments: Moments, precision: number): string {
  const groups = new Map<number, number[]>();
  for (const [id, moment] of moments) {
    const slot = Math.ceil(moment / precision);
    groups.set(slot, [...(groups.get(slot) ?? []), id]);
  }
  return [...groups].map(([slot, ids]) => `${write(slot)}:${packIds(ids)}`).join(';');
}

/** Reads what {@link packMoments} wrote. */
export function unpackMoments(text: string, precision: number): Map<number, number> {
  const moments = new Map<number, number>();
  for (const group of text === '' ? [] : text.split(';')) {
    const [slot = '', ids = ''] = group.split(':');
    for (const id of unpackIds(ids)) moments.set(id, read(slot) * precision);
  }
  return moments;
}

function packIds(ids: readonly number[]): string {
  let before = 0;
  return toRuns(ids)
    .map(({ first, last }) => {
      const text = `${write(first - before)}${last === first ? '' : `*${write(last - first)}`}`;
      before = last;
      return text;
    })
    .join('.');
}

function unpackIds(text: string): number[] {
  let before = 0;
  return text.split('.').flatMap((run) => {
    const [step = '', more = '0'] = run.split('*');
    const first = before + read(step);
    before = first + read(more);
    return Array.from({ length: read(more) + 1 }, (_, index) => first + index);
  });
}

/** Ids that follow each other without a gap. */
export interface IdRun {
  readonly first: number;
  readonly last: number;
}

/** The fewest runs that hold exactly these ids, in their order. */
export function toRuns(ids: Iterable<number>): IdRun[] {
  const runs: { first: number; last: number }[] = [];
  for (const id of [...new Set(ids)].sort((a, b) => a - b)) {
    const open = runs.at(-1);
    if (open !== undefined && open.last + 1 === id) open.last = id;
    else runs.push({ first: id, last: id });
  }
  return runs;
}

const write = (value: number): string => value.toString(36);
const read = (text: string): number => Number.parseInt(text, 36);
