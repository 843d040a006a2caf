import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ICredentialsDecrypted } from 'n8n-workflow';
import { createEnvironment, nodeFolder } from '../../scripts/n8n/environment.js';
import { installN8n } from '../../scripts/n8n/installN8n.js';
import { packNode } from '../../scripts/n8n/packNode.js';
import { findPort, runN8n, type RunningN8n, startN8n } from '../../scripts/n8n/process.js';

import { type Execution, readPrintedExecution } from './execution.js';

export type { RunningN8n } from '../../scripts/n8n/process.js';

export interface N8n {
  /** Runs an imported workflow with `n8n execute`. */
  execute(workflowId: string): Promise<Execution>;
  /** Publishes an imported workflow, so that its triggers work while n8n runs. */
  publish(workflowId: string): Promise<void>;
  /** Starts n8n itself, and waits until it is ready. */
  start(): Promise<RunningN8n>;
  /** File of its database. */
  readonly database: string;
  remove(): void;
}

/**
 * A fresh n8n of its own user folder with our package as a user gets it, unpacked from the tarball, and with
 * credentials and a folder of workflows imported.
 */
export async function createN8n(options: {
  credentials: Pick<ICredentialsDecrypted, 'id' | 'name' | 'type' | 'data'>[];
  workflowsFolder: string;
  /** Settings of n8n's own. */
  environment?: Readonly<Record<string, string>>;
}): Promise<N8n> {
  const bin = await installN8n();
  const userFolder = mkdtempSync(join(tmpdir(), 'bossdesk-n8n-e2e-'));
  await packNode(nodeFolder(userFolder));
  const ports = { n8n: await findPort(), broker: await findPort() };
  const env = { ...createEnvironment(userFolder, ports, 'end-to-end'), ...options.environment };
  const run = (...args: string[]) => runN8n([bin, ...args], env);

  const credentialsFile = join(userFolder, 'credentials.json');
  writeFileSync(credentialsFile, JSON.stringify(options.credentials));
  await run('import:credentials', `--input=${credentialsFile}`);
  await run('import:workflow', '--separate', `--input=${options.workflowsFolder}`);

  return {
    publish: async (workflowId) => {
      await run('publish:workflow', `--id=${workflowId}`);
    },
    start: () => startN8n(bin, env),
    database: join(userFolder, '.n8n/database.sqlite'),
    execute: async (workflowId) => readPrintedExecution(await run('execute', `--id=${workflowId}`, '--rawOutput')),
    remove: () => {
      rmSync(userFolder, { recursive: true, force: true });
    },
  };
}
