import { type CallInput, type Clock, isZone, type Operation, readTimes } from 'bossdesk-client';
import { type IExecuteFunctions, NodeOperationError } from 'n8n-workflow';

/**
 * By whose clock days and times without a zone are read: the workflow's zone, and the time of n8n's machine, as in `$now`.
 *
 * @throws NodeOperationError when the workflow is in a zone that this n8n does not know.
 */
export function readClock(context: IExecuteFunctions): Clock {
  const zone = context.getTimezone();
  if (isZone(zone)) return { zone, now: Date.now() };
  throw new NodeOperationError(context.getNode(), `The workflow's time zone "${zone}" is not a known one`, {
    description: "Choose another in the workflow's settings, or give times with their zone.",
  });
}

/** Reads the days and times of what the panel gives, in fields, filters and the raw query alike. */
export async function readWorkflowTimes(
  context: IExecuteFunctions,
  operation: Operation,
  given: CallInput,
): Promise<CallInput> {
  return (await readTimes(operation, given, () => readClock(context))).input;
}
