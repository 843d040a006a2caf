import type { CiRecord } from '../state/records.js';
import type { State } from '../state/state.js';
import { ciStatusRef, ciTypeRef, namedRef, namedRefs, userRef } from './references.js';

/** A row of `GET /cis` (doc L282-306). */
export const renderCiRow = (state: State, ci: CiRecord) => ({
  ...ci.extra,
  id: ci.id,
  friendly_id: ci.friendly_id,
  name: ci.name,
  description: ci.description,
  online: ci.online,
  updated_at: ci.updated_at,
  archived: ci.archived_at !== null,
  inventory: renderInventorySummary(ci),
  type: ciTypeRef(state, ci.type_id),
  status: namedRef(state, 'ci_statuses', ci.status_id),
});

/** A row of a saved search: `alias` for the description, the status with its colour (doc L1090-1115). */
export const renderCiSearchRow = (state: State, ci: CiRecord) => ({
  id: ci.id,
  friendly_id: ci.friendly_id,
  name: ci.name,
  alias: ci.description,
  online: ci.online,
  updated_at: ci.updated_at,
  inventory: renderInventorySummary(ci),
  type: ciTypeRef(state, ci.type_id),
  status: ciStatusRef(state, ci.status_id),
});

/** Rows show of the inventory what names the operating system. */
function renderInventorySummary({ inventory }: CiRecord) {
  const os = inventory?.['os'];
  if (typeof os !== 'object' || os === null) return null;
  const shown = Object.entries(os).filter(([name]) => ['name', 'version', 'service_pack'].includes(name));
  return { os: Object.fromEntries(shown) };
}

/** The whole CI, found by its barcode: without `users` (doc L426-488). */
export const renderCiByBarcode = (state: State, ci: CiRecord) => ({
  ...ci.extra,
  id: ci.id,
  friendly_id: ci.friendly_id,
  name: ci.name,
  description: ci.description,
  model: ci.model,
  serial_number: ci.serial_number,
  control_number: ci.control_number,
  type: ciTypeRef(state, ci.type_id),
  status: namedRef(state, 'ci_statuses', ci.status_id),
  location: namedRef(state, 'locations', ci.location_id),
  manufacturer: namedRef(state, 'manufacturers', ci.manufacturer_id),
  tags: namedRefs(state, 'tags', ci.tag_ids),
  purchase_order: ci.purchase_order,
  custom_fields: ci.custom_fields,
  inventory: ci.inventory,
  inventory_updated_at: ci.inventory_updated_at,
  online: ci.online,
  dns_host_name: ci.dns_host_name,
  distinguished_name: ci.distinguished_name,
  archived_at: ci.archived_at,
  created_at: ci.created_at,
  updated_at: ci.updated_at,
});

/** The whole CI (doc L324-415). */
export const renderCi = (state: State, ci: CiRecord) => ({
  ...renderCiByBarcode(state, ci),
  users: ci.user_ids.flatMap((id) => renderCiUser(state, id)),
});

/** A CI just created: its type has no icon, and `purchase_order_id` stands for the order (doc L521-575). */
export function renderCreatedCi(state: State, ci: CiRecord) {
  return {
    id: ci.id,
    friendly_id: ci.friendly_id,
    name: ci.name,
    description: ci.description,
    model: ci.model,
    serial_number: ci.serial_number,
    control_number: ci.control_number,
    type: namedRef(state, 'ci_types', ci.type_id),
    status: namedRef(state, 'ci_statuses', ci.status_id),
    location: namedRef(state, 'locations', ci.location_id),
    manufacturer: namedRef(state, 'manufacturers', ci.manufacturer_id),
    tags: namedRefs(state, 'tags', ci.tag_ids),
    users: ci.user_ids.flatMap((id) => renderCiUser(state, id)),
    purchase_order_id: ci.purchase_order?.id ?? null,
    custom_fields: ci.custom_fields,
    inventory: null,
    archived_at: ci.archived_at,
    created_at: ci.created_at,
    updated_at: ci.updated_at,
  };
}

/** doc L355-379 */
function renderCiUser(state: State, id: number) {
  const [user, ref] = [state.users.byId(id), userRef(state, id)];
  if (user === undefined || ref === null) return [];
  return [
    {
      ...ref,
      email: user.email,
      domain_name: user.domain_name,
      group: namedRef(state, 'groups', user.group_id),
      roles: namedRefs(state, 'roles', user.role_ids),
    },
  ];
}
