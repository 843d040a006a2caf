import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ExecutionStatus, ICredentialsDecrypted, IRun } from 'n8n-workflow';
import { packNode } from '../support/packNode.js';
import { installN8n } from './installN8n.js';

export interface N8n {
  /** Runs an imported workflow with `n8n execute`. */
  execute(workflowId: string): Promise<Execution>;
  remove(): void;
}

export interface Execution {
  readonly status: ExecutionStatus;
  /** JSON of the items of one output of a node's last run. */
  readonly items: (node: string, output?: number) => Record<string, unknown>[];
}

/**
 * A fresh n8n of its own user folder with our package as a user gets it, unpacked from the tarball, and with
 * credentials and a folder of workflows imported.
 */
export async function createN8n(options: {
  credentials: Pick<ICredentialsDecrypted, 'id' | 'name' | 'type' | 'data'>[];
  workflowsFolder: string;
}): Promise<N8n> {
  const bin = await installN8n();
  const userFolder = mkdtempSync(join(tmpdir(), 'bossdesk-n8n-e2e-'));
  await packNode(join(userFolder, '.n8n/nodes/node_modules/n8n-nodes-bossdesk'));
  const env = { ...createEnvironment(userFolder), N8N_RUNNERS_BROKER_PORT: String(await findFreePort()) };
  const run = (...args: string[]) => runN8n([bin, ...args], env);

  const credentialsFile = join(userFolder, 'credentials.json');
  writeFileSync(credentialsFile, JSON.stringify(options.credentials));
  await run('import:credentials', `--input=${credentialsFile}`);
  await run('import:workflow', '--separate', `--input=${options.workflowsFolder}`);

  return {
    execute: async (workflowId) => readExecution(await run('execute', `--id=${workflowId}`, '--rawOutput')),
    remove: () => {
      rmSync(userFolder, { recursive: true, force: true });
    },
  };
}

/** Nothing of the user's own n8n settings; the switches keep n8n from calling home. */
function createEnvironment(userFolder: string): NodeJS.ProcessEnv {
  const switchedOff = [
    'DIAGNOSTICS',
    'VERSION_NOTIFICATIONS',
    'VERSION_NOTIFICATIONS_WHATS_NEW',
    'TEMPLATES',
    'PERSONALIZATION',
    'HIRING_BANNER',
    'VERIFIED_PACKAGES',
    'LICENSE_AUTO_RENEW',
    'PYTHON',
  ];
  const kept = ['PATH', 'HOME', 'TMPDIR', 'SystemRoot', 'TEMP'];
  return {
    ...Object.fromEntries(kept.map((name) => [name, process.env[name]])),
    ...Object.fromEntries(switchedOff.map((name) => [`N8N_${name}_ENABLED`, 'false'])),
    N8N_USER_FOLDER: userFolder,
    N8N_ENCRYPTION_KEY: 'end-to-end',
    // `execute` prints its result through the logger.
    N8N_LOG_LEVEL: 'info',
  };
}

/** Resolves whatever the exit code: n8n at times crashes on its way out, after everything was printed. */
function runN8n(args: string[], env: NodeJS.ProcessEnv): Promise<string> {
  return new Promise((resolve, reject) => {
    execFile(process.execPath, args, { env, maxBuffer: 64 << 20 }, (error, stdout, stderr) => {
      if (error !== null && stdout === '') reject(new Error(`${args.join(' ')}: ${stderr}`, { cause: error }));
      else resolve(stdout);
    });
  });
}

/** Log lines come before and after the JSON of the execution, whose outer braces alone stand at the start of a line. */
function readExecution(output: string): Execution {
  const [json] = /^\{[^]*?^\}/m.exec(output) ?? [];
  if (json === undefined) throw new Error(`n8n printed no execution:\n${output}`);
  const run = JSON.parse(json) as IRun;
  const { runData } = run.data.resultData;
  return {
    status: run.status,
    items(node, index = 0) {
      const task = runData[node]?.at(-1);
      if (task === undefined) throw new Error(`Node "${node}" did not run:\n${output}`);
      if (task.error !== undefined) throw new Error(`Node "${node}" failed: ${task.error.message}`);
      return (task.data?.['main']?.[index] ?? []).map(({ json }) => json);
    },
  };
}

function findFreePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => {
        resolve(port);
      });
    });
  });
}
