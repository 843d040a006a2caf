import { toTransportFailure } from './failure.js';

const open = { timedOut: false, aborted: false };
const reasonOf = (error: unknown) => toTransportFailure(error, open).reason;
const coded = (code: string) => Object.assign(new Error(code), { code });
const systemError = (code: string, syscall: string) => Object.assign(coded(code), { syscall });

describe('toTransportFailure', () => {
  it.each([
    systemError('ECONNREFUSED', 'connect'),
    systemError('ENOTFOUND', 'getaddrinfo'),
    systemError('EAI_AGAIN', 'getaddrinfo'),
    systemError('ETIMEDOUT', 'connect'),
    Object.assign(new AggregateError([systemError('ETIMEDOUT', 'connect'), systemError('ENETUNREACH', 'connect')]), {
      code: 'ETIMEDOUT',
    }),
    new TypeError('fetch failed', { cause: systemError('EHOSTUNREACH', 'connect') }),
    new Error('outer', { cause: new Error('inner', { cause: coded('UND_ERR_CONNECT_TIMEOUT') }) }),
  ])('%s surely sent nothing', (error) => {
    expect(reasonOf(error)).toBe('unreachable');
  });

  it.each([
    'UND_ERR_CONNECT_TIMEOUT',
    'CERT_HAS_EXPIRED',
    'CERT_NOT_YET_VALID',
    'DEPTH_ZERO_SELF_SIGNED_CERT',
    'ERR_TLS_CERT_ALTNAME_INVALID',
    'SELF_SIGNED_CERT_IN_CHAIN',
    'UNABLE_TO_GET_ISSUER_CERT',
    'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
    'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
  ])('%s surely sent nothing: there was no connection yet', (code) => {
    expect(reasonOf(coded(code))).toBe('unreachable');
    expect(reasonOf(new TypeError('failed', { cause: coded(code) }))).toBe('unreachable');
  });

  // The same codes end connections that were open: what was written may have arrived.
  it.each([
    systemError('EHOSTUNREACH', 'read'),
    systemError('ENETUNREACH', 'write'),
    systemError('EPROTO', 'write'),
    systemError('EACCES', 'open'),
    coded('ECONNRESET'),
    coded('UND_ERR_SOCKET'),
    coded('UND_ERR_HEADERS_TIMEOUT'),
    new AggregateError([systemError('ECONNREFUSED', 'connect'), systemError('ECONNRESET', 'read')]),
    'a text',
    null,
    undefined,
  ])('%s may have sent something', (error) => {
    expect(reasonOf(error)).toBe('interrupted');
  });

  it.each([
    { timedOut: false, aborted: false, broken: 'interrupted', unmade: 'unreachable' },
    { timedOut: true, aborted: false, broken: 'timeout', unmade: 'unreachable' },
    { timedOut: false, aborted: true, broken: 'aborted', unmade: 'unreachable' },
    { timedOut: true, aborted: true, broken: 'aborted', unmade: 'unreachable' },
  ])('timed out: $timedOut, cancelled: $aborted', ({ broken, unmade, ...how }) => {
    const error = coded('UND_ERR_ABORTED');
    expect(toTransportFailure(error, how)).toMatchObject({ reason: broken, cause: error });
    expect(toTransportFailure(coded('UND_ERR_CONNECT_TIMEOUT'), how).reason).toBe(unmade);
  });

  it.each([
    [coded('ECONNRESET'), 'ECONNRESET'],
    [systemError('ECONNREFUSED', 'connect'), 'ECONNREFUSED'],
    [new Error('outer', { cause: coded('ECONNRESET') }), 'ECONNRESET'],
    [Object.assign(new Error('outer', { cause: coded('EPIPE') }), { code: 7 }), 'EPIPE'],
    [new Error('no code'), undefined],
    [undefined, undefined],
  ])('tells the system’s code of %s: %s', (error, code) => {
    const failure = toTransportFailure(error, open);
    expect(failure.code).toBe(code);
    expect(failure.message).toBe(code ?? 'interrupted');
    expect(failure.cause).toBe(error);
  });
});
