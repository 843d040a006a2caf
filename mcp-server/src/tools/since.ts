import { checkTimeText } from 'bossdesk-client';
import * as z from 'zod';
import type { Filter } from './searchConditions.js';

/** `updated_at_gteq` of a day or a time, as they are read in every filter. */
export function sinceFilter(attribute: string): Filter {
  return {
    schema: z
      .string()
      .refine((text) => checkTimeText(text) === undefined, { error: ({ input }) => checkTimeText(String(input)) })
      .meta({ description: 'YYYY-MM-DD, a time, today or -14d', emptyMeansAbsent: true }),
    toCondition: (value) => ({ [`${attribute}_gteq`]: value }),
  };
}
