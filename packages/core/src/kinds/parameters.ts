import type { Operation } from '../operations/index.js';

const NOUNS: Readonly<Record<string, string>> = {
  tickets: 'ticket',
  cis: 'CI',
  users: 'user',
  comments: 'comment',
  attachments: 'attachment',
  notes: 'note',
  tasks: 'task',
  time_entries: 'time entry',
  searches: 'saved search',
  by_barcode: 'CI',
};

/** What a path names with the values given, in people's words: `ticket number 75, task id 15`. */
export function describeTarget(operation: Operation, input: Readonly<Record<string, unknown>>): string {
  const segments = operation.path.split('/');
  return segments
    .flatMap((segment, index) => {
      if (!segment.startsWith(':')) return [];
      const parameter = segment.slice(1);
      const noun = NOUNS[segments[index - 1] ?? ''] ?? 'record';
      return [`${noun} ${KINDS[parameter] ?? 'id'} ${String(input[parameter])}`];
    })
    .join(', ');
}

const KINDS: Readonly<Record<string, string>> = { friendly_id: 'number', barcode: 'with barcode' };
