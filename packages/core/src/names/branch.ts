import type { Row } from '../values/json.js';

/** The ids of all records below one in a tree, at whatever depth. */
export function idsBelow(rows: readonly Row[], id: unknown, parent: string): number[] {
  const found = new Set<unknown>([id]);
  // A record that lies below itself would never end: what was found is not looked at again.
  for (const above of found) {
    for (const row of rows) if (row[parent] === above) found.add(row['id']);
  }
  return [...found].slice(1).map(Number);
}

/** The ids of all records above one in a tree, the nearest first. */
export function idsAbove(rows: readonly Row[], id: number, parent: string): number[] {
  const found = new Set<number>([id]);
  for (const below of found) {
    const above = rows.find((row) => row['id'] === below)?.[parent];
    if (typeof above === 'number') found.add(above);
  }
  return [...found].slice(1);
}
