import { parseMoment } from '../rails/time.js';
import type { ColumnType, Comparable } from '../ransack/castValue.js';
import type { Association, Column, Searchable } from '../ransack/searchable.js';
import { requesterStatus } from '../views/myTickets.js';
import type { LookupRecord, Lookups } from './lookupRecords.js';
import type { CiRecord, TicketRecord, UserRecord } from './records.js';
import type { State } from './state.js';

/** What may be searched and sorted by, by kind of record: the attributes and associations of notes 1. */
export interface Searchables {
  readonly tickets: Searchable<TicketRecord>;
  readonly myTickets: Searchable<TicketRecord>;
  readonly cis: Searchable<CiRecord>;
  readonly users: Searchable<UserRecord>;
  /** Any record of reference data. */
  readonly lookups: Searchable<LookupRecord>;
}

export function createSearchables(state: State): Searchables {
  const lookups: Searchable<LookupRecord> = {
    columns: { ...integers(['id']), ...strings(['name']), ...moments(['created_at', 'updated_at']) },
    associations: {},
  };

  const oneLookup = <Row>(kind: keyof Lookups, idOf: (row: Row) => number | null): Association<Row> => ({
    many: false,
    target: () => lookups,
    read: (row) => state.lookup(kind, idOf(row)) ?? null,
  });
  const manyLookups = <Row>(kind: keyof Lookups, idsOf: (row: Row) => readonly number[]): Association<Row> => ({
    many: true,
    target: () => lookups,
    read: (row) => idsOf(row).flatMap((id) => state.lookup(kind, id) ?? []),
  });
  const oneUser = <Row>(idOf: (row: Row) => number | null): Association<Row> => ({
    many: false,
    target: () => users,
    read: (row) => state.users.byId(idOf(row) ?? 0) ?? null,
  });

  const users: Searchable<UserRecord> = {
    columns: {
      ...integers(['id', 'friendly_id', 'location_id', 'group_id']),
      ...strings(['first_name', 'last_name', 'username', 'email', 'domain_name', 'designation']),
      ...strings(['phone', 'mobile', 'other_email']),
      ...booleans(['is_agent']),
      ...moments(['archived_at', 'created_at', 'updated_at']),
    },
    associations: {
      group: oneLookup('groups', (user) => user.group_id),
      location: oneLookup('locations', (user) => user.location_id),
      roles: manyLookups('roles', (user) => user.role_ids),
      tags: manyLookups('tags', (user) => user.tag_ids),
    },
  };

  const cis: Searchable<CiRecord> = {
    columns: {
      ...integers(['id', 'friendly_id', 'status_id', 'type_id', 'location_id', 'manufacturer_id']),
      ...strings(['name', 'description', 'model', 'serial_number', 'control_number']),
      ...strings(['dns_host_name', 'distinguished_name']),
      ...booleans(['online']),
      ...moments(['archived_at', 'inventory_updated_at', 'created_at', 'updated_at']),
      purchase_order_id: { type: 'integer', read: (ci) => ci.purchase_order?.id ?? null },
    },
    associations: {
      status: oneLookup('ci_statuses', (ci) => ci.status_id),
      type: oneLookup('ci_types', (ci) => ci.type_id),
      location: oneLookup('locations', (ci) => ci.location_id),
      manufacturer: oneLookup('manufacturers', (ci) => ci.manufacturer_id),
      tags: manyLookups('tags', (ci) => ci.tag_ids),
      users: {
        many: true,
        target: () => users,
        read: (ci) => ci.user_ids.flatMap((id) => state.users.byId(id) ?? []),
      },
    },
  };

  const tickets: Searchable<TicketRecord> = {
    columns: {
      ...integers(['id', 'friendly_id', 'type_id', 'priority_id', 'category_id', 'extended_status_id']),
      ...integers(['requester_id', 'agent_id', 'team_id']),
      ...strings(['title', 'description', 'status', 'source']),
      ...moments(['due_at', 'created_at', 'updated_at', 'closed_at']),
      problem_id: { type: 'integer', read: (ticket) => ticket.problem?.id ?? null },
      change_id: { type: 'integer', read: (ticket) => ticket.change?.id ?? null },
    },
    associations: {
      type: oneLookup('ticket_types', (ticket) => ticket.type_id),
      priority: oneLookup('helpdesk_priorities', (ticket) => ticket.priority_id),
      category: oneLookup('helpdesk_categories', (ticket) => ticket.category_id),
      extended_status: oneLookup('helpdesk_extended_statuses', (ticket) => ticket.extended_status_id),
      team: oneLookup('teams', (ticket) => ticket.team_id),
      requester: oneUser((ticket) => ticket.requester_id),
      agent: oneUser((ticket) => ticket.agent_id),
      tags: manyLookups('tags', (ticket) => ticket.tag_ids),
      cis: {
        many: true,
        target: () => cis,
        read: (ticket) => ticket.ci_ids.flatMap((id) => state.cis.byId(id) ?? []),
      },
    },
  };

  // A requester's `status` is searched as it is shown; what BOSSDesk does is unknown.
  const myTickets: Searchable<TicketRecord> = {
    ...tickets,
    columns: { ...tickets.columns, status: { type: 'string', read: requesterStatus } },
  };

  return { tickets, myTickets, cis, users, lookups };
}

/** Columns that are read from the field of their name. */
const columnsOf =
  <Value extends Comparable>(type: ColumnType) =>
  <Name extends string>(names: readonly Name[]): Record<string, Column<Record<Name, Value>>> =>
    Object.fromEntries(names.map((name) => [name, { type, read: (row) => row[name] }]));

const integers = columnsOf<number | null>('integer');
const strings = columnsOf<string | null>('string');
const moments = <Name extends string>(names: readonly Name[]): Record<string, Column<Record<Name, string | null>>> =>
  Object.fromEntries(names.map((name) => [name, { type: 'datetime', read: (row) => comparableMoment(row[name]) }]));
const booleans = columnsOf<boolean>('boolean');

/** Moments compare as text, so those that a data file has in another form are brought into the usual one. */
const comparableMoment = (text: string | null): string | null =>
  text === null || /\.\d{3}Z$/.test(text) ? text : (parseMoment(text, null) ?? text);
