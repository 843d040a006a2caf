import type { Lookups } from '../state/lookupRecords.js';
import type { CiRecord, UserRecord } from '../state/records.js';
import { firstIds } from '../state/state.js';
import { between, chance, daysAgo, daysBetween, faker, maybe, pick } from './random.js';

/** Type, prefix of its names, how often it comes. */
const kinds: readonly (readonly [type: string, prefix: string, weight: number])[] = [
  ['Desktop', 'DT', 5],
  ['Laptop', 'LT', 6],
  ['Server', 'SRV', 3],
  ['Printer', 'PRN', 2],
  ['Switch', 'SW', 1],
  ['Phone', 'PH', 1],
];

const operatingSystems = [
  { name: 'Windows 11 Pro', version: '10.0.26100', service_pack: '24H2' },
  { name: 'Windows Server 2022 Standard', version: '10.0.20348', service_pack: '21H2' },
  { name: 'Ubuntu 24.04 LTS', version: '24.04', service_pack: null },
  { name: 'macOS 15', version: '15.5', service_pack: null },
] as const;

/** So many CIs; the first is always BOSS-1000 (doc L286). */
export function seedCis(count: number, lookups: Lookups, users: readonly UserRecord[]): CiRecord[] {
  return Array.from({ length: count }, (_, index) => {
    const [type, prefix] = faker.helpers.weightedArrayElement(kinds.map((value) => ({ value, weight: value[2] })));
    const ci = makeCi(index, `${prefix}-${1000 + index}`, type, lookups, users);
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
    ...makeInventory(0.25),
  };
}

function makeCi(index: number, name: string, type: string, lookups: Lookups, users: readonly UserRecord[]): CiRecord {
  const isComputer = ['Desktop', 'Laptop', 'Server'].includes(type);
  const status = faker.helpers.weightedArrayElement([
    { value: 'Active', weight: 8 },
    { value: 'In Repair', weight: 1 },
    { value: 'Retired', weight: 1 },
    { value: 'In Stock', weight: 1 },
  ]);
  const ciTags = lookups.tags.filter((tag) => tag.owner_class === 'ci');
  const owner = pick(users);
  const created = daysBetween(100, 900);
  return {
    id: firstIds.cis + index,
    friendly_id: index + 1,
    name,
    description: maybe(0.7, () => describeCi(type, owner)),
    model: `${pick(['Optima', 'Meridian', 'Vertex', 'Lumen', 'Atlas'])} ${between(100, 999)}`,
    serial_number: faker.string.alphanumeric({ length: 10, casing: 'upper' }),
    control_number: `CN-${10_000 + index}`,
    barcode: name,
    type_id: idByName(lookups.ci_types, type),
    status_id: idByName(lookups.ci_statuses, status),
    location_id: pick(lookups.locations.filter((location) => location.parent_id !== null)).id,
    manufacturer_id: pick(lookups.manufacturers).id,
    purchase_order: null,
    tag_ids: chance(0.3) ? [pick(ciTags).id] : [],
    user_ids: isComputer && status === 'Active' ? [owner.id] : [],
    custom_fields: seedValues(type, lookups),
    online: status === 'Active' && chance(0.8),
    dns_host_name: isComputer ? `${name}.int.example.com` : null,
    distinguished_name: isComputer ? `CN=${name},CN=Computers,DC=int,DC=example,DC=com` : null,
    archived_at: status === 'Retired' ? daysAgo(daysBetween(1, 90)) : null,
    created_at: daysAgo(created),
    updated_at: daysAgo(daysBetween(0.1, 99)),
    notes: [],
    attachments: [],
    ...(isComputer ? makeInventory(daysBetween(0.1, 60)) : { inventory: null, inventory_updated_at: null }),
  };
}

const describeCi = (type: string, owner: UserRecord): string =>
  type === 'Server' ? `${pick(['File', 'Database', 'Web', 'Backup'])} server` : `${type} of ${owner.first_name ?? ''}`;

function makeInventory(daysOld: number): Pick<CiRecord, 'inventory' | 'inventory_updated_at'> {
  const os = pick(operatingSystems);
  return {
    inventory: {
      os: { ...os, manufacturer_name: 'Example Systems', installation_directory: 'C:\\Windows' },
      bios: {
        name: 'PhoenixBIOS 4.0 Release 6.0',
        version: 'INTEL - 6040000',
        manufacturer: 'Phoenix Technologies LTD',
      },
    },
    inventory_updated_at: daysAgo(daysOld),
  };
}

/** Values of custom fields that a CI of the type has. */
function seedValues(type: string, lookups: Lookups): Record<string, unknown> {
  const idOf = (name: string) =>
    String(lookups.custom_fields.find((field) => field.owner_class === 'ci' && field.name === name)?.id ?? '');
  return {
    [idOf('Warranty Number')]: `W-${between(10_000, 99_999)}`,
    ...(type === 'Server' ? { [idOf('Memory (GB)')]: pick([16, 32, 64, 128]) } : {}),
    ...(type === 'Laptop' ? { [idOf('Encrypted Disk')]: chance(0.8) } : {}),
  };
}

export const idByName = (records: readonly { id: number; name: string }[], name: string): number | null =>
  records.find((record) => record.name === name)?.id ?? null;
