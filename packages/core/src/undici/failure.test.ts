import { toTransportFailure } from './failure.js';

const begun = { began: true };
const unmade = { ...begun, began: false };
const coded = (code: string, message = code) => Object.assign(new Error(message), { code });
const systemError = (code: string, syscall: string) => Object.assign(coded(code), { syscall });

describe('a request that never began', () => {
  it.each([
    systemError('ECONNREFUSED', 'connect'),
    systemError('ENOTFOUND', 'getaddrinfo'),
    Object.assign(new AggregateError([systemError('ETIMEDOUT', 'connect')]), { code: 'ETIMEDOUT' }),
    new TypeError('fetch failed', { cause: systemError('EHOSTUNREACH', 'connect') }),
    coded('UND_ERR_CONNECT_TIMEOUT'),
    coded('ECONNRESET'),
    undefined,
  ])('was not sent, whatever the failure: %s', (error) => {
    expect(toTransportFailure(error, unmade)).toMatchObject({ reason: 'unreachable', sent: false, cause: error });
  });

  it.each([
    ['CERT_HAS_EXPIRED', 'certificate'],
    ['CERT_NOT_YET_VALID', 'certificate'],
    ['DEPTH_ZERO_SELF_SIGNED_CERT', 'certificate'],
    ['ERR_TLS_CERT_ALTNAME_INVALID', 'certificate'],
    ['SELF_SIGNED_CERT_IN_CHAIN', 'certificate'],
    ['UNABLE_TO_GET_ISSUER_CERT', 'certificate'],
    ['UNABLE_TO_GET_ISSUER_CERT_LOCALLY', 'certificate'],
    ['UNABLE_TO_VERIFY_LEAF_SIGNATURE', 'certificate'],
    ['INVALID_PURPOSE', 'certificate'],
    ['ERR_SSL_WRONG_VERSION_NUMBER', 'noTls'],
    ['ERR_SSL_PACKET_LENGTH_TOO_LONG', 'noTls'],
    ['ERR_SSL_SSLV3_ALERT_HANDSHAKE_FAILURE', 'unreachable'],
  ])('met a host that answered all the same: %s', (code, reason) => {
    expect(toTransportFailure(coded(code), unmade)).toMatchObject({ reason, code, sent: false });
    const wrapped = new TypeError('failed', { cause: coded(code) });
    expect(toTransportFailure(wrapped, unmade)).toMatchObject({ reason, code });
  });

  it('was refused by its proxy, or did not reach it', () => {
    const proxy = 'http://proxy.example.com:3128';
    const refusal = coded('UND_ERR_ABORTED', 'Proxy response (407) !== 200 when HTTP Tunneling');
    expect(toTransportFailure(refusal, { ...unmade, proxy })).toMatchObject({
      reason: 'proxy',
      proxy,
      proxyStatus: 407,
      sent: false,
    });
    const absent = systemError('ECONNREFUSED', 'connect');
    expect(toTransportFailure(absent, { ...unmade, proxy })).toMatchObject({ reason: 'unreachable', proxy });
  });

  it('is told as unreachable when its time was over, and as cancelled when it was, without having been sent', () => {
    const error = new Error('any');
    expect(toTransportFailure(error, { ...unmade, end: 'timedOut' })).toMatchObject({
      reason: 'unreachable',
      code: 'ETIMEDOUT',
    });
    expect(toTransportFailure(error, { ...unmade, end: 'aborted' })).toMatchObject({
      reason: 'aborted',
      sent: false,
    });
  });
});

describe('a request that began', () => {
  // The same codes end connections that were open: what was written may have arrived.
  it.each([
    systemError('EHOSTUNREACH', 'read'),
    systemError('ECONNREFUSED', 'connect'),
    systemError('EPROTO', 'write'),
    coded('ECONNRESET'),
    coded('UND_ERR_SOCKET'),
    'a text',
    null,
    undefined,
  ])('may have arrived: %s', (error) => {
    expect(toTransportFailure(error, begun)).toMatchObject({ reason: 'interrupted', sent: true });
  });

  it.each([
    ['timedOut', 'timeout'],
    ['aborted', 'aborted'],
  ] as const)('and was %s', (end, reason) => {
    const error = coded('UND_ERR_ABORTED');
    expect(toTransportFailure(error, { ...begun, end })).toMatchObject({ reason, sent: true, cause: error });
  });

  it('was answered by something that is no HTTP, under the code that Node has for it', () => {
    const error = Object.assign(new Error('Response does not match'), { name: 'HTTPParserError' });
    expect(toTransportFailure(error, begun)).toMatchObject({ reason: 'notHttp', code: 'HPE_INVALID_CONSTANT' });
  });
});

it.each([
  [coded('ECONNRESET'), 'ECONNRESET'],
  [new Error('outer', { cause: coded('ECONNRESET') }), 'ECONNRESET'],
  [Object.assign(new Error('outer', { cause: coded('EPIPE') }), { code: 7 }), 'EPIPE'],
  [new Error('no code'), undefined],
  [undefined, undefined],
])('tells the system’s code of %s: %s', (error, code) => {
  const failure = toTransportFailure(error, begun);
  expect(failure.code).toBe(code);
  expect(failure.message).toBe(code ?? 'interrupted');
});
