import { type Json, numberIn, recordsIn, textIn } from '../data/fields.js';
import { customFieldValues } from '../model/customFieldValues.js';
import { hidden, unsearched } from '../model/field.js';
import { defineTableKind } from '../model/kind.js';
import { link, nested } from '../model/nested.js';
import { blankRecord, type RecordOf } from '../model/record.js';
import { lookup, lookups, references } from '../model/references.js';
import { changeTime, computed, flag, jsonObject, moment, tableNumber, text, time, wholeText } from '../model/values.js';
import { view, viewWithout, withExtra } from '../model/view.js';
import { between, chance, daysAgo, daysBetween, faker, maybe, pick } from '../seed/random.js';
import { idByName } from '../seed/seedWorld.js';
import { attachments } from './attachments.js';
import { ciNotes } from './ciNotes.js';
import type { Lookups } from './index.js';
import { ciUser, type UserRecord } from './users.js';

/** In the order of the whole CI (doc L324-415). */
const fields = {
  id: tableNumber(),
  friendly_id: tableNumber(),
  name: wholeText(),
  description: text(),
  model: text(),
  serial_number: text(),
  control_number: text(),
  type_id: lookup('ci_types', 'icon'),
  status_id: lookup('ci_statuses'),
  location_id: lookup('locations'),
  manufacturer_id: lookup('manufacturers'),
  tag_ids: lookups('tags', { owner_class: 'ci' }),
  purchase_order: link('number'),
  custom_fields: customFieldValues('ci'),
  inventory: jsonObject(),
  inventory_updated_at: moment(),
  online: flag(),
  dns_host_name: text(),
  distinguished_name: text(),
  archived_at: moment(),
  created_at: time(),
  updated_at: changeTime(),
  user_ids: references('users', ciUser),
  /** Made of the name by default (doc L81). */
  barcode: hidden(unsearched(text((json, name) => textIn(json, name) ?? textIn(json, 'name')))),
  notes: hidden(nested(ciNotes)),
  attachments: hidden(nested(attachments)),
};

export type CiRecord = RecordOf<typeof fields>;

/** What some views show besides. The status with its colour is not in `GET /cis` (doc L302-305). */
const variants = {
  ...fields,
  alias: computed(({ description }: CiRecord) => description),
  archived: computed(({ archived_at }: CiRecord) => archived_at !== null),
  inventory: { ...fields.inventory, show: summarizeInventory },
  os: computed(({ inventory }: CiRecord) => nameOperatingSystem(inventory)),
  purchase_order_id: computed(({ purchase_order }: CiRecord) => purchase_order?.id ?? null),
};
const coloured = { ...variants, status_id: lookup('ci_statuses', 'color') };

export const cis = defineTableKind({
  name: 'cis',
  firstId: 132_001,
  fields,
  // doc L282-306
  row: view(variants, [
    'id',
    'friendly_id',
    'name',
    'description',
    'online',
    'updated_at',
    'archived',
    'inventory',
    'type_id',
    'status_id',
  ]),
  mentioned: listCisInTickets,
});

/** A row of a saved search: `alias` for the description (doc L1090-1115). */
export const ciSearchRow = view(coloured, [
  'id',
  'friendly_id',
  'name',
  'alias',
  'online',
  'updated_at',
  'inventory',
  'type_id',
  'status_id',
]);

/** Found by its barcode, without `users` (doc L426-488). */
export const ciByBarcode = withExtra(viewWithout(cis, ['user_ids']));

/** A CI just created: its type has no icon, and `purchase_order_id` stands for the order (doc L521-575). */
export const createdCi = view({ ...variants, type_id: lookup('ci_types') }, [
  'id',
  'friendly_id',
  'name',
  'description',
  'model',
  'serial_number',
  'control_number',
  'type_id',
  'status_id',
  'location_id',
  'manufacturer_id',
  'tag_ids',
  'user_ids',
  'purchase_order_id',
  'custom_fields',
  'inventory',
  'archived_at',
  'created_at',
  'updated_at',
]);

/** Inside a ticket `os` is a text (doc L1639). */
export const ciInTicket = view(coloured, [
  'id',
  'friendly_id',
  'name',
  'online',
  'updated_at',
  'inventory_updated_at',
  'archived_at',
  'os',
  'type_id',
  'status_id',
]);

const operatingSystemOf = (inventory: Json | null): object | null => {
  const os = inventory?.['os'];
  return typeof os === 'object' ? os : null;
};

/** Rows show of the inventory what names the operating system. */
function summarizeInventory(inventory: Json | null): { os: Record<string, unknown> } | null {
  const os = operatingSystemOf(inventory);
  if (os === null) return null;
  const shown = Object.entries(os).filter(([name]) => ['name', 'version', 'service_pack'].includes(name));
  return { os: Object.fromEntries(shown) };
}

function nameOperatingSystem(inventory: Json | null): string | null {
  const os = operatingSystemOf(inventory);
  const name = os !== null && 'name' in os ? os.name : null;
  return typeof name === 'string' ? name : null;
}

/** CIs that a data file has in tickets only. */
function listCisInTickets(file: Json): Json[] {
  const known = new Set(recordsIn(file, 'cis').map((ci) => numberIn(ci, 'id')));
  const found = new Map<number, Json>();
  for (const { os, ...ci } of recordsIn(file, 'tickets').flatMap((ticket) => recordsIn(ticket, 'cis'))) {
    const id = numberIn(ci, 'id');
    if (id === null || known.has(id)) continue;
    found.set(id, { ...ci, inventory: typeof os === 'string' ? { os: { name: os } } : null });
  }
  return [...found.values()];
}

const operatingSystems = [
  { name: 'Windows 11 Pro', version: '10.0.26100', service_pack: '24H2' },
  { name: 'Windows Server 2022 Standard', version: '10.0.20348', service_pack: '21H2' },
  { name: 'Ubuntu 24.04 LTS', version: '24.04', service_pack: null },
  { name: 'macOS 15', version: '15.5', service_pack: null },
] as const;

export function seedCi(
  index: number,
  name: string,
  type: string,
  lookups: Lookups,
  users: readonly UserRecord[],
): CiRecord {
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
    ...blankRecord(cis.fields),
    id: cis.firstId + index,
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
    tag_ids: chance(0.3) ? [pick(ciTags).id] : [],
    user_ids: isComputer && status === 'Active' ? [owner.id] : [],
    custom_fields: seedValues(type, lookups),
    online: status === 'Active' && chance(0.8),
    dns_host_name: isComputer ? `${name}.int.example.com` : null,
    distinguished_name: isComputer ? `CN=${name},CN=Computers,DC=int,DC=example,DC=com` : null,
    archived_at: status === 'Retired' ? daysAgo(daysBetween(1, 90)) : null,
    created_at: daysAgo(created),
    updated_at: daysAgo(daysBetween(0.1, 99)),
    ...(isComputer ? seedInventory(daysBetween(0.1, 60)) : {}),
  };
}

const describeCi = (type: string, owner: UserRecord): string =>
  type === 'Server' ? `${pick(['File', 'Database', 'Web', 'Backup'])} server` : `${type} of ${owner.first_name ?? ''}`;

export function seedInventory(daysOld: number): Pick<CiRecord, 'inventory' | 'inventory_updated_at'> {
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
