import { z } from 'zod';
import {
  createBody,
  customFieldsField,
  idField,
  idListField,
  namedRef,
  outFriendlyId,
  outId,
  requiredText,
  textField,
  timestamp,
  updateBody,
  userRef,
} from './fields.js';
import { ciNumber } from './parents.js';
import type { OperationSchemas } from './schema.js';

const operatingSystem = () =>
  z.looseObject({
    name: z.string().nullish(),
    version: z.string().nullish(),
    service_pack: z.string().nullish(),
    manufacturer_name: z.string().nullish(),
    installation_directory: z.string().nullish(),
  });

const bios = () =>
  z.looseObject({
    name: z.string().nullish(),
    version: z.string().nullish(),
    manufacturer: z.string().nullish(),
  });

/** What discovery found on the machine; more sections come than the doc shows (L404). */
const inventory = () => z.looseObject({ os: operatingSystem().nullish(), bios: bios().nullish() });

/** What every answer with a CI has. A new CI's type comes without its icon (doc L529-532). */
const ciSummary = () =>
  z.looseObject({
    id: outId(),
    friendly_id: outFriendlyId(),
    name: z.string(),
    description: z.string().nullish(),
    online: z.boolean().nullish(),
    updated_at: timestamp(),
    inventory: inventory().nullish(),
    type: z.looseObject({ id: outId(), name: z.string(), icon: z.string().nullish() }).nullish(),
    status: z.looseObject({ id: outId(), name: z.string(), color: z.string().nullish() }).nullish(),
  });

/** A row of `GET /cis` (doc L282-312). */
const ciRow = () => ciSummary().extend({ archived: z.boolean().nullish() }).meta({ title: 'CI Row' });

/** A row of a saved search over CIs: `alias` where `/cis` says `description` (doc L1090-1120, notes 5.15). */
export const ciSearchRow = () => ciSummary().extend({ alias: z.string().nullish() }).meta({ title: 'CI Search Row' });

/**
 * The whole CI (doc L324-415). Found by barcode it has no `users` (L426-488); just created it may have
 * `purchase_order_id` in place of `purchase_order` (L567).
 */
const ciRecord = () =>
  ciSummary()
    .extend({
      model: z.string().nullish(),
      serial_number: z.string().nullish(),
      control_number: z.string().nullish(),
      location: namedRef().nullish(),
      manufacturer: namedRef().nullish(),
      tags: z.array(namedRef()).nullish(),
      users: z
        .array(
          userRef().extend({
            email: z.string().nullish(),
            domain_name: z.string().nullish(),
            group: namedRef().nullish(),
            roles: z.array(namedRef()).nullish(),
          }),
        )
        .nullish(),
      purchase_order: z.looseObject({ id: outId(), friendly_id: outFriendlyId(), number: z.string() }).nullish(),
      purchase_order_id: outId().nullish(),
      custom_fields: z.record(z.string(), z.unknown()).nullish(),
      inventory_updated_at: timestamp().nullish(),
      dns_host_name: z.string().nullish(),
      distinguished_name: z.string().nullish(),
      archived_at: timestamp().nullish(),
      created_at: timestamp(),
    })
    .meta({ title: 'CI' });

const ciName = () => requiredText({ title: 'Name' });

/** Neither `online`, host names nor archiving can be written (doc L499-516, L595-611). */
const optionalCiFields = () => ({
  description: textField({ title: 'Description' }),
  manufacturer_id: idField({ title: 'Manufacturer', references: 'manufacturers' }).nullable(),
  model: textField({ title: 'Model' }),
  serial_number: textField({ title: 'Serial Number' }),
  control_number: textField({ title: 'Control Number' }),
  status_id: idField({ title: 'Status', references: 'ci_statuses' }).nullable(),
  type_id: idField({ title: 'Type', references: 'ci_types' }).nullable(),
  location_id: idField({ title: 'Location', references: 'locations' }).nullable(),
  tag_ids: idListField({ title: 'Tags', references: 'tags', description: 'Replaces the whole set' }),
  user_ids: idListField({ title: 'Users', references: 'users', description: 'Replaces the whole set' }),
  custom_fields: customFieldsField('ci'),
});

/** doc L269-639 */
export const ciSchemas = {
  'cis.list': { output: z.array(ciRow()) },
  'cis.get': { params: ciNumber(), output: ciRecord() },
  'cis.getByBarcode': { params: z.object({ barcode: requiredText({ title: 'Barcode' }) }), output: ciRecord() },
  'cis.create': {
    body: createBody({ name: ciName() }, optionalCiFields()),
    output: ciRecord(),
  },
  'cis.update': {
    params: ciNumber(),
    body: updateBody({ name: ciName(), ...optionalCiFields() }),
    output: z.undefined(),
  },
  'cis.delete': { params: ciNumber(), output: z.undefined() },
} satisfies Record<string, OperationSchemas>;
