import { z } from 'zod';
import { customFieldTypes } from '../kinds/customFieldTypes.js';
import { namedRef, openEnum, outId, timestamp } from './fields.js';
import type { OperationSchemas } from './schema.js';

/** What every row of reference data has; manufacturers come without `created_at` (doc L934-938). */
const lookup = () =>
  namedRef().extend({ created_at: timestamp().nullish(), updated_at: timestamp().nullish() }).meta({ title: 'Lookup' });

/** `parent_id` makes a tree of types and of locations; null at its roots (doc L683, L909). */
const treeNode = () => lookup().extend({ parent_id: outId().nullish() }).meta({ title: 'Lookup In Tree' });

/**
 * A field that an account added to records of `owner_class` (doc L709-774). It belongs to one CI type or one
 * ticket category, or to all where both are null.
 */
const customField = () =>
  lookup()
    .extend({
      owner_class: openEnum('ci', 'ticket', 'problem', 'change', 'release'),
      type_id: z.number().meta({
        description: Object.entries(customFieldTypes)
          .map(([id, name]) => `${id} ${name}`)
          .join(', '),
      }),
      required: z.boolean(),
      position: z.number().nullish(),
      ci_type: namedRef().nullish(),
      helpdesk_category: namedRef().nullish(),
      options: z.array(namedRef()).nullish(),
    })
    .meta({ title: 'Custom Field' });

/** Colours come as `rgb(…)` here and as `#hex` elsewhere (notes 5.26): a text. */
const category = () =>
  lookup()
    .extend({ color: z.string().nullish(), icon: z.string().nullish(), teams: z.array(namedRef()).nullish() })
    .meta({ title: 'Ticket Category' });

/** Whether a higher `level` is more urgent is not documented (notes 5.26). */
const priority = () =>
  lookup().extend({ color: z.string().nullish(), level: z.number().nullish() }).meta({ title: 'Ticket Priority' });

const tag = () =>
  lookup()
    .extend({ owner_class: openEnum('ci', 'user', 'ticket') })
    .meta({ title: 'Tag' });

const ticketType = () => lookup().extend({ shortcut: z.string().nullish() }).meta({ title: 'Ticket Type' });

/** doc L641-945, L1123-1151, L1322-1364, L2036-2062 */
export const referenceSchemas = {
  'ciStatuses.list': { output: z.array(lookup()) },
  'ciTypes.list': { output: z.array(treeNode()) },
  'customFields.list': { output: z.array(customField()) },
  'groups.list': { output: z.array(lookup()) },
  'helpdeskCategories.list': { output: z.array(category()) },
  'helpdeskExtendedStatuses.list': { output: z.array(lookup()) },
  'helpdeskPriorities.list': { output: z.array(priority()) },
  'locations.list': { output: z.array(treeNode()) },
  'manufacturers.list': { output: z.array(lookup()) },
  'tags.list': { output: z.array(tag()) },
  'taskTypes.list': { output: z.array(lookup()) },
  'teams.list': { output: z.array(lookup()) },
  'ticketTypes.list': { output: z.array(ticketType()) },
} satisfies Record<string, OperationSchemas>;
