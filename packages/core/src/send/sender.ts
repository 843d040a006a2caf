import type { Operation } from '../operations/index.js';
import { isSafeFileUrl, normalizeBaseUrl } from '../wire/baseUrl.js';
import { checkInput } from '../input/checkInput.js';
import { decodeResponse } from '../wire/decode.js';
import { encodeRequest } from '../wire/encode.js';
import type { Filter } from '../query/wireQuery.js';
import { errorFromFailure } from '../wire/errorFromFailure.js';
import { type FilterIgnoredError, isBossDeskError, RateLimitError, type SortIgnoredError } from '../errors/index.js';
import { sayCount } from '../wire/sentences.js';
import { createGate, type Gate } from './gate.js';
import { type ClientLimits, LONGEST_MS, MAX_REPLY_BYTES, readLimits } from './limits.js';
import { sayWhetherTls } from './probeTls.js';
import type { ReadMemory } from './readMemory.js';
import { sendWithRetry, type Sleep } from './retry.js';
import { type HttpRequest, type HttpResponse, type Transport, TransportFailure } from '../wire/transport.js';

export interface ClientOptions extends Partial<ClientLimits> {
  /** Any form that {@link normalizeBaseUrl} reads: `acme`, `acme.bossdesk.io`, a full URL. */
  readonly baseUrl: string;
  readonly transport: Transport;
  /** Lets plain http go to a private address, such as a container's; a public one always needs https. Default false. */
  readonly allowHttp?: boolean | undefined;
  /** What people call that permission where they give it; messages name it. Default `allowHttp`. */
  readonly permission?: string | undefined;
  /** Waits that many milliseconds. */
  readonly sleep: Sleep;
  /** What clients of one account in one process share; by default each client has its own. */
  readonly gate?: Gate | undefined;
  /** What a piece of work remembers of its reads; by default each is sent. */
  readonly reads?: ReadMemory | undefined;
  /** Called instead of throwing when the server ignores a filter or a sort: for places where a person sees the warning. */
  readonly onFilterIgnored?: (error: FilterIgnoredError | SortIgnoredError) => void;
}

export interface CallOptions {
  /** Cancels the call, its retries included. */
  readonly signal?: AbortSignal;
  /** How long this call waits in all while the server asks for pauses; by default what its client grants. */
  readonly patienceMs?: number;
}

export type CallInput = Readonly<Record<string, unknown>>;

/** Sends requests for one account: checks, encodes, retries, decodes. */
export interface Sender {
  readonly baseUrl: string;
  /** How many requests the server bears at once. */
  readonly atOnce: () => number;
  /** Whether a file may be sent to or fetched from an address that the server named. */
  readonly isSafeFileUrl: (url: string) => boolean;
  /** Calls an operation once and resolves to its value. `filter` is the input's `q`, where it was read before. */
  call(operation: Operation, input: CallInput, options?: CallOptions, filter?: Filter): Promise<unknown>;
  /** Sends a request of another host's (the file storage), once, on behalf of an operation. */
  sendFile(operation: Operation, request: FileRequest, options?: CallOptions): Promise<HttpResponse>;
}

export type FileRequest = Omit<HttpRequest, 'auth' | 'timeoutMs' | 'maxBytes' | 'signal'> & {
  /** Bytes on their way, which need time beyond that of a request. */
  readonly size: number;
};

/** Slowest line on which a file must still go through: 50 kB a second. */
const FILE_BYTES_PER_MS = 50;

export function createSender(options: ClientOptions): Sender {
  const { allowHttp, permission } = options;
  const baseUrl = normalizeBaseUrl(options.baseUrl, { allowHttp, permission });
  const { maxRetries, concurrency, timeoutMs, patienceMs } = readLimits(options);
  const policy = { maxRetries, sleep: options.sleep };
  const desk = options.gate ?? createGate(concurrency, options.sleep);
  const storage = createGate(concurrency, options.sleep);

  const throughMemory = (request: HttpRequest, isRead: boolean, transmit: () => Promise<HttpResponse>) => {
    const { reads } = options;
    if (reads === undefined) return transmit();
    if (!isRead) return reads.forgetAround(transmit);
    const isKept = request.auth === 'api' && request.method === 'GET';
    return isKept ? reads.recall(request.url, request.signal, transmit) : transmit();
  };

  const send = async (operation: Operation, request: HttpRequest, callOptions?: CallOptions): Promise<HttpResponse> => {
    const granted = callOptions?.patienceMs ?? patienceMs;
    const isFile = request.auth === 'none';
    const isRead = isFile ? request.method === 'GET' : operation.change === undefined;
    const since = Date.now();
    let tries = 0;
    const sending = {
      send: () => {
        tries += 1;
        return sayWhetherTls(options.transport, request);
      },
      isRead,
      isRepeatable: isRead || !isFile,
      gate: isFile ? storage : desk,
      turn: { signal: request.signal, patienceMs: granted },
    };
    try {
      return await throughMemory(request, isRead, () => sendWithRetry(sending, policy));
    } catch (failure) {
      if (!(failure instanceof TransportFailure)) throw failure;
      const { timeoutMs: limitMs, maxBytes = MAX_REPLY_BYTES } = request;
      const { host } = new URL(request.url);
      throw errorFromFailure(operation, failure, {
        host,
        timeoutMs: limitMs,
        maxBytes,
        tries,
        tookMs: Date.now() - since,
      });
    }
  };

  return {
    baseUrl,
    atOnce: desk.width,
    isSafeFileUrl: (url) => isSafeFileUrl(url, { allowHttp }),
    async call(operation, input, callOptions, filter) {
      checkInput(operation, input);
      const { method, target, headers, body } = encodeRequest(operation, input, filter);
      const request: HttpRequest = {
        method,
        url: `${baseUrl}${target}`,
        headers,
        ...(body === undefined ? {} : { body }),
        auth: operation.auth ?? 'api',
        timeoutMs,
        maxBytes: MAX_REPLY_BYTES,
        ...signalOf(callOptions),
      };
      const since = Date.now();
      const response = await send(operation, request, callOptions);
      try {
        return decodeResponse(operation, input, response, options.transport.redact);
      } catch (error) {
        throw isBossDeskError(error, 'RateLimitError') ? sayWaited(error, Date.now() - since) : error;
      }
    },
    async sendFile(operation, { size, ...request }, callOptions) {
      // A size that the server did not tell, or that is none, gives no more time.
      const extra = Number.isFinite(size) ? Math.max(0, Math.ceil(size / FILE_BYTES_PER_MS)) : 0;
      const limits = {
        timeoutMs: Math.min(LONGEST_MS, timeoutMs + extra),
        // A file of the size that BOSSDesk told comes whole; one without end does not.
        maxBytes: Number.isSafeInteger(size) ? Math.max(MAX_REPLY_BYTES, size) : MAX_REPLY_BYTES,
      };
      return send(operation, { ...request, auth: 'none', ...limits, ...signalOf(callOptions) }, callOptions);
    },
  };
}

/** The same, with how long it was tried: somebody who waited wants to know that it was not for a moment. */
function sayWaited(error: RateLimitError, ms: number): RateLimitError {
  const seconds = Math.round(ms / 1000);
  if (seconds === 0) return error;
  const { operation, status, messages, fieldErrors, requestId, hint, retryAfterMs } = error;
  const details = { operation, status, messages, fieldErrors, requestId, hint, retryAfterMs };
  return new RateLimitError(`${error.message}, also after ${sayCount(seconds, 'second')} of waiting`, details);
}

function signalOf(options: CallOptions | undefined): { readonly signal?: AbortSignal } {
  return options?.signal === undefined ? {} : { signal: options.signal };
}
