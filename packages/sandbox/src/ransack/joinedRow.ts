import type { Comparable } from './castValue.js';
import type { AttributePath, Step } from './searchable.js';

/** A record joined with one record of each to-many association that the search names. */
export interface JoinedRow<Row extends object = object> {
  readonly record: Row;
  readonly joined: JoinedChild | null;
}

interface JoinedChild {
  readonly key: string;
  /** Null where the record has none, as in a LEFT JOIN. */
  readonly child: object | null;
  readonly next: JoinedChild | null;
}

export const joinChild = <Row extends object>(
  { record, joined }: JoinedRow<Row>,
  key: string,
  child: object | null,
): JoinedRow<Row> => ({ record, joined: { key, child, next: joined } });

export function readAttribute(row: JoinedRow, { steps, column }: AttributePath): Comparable {
  const owner = followSteps(row, steps);
  return owner === null ? null : column.read(owner as never);
}

/** The records of the to-many association that `steps` end in. */
export function readCollection(row: JoinedRow, steps: readonly Step[]): readonly object[] {
  const association = steps.at(-1)?.association;
  const parent = followSteps(row, steps.slice(0, -1));
  return parent !== null && association?.many === true ? association.read(parent as never) : [];
}

function followSteps(row: JoinedRow, steps: readonly Step[]): object | null {
  let current: object | null = row.record;
  for (const { key, association } of steps) {
    if (current === null) return null;
    current = association.many ? findJoined(row, key) : association.read(current as never);
  }
  return current;
}

function findJoined({ joined }: JoinedRow, key: string): object | null {
  let entry = joined;
  while (entry !== null && entry.key !== key) entry = entry.next;
  return entry === null ? null : entry.child;
}
