import { UNSAID } from '../model/values.js';

interface Numbered {
  id: number;
  friendly_id: number;
}

/** Gives ids and numbers to records that came without. */
export function numberRecords(records: readonly object[], firstId: number): Numbered[] {
  // Every kind with a table has both numbers (`tableNumber`).
  const rows = records as readonly Numbered[];
  let lastId = nextNumber(rows, 'id', firstId) - 1;
  let lastFriendlyId = nextNumber(rows, 'friendly_id', 1) - 1;
  return rows.map((row) => ({
    ...row,
    id: row.id === UNSAID ? ++lastId : row.id,
    friendly_id: row.friendly_id === UNSAID ? ++lastFriendlyId : row.friendly_id,
  }));
}

/** The number after the highest that records have. */
export const nextNumber = <Name extends string>(
  records: readonly Readonly<Record<Name, number>>[],
  name: Name,
  first: number,
): number => records.reduce((last, record) => Math.max(last, record[name]), first - 1) + 1;
