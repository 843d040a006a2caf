import { type BossDeskError, isBossDeskError, type Operation } from 'bossdesk-client';
import { NodeOperationError } from 'n8n-workflow';
import type { Output, Run } from './run.js';

/**
 * What an item gives that finds nothing: nothing, an item that says so, or a failure.
 *
 * @throws NodeOperationError where that is wanted.
 */
export function orNothingFound({ context, itemIndex, settings }: Run, found: Output[]): Output[] {
  if (found.length > 0) return found;
  switch (settings.ifNothingFound) {
    case 'nothing':
      return found;
    case 'item':
      return [{ json: { found: false } }];
    case 'fail':
      throw new NodeOperationError(context.getNode(), 'Nothing was found', {
        itemIndex,
        description:
          'Check what was asked for, or choose under If Nothing Is Found that nothing or an empty item is given.',
      });
  }
}

/**
 * Reads one record; none where there is no such record, which the run notes. Where nothing found is to fail, the failure
 * tells why.
 */
export async function readIfThere<T>({ settings, hint }: Run, operation: Operation, read: () => Promise<T>) {
  const isAboutOne = operation.path.includes(':');
  return read().catch((error: unknown) => {
    if (!isAboutOne || settings.ifNothingFound === 'fail' || !isMissing(error)) throw error;
    hint(error.message, 'info');
    return undefined;
  });
}

const isMissing = (error: unknown): error is BossDeskError => isBossDeskError(error, 'NotFoundError');
