import type { Dispatcher } from 'undici';
import { TransportFailure } from '../wire/transport.js';

/** What came back. */
export interface Answer {
  readonly status: number;
  /** Names in lower case, several of a name as one. */
  readonly headers: Readonly<Record<string, string>>;
  /** As they were on the wire: packed perhaps. */
  readonly bytes: Buffer;
}

/**
 * One request and its answer, as undici's handler of it. Its `request` hands out a stream and does not tell when a request
 * begins to be written, by which it is known whether a write may have happened.
 */
export class Exchange implements Dispatcher.DispatchHandler {
  readonly answer: Promise<Answer>;
  /** Whether the request began to be sent; until then there was no connection. */
  began = false;
  readonly #maxBytes: number;
  readonly #resolve: (answer: Answer) => void;
  readonly #reject: (reason: Error) => void;
  #controller: Dispatcher.DispatchController | undefined;
  #stopped: Error | undefined;
  #status = 0;
  #headers: Readonly<Record<string, string>> = {};
  #chunks: Buffer[] = [];
  #size = 0;

  /**
   * Sends a request.
   *
   * @param maxBytes the longest answer on the wire; a longer one fails as `tooLarge`, and the rest is not read.
   */
  constructor(dispatcher: Dispatcher, request: Dispatcher.DispatchOptions, maxBytes: number) {
    let [resolve, reject]: [(answer: Answer) => void, (reason: Error) => void] = [ignore, ignore];
    this.answer = new Promise((...ends) => ([resolve, reject] = ends));
    this.#resolve = resolve;
    this.#reject = reject;
    this.#maxBytes = maxBytes;
    dispatcher.dispatch(request, this);
  }

  /** Lets the answer fail at once, also where there is no connection yet; one that is there stays. */
  stop(reason: Error): void {
    this.#stopped ??= reason;
    this.#controller?.abort(reason);
    this.#reject(reason);
  }

  onRequestStart(controller: Dispatcher.DispatchController): void {
    if (this.#stopped !== undefined) {
      controller.abort(this.#stopped);
      return;
    }
    this.began = true;
    this.#controller = controller;
  }

  onResponseStart(_: unknown, status: number, headers: Dispatcher.ResponseData['headers']): void {
    this.#status = status;
    this.#headers = flattenHeaders(headers);
    if (Number(this.#headers['content-length'] ?? 0) > this.#maxBytes) this.#stopTooLarge();
  }

  onResponseData(_: unknown, chunk: Buffer): void {
    this.#size += chunk.length;
    this.#chunks.push(chunk);
    if (this.#size > this.#maxBytes) this.#stopTooLarge();
  }

  onResponseEnd(): void {
    const [first, ...others] = this.#chunks;
    const bytes = first !== undefined && others.length === 0 ? first : Buffer.concat(this.#chunks, this.#size);
    this.#resolve({ status: this.#status, headers: this.#headers, bytes });
  }

  onResponseError(_: unknown, error: Error): void {
    this.#reject(error);
  }

  #stopTooLarge(): void {
    this.#chunks = [];
    this.stop(new TransportFailure({ reason: 'tooLarge' }));
  }
}

const ignore = (): void => undefined;

function flattenHeaders(headers: Dispatcher.ResponseData['headers']): Record<string, string> {
  const flat: Record<string, string> = {};
  for (const name of Object.keys(headers)) {
    const value = headers[name];
    if (value !== undefined) flat[name] = Array.isArray(value) ? value.join(', ') : value;
  }
  return flat;
}
