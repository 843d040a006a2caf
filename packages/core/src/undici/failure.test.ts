import { toTransportFailure } from './failure.js';

const reasonOf = (error: unknown) => toTransportFailure(error, { timedOut: false, aborted: false }).reason;
const systemError = (code: string, syscall: string) =>
  Object.assign(new Error(`${syscall} ${code}`), { code, syscall });

describe('toTransportFailure', () => {
  it.each([
    systemError('ECONNREFUSED', 'connect'),
    systemError('ENOTFOUND', 'getaddrinfo'),
    systemError('ETIMEDOUT', 'connect'),
    Object.assign(new AggregateError([systemError('ETIMEDOUT', 'connect'), systemError('ENETUNREACH', 'connect')]), {
      code: 'ETIMEDOUT',
    }),
    Object.assign(new Error('certificate has expired'), { code: 'CERT_HAS_EXPIRED' }),
    new TypeError('fetch failed', { cause: systemError('EHOSTUNREACH', 'connect') }),
  ])('%s surely sent nothing', (error) => {
    expect(reasonOf(error)).toBe('unreachable');
  });

  // The same codes end connections that were open: what was written may have arrived.
  it.each([
    systemError('EHOSTUNREACH', 'read'),
    systemError('ENETUNREACH', 'write'),
    systemError('EPROTO', 'write'),
    systemError('EACCES', 'open'),
    new AggregateError([systemError('ECONNREFUSED', 'connect'), systemError('ECONNRESET', 'read')]),
    undefined,
  ])('%s may have sent something', (error) => {
    expect(reasonOf(error)).toBe('interrupted');
  });
});
