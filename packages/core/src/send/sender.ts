import type { Operation } from '../operations/index.js';
import { normalizeBaseUrl } from '../wire/baseUrl.js';
import { checkInput } from '../input/checkInput.js';
import { decodeResponse } from '../wire/decode.js';
import { encodeRequest } from '../wire/encode.js';
import type { Filter } from '../query/wireQuery.js';
import { errorFromFailure } from '../wire/errorFromFailure.js';
import type { FilterIgnoredError, SortIgnoredError } from '../errors/index.js';
import { createLimiter } from './limiter.js';
import { type ClientLimits, readLimits } from './limits.js';
import { sendWithRetry, type Sleep } from './retry.js';
import { type HttpRequest, type HttpResponse, type Transport, TransportFailure } from '../wire/transport.js';

export interface ClientOptions extends Partial<ClientLimits> {
  /** Any form that {@link normalizeBaseUrl} reads: `acme`, `acme.bossdesk.io`, a full URL. */
  readonly baseUrl: string;
  readonly transport: Transport;
  /** Waits that many milliseconds. */
  readonly sleep: Sleep;
  /** Called instead of throwing when the server ignores a filter or a sort: for places where a person sees the warning. */
  readonly onFilterIgnored?: (error: FilterIgnoredError | SortIgnoredError) => void;
}

export interface CallOptions {
  /** Cancels the call, its retries included. */
  readonly signal?: AbortSignal;
}

export type CallInput = Readonly<Record<string, unknown>>;

/** Sends requests for one account: checks, encodes, retries, decodes. */
export interface Sender {
  readonly baseUrl: string;
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

/** The longest that a timer can be set to; one that is set to more ends at once. */
const LONGEST_MS = 2 ** 31 - 1;

export function createSender(options: ClientOptions): Sender {
  const baseUrl = normalizeBaseUrl(options.baseUrl);
  const { maxRetries, concurrency, ...limits } = readLimits(options);
  const timeoutMs = Math.min(LONGEST_MS, limits.timeoutMs);
  const policy = { maxRetries, sleep: options.sleep };
  const limit = createLimiter(concurrency);

  const send = async (operation: Operation, request: HttpRequest, isRead: boolean): Promise<HttpResponse> => {
    try {
      return await sendWithRetry(
        () => limit(() => options.transport(request), request.signal),
        isRead,
        policy,
        request.signal,
      );
    } catch (failure) {
      if (!(failure instanceof TransportFailure)) throw failure;
      throw errorFromFailure(operation, failure, new URL(request.url).host, request.timeoutMs);
    }
  };

  return {
    baseUrl,
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
      const response = await send(operation, request, operation.change === undefined);
      return decodeResponse(operation, input, response);
    },
    async sendFile(operation, { size, ...request }, callOptions) {
      // A size that the server did not tell, or that is none, gives no more time.
      const extra = Number.isFinite(size) ? Math.max(0, Math.ceil(size / FILE_BYTES_PER_MS)) : 0;
      const patience = Math.min(LONGEST_MS, timeoutMs + extra);
      return send(
        operation,
        { ...request, auth: 'none', timeoutMs: patience, ...signalOf(callOptions) },
        request.method === 'GET',
      );
    },
  };
}

function signalOf(options: CallOptions | undefined): { readonly signal?: AbortSignal } {
  return options?.signal === undefined ? {} : { signal: options.signal };
}
