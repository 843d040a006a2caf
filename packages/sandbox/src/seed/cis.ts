import { type CiRecord, seedCi, seedInventory } from '../kinds/cis.js';
import type { Lookups } from '../kinds/index.js';
import type { UserRecord } from '../kinds/users.js';
import { faker } from './random.js';
import { idByName } from './seedWorld.js';

/** Type, prefix of its names, how often it comes. */
const kinds: readonly (readonly [type: string, prefix: string, weight: number])[] = [
  ['Desktop', 'DT', 5],
  ['Laptop', 'LT', 6],
  ['Server', 'SRV', 3],
  ['Printer', 'PRN', 2],
  ['Switch', 'SW', 1],
  ['Phone', 'PH', 1],
];

/** So many CIs; the first is always BOSS-1000 (doc L286). */
export function seedCis(count: number, lookups: Lookups, users: readonly UserRecord[]): CiRecord[] {
  return Array.from({ length: count }, (_, index) => {
    const [type, prefix] = faker.helpers.weightedArrayElement(kinds.map((value) => ({ value, weight: value[2] })));
    const ci = seedCi(index, `${prefix}-${1000 + index}`, type, lookups, users);
    return index === 0 ? makeFirstCi(ci, lookups, users) : ci;
  });
}

function makeFirstCi(ci: CiRecord, lookups: Lookups, users: readonly UserRecord[]): CiRecord {
  return {
    ...ci,
    name: 'BOSS-1000',
    description: "Boss's computer",
    model: 'Power-X',
    serial_number: '09384124-2-4124-24s',
    control_number: 'OSIJD-3209-DJOP',
    barcode: 'BOSS-1000',
    type_id: idByName(lookups.ci_types, 'Desktop'),
    status_id: idByName(lookups.ci_statuses, 'Active'),
    location_id: idByName(lookups.locations, 'Atlanta'),
    manufacturer_id: idByName(lookups.manufacturers, 'Gerlach-Metz Computers'),
    purchase_order: { id: 39_001, friendly_id: 1, number: 'PO12345' },
    tag_ids: lookups.tags.filter((tag) => tag.name === 'Development').map((tag) => tag.id),
    user_ids: users.filter((user) => user.username === 'aldente').map((user) => user.id),
    online: true,
    dns_host_name: 'BOSS-1000.int.example.com',
    distinguished_name: 'CN=BOSS-1000,CN=Computers,DC=int,DC=example,DC=com',
    archived_at: null,
    ...seedInventory(0.25),
  };
}
