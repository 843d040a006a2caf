import type { OperationOutput } from 'bossdesk-client';
import { cutText, oneLine } from './text.js';
import type { Detail } from './ticket.js';
import { line, showPerson, showRef, showTime, showYesNo } from './values.js';

type Ci = OperationOutput<'cis.get'>;

/** A CI as pieces of text, most important first. `customFields` are lines made with their names. */
export function renderCi(ci: Ci, detail: Detail, customFields: readonly string[]): string[] {
  return [
    ...line('name', oneLine(ci.name, 500)),
    ...line('type', showRef(ci.type)),
    ...line('status', showRef(ci.status)),
    ...line('location', showRef(ci.location)),
    ...line('manufacturer', showRef(ci.manufacturer)),
    ...line('model', ci.model),
    ...line('serial number', ci.serial_number),
    ...line('control number', ci.control_number),
    ...line('online', showYesNo(ci.online)),
    ...line('archived', showTime(ci.archived_at)),
    ...line('tags', ci.tags?.map(showRef).join(', ')),
    ...line('users', ci.users?.map(showUser).join('; ')),
    ...line(
      'purchase order',
      ci.purchase_order == null ? undefined : `${ci.purchase_order.number} (number ${ci.purchase_order.friendly_id})`,
    ),
    ...line('host name', ci.dns_host_name),
    ...customFields,
    ...line('updated', showTime(ci.updated_at)),
    ...line('description', cutText(ci.description ?? '', detail === 'full' ? 20_000 : 1500)),
    ...(detail === 'full' ? renderRest(ci) : renderSystem(ci)),
  ];
}

function showUser(user: NonNullable<Ci['users']>[number]): string {
  return [showPerson(user), `user number ${user.friendly_id}`, user.email, user.group?.name]
    .filter((part) => part != null && part !== '')
    .join(', ');
}

function renderSystem({ inventory }: Ci): string[] {
  const os = inventory?.os;
  return line('OS', [os?.name, os?.version].filter((part) => part != null).join(' '));
}

function renderRest(ci: Ci): string[] {
  return [
    ...line('distinguished name', ci.distinguished_name),
    ...line('created', showTime(ci.created_at)),
    ...line('inventory of', showTime(ci.inventory_updated_at)),
    ...flatten('inventory', ci.inventory),
  ];
}

/** What discovery found is a tree of its own making: each leaf with the path to it. */
function flatten(path: string, value: unknown): string[] {
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean')
    return line(path, oneLine(String(value), 500));
  if (typeof value !== 'object' || value === null) return [];
  if (Array.isArray(value)) return value.flatMap((one, index) => flatten(`${path} ${index + 1}`, one));
  return Object.entries(value).flatMap(([key, one]) =>
    flatten(`${path} ${oneLine(key.replaceAll('_', ' '), 60)}`, one),
  );
}
