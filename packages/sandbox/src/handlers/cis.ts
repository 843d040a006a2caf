import { ciByBarcode, cis, createdCi } from '../kinds/cis.js';
import { HttpFailure } from '../rails/failures.js';
import { hasNul } from '../rails/texts.js';
import type { Handlers } from './handler.js';
import { changeRecord, draftRecord, isChanged } from './records.js';
import { findCi, orNotFound } from './shared.js';

type CiOperation = `cis.${'getByBarcode' | 'create' | 'update' | 'delete'}`;

export const ciHandlers: Handlers<CiOperation> = {
  'cis.getByBarcode': ({ state, params: { barcode = '' } }) => {
    if (hasNul(barcode)) throw new HttpFailure(500, 'string contains null byte');
    return ciByBarcode(state, orNotFound(state.cis.all.find((ci) => ci.barcode === barcode)));
  },

  'cis.create': (context, permit) => {
    const { state } = context;
    const ci = draftRecord(context, cis, permit());
    return createdCi(state, state.cis.insert({ ...ci, barcode: ci.name }));
  },

  'cis.update': (context, permit) => {
    const ci = findCi(context);
    const changed = changeRecord(context, cis, ci, permit());
    // Barcodes are made of the name by default (doc L81).
    if (ci.barcode === ci.name) changed.barcode = changed.name;
    if (isChanged(changed, ci)) Object.assign(ci, changed, { updated_at: context.now });
  },

  'cis.delete': (context) => {
    const { state, storage } = context;
    const ci = findCi(context);
    for (const ticket of state.tickets.all) ticket.ci_ids = ticket.ci_ids.filter((id) => id !== ci.id);
    for (const attachment of ci.attachments) storage.remove(attachment.storage_key);
    state.cis.remove(ci);
  },
};
