import { refuseIfInvalid, type ValidationErrors } from '../rails/failures.js';
import type { CiRecord } from '../state/records.js';
import type { State } from '../state/state.js';
import { renderCi, renderCiByBarcode, renderCiRow, renderCreatedCi } from '../views/cis.js';
import { mergeCustomFields } from './customFields.js';
import type { Handlers } from './handler.js';
import {
  checkPresence,
  checkReferences,
  findCi,
  givenFields,
  orNotFound,
  requireLookups,
  searchPage,
} from './shared.js';

type CiOperation = `cis.${'list' | 'get' | 'getByBarcode' | 'create' | 'update' | 'delete'}`;

const optionalColumns = [
  'description',
  'model',
  'serial_number',
  'control_number',
  'type_id',
  'status_id',
  'location_id',
  'manufacturer_id',
] as const;

export const ciHandlers: Handlers<CiOperation> = {
  'cis.list': (context) =>
    searchPage(context, context.state.cis.all, context.searchables.cis).map((ci) => renderCiRow(context.state, ci)),

  'cis.get': (context) => renderCi(context.state, findCi(context)),

  'cis.getByBarcode': ({ state, params }) =>
    renderCiByBarcode(state, orNotFound(state.cis.all.find((ci) => ci.barcode === params['barcode']))),

  'cis.create': ({ state, now }, permit) => {
    const body = permit();
    requireLookups(state, 'tags', body.tag_ids);
    requireUsers(state, body.user_ids);
    const errors: ValidationErrors = {};
    const fields: Omit<CiRecord, 'id' | 'friendly_id'> = {
      name: body.name ?? '',
      description: null,
      model: null,
      serial_number: null,
      control_number: null,
      type_id: null,
      status_id: null,
      location_id: null,
      manufacturer_id: null,
      ...givenFields(body, ...optionalColumns),
      barcode: body.name ?? null,
      purchase_order: null,
      tag_ids: body.tag_ids ?? [],
      user_ids: body.user_ids ?? [],
      custom_fields: mergeCustomFields(state, 'ci', {}, body.custom_fields, errors),
      inventory: null,
      inventory_updated_at: null,
      online: false,
      dns_host_name: null,
      distinguished_name: null,
      archived_at: null,
      created_at: now,
      updated_at: now,
      notes: [],
      attachments: [],
    };
    validateCi(state, fields, errors);
    return renderCreatedCi(state, state.cis.insert(fields));
  },

  'cis.update': (context, permit) => {
    const { state, now } = context;
    const ci = findCi(context);
    const body = permit();
    requireLookups(state, 'tags', body.tag_ids);
    requireUsers(state, body.user_ids);
    const errors: ValidationErrors = {};
    const name = body.name === undefined ? ci.name : (body.name ?? '');
    const changed: CiRecord = {
      ...ci,
      ...givenFields(body, ...optionalColumns, 'tag_ids', 'user_ids'),
      name,
      // Barcodes are made of the name by default (doc L81).
      barcode: ci.barcode === ci.name ? name : ci.barcode,
      custom_fields: mergeCustomFields(state, 'ci', ci.custom_fields, body.custom_fields, errors),
    };
    validateCi(state, changed, errors);
    if (JSON.stringify(changed) !== JSON.stringify(ci)) Object.assign(ci, changed, { updated_at: now });
  },

  'cis.delete': (context) => {
    const { state, storage } = context;
    const ci = findCi(context);
    for (const ticket of state.tickets.all) ticket.ci_ids = ticket.ci_ids.filter((id) => id !== ci.id);
    for (const attachment of ci.attachments) storage.remove(attachment.storage_key);
    state.cis.remove(ci);
  },
};

function requireUsers(state: State, ids: readonly number[] | undefined): void {
  for (const id of ids ?? []) orNotFound(state.users.byId(id));
}

function validateCi(state: State, ci: Omit<CiRecord, 'id' | 'friendly_id'>, errors: ValidationErrors): void {
  checkPresence(errors, ci, 'name');
  checkReferences(state, errors, {
    type: ['ci_types', ci.type_id],
    status: ['ci_statuses', ci.status_id],
    location: ['locations', ci.location_id],
    manufacturer: ['manufacturers', ci.manufacturer_id],
  });
  refuseIfInvalid(errors);
}
