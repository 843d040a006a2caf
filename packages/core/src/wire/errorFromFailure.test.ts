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
    ['aborted', { name: 'AbortedError', hint: `Whoever asked for it gave it up. ${MAY_HAVE}` }],
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
    ['aborted', { name: 'AbortedError', hint: 'Whoever asked for it gave it up.' }],
    ['unreachable', { name: 'ConnectionError', sent: false, hint: 'Check the BOSSDesk URL and the network.' }],
  ] as const)('%s: nothing can have changed', (reason, expected) => {
    expect(failWith(read, { reason })).toMatchObject({ ...expected, operation: 'tickets.get' });
  });
});

describe('the words', () => {
  it.each([
    [
      { reason: 'unreachable', code: 'ECONNREFUSED' },
      'Could not close a ticket: acme.bossdesk.io cannot be reached (ECONNREFUSED)',
    ],
    [
      { reason: 'interrupted', code: 'ECONNRESET' },
      'Could not close a ticket: the connection to acme.bossdesk.io broke (ECONNRESET)',
    ],
    [{ reason: 'interrupted' }, 'Could not close a ticket: the connection to acme.bossdesk.io broke (interrupted)'],
    [{ reason: 'timeout' }, 'Could not close a ticket: no complete answer from acme.bossdesk.io within 30000 ms'],
    [{ reason: 'aborted' }, 'Could not close a ticket: it was cancelled'],
  ] as const)('of %j', (details, message) => {
    const error = failWith(write, details);
    expect(error.message).toBe(message);
    expect(error.cause).toMatchObject({ name: 'TransportFailure', ...details });
  });
});
