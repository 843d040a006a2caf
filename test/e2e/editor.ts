import { setTimeout as sleep } from 'node:timers/promises';
import type { Workflow } from 'bossdesk-recipes';
import { parse } from 'flatted';
import type { ExecutionStatus, IRun } from 'n8n-workflow';
import { SESSION_COOKIE, signIn } from '../../scripts/n8n/session.js';
import { type Execution, toExecution } from './execution.js';

/** What a person does in n8n's editor, a hundred times faster than by its command line. */
export interface Editor {
  /** Of the person who is signed in. */
  readonly person: { readonly email: string; readonly cookie: string };
  /** Creates a credential, and gives its id. */
  addCredential(credential: { name: string; type: string; data: Readonly<Record<string, unknown>> }): Promise<string>;
  /** Saves a workflow as a new one, and gives its id. */
  save(workflow: Workflow): Promise<string>;
  /** Publishes it, so that its own triggers work. */
  publish(id: string): Promise<void>;
  unpublish(id: string): Promise<void>;
  /**
   * Presses Execute Workflow below one of its triggers, and waits until it is done.
   *
   * @param limitMs how long at most; two minutes by default.
   */
  run(id: string, trigger: string, limitMs?: number): Promise<Execution>;
  /**
   * Presses Retry beside an execution that failed, and waits until it is done.
   *
   * @returns the status of the new execution, and what stopped it.
   * @throws when n8n refuses, with its words.
   */
  retry(executionId: number): Promise<Outcome>;
  /** Opens an execution. */
  read(executionId: number): Promise<Outcome>;
}

/** What became of an execution. */
export interface Outcome {
  readonly status: ExecutionStatus;
  readonly message: string | undefined;
}

/** An execution as n8n hands it out. */
interface StoredRun {
  readonly status: ExecutionStatus;
  readonly data: string;
}

const toOutcome = ({ status, data }: Pick<IRun, 'status' | 'data'>): Outcome => ({
  status,
  message: data.resultData.error?.message,
});

const owner = { email: 'owner@example.com', password: 'Owner-of-the-test-1' };
const RUN_LIMIT_MS = 120_000;

export async function openEditor(url: string): Promise<Editor> {
  const cookie = `${SESSION_COOKIE}=${await signIn(url, owner)}`;
  const ask = async (path: string, body?: unknown): Promise<unknown> => {
    const response = await fetch(`${url}/rest${path}`, {
      method: body === undefined ? 'GET' : 'POST',
      headers: { cookie, 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`${path} answered ${response.status}: ${text}`);
    return (JSON.parse(text) as { data: unknown }).data;
  };
  return {
    person: { email: owner.email, cookie },
    async addCredential(credential) {
      return ((await ask('/credentials', credential)) as { id: string }).id;
    },
    async retry(executionId) {
      const run = (await ask(`/executions/${executionId}/retry`, { loadWorkflow: false })) as IRun;
      return toOutcome(run);
    },
    async read(executionId) {
      const { status, data } = (await ask(`/executions/${executionId}`)) as StoredRun;
      return toOutcome({ status, data: parse(data) as IRun['data'] });
    },
    async save({ name, nodes, connections, settings = {} }) {
      const saved = (await ask('/workflows', { name, nodes, connections, settings, active: false })) as { id: string };
      return saved.id;
    },
    async publish(id) {
      const { versionId } = (await ask(`/workflows/${id}`)) as { versionId: string };
      await ask(`/workflows/${id}/activate`, { versionId });
    },
    async unpublish(id) {
      await ask(`/workflows/${id}/deactivate`, {});
    },
    async run(id, trigger, limitMs = RUN_LIMIT_MS) {
      const started = (await ask(`/workflows/${id}/run`, { triggerToStartFrom: { name: trigger } })) as {
        executionId: string;
      };
      const until = Date.now() + limitMs;
      for (;;) {
        const execution = (await ask(`/executions/${started.executionId}`)) as StoredRun;
        if (!['new', 'running', 'waiting'].includes(execution.status)) {
          return toExecution({ status: execution.status, data: parse(execution.data) as IRun['data'] });
        }
        if (Date.now() > until) throw new Error(`Execution ${started.executionId} is still ${execution.status}`);
        await sleep(100);
      }
    },
  };
}
