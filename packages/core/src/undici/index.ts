import { Readable } from 'node:stream';
import { Agent, type Dispatcher, ProxyAgent, request as send } from 'undici';
import { createRedactor, type Redactor } from '../values/secrets.js';
import { type HttpRequest, type HttpResponse, type RequestBodyStream, type Transport } from '../wire/transport.js';
import { toTransportFailure } from './failure.js';

/** Secrets of one account; they stay in the transport and are blotted out of answers that are no data. */
export interface UndiciTransportOptions {
  readonly apiKey?: string;
  readonly username?: string;
  readonly password?: string;
  /** Address of an HTTP proxy; without one, requests go straight. */
  readonly proxy?: string;
}

export interface UndiciTransport extends Transport {
  /** Blots the account's secrets out of a text, in every form in which they are sent. */
  readonly redact: Redactor;
  /** Ends the kept connections; a process can then end by itself. */
  close(): Promise<void>;
}

/** Long enough for a slow handshake, short enough to tell an unreachable host from a slow answer. */
const CONNECT_TIMEOUT_MS = 10_000;

/**
 * The Node transport: keeps connections open between requests, and limits the time of a whole request, body
 * included. Redirects are not followed, so the key goes to no other host.
 */
export function createUndiciTransport(options: UndiciTransportOptions): UndiciTransport {
  const connect = { timeout: CONNECT_TIMEOUT_MS };
  const agent = options.proxy === undefined ? new Agent({ connect }) : new ProxyAgent({ uri: options.proxy, connect });
  const credentials = { api: apiAuthorization(options), basic: basicAuthorization(options), none: undefined };
  const redact = createRedactor(options);

  const transport = async (request: HttpRequest): Promise<HttpResponse> => {
    const timeout = AbortSignal.timeout(request.timeoutMs);
    const signal = request.signal === undefined ? timeout : AbortSignal.any([timeout, request.signal]);
    const authorization = credentials[request.auth];
    try {
      const answer = await send(request.url, {
        method: request.method,
        headers: {
          ...request.headers,
          ...(authorization === undefined ? {} : { authorization }),
          ...lengthOf(request.body),
        },
        body: toUndiciBody(request.body),
        dispatcher: agent,
        signal,
        // The signal covers the whole request; a second limit inside it would only confuse the report.
        headersTimeout: 0,
        bodyTimeout: 0,
      });
      return await readAnswer(answer, request, redact);
    } catch (error) {
      throw toTransportFailure(error, { timedOut: timeout.aborted, aborted: request.signal?.aborted === true });
    }
  };
  return Object.assign(transport, { redact, close: () => agent.close() });
}

async function readAnswer(
  answer: Dispatcher.ResponseData,
  request: HttpRequest,
  redact: Redactor,
): Promise<HttpResponse> {
  const headers = flattenHeaders(answer.headers);
  const isSuccess = answer.statusCode >= 200 && answer.statusCode < 300;
  if (request.responseType === 'bytes' && isSuccess) {
    return { status: answer.statusCode, headers, body: '', bytes: new Uint8Array(await answer.body.arrayBuffer()) };
  }
  const body = await answer.body.text();
  const isData = isSuccess && headers['content-type']?.includes('json') === true;
  return { status: answer.statusCode, headers, body: isData ? body : redact(body) };
}

function flattenHeaders(headers: Dispatcher.ResponseData['headers']): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).flatMap(([name, value]) =>
      value === undefined ? [] : [[name.toLowerCase(), Array.isArray(value) ? value.join(', ') : value]],
    ),
  );
}

/** S3 refuses chunked uploads, so the length is said (notes 2). */
function lengthOf(body: HttpRequest['body']): { 'content-length'?: string } {
  return body === undefined || typeof body === 'string' ? {} : { 'content-length': String(body.length) };
}

/** Nothing is read ahead: a file of any size takes the memory of a few pieces. */
function toUndiciBody(body: string | RequestBodyStream | undefined): string | Readable | null {
  if (body === undefined) return null;
  return typeof body === 'string' ? body : Readable.from(body.chunks(), { objectMode: false, highWaterMark: 1 });
}

/** doc L13 */
function apiAuthorization({ apiKey }: UndiciTransportOptions): string | undefined {
  if (apiKey === undefined) return undefined;
  if (!/^[\x21-\x7e]+$/.test(apiKey) || /["\\]/.test(apiKey)) {
    throw new TypeError('The API key holds blanks, quotes or other characters that a key cannot have: paste it again');
  }
  return `Token token="${apiKey}"`;
}

/** doc L40 */
function basicAuthorization({ username, password }: UndiciTransportOptions): string | undefined {
  if (username === undefined || password === undefined) return undefined;
  return `Basic ${Buffer.from(`${username}:${password}`, 'utf8').toString('base64')}`;
}
