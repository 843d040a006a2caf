import { setTimeout as sleep } from 'node:timers/promises';

/** What a monitoring posts to the webhook of the recipe. */
export interface Alert {
  readonly key: string;
  readonly title: string;
  readonly text: string;
  readonly event: string;
  readonly state: 'firing';
}

/** What became of one that was sent. */
export interface Sent {
  readonly alert: Alert;
  /** Status of the answer; undefined where the connection broke off, so that nobody knows. */
  readonly status: number | undefined;
  /** How often an n8n that was starting answered 200 without taking it. */
  readonly early: number;
  /** How long the answer took, in milliseconds. */
  readonly took: number;
}

/** Alerts of so many keys that nobody has sent before. */
export const makeNewAlerts = (count: number, from: number): Alert[] =>
  Array.from({ length: count }, (_, index) => makeAlert(from + index, 'first'));

/**
 * Alerts of so many keys, and more of the same ones: by turns right behind the first of its key, about something else that
 * happened to it, and long after, about the same.
 */
export function makeAlerts(count: number, keys: number): Alert[] {
  const firsts = makeNewAlerts(keys, 0);
  const again = Array.from({ length: count - keys }, (_, index) => index);
  const behind = new Set(again.filter((index) => index % 2 === 0).map((index) => index % keys));
  const after = again.filter((index) => index % 2 === 1).map((index) => makeAlert(index % keys, 'first'));
  return [
    ...firsts.flatMap((alert, index) => (behind.has(index) ? [alert, makeAlert(index, 'second')] : [alert])),
    ...after,
  ];
}

const makeAlert = (index: number, event: string): Alert => ({
  key: `queue-${index}`,
  title: `Disk of srv-${index} is full`,
  text: '97 % of /var is used.',
  event: `${index}-${event}`,
  state: 'firing',
});

/**
 * Sends alerts as a monitoring does that has many: some at a time, in their order. One that finds nobody there is sent
 * again until somebody is.
 *
 * @param onAnswer is told how many were answered so far, and may have the next one wait.
 */
export async function sendAlerts(
  url: string,
  alerts: readonly Alert[],
  atOnce: number,
  onAnswer: (answered: number) => Promise<unknown> | undefined = () => undefined,
): Promise<Sent[]> {
  const waiting = [...alerts];
  const sent: Sent[] = [];
  const sendNext = async (): Promise<void> => {
    for (let alert = waiting.shift(); alert !== undefined; alert = waiting.shift()) {
      const started = Date.now();
      const answer = await send(url, alert);
      sent.push({ alert, ...answer, took: Date.now() - started });
      await onAnswer(sent.length);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, sendNext));
  return sent;
}

/** Answers of an n8n that ends or begins: the alert was not taken. */
const NOT_THERE = [404, 503];

/** What it says with 200 before it has its database; a proxy that asks for its health lets nobody hear it. */
const STARTING = 'n8n is starting up';

const THERE_LIMIT_MS = 300_000;

async function send(url: string, alert: Alert): Promise<Pick<Sent, 'status' | 'early'>> {
  const until = Date.now() + THERE_LIMIT_MS;
  let early = 0;
  for (;;) {
    try {
      const response = await fetch(url, {
        method: 'POST',
        // One that is kept open could break off before the alert is through.
        headers: { 'content-type': 'application/json', connection: 'close' },
        body: JSON.stringify(alert),
      });
      const isStarting = (await response.text()).startsWith(STARTING);
      if (isStarting) early += 1;
      const { status } = response;
      if (!isStarting && !NOT_THERE.includes(status)) return { status, early };
    } catch (error) {
      if (!isRefused(error)) return { status: undefined, early };
    }
    if (Date.now() > until) throw new Error(`Nobody takes alerts at ${url}`);
    await sleep(250);
  }
}

const isRefused = (error: unknown): boolean =>
  error instanceof Error && (error.cause as NodeJS.ErrnoException | undefined)?.code === 'ECONNREFUSED';
