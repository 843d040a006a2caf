import type { OperationOutput } from 'bossdesk-client';
import type { Column } from './table.js';
import { showRef, showTime, showYesNo } from './values.js';

type CiRow = OperationOutput<'cis.list'>[number] & { readonly alias?: string | null | undefined };

/** Saved searches say `alias` for the description (notes 5.15). */
export const ciColumns: readonly Column<CiRow>[] = [
  { heading: 'number', cell: ({ friendly_id }) => String(friendly_id) },
  { heading: 'id', cell: ({ id }) => String(id) },
  { heading: 'name', cell: ({ name }) => name },
  { heading: 'description', cell: ({ description, alias }) => description ?? alias ?? undefined },
  { heading: 'type (id)', cell: ({ type }) => showRef(type) },
  { heading: 'status (id)', cell: ({ status }) => showRef(status) },
  { heading: 'online', cell: ({ online }) => showYesNo(online) },
  { heading: 'archived', cell: ({ archived }) => (archived === true ? 'archived' : undefined) },
  { heading: 'OS', cell: ({ inventory }) => inventory?.os?.name ?? undefined },
  { heading: 'updated', cell: ({ updated_at }) => showTime(updated_at) },
];
