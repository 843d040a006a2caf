import { Readable } from 'node:stream';
import { type Dispatcher, request as send } from 'undici';
import { createRedactor, type Redactor } from '../values/secrets.js';
import {
  type HttpRequest,
  type HttpResponse,
  type RequestBodyStream,
  type Transport,
  TransportFailure,
} from '../wire/transport.js';
import { beginLimit } from './limit.js';
import { openRoutes } from './routes.js';
import { toTransportFailure } from './failure.js';
import { ACCEPTED_ENCODINGS, readBody } from './readBody.js';

/** Secrets of one account; they stay in the transport and are blotted out of answers that are no data. */
export interface UndiciTransportOptions {
  readonly apiKey?: string;
  readonly username?: string;
  readonly password?: string;
  /** Address of a proxy for all requests; by default `HTTPS_PROXY`, `HTTP_PROXY` and `NO_PROXY` decide. */
  readonly proxy?: string;
  /** The time that requests have, in milliseconds: a connection is not waited for longer. At most 10000 for that. */
  readonly timeoutMs?: number;
  /** What names the program to the desk, in its logs. Default `bossdesk-client`. */
  readonly userAgent?: string;
}

export interface UndiciTransport extends Transport {
  /** Blots the account's secrets out of a text, in every form in which they are sent. */
  readonly redact: Redactor;
  /** Ends the kept connections; a process can then end by itself. */
  close(): Promise<void>;
}

/**
 * The Node transport: keeps connections open between requests, and limits the time of a whole request, body
 * included. Redirects are not followed, so the key goes to no other host.
 */
export function createUndiciTransport(options: UndiciTransportOptions): UndiciTransport {
  const routes = openRoutes(options.proxy, options.timeoutMs);
  const credentials = { api: apiAuthorization(options), basic: basicAuthorization(options), none: undefined };
  const redact = createRedactor(options);
  const userAgent = options.userAgent ?? 'bossdesk-client';

  const transport = async (request: HttpRequest): Promise<HttpResponse> => {
    const limit = beginLimit(request.timeoutMs, request.signal);
    const authorization = credentials[request.auth];
    const route = routes.to(request.url);
    const done = routes.hold();
    try {
      const answer = await limit.race(() =>
        send(request.url, {
          method: request.method,
          headers: {
            'user-agent': userAgent,
            ...(isPackedWanted(request) ? { 'accept-encoding': ACCEPTED_ENCODINGS } : {}),
            ...request.headers,
            ...(authorization === undefined ? {} : { authorization }),
            ...lengthOf(request.body),
          },
          body: toUndiciBody(request.body),
          dispatcher: route.dispatcher,
          opaque: route.note,
          signal: limit.signal,
          // The signal covers the whole request; a second limit inside it would only confuse the report.
          headersTimeout: 0,
          bodyTimeout: 0,
        }),
      );
      return await readAnswer(answer, request, redact);
    } catch (error) {
      if (error instanceof TransportFailure) throw error;
      const timedOut = limit.timedOut();
      const aborted = request.signal?.aborted === true;
      throw toTransportFailure(error, { timedOut, aborted, began: route.began(), proxy: route.proxy });
    } finally {
      limit.end();
      done();
    }
  };
  return Object.assign(transport, { redact, close: () => routes.close() });
}

/** Lists are long and shrink to a tenth. A file comes as it is. */
function isPackedWanted({ method, auth }: HttpRequest): boolean {
  return method === 'GET' && auth === 'api';
}

const utf8 = new TextDecoder();

async function readAnswer(
  answer: Dispatcher.ResponseData<unknown>,
  request: HttpRequest,
  redact: Redactor,
): Promise<HttpResponse> {
  const headers = flattenHeaders(answer.headers);
  const isSuccess = answer.statusCode >= 200 && answer.statusCode < 300;
  const bytes = await readBody(answer.body, headers, request.maxBytes ?? Number.POSITIVE_INFINITY);
  if (request.responseType === 'bytes' && isSuccess)
    return {
      status: answer.statusCode,
      headers,
      body: '',
      bytes: new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.length),
    };
  const body = utf8.decode(bytes);
  const isData = isSuccess && headers['content-type']?.includes('json') === true;
  return { status: answer.statusCode, headers, body: isData ? body : redact(body) };
}

function flattenHeaders(headers: Dispatcher.ResponseData['headers']): Record<string, string> {
  const flat: [string, string][] = [];
  for (const [name, value] of Object.entries(headers))
    if (value !== undefined) flat.push([name.toLowerCase(), Array.isArray(value) ? value.join(', ') : value]);
  return Object.fromEntries(flat);
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
