import { z } from 'zod';
import { idField, namedRef, openEnum, timestamp } from './fields.js';
import type { OperationSchemas } from './schema.js';
import { ciSearchRow } from './cis.js';
import { ticketRow } from './tickets.js';

const savedSearch = () =>
  namedRef()
    .extend({
      created_at: timestamp().nullish(),
      updated_at: timestamp().nullish(),
      owner_class: openEnum('ci', 'ticket', 'problem'),
      my_search: z.boolean().nullish(),
    })
    .meta({ title: 'Saved Search' });

/** doc L1052-1121: rows are CIs or tickets by the search's `owner_class`; any other class gives a 501 (L1086) */
export const savedSearchSchemas = {
  'savedSearches.list': { output: z.array(savedSearch()) },
  'savedSearches.run': {
    params: z.object({ id: idField({ title: 'Saved Search', references: 'searches' }) }),
    output: z.array(z.union([ticketRow(), ciSearchRow()])),
  },
} satisfies Record<string, OperationSchemas>;
