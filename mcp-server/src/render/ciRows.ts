import type { OperationOutput } from 'bossdesk-client';
import type { Column } from './table.js';
import { showRef, showTime, showYesNo } from './values.js';

type CiRow = OperationOutput<'cis.list'>[number] & { readonly alias?: string | null | undefined };

/** Saved searches say `alias` for the description (notes 5.15). */
export const ciColumns: readonly Column<CiRow>[] = [
  { heading: 'number', shows: ['friendly_id'], cell: ({ friendly_id }) => String(friendly_id) },
  { heading: 'id', shows: ['id'], cell: ({ id }) => String(id) },
  { heading: 'name', shows: ['name'], cell: ({ name }) => name },
  {
    heading: 'description',
    shows: ['description'],
    cell: ({ description, alias }) => description ?? alias ?? undefined,
  },
  { heading: 'type (id)', shows: ['type'], cell: ({ type }) => showRef(type) },
  { heading: 'status (id)', shows: ['status'], cell: ({ status }) => showRef(status) },
  { heading: 'online', shows: ['online'], cell: ({ online }) => showYesNo(online) },
  { heading: 'archived', cell: ({ archived }) => (archived === true ? 'archived' : undefined) },
  { heading: 'OS', cell: ({ inventory }) => inventory?.os?.name ?? undefined },
  { heading: 'updated', shows: ['updated_at'], cell: ({ updated_at }) => showTime(updated_at) },
];
