import { nameOfPerson } from 'bossdesk-client';
import type { CiRecord } from '../kinds/cis.js';
import type { LookupName } from '../kinds/index.js';
import type { TicketRecord } from '../kinds/tickets.js';
import type { TimeEntryRecord } from '../kinds/timeEntries.js';
import type { UserRecord } from '../kinds/users.js';
import type { State } from '../state/state.js';
import type { Cell, ColumnKind, ListPage } from './desk.js';

/** What is asked of a list. */
export interface ListQuestion {
  /** Rows with this text, in any letter case. */
  readonly search: string;
  /** Of tickets: which of them. */
  readonly show: string;
}

interface Looked {
  readonly state: State;
  /** Milliseconds since 1970. */
  readonly now: number;
}

interface Column<Row> {
  readonly label: string;
  readonly kind?: ColumnKind;
  read(row: Row, state: State): Cell;
}

interface List<Row> {
  readonly columns: readonly Column<Row>[];
  /** The rows there are, in the order of the page. */
  rows(looked: Looked, show: string): readonly Row[];
  key(row: Row): string;
  ticket?(row: Row): number;
  mark?(row: Row, now: number): string | null;
}

/** As many as somebody looks at; what is searched for is found beyond. */
const MAXIMUM_SHOWN = 100;

export const nameOfUser = (state: State, id: number | null): string | null => {
  const user = state.find('users', id);
  return user === undefined ? null : (nameOfPerson(user) ?? null);
};

export const nameOfLookup = (state: State, kind: LookupName, id: number | null): string | null =>
  state.find(kind, id)?.name ?? null;

export const isOverdue = ({ status, due_at }: TicketRecord, now: number): boolean =>
  status !== 'closed' && due_at !== null && Date.parse(due_at) < now;

const byChange = (one: TicketRecord, other: TicketRecord): number =>
  other.updated_at.localeCompare(one.updated_at) || other.friendly_id - one.friendly_id;

const shown: Readonly<Record<string, (ticket: TicketRecord, now: number) => boolean>> = {
  open: ({ status }) => status !== 'closed',
  overdue: isOverdue,
  unassigned: ({ status, agent_id }) => status !== 'closed' && agent_id === null,
  closed: ({ status }) => status === 'closed',
};

const tickets: List<TicketRecord> = {
  columns: [
    { label: 'Number', kind: 'ticket', read: ({ friendly_id }) => friendly_id },
    { label: 'Title', read: ({ title }) => title },
    {
      label: 'Status',
      read: ({ status, extended_status_id }, state) =>
        [status, nameOfLookup(state, 'helpdesk_extended_statuses', extended_status_id)].filter(Boolean).join(' · '),
    },
    { label: 'Priority', read: (row, state) => nameOfLookup(state, 'helpdesk_priorities', row.priority_id) },
    { label: 'Agent', read: ({ agent_id }, state) => nameOfUser(state, agent_id) },
    { label: 'Team', read: ({ team_id }, state) => nameOfLookup(state, 'teams', team_id) },
    { label: 'Due', kind: 'time', read: ({ due_at }) => due_at },
    { label: 'Changed', kind: 'time', read: ({ updated_at }) => updated_at },
  ],
  rows: ({ state, now }, show) => state.tickets.all.filter((row) => shown[show]?.(row, now) ?? true).sort(byChange),
  key: ({ id }) => String(id),
  ticket: ({ friendly_id }) => friendly_id,
  mark: (row, now) => (row.status === 'closed' ? 'closed' : isOverdue(row, now) ? 'overdue' : null),
};

const cis: List<CiRecord> = {
  columns: [
    { label: 'Number', read: ({ friendly_id }) => friendly_id },
    { label: 'Name', read: ({ name }) => name },
    { label: 'Type', read: ({ type_id }, state) => nameOfLookup(state, 'ci_types', type_id) },
    { label: 'Status', read: ({ status_id }, state) => nameOfLookup(state, 'ci_statuses', status_id) },
    { label: 'Location', read: ({ location_id }, state) => nameOfLookup(state, 'locations', location_id) },
    { label: 'Serial number', read: ({ serial_number }) => serial_number },
    { label: 'Owners', read: ({ user_ids }, state) => user_ids.map((id) => nameOfUser(state, id)).join(', ') },
    { label: 'Changed', kind: 'time', read: ({ updated_at }) => updated_at },
  ],
  rows: ({ state }) => [...state.cis.all].sort((one, other) => other.updated_at.localeCompare(one.updated_at)),
  key: ({ id }) => String(id),
};

const users: List<UserRecord> = {
  columns: [
    { label: 'Number', read: ({ friendly_id }) => friendly_id },
    { label: 'Name', read: ({ id }, state) => nameOfUser(state, id) },
    { label: 'User name', read: ({ username }) => username },
    { label: 'E-mail', read: ({ email }) => email },
    { label: 'Is', read: ({ is_agent, archived_at }) => describeUser(is_agent, archived_at) },
    { label: 'Group', read: ({ group_id }, state) => nameOfLookup(state, 'groups', group_id) },
    { label: 'Changed', kind: 'time', read: ({ updated_at }) => updated_at },
  ],
  rows: ({ state }) => state.users.all,
  key: ({ id }) => String(id),
  mark: ({ archived_at }) => (archived_at === null ? null : 'closed'),
};

const describeUser = (isAgent: boolean | null, archivedAt: string | null): string =>
  [isAgent === true ? 'agent' : 'requester', archivedAt === null ? '' : 'archived'].filter(Boolean).join(', ');

interface TimeRow {
  readonly ticket: TicketRecord;
  readonly entry: TimeEntryRecord;
}

const time: List<TimeRow> = {
  columns: [
    { label: 'Day', kind: 'day', read: ({ entry }) => entry.date },
    { label: 'Agent', read: ({ entry }, state) => nameOfUser(state, entry.agent_id) },
    { label: 'Minutes', kind: 'minutes', read: ({ entry }) => entry.duration },
    { label: 'Billable', read: ({ entry }) => (entry.billable === true ? 'yes' : 'no') },
    { label: 'Ticket', kind: 'ticket', read: ({ ticket }) => ticket.friendly_id },
    { label: 'Title', read: ({ ticket }) => ticket.title },
  ],
  rows: ({ state }) =>
    state.tickets.all
      .flatMap((ticket) => ticket.time_entries.map((entry) => ({ ticket, entry })))
      .sort(({ entry: one }, { entry: other }) => other.date.localeCompare(one.date) || other.id - one.id),
  key: ({ entry }) => String(entry.id),
  ticket: ({ ticket }) => ticket.friendly_id,
};

const lists: Readonly<Record<string, (looked: Looked, question: ListQuestion) => ListPage>> = {
  tickets: (looked, question) => readList(tickets, looked, question),
  cis: (looked, question) => readList(cis, looked, question),
  users: (looked, question) => readList(users, looked, question),
  time: (looked, question) => readList(time, looked, question),
};

/** A list by its name; undefined where there is none of it. */
export const findList = (name: string) => (Object.hasOwn(lists, name) ? lists[name] : undefined);

function readList<Row>(list: List<Row>, looked: Looked, { search, show }: ListQuestion): ListPage {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean);
  const found = list.rows(looked, show).flatMap((row) => {
    const cells = list.columns.map((column) => column.read(row, looked.state));
    const text = cells.join('\n').toLowerCase();
    return words.every((word) => text.includes(word)) ? [{ row, cells }] : [];
  });
  return {
    columns: list.columns.map(({ label, kind = 'text' }) => ({ label, kind })),
    rows: found.slice(0, MAXIMUM_SHOWN).map(({ row, cells }) => ({
      key: list.key(row),
      ticket: list.ticket?.(row) ?? null,
      mark: list.mark?.(row, looked.now) ?? null,
      cells,
    })),
    total: found.length,
  };
}
