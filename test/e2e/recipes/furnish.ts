import { setTimeout as sleep } from 'node:timers/promises';
import { type Client, createClient } from 'bossdesk-client';
import { createUndiciTransport } from 'bossdesk-client/undici';
import { type CredentialChoice, listRecipes, withCredential, type Workflow } from 'bossdesk-recipes';
import type { Sandbox } from 'bossdesk-sandbox';
import { type Editor, openEditor } from '../editor.js';
import type { Execution } from '../execution.js';
import { openChat, type Chat } from './chat.js';
import type { Model } from './model.js';

/** A real n8n, a desk and a chat, on which recipes are tried. */
export interface Stage {
  readonly editor: Editor;
  readonly n8nUrl: string;
  readonly sandbox: Sandbox;
  /** The desk, asked outside n8n. */
  readonly client: Client;
  readonly chat: Chat;
  readonly model: Model;
  /** Sets the desk's clock so many days before or after ours, for what has to be old. */
  moveClock(days: number): void;
  /** What changed the desk since it was reset, or since the last time this was asked. */
  takeWrites(): string[];
  /** Orders answers that are wrong. */
  orderFaults(faults: readonly Readonly<Record<string, unknown>>[]): Promise<void>;
  /**
   * Saves a recipe as a person has it who set it up: `settings` stand in its Config node.
   *
   * @param change what else that person did to it.
   */
  save(slug: string, settings: Settings, change?: (workflow: Workflow) => Workflow): Promise<string>;
  /** Runs a saved recipe by hand. */
  run(id: string): Promise<Execution>;
  /** Calls the webhook of a published recipe, when it is there; a text is posted as JSON. */
  callHook(path: string, init?: RequestInit | string): Promise<Response>;
  /** Back to an empty desk and chat. */
  reset(): void;
  close(): Promise<void>;
}

export type Settings = Readonly<Record<string, string | number | boolean>>;

export const CREDENTIAL = { id: 'bossdeskSandbox1', name: 'BOSSDesk sandbox', type: 'bossDeskApi' } as const;
export const MODEL_CREDENTIAL = { id: 'scriptedModel1', name: 'Chat model', type: 'openAiApi' } as const;

/** n8n answers that a workflow is published, and takes its webhooks a moment later. */
const REGISTERED_LIMIT_MS = 20_000;
const DAY_MS = 86_400_000;

/** Puts a stage together out of what runs already. */
export async function furnishStage(base: {
  readonly sandbox: Sandbox;
  readonly n8nUrl: string;
  readonly model: Model;
  readonly close: () => Promise<void>;
}): Promise<Stage> {
  const { sandbox, n8nUrl, model } = base;
  const transport = createUndiciTransport({ apiKey: sandbox.apiKey });
  const client = createClient({ baseUrl: sandbox.url, transport, sleep });
  const editor = await openEditor(n8nUrl);
  const chat = await openChat();
  let seen = 0;
  return {
    editor,
    n8nUrl,
    sandbox,
    client,
    chat,
    model,
    moveClock: (days) => sandbox.clock.set(days === 0 ? null : Date.now() + days * DAY_MS),
    takeWrites() {
      const writes = sandbox.requests.slice(seen).filter(({ method }) => method !== 'GET');
      seen = sandbox.requests.length;
      return writes.map(({ method, path }) => `${method} ${path.replace('/api/v1', '')}`);
    },
    async orderFaults(faults) {
      const response = await fetch(`${sandbox.url}/_control/faults`, { method: 'POST', body: JSON.stringify(faults) });
      if (!response.ok) throw new Error(`No such faults: ${await response.text()}`);
    },
    save: (slug, settings, change = (workflow) => workflow) =>
      editor.save(change(setUpRecipe(slug, [CREDENTIAL, MODEL_CREDENTIAL], settings))),
    run: (id) => editor.run(id, 'Run by hand'),
    callHook: (path, init) =>
      untilRegistered(() => fetch(`${n8nUrl}/webhook/${path}`, typeof init === 'string' ? postJson(init) : init)),
    reset() {
      sandbox.reset();
      chat.clear();
      model.clear();
      seen = 0;
    },
    async close() {
      await chat.close();
      await transport.close();
      await base.close();
    },
  };
}

async function untilRegistered(call: () => Promise<Response>): Promise<Response> {
  const until = Date.now() + REGISTERED_LIMIT_MS;
  for (;;) {
    const response = await call();
    if (response.status !== 404 || Date.now() > until) return response;
    await sleep(100);
  }
}

const postJson = (body: string): RequestInit => ({
  method: 'POST',
  headers: { 'content-type': 'application/json' },
  body,
});

/** A recipe as a person has it who chose credentials and wrote `settings` into its Config node. */
export function setUpRecipe(slug: string, credentials: readonly CredentialChoice[], settings: Settings): Workflow {
  const recipe = listRecipes().find((one) => one.slug === slug);
  if (recipe === undefined) throw new Error(`There is no recipe "${slug}"`);
  return withSettings(credentials.reduce(withCredential, recipe.workflow), settings);
}

interface Assignment {
  readonly name: string;
  readonly value: unknown;
}

/** What a person does who opens the node Config and writes other values into it. */
function withSettings(workflow: Workflow, settings: Settings): Workflow {
  const nodes = workflow.nodes.map((node) => {
    if (node.name !== 'Config') return node;
    const { assignments } = node.parameters['assignments'] as { assignments: readonly Assignment[] };
    const unknown = Object.keys(settings).filter((name) => !assignments.some((one) => one.name === name));
    if (unknown.length > 0) throw new Error(`Config of "${workflow.name}" has no ${unknown.join(', ')}`);
    const changed = assignments.map((one) => (one.name in settings ? { ...one, value: settings[one.name] } : one));
    return { ...node, parameters: { ...node.parameters, assignments: { assignments: changed } } };
  });
  return { ...workflow, nodes };
}
