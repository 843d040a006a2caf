import { getOperation } from '../operations/index.js';
import { errorFromFailure } from './errorFromFailure.js';
import { TransportFailure, type TransportFailureDetails } from './transport.js';

const read = getOperation('tickets.get');
const write = getOperation('tickets.close');
const removal = getOperation('cis.delete');
const failWith = (operation: typeof read, details: TransportFailureDetails) =>
  errorFromFailure(operation, new TransportFailure(details), 'acme.bossdesk.io', 30_000);

const MAY_HAVE = 'The change may have been made: look before sending it again.';

describe('a write that got no answer', () => {
  it.each([
    ['interrupted', { name: 'ConnectionError', sent: true, hint: `Try again later. ${MAY_HAVE}` }],
    ['timeout', { name: 'TimeoutError', hint: `Allow more time or ask for less. ${MAY_HAVE}` }],
    ['aborted', { name: 'AbortedError', hint: `It was cancelled by its caller. ${MAY_HAVE}` }],
    [
      'unreachable',
      { name: 'ConnectionError', sent: false, hint: 'Check the BOSSDesk URL and the network. Nothing was sent.' },
    ],
  ] as const)('%s', (reason, expected) => {
    expect(failWith(write, { reason })).toMatchObject({ ...expected, operation: 'tickets.close' });
    expect(failWith(removal, { reason })).toMatchObject({ ...expected, operation: 'cis.delete' });
  });
});

describe('a read that got no answer', () => {
  it.each([
    ['interrupted', { name: 'ConnectionError', sent: true, hint: 'Try again later.' }],
    ['timeout', { name: 'TimeoutError', hint: 'Allow more time or ask for less.' }],
    ['aborted', { name: 'AbortedError', hint: 'It was cancelled by its caller.' }],
    ['unreachable', { name: 'ConnectionError', sent: false, hint: 'Check the BOSSDesk URL and the network.' }],
  ] as const)('%s: nothing can have changed', (reason, expected) => {
    expect(failWith(read, { reason })).toMatchObject({ ...expected, operation: 'tickets.get' });
  });
});

describe('the words', () => {
  it.each([
    [
      { reason: 'unreachable', code: 'ECONNREFUSED' },
      'Close a ticket failed: acme.bossdesk.io cannot be reached (ECONNREFUSED)',
    ],
    [
      { reason: 'interrupted', code: 'ECONNRESET' },
      'Close a ticket failed: the connection to acme.bossdesk.io broke (ECONNRESET)',
    ],
    [{ reason: 'interrupted' }, 'Close a ticket failed: the connection to acme.bossdesk.io broke (interrupted)'],
    [{ reason: 'timeout' }, 'Close a ticket failed: no complete answer from acme.bossdesk.io within 30000 ms'],
    [{ reason: 'aborted' }, 'Close a ticket was cancelled'],
  ] as const)('of %j', (details, message) => {
    const error = failWith(write, details);
    expect(error.message).toBe(message);
    expect(error.cause).toMatchObject({ name: 'TransportFailure', ...details });
  });
});
