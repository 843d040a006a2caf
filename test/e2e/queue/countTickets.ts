import type { Client } from 'bossdesk-client';
import type { Alert } from './alerts.js';

/** What stands on the desk about the alerts that were sent. */
export interface TicketCounts {
  /** Keys of the alerts. */
  readonly alerts: number;
  readonly withOneOpenTicket: number;
  readonly withoutTicket: number;
  readonly withSeveralOpen: number;
  /** Closed tickets that say which one came first. */
  readonly closedAsSecond: number;
  /** Closed tickets that do not say so. */
  readonly closedOtherwise: number;
  /** Events that stand in no ticket of their alert. */
  readonly eventsMissing: number;
  /** Events that stand in the open ticket more than once. */
  readonly eventsRepeated: number;
}

/** Reads every ticket of the alerts, whole. */
export async function countTickets(client: Client, alerts: readonly Alert[]): Promise<TicketCounts> {
  const keys = [...new Set(alerts.map(({ key }) => key))];
  const tickets = await readTickets(client);
  const of = (key: string) => tickets.filter(({ title }) => title.startsWith(`[${key}] `));
  const open = new Map(keys.map((key) => [key, of(key).filter(({ isOpen }) => isOpen)]));
  const countKeys = (holds: (count: number) => boolean) =>
    [...open.values()].filter(({ length }) => holds(length)).length;
  const closed = tickets.filter(({ isOpen }) => !isOpen);
  const second = closed.filter(({ texts }) => texts.some((text) => /The same alert has ticket #\d+/.test(text)));
  const events = [...new Map(alerts.map((alert) => [alert.event, alert])).values()];
  const written = ({ key, event }: Alert, list = of(key)) =>
    list.flatMap(({ texts }) => texts).filter((text) => text.includes(`(event ${event})`)).length;
  return {
    alerts: keys.length,
    withOneOpenTicket: countKeys((count) => count === 1),
    withoutTicket: countKeys((count) => count === 0),
    withSeveralOpen: countKeys((count) => count > 1),
    closedAsSecond: second.length,
    closedOtherwise: closed.length - second.length,
    eventsMissing: events.filter((alert) => written(alert) === 0).length,
    eventsRepeated: events.filter((alert) => written(alert, open.get(alert.key)) > 1).length,
  };
}

/** Numbers of all tickets of alerts. */
export async function listTicketNumbers(client: Client): Promise<number[]> {
  const numbers: number[] = [];
  for await (const { friendly_id } of client.tickets.list.items(ofAlerts)) numbers.push(Number(friendly_id));
  return numbers;
}

const ofAlerts = { q: { title_start: '[queue-', s: 'id asc' } } as const;

async function readTickets(client: Client) {
  const tickets: { readonly title: string; readonly isOpen: boolean; readonly texts: readonly string[] }[] = [];
  for await (const { friendly_id } of client.tickets.list.items(ofAlerts)) {
    const { title, status, description, comments } = await client.tickets.get({ friendly_id });
    const texts = [description ?? '', ...(comments ?? []).map(({ body }) => body)];
    tickets.push({ title, isOpen: status !== 'closed', texts });
  }
  return tickets;
}
