import { Readable } from 'node:stream';
import { setImmediate as nextImmediate } from 'node:timers/promises';
import { createRedactor, type Redactor } from '../values/secrets.js';
import {
  type HttpRequest,
  type HttpResponse,
  type RequestBodyStream,
  type Transport,
  TransportFailure,
} from '../wire/transport.js';
import { type Answer, Exchange } from './exchange.js';
import { toTransportFailure } from './failure.js';
import { type End, limitTime } from './limit.js';
import { openRoutes } from './routes.js';
import { ACCEPTED_ENCODINGS, unpack } from './unpack.js';

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
    const { signal, auth, maxBytes = Number.POSITIVE_INFINITY } = request;
    const { origin, path } = splitUrl(request);
    const route = routes.to(origin);
    if (signal?.aborted === true) throw new TransportFailure({ reason: 'aborted', sent: false });
    const done = routes.hold();
    const exchange = new Exchange(
      route.dispatcher,
      {
        origin,
        path,
        method: request.method,
        headers: listHeaders(request, userAgent, credentials[auth]),
        body: toUndiciBody(request.body),
        // The limit is that of the whole request; a second one inside it would only confuse the report.
        headersTimeout: 0,
        bodyTimeout: 0,
      },
      maxBytes,
    );
    let end: End | undefined;
    const endLimit = limitTime(request.timeoutMs, signal, (why) => {
      end ??= why;
      exchange.stop(new Error('The request was given up'));
    });
    try {
      const answer = await exchange.answer;
      // undici frees a connection an immediate after its answer: a request that came sooner would open another one.
      await nextImmediate();
      return await readAnswer(answer, request, maxBytes, redact);
    } catch (error) {
      if (error instanceof TransportFailure) throw error;
      throw toTransportFailure(error, { end, began: exchange.began, proxy: route.proxy });
    } finally {
      endLimit();
      done();
    }
  };
  return Object.assign(transport, { redact, close: () => routes.close() });
}

/** Those of the API are put together out of parts that are escaped; those of files come from the server. */
function splitUrl({ url, auth }: HttpRequest): { readonly origin: string; readonly path: string } {
  const end = url.indexOf('/', url.indexOf('//') + 2);
  if (auth !== 'none' && end > 0) return { origin: url.slice(0, end), path: url.slice(end) };
  const { origin, pathname, search } = new URL(url);
  return { origin, path: `${pathname}${search}` };
}

/** Names and values by turns, as undici reads them without a look at each object. */
function listHeaders(request: HttpRequest, userAgent: string, authorization: string | undefined): string[] {
  const list = ['user-agent', userAgent];
  if (isPackedWanted(request)) list.push('accept-encoding', ACCEPTED_ENCODINGS);
  for (const [name, value] of Object.entries(request.headers)) list.push(name, value);
  if (authorization !== undefined) list.push('authorization', authorization);
  // S3 refuses chunked uploads, so the length is said (notes 2).
  if (typeof request.body === 'object') list.push('content-length', String(request.body.length));
  return list;
}

/** Lists are long and shrink to a tenth. A file comes as it is. */
function isPackedWanted({ method, auth }: HttpRequest): boolean {
  return method === 'GET' && auth === 'api';
}

const utf8 = new TextDecoder();

async function readAnswer(
  { status, headers, bytes: packed }: Answer,
  request: HttpRequest,
  maxBytes: number,
  redact: Redactor,
): Promise<HttpResponse> {
  const isSuccess = status >= 200 && status < 300;
  const bytes = await unpack(packed, headers['content-encoding'], maxBytes);
  if (request.responseType === 'bytes' && isSuccess)
    return { status, headers, body: '', bytes: new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.length) };
  const body = utf8.decode(bytes);
  const isData = isSuccess && headers['content-type']?.includes('json') === true;
  return { status, headers, body: isData ? body : redact(body) };
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
