import { type HttpRequest, type HttpResponse, type Transport, TransportFailure } from '../wire/transport.js';

/** How long a port has to greet in TLS. */
const GREETING_MS = 2000;

/**
 * Sends a request. Where plain http breaks without an answer, the port is greeted in TLS, without a key: one that speaks
 * TLS drops all else, and no repetition helps.
 */
export async function sayWhetherTls(transport: Transport, request: HttpRequest): Promise<HttpResponse> {
  try {
    return await transport(request);
  } catch (failure) {
    const { protocol, host } = new URL(request.url);
    if (!(failure instanceof TransportFailure) || failure.reason !== 'interrupted' || protocol !== 'http:')
      throw failure;
    if (!(await speaksTls(transport, host))) throw failure;
    throw new TransportFailure({ reason: 'onlyTls', code: failure.code }, { cause: failure });
  }
}

async function speaksTls(transport: Transport, host: string): Promise<boolean> {
  const greeting = {
    method: 'GET',
    url: `https://${host}/`,
    headers: {},
    auth: 'none',
    timeoutMs: GREETING_MS,
  } as const;
  try {
    await transport(greeting);
    return true;
  } catch (failure) {
    return failure instanceof TransportFailure && failure.reason === 'certificate';
  }
}
