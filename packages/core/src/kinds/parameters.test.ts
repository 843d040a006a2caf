import { getOperation, type OperationId } from '../operations/index.js';
import { describeTarget, parameterName } from './parameters.js';

describe('parameterName', () => {
  it.each<[OperationId, string, string]>([
    ['tickets.get', 'friendly_id', 'ticket_number'],
    ['myTickets.get', 'friendly_id', 'ticket_number'],
    ['timeEntries.update', 'id', 'time_entry_id'],
    ['ciNotes.update', 'friendly_id', 'ci_number'],
    ['ciNotes.update', 'id', 'note_id'],
    ['attachments.getFromMyTicketComment', 'comment_id', 'comment_id'],
    ['savedSearches.run', 'id', 'search_id'],
    ['cis.getByBarcode', 'barcode', 'barcode'],
    ['users.update', 'friendly_id', 'user_number'],
  ])('%s: %s is %s', (id, parameter, name) => {
    expect(parameterName(getOperation(id), parameter)).toBe(name);
  });
});

describe('describeTarget', () => {
  it.each<[OperationId, Record<string, unknown>, string]>([
    ['tasks.close', { friendly_id: 75, id: 15 }, 'task 15 of ticket 75'],
    [
      'attachments.getFromTicketComment',
      { friendly_id: 75, comment_id: 4, id: 3 },
      'attachment 3 of comment 4 of ticket 75',
    ],
    ['cis.getByBarcode', { barcode: '86-42' }, 'CI with barcode 86-42'],
    ['ciNotes.delete', { friendly_id: 8, id: 2 }, 'note 2 of CI 8'],
    ['timeEntries.delete', { friendly_id: 75, id: 9 }, 'time entry 9 of ticket 75'],
    ['tickets.create', { title: 'x' }, ''],
    ['users.get', {}, 'user ?'],
  ])('%s with %j is %s', (id, input, words) => {
    expect(describeTarget(getOperation(id), input)).toBe(words);
  });
});
