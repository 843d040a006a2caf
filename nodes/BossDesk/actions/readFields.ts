import {
  type CallInput,
  getKind,
  groupOfCustomFields,
  isRecord,
  listCustomFields,
  listGroups,
  type Operation,
} from 'bossdesk-client';
import { resolveNames } from '../names.js';
import { readInput } from '../panel/readInput.js';
import { readClock, readWorkflowTimes } from '../times.js';
import type { Run } from './run.js';

/** What the panel gives a write, with ids in place of names, and only custom fields that the record can have. */
export async function readFields(run: Run, operation: Operation): Promise<CallInput> {
  const { context, itemIndex, names } = run;
  const given = await readWorkflowTimes(context, operation, readInput(context, itemIndex, operation));
  return leaveOutForeign(run, operation, await resolveNames(names, operation, given, () => readClock(context)));
}

/**
 * A mapping outlives the choice of another category or CI type, in the editor and by expression. Values of fields that the
 * chosen one lacks are not sent: BOSSDesk would keep them where nobody sees them. The run says which.
 */
async function leaveOutForeign({ names, hint }: Run, operation: Operation, input: CallInput): Promise<CallInput> {
  const { ownerClass } = getKind(operation.kind);
  const group = ownerClass && groupOfCustomFields(ownerClass);
  const { custom_fields: values, ...others } = input;
  if (ownerClass === undefined || group === undefined || !isRecord(values)) return input;
  const chosen = input[group.field];
  if (typeof chosen !== 'number' || Object.keys(values).length === 0) return input;
  const [fields, fitting] = await Promise.all([
    listCustomFields(names, ownerClass),
    listGroups(names, group.kind, chosen),
  ]);
  const foreign = fields.filter(
    ({ id, group: own }) => own !== undefined && !fitting.includes(own.id) && Object.hasOwn(values, id),
  );
  if (foreign.length === 0) return input;
  const left = foreign.map(({ name, group: own }) => `${name} (of ${own?.name ?? ''})`).join(', ');
  hint(`Custom Fields: ${left} left out, which the chosen ${getKind(group.kind).noun} does not have`, 'warning');
  const kept = Object.entries(values).filter(([id]) => foreign.every((one) => String(one.id) !== id));
  return kept.length === 0 ? others : { ...others, custom_fields: Object.fromEntries(kept) };
}
