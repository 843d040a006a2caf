import { z } from 'zod';
import { outFriendlyId, outId } from './fields.js';
import type { OperationSchemas } from './schema.js';

/** The signed-in user; the doc leaves fields out with `...` (L53, L59-62). */
const session = () =>
  z
    .looseObject({
      id: outId(),
      friendly_id: outFriendlyId(),
      username: z.string(),
      email: z.string().nullish(),
      first_name: z.string().nullish(),
      last_name: z.string().nullish(),
      api_key: z
        .string()
        .meta({ format: 'password', description: 'A secret: what it opens is everything the user may do' }),
      permissions: z
        .record(z.string(), z.array(z.string()))
        .nullish()
        .meta({ description: 'Allowed actions by kind of record; "manage" stands for all of them' }),
    })
    .meta({ title: 'Session' });

/** doc L36-64: HTTP Basic authentication, no parameters, no body (notes 5.5) */
export const sessionSchemas = {
  'sessions.create': { output: session() },
} satisfies Record<string, OperationSchemas>;
