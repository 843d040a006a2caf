import { getOperation } from '../operations/index.js';
import { errorFromFailure } from './errorFromFailure.js';
import { TransportFailure, type TransportFailureDetails } from './transport.js';

const read = getOperation('tickets.get');
const write = getOperation('tickets.close');
const removal = getOperation('cis.delete');
const attempts = { host: 'acme.bossdesk.io', timeoutMs: 30_000, maxBytes: 64 * 2 ** 20, tries: 1, tookMs: 30_000 };
const failWith = (operation: typeof read, details: TransportFailureDetails, changed: Partial<typeof attempts> = {}) =>
  errorFromFailure(operation, new TransportFailure(details), { ...attempts, ...changed });

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

describe('what answers otherwise than BOSSDesk would', () => {
  const altnames =
    "Hostname/IP does not match certificate's altnames: Host: acme.bossdesk.io. is not in the cert's altnames: DNS:desk.corp, DNS:*.desk.corp";
  const proxy = 'http://proxy.corp:3128';

  it.each<[TransportFailureDetails, string, RegExp]>([
    [
      { reason: 'certificate', code: 'CERT_HAS_EXPIRED' },
      'acme.bossdesk.io answers with a certificate that this machine does not trust (it has expired, CERT_HAS_EXPIRED)',
      /renewed.*clock/,
    ],
    [
      { reason: 'certificate', code: 'CERT_NOT_YET_VALID' },
      'does not trust (it is not valid yet, CERT_NOT_YET_VALID)',
      /clock/,
    ],
    [
      { reason: 'certificate', code: 'DEPTH_ZERO_SELF_SIGNED_CERT' },
      'does not trust (it is self-signed, DEPTH_ZERO_SELF_SIGNED_CERT)',
      /NODE_EXTRA_CA_CERTS/,
    ],
    [
      { reason: 'certificate', code: 'SELF_SIGNED_CERT_IN_CHAIN' },
      'does not trust (its issuer, an authority that signed itself, is unknown here',
      /NODE_EXTRA_CA_CERTS/,
    ],
    [
      { reason: 'certificate', code: 'UNABLE_TO_VERIFY_LEAF_SIGNATURE' },
      'does not trust (its issuer is unknown here',
      /NODE_EXTRA_CA_CERTS/,
    ],
    [{ reason: 'certificate', code: 'CERT_REVOKED' }, 'does not trust (it was revoked', /replaced/],
    [
      { reason: 'certificate', code: 'INVALID_PURPOSE' },
      'does not trust (it was refused, INVALID_PURPOSE)',
      /NODE_EXTRA_CA_CERTS/,
    ],
    [
      { reason: 'certificate', code: 'ERR_TLS_CERT_ALTNAME_INVALID', words: altnames },
      'does not trust (it is for another host name: desk.corp, *.desk.corp, ERR_TLS_CERT_ALTNAME_INVALID)',
      /Use a name/,
    ],
    [
      { reason: 'noTls', code: 'EPROTO' },
      'acme.bossdesk.io answers without TLS, though the URL says https (EPROTO)',
      /port/,
    ],
    [
      { reason: 'onlyTls', code: 'ECONNRESET' },
      'acme.bossdesk.io takes TLS alone, though the URL says http',
      /https:\/\//,
    ],
    [
      { reason: 'proxy', proxy, proxyStatus: 407 },
      'the proxy http://proxy.corp:3128 wants a user name and password (407)',
      /user:password@host:port/,
    ],
    [
      { reason: 'proxy', proxy, proxyStatus: 403 },
      'the proxy http://proxy.corp:3128 refuses the way to acme.bossdesk.io (403)',
      /NO_PROXY/,
    ],
    [
      { reason: 'proxy', proxy, proxyStatus: 502 },
      'the proxy http://proxy.corp:3128 cannot reach acme.bossdesk.io (502)',
      /network/,
    ],
    [
      { reason: 'unreachable', proxy, code: 'ECONNREFUSED' },
      'the proxy http://proxy.corp:3128 cannot be reached (ECONNREFUSED)',
      /HTTPS_PROXY/,
    ],
  ])('%j: nothing was sent', (details, message, hint) => {
    const error = failWith(write, details);
    expect(error).toMatchObject({ name: 'ConnectionError', sent: false, fault: details.reason });
    expect(error.message).toContain(message);
    expect(error.hint).toMatch(hint);
    expect(error.hint).toMatch(/ Nothing was sent\.$/);
    expect(failWith(read, details).hint).not.toContain('sent.');
  });

  it('may have done something when it is no HTTP, or too long', () => {
    expect(failWith(write, { reason: 'notHttp', code: 'HPE_INVALID_CONSTANT' })).toMatchObject({
      fault: 'notHttp',
      sent: true,
      message: 'Could not close a ticket: what answers at acme.bossdesk.io does not speak HTTP (HPE_INVALID_CONSTANT)',
      hint: `Check host and port in the BOSSDesk URL. ${MAY_HAVE}`,
    });
    expect(failWith(write, { reason: 'tooLarge' })).toMatchObject({
      name: 'UnexpectedResponseError',
      message: 'Could not close a ticket: the answer of acme.bossdesk.io is larger than 64 MB and was cut off',
      hint: expect.stringContaining(MAY_HAVE),
    });
  });
});

it('says that nothing was sent when it was cancelled before there was a connection', () => {
  expect(failWith(write, { reason: 'aborted', sent: false }).hint).toBe(
    'Whoever asked for it gave it up. Nothing was sent.',
  );
});

it.each<[TransportFailureDetails, string]>([
  [{ reason: 'timeout' }, 'within 30000 ms, tried 4 times in 126 seconds'],
  [{ reason: 'unreachable', code: 'ETIMEDOUT' }, 'cannot be reached (ETIMEDOUT), tried 4 times in 126 seconds'],
])('says of a read whose time was over several times how long that took: %j', (details, words) => {
  expect(failWith(read, details, { tries: 4, tookMs: 126_000 }).message).toContain(words);
  expect(failWith(read, details, { tries: 2, tookMs: 20 }).message).toMatch(/tried 2 times in 1 second$/);
  expect(failWith(read, { reason: 'interrupted' }, { tries: 4 }).message).not.toContain('tried');
});
