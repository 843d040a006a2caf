import type { Workflow, WorkflowNode } from '../workflow.js';

/** What a node or a note covers on the canvas. */
export interface Placed {
  readonly name: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Pairs that lie on one another. */
export function overlaps(things: readonly Placed[]): [string, string][] {
  return things.flatMap((one, index) =>
    things
      .slice(index + 1)
      .filter((other) => covers(one, other))
      .map((other): [string, string] => [one.name, other.name]),
  );
}

const covers = (one: Placed, other: Placed): boolean =>
  one.x < other.x + other.width &&
  other.x < one.x + one.width &&
  one.y < other.y + other.height &&
  other.y < one.y + one.height;

type Output = readonly { readonly node: string }[];

/** Of one node, by kind: `main`, or what an agent has attached to it, such as `ai_tool`. */
type Outputs = Readonly<Record<string, readonly Output[]>>;

const outputsOf = (connections: Workflow['connections'], name: string): Outputs =>
  (connections[name] as Outputs | undefined) ?? {};

/**
 * Names of the nodes that a node hands on to.
 *
 * @param output only those behind that output of it.
 */
export function nextNodes(connections: Workflow['connections'], name: string, output?: number): string[] {
  const { main = [] } = outputsOf(connections, name);
  return (output === undefined ? main : main.slice(output, output + 1)).flat().map(({ node }) => node);
}

/**
 * Names of the nodes that come after one, near and far.
 *
 * @param output only those behind that output of it.
 */
export function follow(connections: Workflow['connections'], name: string, output?: number): string[] {
  const found = new Set<string>();
  const open = nextNodes(connections, name, output);
  for (const node of open) {
    if (found.has(node)) continue;
    found.add(node);
    open.push(...nextNodes(connections, node));
  }
  return [...found];
}

/** Names of the nodes that a node is attached to: a model or a tool to its agent. */
export const attachedTo = (connections: Workflow['connections'], name: string): string[] =>
  Object.entries(outputsOf(connections, name))
    .filter(([kind]) => kind !== 'main')
    .flatMap(([, outputs]) => outputs.flat().map(({ node }) => node));

/** Nodes that start the workflow. */
export function listTriggers({ nodes, connections }: Workflow): WorkflowNode[] {
  const after = new Set(nodes.flatMap(({ name }) => follow(connections, name)));
  return nodes.filter(
    ({ name, type }) => !after.has(name) && !type.endsWith('.stickyNote') && attachedTo(connections, name).length === 0,
  );
}

/** Nodes that work the desk, as steps and as tools of an agent. */
export const bossDeskNodes = ({ nodes }: Workflow): WorkflowNode[] =>
  nodes.filter(({ type }) => /^n8n-nodes-bossdesk\.bossDesk(Tool)?$/.test(type));
