import type { HttpMethod } from '../operations/index.js';
import type { Redactor } from '../values/secrets.js';

/**
 * Sends one request. Resolves for every status; throws a {@link TransportFailure} only when there was no
 * answer. The time limit covers the body as well as the headers.
 */
export interface Transport {
  (request: HttpRequest): Promise<HttpResponse>;
  /** Blots the secrets that it adds out of a text; its client applies it to all that errors say. */
  readonly redact?: Redactor | undefined;
}

/** A transport that goes through another, and has its secrets. */
export function wrapTransport(inner: Transport, send: (request: HttpRequest) => Promise<HttpResponse>): Transport {
  return Object.assign((request: HttpRequest) => send(request), {
    redact: (text: string) => inner.redact?.(text) ?? text,
  });
}

/** An answer as it may be shown. */
export function redactResponse(response: HttpResponse, redact: Redactor): HttpResponse {
  const headers = Object.entries(response.headers).map(([name, value]) => [name, redact(value)]);
  return { ...response, headers: Object.fromEntries(headers) as HttpResponse['headers'], body: redact(response.body) };
}

export interface HttpRequest {
  readonly method: HttpMethod;
  /** Absolute URL, query included. */
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string | RequestBodyStream;
  /**
   * Which credential the transport adds. `none` for the file storage, which must never see the API key.
   * A tag, not a header, so that secrets stay in the transport.
   */
  readonly auth: 'api' | 'basic' | 'none';
  /** How the answer's body is wanted; default `text`. */
  readonly responseType?: 'text' | 'bytes';
  readonly timeoutMs: number;
  /** The longest body in bytes, unpacked: a transport cuts a longer one off, with the failure `tooLarge`. */
  readonly maxBytes?: number;
  readonly signal?: AbortSignal;
}

/** A body sent piece by piece, of a length known before (S3 refuses chunked uploads, notes 2). */
export interface RequestBodyStream {
  readonly length: number;
  chunks(): AsyncIterable<Uint8Array> | Iterable<Uint8Array>;
}

export interface HttpResponse {
  readonly status: number;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  /** Text for `responseType: 'text'`. */
  readonly body: string;
  /** For `responseType: 'bytes'` when the status is 2xx. */
  readonly bytes?: Uint8Array;
}

/**
 * Why there was no answer. Before a connection was made, and nothing was sent: `unreachable`; `certificate`, of a host
 * that this machine does not trust; `noTls`, of a port that speaks plain text; `proxy`, which let nothing through.
 * Later, when a write may have happened: `interrupted`, `timeout`, `aborted`; `notHttp` and `tooLarge` of an answer that
 * cannot be taken. `onlyTls`: a port of TLS, which takes no plain text.
 */
export type FailureReason =
  | 'unreachable'
  | 'certificate'
  | 'noTls'
  | 'onlyTls'
  | 'proxy'
  | 'interrupted'
  | 'notHttp'
  | 'timeout'
  | 'aborted'
  | 'tooLarge';

export interface TransportFailureDetails {
  readonly reason: FailureReason;
  /** The system's own code, e.g. `ECONNREFUSED`. */
  readonly code?: string | undefined;
  /** The system's own words, where they say more than the code: the names that a certificate is for. */
  readonly words?: string | undefined;
  /** The proxy that was asked to connect, without its password. */
  readonly proxy?: string | undefined;
  /** What the proxy answered. */
  readonly proxyStatus?: number | undefined;
  /** Whether the request may have left; given where the reason alone does not tell. */
  readonly sent?: boolean | undefined;
}

const unsent: ReadonlySet<FailureReason> = new Set(['unreachable', 'certificate', 'noTls', 'onlyTls', 'proxy']);

/** Thrown by a transport when there was no answer. */
export class TransportFailure extends Error {
  override readonly name = 'TransportFailure';
  readonly reason: FailureReason;
  readonly code: string | undefined;
  readonly words: string | undefined;
  readonly proxy: string | undefined;
  readonly proxyStatus: number | undefined;
  readonly sent: boolean;

  constructor(details: TransportFailureDetails, options?: ErrorOptions) {
    super(details.code ?? details.reason, options);
    this.reason = details.reason;
    this.code = details.code;
    this.words = details.words;
    this.proxy = details.proxy;
    this.proxyStatus = details.proxyStatus;
    this.sent = details.sent ?? !unsent.has(details.reason);
  }
}
