import {
  describeAttribute,
  type KindName,
  listAskedAttributes,
  type RansackQuery,
  readAttribute,
  type Row,
} from 'bossdesk-client';
import type { Column } from './table.js';
import { showTime } from './values.js';

/** What a list was asked for, and what its rows show of it. */
export interface AskedColumns<Shown> {
  /** A column for each attribute that the list was filtered or sorted by and has no column yet. */
  readonly columns: readonly Column<Shown>[];
  /** Attributes that the rows do not have, but for ids: their values are known to whoever asked for them. */
  readonly hidden: readonly string[];
}

/** Parts of a record that a cell shows for the whole of it. */
const namingParts = ['', '_id', '_name', '_first_name', '_last_name', '_level'];

export function addAskedColumns<Shown>(
  kind: KindName,
  query: RansackQuery,
  columns: readonly Column<Shown>[],
  rows: readonly Row[],
): AskedColumns<Shown> {
  const isOf = (field: string, attribute: string) =>
    attribute.startsWith(field) && namingParts.includes(attribute.slice(field.length));
  const isShown = (attribute: string) =>
    columns.some(({ shows = [] }) => shows.some((field) => isOf(field, attribute)));
  const missing = listAskedAttributes(kind, query).filter((attribute) => attribute !== 'id' && !isShown(attribute));
  const isInRows = (attribute: string) => rows.some((row) => readAttribute(row, attribute) !== undefined);
  const added = missing.filter(isInRows).map((attribute): Column<Row> => ({
    heading: attribute.replaceAll('_', ' '),
    cell: (row) => showValue(readAttribute(row, attribute)?.value, describeAttribute(kind, attribute).type === 'time'),
  }));
  return {
    // Whatever a row is, it is a record of the API's.
    columns: [...columns, ...(added as readonly Column<unknown>[] as readonly Column<Shown>[])],
    hidden: missing.filter((attribute) => !isInRows(attribute) && describeAttribute(kind, attribute).type !== 'id'),
  };
}

function showValue(value: unknown, isTime: boolean): string | undefined {
  if (value === null || value === '') return 'none';
  if (isTime && typeof value === 'string') return showTime(value);
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
    ? String(value)
    : undefined;
}
