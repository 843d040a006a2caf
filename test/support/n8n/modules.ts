import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runInThisContext } from 'node:vm';
import type * as Core from 'n8n-core';
import type * as Workflow from 'n8n-workflow';

// Jest gives tests a `process` and a `require` of its own, by which each test file would load n8n anew for seconds. With
// Node's own it is loaded once per process, and runs as in production.
const realProcess = runInThisContext('process') as NodeJS.Process;
const { createRequire } = realProcess.getBuiltinModule('node:module');

// n8n-core reads these while it loads and keeps a settings file in the folder, which goes with the run's bundles.
if (realProcess.env['N8N_USER_FOLDER'] === undefined) {
  const folder = mkdtempSync(join(process.env['BOSSDESK_TEST_NODE_PACKAGE'] ?? tmpdir(), 'bossdesk-n8n-'));
  realProcess.on('exit', () => rmSync(folder, { recursive: true, force: true }));
  realProcess.env['N8N_USER_FOLDER'] = folder;
}
realProcess.env['N8N_ENCRYPTION_KEY'] = 'in-process';
// What a node refuses is in the run's result; n8n would also print it.
realProcess.env['N8N_LOG_LEVEL'] = 'silent';

// Required, never imported: n8n-core requires n8n-workflow, and an import would load its ES modules as a second copy,
// whose errors are not `instanceof` those of the first.
const require = createRequire(import.meta.url);
require('reflect-metadata');

export const n8nWorkflow = require('n8n-workflow') as typeof Workflow;
export const n8nCore = require('n8n-core') as typeof Core;

/** What is made once per process: jest gives each test file modules of its own, which would each make it anew. */
export function makeOnce<T>(name: string, make: () => T): T {
  const key = Symbol.for(`bossdesk-tests.${name}`);
  const kept = realProcess as unknown as Record<symbol, T | undefined>;
  return (kept[key] ??= make());
}
