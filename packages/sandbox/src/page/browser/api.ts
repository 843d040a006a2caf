import type { Choices, ListPage, Pulse, TicketSheet } from '../desk.js';

/** What the page asks of the sandbox. */

export const readPulse = (after: number): Promise<Pulse> => read(`pulse?after=${after}`);
export const readChoices = (): Promise<Choices> => read('choices');
export const readTicket = (number: number): Promise<TicketSheet> => read(`tickets/${number}`);
export const readList = (name: string, search: string, show: string): Promise<ListPage> =>
  read(`lists/${name}?${new URLSearchParams({ search, show }).toString()}`);

/** Moves the desk's clock, or with null sets it to this machine's time. */
export const moveClock = (order: { readonly days?: number; readonly hours?: number; readonly now?: null }) =>
  ask('POST', '/ui/data/clock', order);

/** Asks the API itself, as somebody. */
export const askDesk = (method: string, path: string, body: object, as: string): Promise<Answer> =>
  ask(method, `/ui/api${path}`, body, { 'x-acting-as': as });

export type Answer = Readonly<Record<string, unknown>>;

async function read<T>(path: string): Promise<T> {
  const response = await fetch(`/ui/data/${path}`);
  if (!response.ok) throw new Error(await tellFailure(response));
  return (await response.json()) as T;
}

async function ask(method: string, path: string, body: object, headers: Record<string, string> = {}): Promise<Answer> {
  const response = await fetch(path, {
    method,
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  });
  if (!response.ok) throw new Error(await tellFailure(response));
  return (await response.json()) as Answer;
}

/** Why the desk refused, in its own words. */
async function tellFailure(response: Response): Promise<string> {
  const answer = (await response.json().catch(() => ({}))) as {
    readonly errors?: Readonly<Record<string, readonly string[]>>;
    readonly error?: string;
    readonly message?: string;
  };
  const reasons = Object.entries(answer.errors ?? {}).flatMap(([field, texts]) =>
    texts.map((text) => (field === 'base' ? text : `${field.replaceAll('_', ' ')} ${text}`)),
  );
  if (reasons.length > 0) return `${reasons.join(', ')} (${response.status})`;
  return `${answer.error ?? answer.message ?? response.statusText} (${response.status})`;
}
