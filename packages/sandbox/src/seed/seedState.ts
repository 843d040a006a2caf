import { idsOnly } from '../data/importSource.js';
import { numberRecords } from '../data/numberRecords.js';
import { seedAccount } from '../kinds/account.js';
import { defaultKey } from '../kinds/apiKeys.js';
import { makeTables, tableKinds, type TableRows } from '../kinds/index.js';
import type { StoredFile } from '../kinds/storedFiles.js';
import { seedTicket } from '../kinds/tickets.js';
import { importRecord, type TableKind } from '../model/kind.js';
import { UNSAID } from '../model/values.js';
import { FIRST_NESTED_ID, type StateSeed } from '../state/state.js';
import { seedCis } from './cis.js';
import { seedLookups } from './lookups.js';
import { nameTicket } from './namedTickets.js';
import { startRandom } from './random.js';
import { seedUsers } from './users.js';

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
  let lastNestedId = FIRST_NESTED_ID - 1;
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
    nameTicket(seedTicket(index, options.tickets, world), world),
  );
  return {
    ...seedFixed(),
    account: seedAccount(lookups),
    keys: [defaultKey],
    users,
    cis,
    tickets,
    lookups,
    files,
  };
}

/** Records that kinds have under any seed. */
const seedFixed = (): TableRows =>
  makeTables((name) => {
    const { fields, firstId, seeded = [] }: TableKind = tableKinds[name];
    const source = { references: idsOnly, nextId: () => UNSAID, index: 0 };
    return numberRecords(
      seeded.map((json) => importRecord(fields, json, source)),
      firstId,
    );
  });
