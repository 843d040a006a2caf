import { setTimeout as sleep } from 'node:timers/promises';
import { type Client, createClient } from 'bossdesk-client';
import { createUndiciTransport } from 'bossdesk-client/undici';
import type { CredentialChoice } from 'bossdesk-recipes';
import { type Sandbox, startSandbox } from 'bossdesk-sandbox';
import { type Editor, openEditor } from '../editor.js';
import { setUpRecipe } from '../recipes/furnish.js';
import { openQueueN8n, type QueueN8n } from './queueN8n.js';

/** An n8n in queue mode, without workers so far, with the alert recipe published, and an empty desk. */
export interface QueueStage {
  readonly n8n: QueueN8n;
  readonly editor: Editor;
  readonly sandbox: Sandbox;
  /** The desk, asked outside n8n. */
  readonly client: Client;
  readonly credential: CredentialChoice;
  /** Id of the recipe's workflow. */
  readonly alertWorkflow: string;
  /** Address that alerts are posted to. */
  readonly hook: string;
  close(): Promise<void>;
}

export interface StageOptions {
  /** Settings of n8n's own. */
  readonly environment: Readonly<Record<string, string>>;
  /** Milliseconds that the desk takes for an answer. */
  readonly latencyMs?: number;
}

export async function openQueueStage({ environment, latencyMs = 0 }: StageOptions): Promise<QueueStage> {
  const ends: (() => Promise<unknown>)[] = [];
  const close = async () => {
    for (const end of ends.splice(0).reverse()) await end();
  };
  try {
    const sandbox = await startSandbox({ tickets: 0, cis: 0, users: 5, latencyMs });
    ends.push(sandbox.stop);
    const transport = createUndiciTransport({ apiKey: sandbox.apiKey });
    ends.push(() => transport.close());
    const client = createClient({ baseUrl: sandbox.url, transport, sleep });
    const n8n = await openQueueN8n(environment);
    ends.push(n8n.close);
    const editor = await openEditor(n8n.url);
    const account = { name: 'BOSSDesk sandbox', type: 'bossDeskApi' };
    const data = { url: sandbox.url, apiKey: sandbox.apiKey };
    const credential = { ...account, id: await editor.addCredential({ ...account, data }) };
    const alertWorkflow = await editor.save(setUpRecipe('alert-to-ticket', [credential], { dryRun: false }));
    await editor.publish(alertWorkflow);
    return {
      n8n,
      editor,
      sandbox,
      client,
      credential,
      alertWorkflow,
      hook: `${n8n.url}/webhook/bossdesk-alert`,
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}
