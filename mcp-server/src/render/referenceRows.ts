import { customFieldTypes, type Row } from 'bossdesk-client';
import type { Column } from './table.js';
import { type NamedRef, showRef, showYesNo } from './values.js';

/** Columns for every kind of reference data; those that a kind lacks stay empty and are left out. */
export function referenceColumns(all: readonly Row[]): readonly Column<Row>[] {
  return [
    { heading: 'id', cell: ({ id }) => String(id) },
    { heading: 'name', cell: ({ name }) => textOf(name) },
    { heading: 'shortcut', cell: ({ shortcut }) => textOf(shortcut) },
    { heading: 'level', cell: ({ level }) => textOf(level) },
    {
      heading: 'in (id)',
      cell: ({ parent_id }) => showRef(refOf(all.find(({ id }) => id === parent_id))) ?? textOf(parent_id),
    },
    { heading: 'for', cell: ({ owner_class }) => textOf(owner_class) },
    { heading: 'field type', cell: ({ type_id }) => fieldType(type_id) },
    { heading: 'required', cell: ({ required }) => (typeof required === 'boolean' ? showYesNo(required) : undefined) },
    {
      heading: 'only in (id)',
      cell: ({ ci_type, helpdesk_category }) => showRef(refOf(ci_type) ?? refOf(helpdesk_category)),
    },
    { heading: 'teams (id)', cell: ({ teams }) => showRefs(teams) },
    // Only here are all options of a drop-down told.
    { heading: 'options (id)', limit: 4000, cell: ({ options }) => showRefs(options) },
    { heading: 'mine', cell: ({ my_search }) => (typeof my_search === 'boolean' ? showYesNo(my_search) : undefined) },
  ];
}

function fieldType(typeId: unknown): string | undefined {
  const types: Readonly<Record<number, string>> = customFieldTypes;
  return typeof typeId === 'number' ? (types[typeId] ?? `type ${typeId}`) : undefined;
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : undefined;
}

function refOf(value: unknown): NamedRef | undefined {
  return typeof value === 'object' && value !== null && 'id' in value && 'name' in value
    ? (value as NamedRef)
    : undefined;
}

function showRefs(values: unknown): string | undefined {
  return Array.isArray(values) ? values.map((value) => showRef(refOf(value))).join(', ') : undefined;
}
