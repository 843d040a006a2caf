import type { HttpResponse } from '../wire/transport.js';
import { waitUnlessCancelled } from './cancel.js';

/** Remembers what reads were answered, so that a piece of work that asks the same several times sends it once. */
export interface ReadMemory {
  /** The answer to a read, from memory where there is one; who asks the same meanwhile waits for the same answer. */
  recall(url: string, signal: AbortSignal | undefined, send: () => Promise<HttpResponse>): Promise<HttpResponse>;
  /** Forgets everything for a write: what was read before it or meanwhile may be of another state. */
  forgetAround<T>(write: () => Promise<T>): Promise<T>;
}

/** Characters of all answers together; beyond, the oldest make room. */
const MOST = 8_000_000;

/** What a small answer takes beside its text. */
const LEAST = 500;

/** A link to a file is good for ten minutes, and people change records too. */
const KEEP_MS = 5 * 60_000;

interface Answer {
  readonly response: Promise<HttpResponse>;
  readonly since: number;
  size: number;
}

export function createReadMemory(): ReadMemory {
  const answers = new Map<string, Answer>();
  let size = 0;

  const drop = (url: string, answer: Answer): void => {
    if (answers.get(url) !== answer) return;
    answers.delete(url);
    size -= answer.size;
  };

  const keep = (url: string, answer: Answer, response: HttpResponse): void => {
    if (answers.get(url) !== answer) return;
    if (!isLasting(response)) {
      drop(url, answer);
      return;
    }
    answer.size = LEAST + response.body.length;
    size += answer.size;
    for (const [oldest, one] of answers) {
      if (size <= MOST) break;
      drop(oldest, one);
    }
  };

  const forget = (): void => {
    answers.clear();
    size = 0;
  };

  return {
    async recall(url, signal, send) {
      const known = answers.get(url);
      if (known !== undefined && Date.now() - known.since < KEEP_MS) {
        // It may fail for reasons of the caller who asked, such as cancelling; then we ask ourselves.
        const response = await waitUnlessCancelled(known.response, signal).catch(() => undefined);
        if (response !== undefined && isLasting(response)) return response;
      }
      const answer: Answer = { response: send(), since: Date.now(), size: 0 };
      const earlier = answers.get(url);
      if (earlier !== undefined) drop(url, earlier);
      answers.set(url, answer);
      try {
        const response = await answer.response;
        keep(url, answer, response);
        return response;
      } catch (failure) {
        drop(url, answer);
        throw failure;
      }
    },
    async forgetAround(write) {
      forget();
      try {
        return await write();
      } finally {
        forget();
      }
    },
  };
}

/** Whether the same would be answered again. */
function isLasting({ status }: HttpResponse): boolean {
  return (status >= 200 && status < 300) || status === 404;
}
