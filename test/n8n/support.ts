import { type Client, createClient } from 'bossdesk-client';
import type { INodeParameters } from 'n8n-workflow';
import { createUndiciTransport } from 'bossdesk-client/undici';
import { type RecordedRequest, type Sandbox, startSandbox, type SandboxOptions } from 'bossdesk-sandbox';
import { setTimeout as sleep } from 'node:timers/promises';
import {
  chainNodes,
  type EditorPanel,
  type NodeJson,
  type NodeRun,
  openEditorPanel,
  runWorkflow,
} from '../support/n8nInProcess.js';
import { recordSent } from '../support/requests.js';

const NODE_TYPE = 'n8n-nodes-bossdesk.bossDesk';

/** As a workflow file holds them. */
type Parameters = Readonly<Record<string, unknown>>;
type Credentials = Record<string, Record<string, string>>;

export interface Desk {
  readonly sandbox: Sandbox;
  /** For setting up and looking up, past the node. */
  readonly client: Client;
  /** Runs the node once for each item, on n8n's engine. */
  run(parameters: Parameters, options?: RunOptions): Promise<DeskRun>;
  openPanel(parameters: Parameters, credentials?: Credentials): Promise<EditorPanel>;
  close(): Promise<void>;
}

interface RunOptions {
  readonly items?: readonly object[];
  readonly node?: Partial<NodeJson>;
  /** Nodes between the items and ours. */
  readonly before?: readonly NodeJson[];
  /** Nodes that go on with what ours gives. */
  readonly after?: readonly NodeJson[];
  readonly credentials?: Credentials;
  /** Zone of the workflow; New York if not given. */
  readonly timezone?: string;
}

export interface DeskRun {
  /** JSON of the items of the first output; throws the node's error. */
  readonly json: Record<string, unknown>[];
  readonly node: NodeRun;
  /** What the last node of the workflow did. */
  readonly last: NodeRun;
  /** What the node sent, in order: `GET /tickets?page=1`, decoded. */
  readonly wire: string[];
  readonly requests: readonly RecordedRequest[];
}

/** A sandbox, and the node on it. */
export async function openDesk(options: SandboxOptions = {}): Promise<Desk> {
  const sandbox = await startSandbox(options);
  const transport = createUndiciTransport({ apiKey: sandbox.apiKey });
  const client = createClient({ baseUrl: sandbox.url, transport, sleep });
  const ownCredentials = { bossDeskApi: { url: sandbox.url, apiKey: sandbox.apiKey } };

  return {
    sandbox,
    client,
    async run(parameters, { items, before = [], after = [], node = {}, credentials = ownCredentials, timezone } = {}) {
      const name = 'BOSSDesk';
      const links = Object.fromEntries(Object.keys(credentials).map((type) => [type, { id: type, name: type }]));
      const nodes = chainNodes(
        ...(items === undefined ? [] : giveItems(items)),
        ...before,
        {
          name,
          type: NODE_TYPE,
          parameters: parameters as INodeParameters,
          credentials: links,
          ...node,
        },
        ...after,
      );
      const workflow = timezone === undefined ? nodes : { ...nodes, timezone };
      const { result: workflowRun, requests } = await recordSent(sandbox, () => runWorkflow({ workflow, credentials }));
      const run = workflowRun.node(name);
      return {
        node: run,
        get last() {
          return workflowRun.node(after.at(-1)?.name ?? name);
        },
        requests,
        wire: requests.map(describeRequest),
        get json() {
          if (run.error !== undefined) throw run.error;
          return run.items.map((item) => item.json);
        },
      };
    },
    openPanel: (parameters, credentials = ownCredentials) =>
      openEditorPanel({
        type: NODE_TYPE,
        parameters: { authentication: 'apiKey', ...parameters },
        credentials,
      }),
    async close() {
      await transport.close();
      await sandbox.stop();
    },
  };
}

/** Nodes that turn a manual trigger's one item into the given ones. */
function giveItems(items: readonly object[]): NodeJson[] {
  return [
    {
      name: 'Data',
      type: 'n8n-nodes-base.set',
      typeVersion: 3.4,
      parameters: { mode: 'raw', jsonOutput: JSON.stringify({ items }), options: {} },
    },
    { name: 'Items', type: 'n8n-nodes-base.splitOut', parameters: { fieldToSplitOut: 'items', options: {} } },
  ];
}

function describeRequest({ method, path, query }: RecordedRequest): string {
  const target = path.replace('/api/v1', '');
  return `${method} ${target}${query === '' ? '' : `?${decodeURIComponent(query)}`}`;
}

/** Makes a desk that was opened with `control` fail on purpose. */
export async function orderFaults({ sandbox }: Pick<Desk, 'sandbox'>, ...faults: object[]): Promise<void> {
  const headers = { 'content-type': 'application/json' };
  await fetch(`${sandbox.url}/_control/faults`, { method: 'POST', headers, body: JSON.stringify(faults) });
}

/** A picker's value, as the editor stores one that was typed in. */
export function byId(value: number | string): { __rl: true; mode: 'id'; value: number | string } {
  return { __rl: true, mode: 'id', value };
}
