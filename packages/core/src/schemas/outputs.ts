import type { z } from 'zod';
import type { OperationId } from '../operations/index.js';
import type { schemas } from './all.js';

/** What a call resolves to: the API's record, its list, or undefined (204). */
export type OperationOutput<Id extends OperationId> = z.output<(typeof schemas)[Id]['output']>;
