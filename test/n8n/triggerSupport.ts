import { setTimeout as sleep } from 'node:timers/promises';
import { type Client, createClient } from 'bossdesk-client';
import { createUndiciTransport } from 'bossdesk-client/undici';
import type { RecordedRequest, Sandbox, SandboxOptions } from 'bossdesk-sandbox';
import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { launchSandbox } from '../../packages/sandbox/src/launchSandbox.js';
import { openPoller, type Poller } from '../support/n8nInProcess.js';
import { recordSent } from '../support/requests.js';

export type Item = IDataObject;

export interface TriggerDesk {
  readonly sandbox: Sandbox;
  readonly client: Client;
  /** Milliseconds by which the server's clock differs, or the moment at which it stands. */
  readonly clock: { ahead: number; stands?: number };
  /** Is called after each answer, before the trigger goes on; what it throws is lost. */
  onAnswer: (request: RecordedRequest) => void;
  openTrigger(parameters: object): Promise<Trigger>;
  /** A trigger that has been activated, which gives nothing. */
  activate(parameters: object): Promise<Trigger>;
  /** Makes tickets, one after another; gives their numbers. */
  createTickets(count: number, more?: object): Promise<number[]>;
  close(): Promise<void>;
}

export interface Trigger extends Poller {
  /** Polls, and says what was asked for: rows of lists, whole records. */
  count(): Promise<{ readonly items: Item[]; readonly lists: number; readonly details: number }>;
}

/** A sandbox whose clock can be set, and triggers on it. */
export async function openTriggerDesk(options: SandboxOptions = {}): Promise<TriggerDesk> {
  const clock: TriggerDesk['clock'] = { ahead: 0 };
  const desk: Pick<TriggerDesk, 'onAnswer'> = { onAnswer: () => undefined };
  const sandbox = await launchSandbox(
    { tickets: 20, cis: 5, users: 10, ...options },
    {
      now: () => clock.stands ?? Date.now() + clock.ahead,
      onRequest: (request) => {
        desk.onAnswer(request);
      },
    },
  );
  const transport = createUndiciTransport({ apiKey: sandbox.apiKey });
  const client = createClient({ baseUrl: sandbox.url, transport, sleep, concurrency: 8 });
  const credentials = { bossDeskApi: { url: sandbox.url, apiKey: sandbox.apiKey } };
  const fields = await ticketFields(client);
  const openTrigger = async (parameters: object): Promise<Trigger> => {
    const poller = await openPoller({
      type: 'n8n-nodes-bossdesk.bossDeskTrigger',
      parameters: parameters as INodeParameters,
      credentials,
    });
    return Object.assign(poller, {
      async count() {
        const { result: items, requests } = await recordSent(sandbox, () => poller.poll());
        const details = requests.filter(({ path }) => /\/\d+$/.test(path)).length;
        return { items: items ?? [], lists: requests.length - details, details };
      },
    });
  };
  return Object.assign(desk, {
    sandbox,
    client,
    clock,
    openTrigger,
    async activate(parameters: object): Promise<Trigger> {
      const trigger = await openTrigger(parameters);
      const items = await trigger.poll();
      if (items !== null) throw new Error(`The first poll gave ${items.length} items`);
      return trigger;
    },
    async createTickets(count: number, more: object = {}): Promise<number[]> {
      const numbers: number[] = [];
      for (let index = 0; index < count; index += 1) {
        const ticket = await client.tickets.create({ title: `Ticket ${index}`, ...fields, ...more });
        numbers.push(Number(ticket.friendly_id));
      }
      return numbers;
    },
    async close() {
      await transport.close();
      await sandbox.stop();
    },
  });
}

/** Numbers of the records of items. */
export const numbersOf = (items: readonly Item[] | null): unknown[] =>
  (items ?? []).map(({ friendly_id }) => friendly_id);

/** What a ticket needs. */
export async function ticketFields(client: Client): Promise<{ type_id: number; priority_id: number }> {
  const [[type], [priority]] = await Promise.all([client.ticketTypes.list(), client.helpdeskPriorities.list()]);
  return { type_id: Number(type?.id), priority_id: Number(priority?.id) };
}
