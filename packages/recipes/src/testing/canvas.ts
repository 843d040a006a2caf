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

interface Outputs {
  readonly main: readonly (readonly { readonly node: string }[])[];
}

/**
 * Names of the nodes that come after one.
 *
 * @param output only those behind that output of it.
 */
export function follow(connections: Workflow['connections'], name: string, output?: number): string[] {
  const next = (from: string, only?: number) => {
    const { main = [] } = (connections[from] as Outputs | undefined) ?? {};
    return (only === undefined ? main : main.slice(only, only + 1)).flat().map(({ node }) => node);
  };
  const found = new Set<string>();
  const open = next(name, output);
  for (const node of open) {
    if (found.has(node)) continue;
    found.add(node);
    open.push(...next(node));
  }
  return [...found];
}

/** Nodes that start the workflow. */
export function listTriggers({ nodes, connections }: Workflow): WorkflowNode[] {
  const after = new Set(nodes.flatMap(({ name }) => follow(connections, name)));
  return nodes.filter(({ name, type }) => !after.has(name) && !type.endsWith('.stickyNote'));
}

export const bossDeskNodes = ({ nodes }: Workflow): WorkflowNode[] =>
  nodes.filter(({ type }) => type === 'n8n-nodes-bossdesk.bossDesk');
