import { waitUnlessCancelled } from '../send/cancel.js';

/** Whether a server knows an attribute of a list: a fact about the server, so it is asked once for all calls. */
export interface KnownAttributes {
  /**
   * Whether `attribute` counts in filters of `operation`. Callers at the same time share one question.
   *
   * @param ask puts the question to the server.
   */
  isKnown(operation: string, attribute: string, ask: () => Promise<boolean>, signal?: AbortSignal): Promise<boolean>;
}

/** More than an account has; what was asked longest ago is forgotten. */
const MAX_REMEMBERED = 500;

/** A BOSSDesk that is updated may come to know what it did not. */
const UNKNOWN_FOR_MS = 10 * 60_000;

interface Answer {
  readonly isKnown: Promise<boolean>;
  /** When an attribute that is unknown is asked for again. */
  askAgainAt: number;
}

/** @param now the time in milliseconds. */
export function createKnownAttributes(now: () => number = Date.now): KnownAttributes {
  const answers = new Map<string, Answer>();

  const recall = (key: string): Answer | undefined => {
    const answer = answers.get(key);
    if (answer === undefined || answer.askAgainAt > now()) return answer;
    answers.delete(key);
    return undefined;
  };

  const remember = (key: string, asked: Promise<boolean>): void => {
    const answer: Answer = { isKnown: asked, askAgainAt: Number.POSITIVE_INFINITY };
    answers.delete(key);
    answers.set(key, answer);
    for (const oldest of answers.keys()) {
      if (answers.size <= MAX_REMEMBERED) break;
      answers.delete(oldest);
    }
    asked.then(
      (isKnown) => {
        if (!isKnown) answer.askAgainAt = now() + UNKNOWN_FOR_MS;
      },
      () => {
        if (answers.get(key) === answer) answers.delete(key);
      },
    );
  };

  return {
    async isKnown(operation, attribute, ask, signal) {
      const key = `${operation} ${attribute}`;
      const shared = recall(key);
      if (shared !== undefined) {
        // It may fail for reasons of the caller who asked, such as cancelling; then we ask ourselves.
        const answer = await waitUnlessCancelled(shared.isKnown, signal).catch(() => undefined);
        if (answer !== undefined) return answer;
      }
      const own = ask();
      remember(key, own);
      return own;
    },
  };
}
