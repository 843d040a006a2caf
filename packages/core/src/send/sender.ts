import type { Operation } from '../operations/index.js';
import { normalizeBaseUrl } from '../wire/baseUrl.js';
import { checkInput } from '../input/checkInput.js';
import { decodeResponse } from '../wire/decode.js';
import { encodeRequest } from '../wire/encode.js';
import type { Filter } from '../query/wireQuery.js';
import { errorFromFailure } from '../wire/errorFromFailure.js';
import { type FilterIgnoredError, isBossDeskError, RateLimitError, type SortIgnoredError } from '../errors/index.js';
import { sayCount } from '../wire/sentences.js';
import { createGate, type Gate } from './gate.js';
import { type ClientLimits, LONGEST_MS, readLimits } from './limits.js';
import type { ReadMemory } from './readMemory.js';
import { sendWithRetry, type Sleep } from './retry.js';
import { type HttpRequest, type HttpResponse, type Transport, TransportFailure } from '../wire/transport.js';

export interface ClientOptions extends Partial<ClientLimits> {
  /** Any form that {@link normalizeBaseUrl} reads: `acme`, `acme.bossdesk.io`, a full URL. */
  readonly baseUrl: string;
  readonly transport: Transport;
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
  /** Calls an operation once and resolves to its value. `filter` is the input's `q`, where it was read before. */
  call(operation: Operation, input: CallInput, options?: CallOptions, filter?: Filter): Promise<unknown>;
  /** Sends a request of another host's (the file storage), once, on behalf of an operation. */
  sendFile(operation: Operation, request: FileRequest, options?: CallOptions): Promise<HttpResponse>;
}

export type FileRequest = Omit<HttpRequest, 'auth' | 'timeoutMs' | 'signal'> & {
  /** Bytes on their way, which need time beyond that of a request. */
  readonly size: number;
};

/** Slowest line on which a file must still go through: 50 kB a second. */
const FILE_BYTES_PER_MS = 50;

export function createSender(options: ClientOptions): Sender {
  const baseUrl = normalizeBaseUrl(options.baseUrl);
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
    const sending = {
      send: () => options.transport(request),
      isRead,
      isRepeatable: isRead || !isFile,
      gate: isFile ? storage : desk,
      turn: { signal: request.signal, patienceMs: granted },
    };
    try {
      return await throughMemory(request, isRead, () => sendWithRetry(sending, policy));
    } catch (failure) {
      if (!(failure instanceof TransportFailure)) throw failure;
      throw errorFromFailure(operation, failure, new URL(request.url).host, request.timeoutMs);
    }
  };

  return {
    baseUrl,
    atOnce: desk.width,
    async call(operation, input, callOptions, filter) {
      checkInput(operation, input);
      const { target, ...encoded } = encodeRequest(operation, input, filter);
      const request: HttpRequest = {
        ...encoded,
        url: `${baseUrl}${target}`,
        auth: operation.auth ?? 'api',
        timeoutMs,
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
      const patience = Math.min(LONGEST_MS, timeoutMs + extra);
      return send(operation, { ...request, auth: 'none', timeoutMs: patience, ...signalOf(callOptions) }, callOptions);
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
