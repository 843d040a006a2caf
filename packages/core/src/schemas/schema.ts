import type { z } from 'zod';

/** The schemas of one operation. `params` are the path's, `body` what the envelope wraps. */
export interface OperationSchemas {
  readonly params?: z.ZodObject;
  readonly body?: z.ZodObject;
  readonly output: z.ZodType;
}
