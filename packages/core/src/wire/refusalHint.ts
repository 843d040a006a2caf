import type { Operation } from '../operations/index.js';

type FieldErrors = Readonly<Record<string, readonly string[]>>;

/**
 * What to do about a refusal (4xx) that has no error of its own. It speaks only of what the request holds: a GET sends no
 * fields, and a wrong method or a body that is too large are no field's fault.
 *
 * @param fieldErrors what the answer says by field, `base` of the whole record.
 */
export function hintOfRefusal(operation: Operation, status: number, fieldErrors: FieldErrors = {}): string {
  const byStatus = statusHints[status];
  if (byStatus !== undefined) return byStatus;
  if (operation.auth === 'basic') return 'Check user name and password.';
  if (operation.change === undefined) {
    return operation.searchable === true
      ? 'Check the filter and the sort, and what else was asked for.'
      : 'Check what was asked for.';
  }
  const fields = Object.keys(fieldErrors).filter((field) => field !== 'base');
  if (fields.length > 0) return `${explainIds(fieldErrors)}Correct the fields named and send it again.`;
  if (operation.change === 'create' || operation.change === 'update') return 'Check the fields that were sent.';
  return 'Look at the record: what state it is in, and what has to be done first.';
}

const statusHints: Readonly<Record<number, string>> = {
  405: 'Check that the BOSSDesk URL is the address of the service desk itself: what answers there does not take this kind of request.',
  406: 'Check that the BOSSDesk URL is the address of the service desk itself: what answers there has no JSON.',
  408: 'The request took too long to arrive. Try again.',
  410: 'It is gone for good.',
  411: 'Something on the way wants requests of another form: ask the administrator of the network or of BOSSDesk.',
  413: 'It is too large for BOSSDesk or for something on the way to it: send less at once.',
  414: 'The filter is too long: ask for less at once.',
  415: 'Check that the BOSSDesk URL is the address of the service desk itself: what answers there takes no JSON.',
  423: 'The record is locked. Try again later.',
  431: 'The filter is too long: ask for less at once.',
};

/** Rails says "must exist" of a record that an id names: often because a number was given in its place. */
function explainIds(fieldErrors: FieldErrors): string {
  if (!Object.values(fieldErrors).flat().includes('must exist')) return '';
  return 'What must exist is named by its id, which is not the number that people see (friendly_id). ';
}
