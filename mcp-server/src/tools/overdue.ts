import * as z from 'zod';
import type { Filter } from './searchConditions.js';

/** Open, and due before now by the desk's clock; `false` finds all others. A group, since status may be asked for too. */
export const overdueFilter: Filter = {
  schema: z.boolean().meta({ description: 'Open and past due' }),
  toCondition: (isOverdue) => ({
    g: [
      isOverdue === true
        ? { due_at_lt: 'now', due_at_not_null: true, status_eq: 'open' }
        : { m: 'or', due_at_gteq: 'now', due_at_null: true, status_eq: 'closed' },
    ],
  }),
};
