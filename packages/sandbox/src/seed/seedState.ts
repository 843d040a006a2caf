import type { Lookups } from '../state/lookupRecords.js';
import type { AccountRecord, ApiKey, StoredFile } from '../state/records.js';
import { firstIds, type StateSeed } from '../state/state.js';
import { idByName, seedCis } from './cis.js';
import { seedLookups } from './lookups.js';
import { nameTicket } from './namedTickets.js';
import { startRandom } from './random.js';
import { makeTicket } from './tickets.js';
import { apiUsername, seedUsers } from './users.js';

export interface SeedOptions {
  readonly seed: number;
  readonly tickets: number;
  readonly cis: number;
  readonly users: number;
}

/** The state that a seed stands for: the same options give the same bytes. */
export function seedState(options: SeedOptions): StateSeed {
  startRandom(options.seed);
  const lookups = seedLookups();
  const users = seedUsers(options.users, lookups);
  const cis = seedCis(options.cis, lookups, users);
  const files = new Map<string, StoredFile>();
  let lastNestedId = firstIds.nested - 1;
  const world = {
    lookups,
    users,
    cis,
    files,
    agents: users.filter((user) => user.is_agent),
    requesters: users.filter((user) => user.archived_at === null),
    nextNestedId: () => ++lastNestedId,
  };
  const tickets = Array.from({ length: options.tickets }, (_, index) =>
    nameTicket(makeTicket(index, options.tickets, world), world),
  );
  return {
    account: defaultAccount(lookups),
    keys: [defaultKey],
    users,
    cis,
    tickets,
    lookups,
    files,
  };
}

/** Documented: this is no secret. */
export const defaultKey: ApiKey = {
  token: 'c3176bbca97c5b7ee6cee715f3379366e031e0815862',
  username: apiUsername,
  password: 'sandbox-password',
  permissions: {
    tickets: ['manage'],
    cis: ['manage'],
    users: ['manage'],
    software: ['index', 'show'],
    holiday_calendar: ['manage'],
  },
  plan: { api: true, cmdb: true },
  throttle: null,
};

/** doc L77-92 */
export function defaultAccount(lookups: Lookups): AccountRecord {
  return {
    name: 'Example Service Desk',
    full_domain: 'example.bossdesk.io',
    ci_barcode_type: 'code_93',
    ci_barcode_method: 'name',
    time_zone: 'Eastern Time (US & Canada)',
    beginning_of_week: 0,
    autoassign_ci_control_numbers: true,
    ticket_comment_is_public_by_default: true,
    default_helpdesk_priority_id: idByName(lookups.helpdesk_priorities, 'Medium'),
    default_ticket_team_id: idByName(lookups.teams, 'Service Desk'),
    currency: { label: 'Dollar ($)', unit: '$', icon: 'fa fa-usd' },
  };
}
