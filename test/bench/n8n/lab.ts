import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Editor, openEditor } from '../../e2e/editor.js';
import type { Execution } from '../../e2e/execution.js';
import { createN8n } from '../../e2e/n8nInstance.js';
import type { Sample, Trial } from '../measure.js';
import { cpuSecondsOf, type Desk, startDesk } from '../processes.js';
import { createWorkflow, CREDENTIAL_TYPE, TRIGGER, type Way } from './workflows.js';

export interface Sides {
  readonly ours: Way;
  readonly peer: Way;
}

/** What is run, and how many items its last node must give: a measure that did not do the work is none. */
export interface Task {
  readonly latencyMs: number;
  readonly sides: (url: string) => Sides;
  readonly items: number;
  /** The nodes that count, by their names' beginning. */
  readonly counts: string;
}

const CREDENTIAL = { id: 'benchCredential', name: 'BOSSDesk' };
const TICKETS = 3000;

interface Lab {
  readonly ways: Sides;
  readonly desk: Desk;
  readonly n8n: Awaited<ReturnType<typeof createN8n>>;
  readonly remove: () => Promise<void>;
}

async function openLab({ latencyMs, sides }: Task): Promise<Lab> {
  const desk = await startDesk({ tickets: TICKETS, latency: latencyMs });
  const ways = sides(desk.url);
  const workflowsFolder = mkdtempSync(join(tmpdir(), 'bossdesk-bench-'));
  for (const way of [ways.ours, ways.peer])
    writeFileSync(join(workflowsFolder, `${way.id}.json`), JSON.stringify(createWorkflow(way, CREDENTIAL)));
  const n8n = await createN8n({
    workflowsFolder,
    credentials: [{ ...CREDENTIAL, type: CREDENTIAL_TYPE, data: { url: desk.url, apiKey: desk.apiKey } }],
    environment: { N8N_SECURE_COOKIE: 'false' },
  });
  return {
    ways,
    desk,
    n8n,
    async remove() {
      n8n.remove();
      rmSync(workflowsFolder, { recursive: true, force: true });
      await desk.stop();
    },
  };
}

/** How long the counted nodes took by n8n's own clock. */
function readTime(execution: Execution, task: Task, way: Way): number {
  if (execution.failure !== undefined)
    throw new Error(`${way.id}: ${execution.failure.node ?? 'n8n'}: ${execution.failure.message}`);
  const last = way.nodes.at(-1)?.name ?? '';
  const count = execution.items(last).length;
  if (count !== task.items) throw new Error(`${way.id} gave ${count} items, not ${task.items}`);
  return execution.nodes
    .filter((name) => name.startsWith(task.counts))
    .reduce((sum, name) => sum + execution.took(name), 0);
}

/** Each run in an n8n that has just begun (`n8n execute`). */
export async function runFresh(task: Task): Promise<Trial> {
  const { ways, n8n, remove } = await openLab(task);
  const run = async (way: Way): Promise<Sample> => ({ amount: readTime(await n8n.execute(way.id), task, way) });
  return { ours: () => run(ways.ours), peer: () => run(ways.peer), close: remove };
}

/** All runs in one n8n, by hand as from its editor. */
export async function runWarm(task: Task): Promise<Trial> {
  const { ways, n8n, remove } = await openLab(task);
  const running = await n8n.start();
  const editor = await openEditor(running.url);
  const ids = { ours: await save(editor, ways.ours), peer: await save(editor, ways.peer) };
  const run = async (id: string, way: Way): Promise<Sample> => {
    const before = cpuSecondsOf(running.pid);
    const amount = readTime(await editor.run(id, TRIGGER), task, way);
    const after = cpuSecondsOf(running.pid);
    return { amount, cpuSeconds: before === undefined || after === undefined ? undefined : after - before };
  };
  return {
    ours: () => run(ids.ours, ways.ours),
    peer: () => run(ids.peer, ways.peer),
    async close() {
      await running.stop('SIGKILL');
      await remove();
    },
  };
}

const save = (editor: Editor, way: Way): Promise<string> => editor.save(createWorkflow(way, CREDENTIAL));
