import { randomUUID } from 'node:crypto';
import type {
  ExecutionError,
  IDataObject,
  ExecutionStatus,
  IConnections,
  ILoadOptionsFunctions,
  INode,
  INodeExecutionData,
  INodeListSearchResult,
  INodeParameters,
  INodePropertyOptions,
  IPollFunctions,
  NodeExecutionHint,
  ResourceMapperFields,
} from 'n8n-workflow';
import { createAdditionalData } from './n8n/additionalData.js';
import { InMemoryCredentialsHelper, type CredentialData } from './n8n/credentials.js';
import { n8nCore, n8nWorkflow } from './n8n/modules.js';
import { loadPackages } from './n8n/packages.js';

/** The parts of an exported n8n workflow that an execution needs. */
export interface WorkflowJson {
  readonly nodes: readonly NodeJson[];
  readonly connections: IConnections;
  /** Zone of the workflow; that of the engine, New York, if not given. */
  readonly timezone?: string;
}

export type NodeJson = Pick<INode, 'name' | 'type'> & Partial<INode>;

export interface WorkflowRun {
  readonly status: ExecutionStatus;
  readonly error: ExecutionError | undefined;
  /** What a node did in its last run; throws when it never ran. */
  node(name: string): NodeRun;
}

export interface NodeRun {
  /** Items of the first output. */
  readonly items: INodeExecutionData[];
  /** Items of every output, e.g. `[success, error]` with `onError: 'continueErrorOutput'`. */
  readonly outputs: INodeExecutionData[][];
  readonly error: ExecutionError | undefined;
  /** Warnings and notes that n8n shows beside the output. */
  readonly hints: readonly NodeExecutionHint[];
}

/** A manual trigger called `Start`, then the given nodes one after another. */
export function chainNodes(...nodes: NodeJson[]): WorkflowJson {
  const all: NodeJson[] = [{ name: 'Start', type: 'n8n-nodes-base.manualTrigger' }, ...nodes];
  const connections: IConnections = {};
  all.slice(1).forEach((node, index) => {
    connections[all[index]?.name ?? ''] = { main: [[{ node: node.name, type: 'main', index: 0 }]] };
  });
  return { nodes: all, connections };
}

/**
 * Runs a workflow from its first node on n8n's own engine (n8n-core), with our package as built and n8n's own nodes:
 * real expressions, real HTTP, the credential classes' real authentication. Every node gets the given
 * credentials. A failing node does not throw here; see `error`.
 */
export async function runWorkflow(options: {
  workflow: WorkflowJson;
  credentials?: CredentialData;
}): Promise<WorkflowRun> {
  const { workflow, additionalData } = await prepare(options.workflow, options.credentials);
  const startNode = workflow.getNode(options.workflow.nodes[0]?.name ?? '');
  if (startNode === null) throw new Error('The workflow has no node to start from.');

  const run = await new n8nCore.WorkflowExecute(additionalData, 'manual').run({ workflow, startNode });
  const { runData, error } = run.data.resultData;
  return {
    status: run.status,
    error,
    node(name) {
      const task = runData[name]?.at(-1);
      if (task === undefined) throw new Error(`Node "${name}" did not run: ${error?.message ?? run.status}`);
      const outputs = (task.data?.['main'] ?? []).map((items) => items ?? []);
      return { items: outputs[0] ?? [], outputs, error: task.error, hints: task.hints ?? [] };
    },
  };
}

export interface EditorPanel {
  /** A picker's search, as typing into a resource locator does. */
  searchList(method: string, filter?: string, paginationToken?: string): Promise<INodeListSearchResult>;
  loadOptions(method: string): Promise<INodePropertyOptions[]>;
  mapFields(method: string): Promise<ResourceMapperFields>;
}

/** The node's panel in n8n's editor, with the given parameters filled in. */
export async function openEditorPanel(options: {
  type: string;
  parameters: INodeParameters;
  credentials?: CredentialData;
  /** Path of the parameter being edited. */
  path?: string;
}): Promise<EditorPanel> {
  const json: NodeJson = { name: 'Panel', type: options.type, parameters: options.parameters };
  const prepared = await prepare({ nodes: [json], connections: {} }, options.credentials, options.parameters);
  const node = requireNode(prepared.workflow.getNode(json.name));
  const { methods = {} } = prepared.workflow.nodeTypes.getByNameAndVersion(node.type, node.typeVersion);
  const path = options.path ?? 'parameters';
  // The casts of contexts: n8n's own types disagree under `exactOptionalPropertyTypes`, which it does not use.
  const context = new n8nCore.LoadOptionsContext(
    prepared.workflow,
    node,
    prepared.additionalData,
    path,
  ) as ILoadOptionsFunctions;

  return {
    searchList: (name, ...args) => requireMethod(methods.listSearch, name).call(context, ...args),
    loadOptions: (name) => requireMethod(methods.loadOptions, name).call(context),
    mapFields: (name) => requireMethod(methods.resourceMapping, name).call(context),
  };
}

export interface Poller {
  /**
   * Polls once. The static data is stored as JSON in between, as n8n does, unless the poll throws.
   *
   * @returns JSON of the items; null when the trigger has nothing.
   */
  poll(options?: { mode?: 'trigger' | 'manual'; budgetMs?: number }): Promise<IDataObject[] | null>;
  /** What the trigger keeps from one poll to the next, as JSON. */
  state: string;
}

/** An active workflow's trigger, polled by n8n's own context. */
export async function openPoller(options: {
  type: string;
  parameters: INodeParameters;
  credentials?: CredentialData;
  timezone?: string;
}): Promise<Poller> {
  const { type, parameters, credentials, timezone } = options;
  const json: NodeJson = { name: 'Trigger', type, parameters };
  // Polls that overlap are given the same object, as in n8n's default engine.
  let shared: { readonly text: string; readonly data: IDataObject } | undefined;
  const poller: Poller = {
    state: '{}',
    async poll({ mode = 'trigger', budgetMs = 300_000 } = {}) {
      const workflowJson = { nodes: [json], connections: {}, ...(timezone === undefined ? {} : { timezone }) };
      const { workflow, additionalData } = await prepare(workflowJson, credentials);
      const node = requireNode(workflow.getNode(json.name));
      const nodeType = workflow.nodeTypes.getByNameAndVersion(node.type, node.typeVersion);
      if (shared?.text !== poller.state) {
        shared = { text: poller.state, data: JSON.parse(poller.state) as IDataObject };
      }
      const { data } = shared;
      const context = new n8nCore.PollContext(
        workflow,
        node,
        additionalData,
        mode,
        'activate',
        undefined,
        undefined,
        undefined,
        undefined,
        () => data,
        () => budgetMs,
      ) as IPollFunctions;
      if (nodeType.poll === undefined) throw new Error(`${type} does not poll.`);
      const items = await nodeType.poll.call(context);
      poller.state = JSON.stringify(data);
      return items === null ? null : (items[0] ?? []).map((item) => item.json);
    },
  };
  return poller;
}

function requireMethod<Method>(methods: Record<string, Method | undefined> | undefined, name: string): Method {
  const method = methods?.[name];
  if (method === undefined) throw new Error(`The node has no method ${name} of that kind.`);
  return method;
}

function requireNode(node: INode | null): INode {
  if (node === null) throw new Error('n8n dropped the node.');
  return node;
}

/**
 * A desk's pause belongs to its credential, for as long as the process runs: another test file's desk may come to listen
 * where one was that asked for an hour's.
 */
const ownCredentials = randomUUID();

async function prepare(json: WorkflowJson, credentials: CredentialData = {}, currentNodeParameters?: INodeParameters) {
  const { nodeTypes, getCredentialType } = await loadPackages();
  const attached = Object.fromEntries(
    Object.keys(credentials).map((type) => [type, { id: `${type} ${ownCredentials}`, name: type }]),
  );
  const nodes = json.nodes.map((node, index): INode => ({
    id: String(index),
    typeVersion: 1,
    position: [index * 200, 0],
    parameters: {},
    credentials: attached,
    ...node,
  }));
  const base = { id: 'test', name: 'test', connections: json.connections, active: false };
  const { timezone } = json;
  const settings = { executionOrder: 'v1' as const, ...(timezone === undefined ? {} : { timezone }) };
  const workflow = new n8nWorkflow.Workflow({ ...base, nodes, nodeTypes, settings });
  const hooks = new n8nCore.ExecutionLifecycleHooks('manual', '1', {
    ...base,
    nodes,
    isArchived: false,
    activeVersionId: null,
    createdAt: new Date(),
    updatedAt: new Date(),
  });
  const credentialsHelper = new InMemoryCredentialsHelper(credentials, getCredentialType);
  const additionalData = createAdditionalData({
    credentialsHelper,
    hooks,
    ...(currentNodeParameters === undefined ? {} : { currentNodeParameters }),
  });
  return { workflow, additionalData };
}
