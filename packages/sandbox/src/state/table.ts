/** Records in the order of their ids, found by id and by the number people see. */
export interface Table<Row extends { id: number; friendly_id: number }> {
  readonly all: readonly Row[];
  byId(id: number): Row | undefined;
  byFriendlyId(friendlyId: number): Row | undefined;
  /** Adds a record under the next id and number. */
  insert(row: Omit<Row, 'id' | 'friendly_id'>): Row;
  remove(row: Row): void;
}

/** `firstId`: where ids start in an empty table, so that ids and numbers are never mistaken for each other. */
export function createTable<Row extends { id: number; friendly_id: number }>(
  rows: readonly Row[],
  firstId: number,
): Table<Row> {
  const all = [...rows];
  const ids = new Map(all.map((row) => [row.id, row]));
  const friendlyIds = new Map(all.map((row) => [row.friendly_id, row]));
  let lastId = all.reduce((last, row) => Math.max(last, row.id), firstId - 1);
  let lastFriendlyId = all.reduce((last, row) => Math.max(last, row.friendly_id), 0);

  return {
    all,
    byId: (id) => ids.get(id),
    byFriendlyId: (friendlyId) => friendlyIds.get(friendlyId),
    insert(fields) {
      const row = { ...fields, id: ++lastId, friendly_id: ++lastFriendlyId } as Row;
      all.push(row);
      ids.set(row.id, row);
      friendlyIds.set(row.friendly_id, row);
      return row;
    },
    remove(row) {
      all.splice(all.indexOf(row), 1);
      ids.delete(row.id);
      friendlyIds.delete(row.friendly_id);
    },
  };
}
