import { mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type * as Core from 'n8n-core';
import type * as Workflow from 'n8n-workflow';

// n8n-core reads these while it loads and keeps a settings file in the folder.
const folder = mkdtempSync(join(tmpdir(), 'bossdesk-n8n-'));
const removeFolder = () => rmSync(folder, { recursive: true, force: true });
// The `process` that jest gives tests never tells them of its exit.
if (process.env['JEST_WORKER_ID'] === undefined) process.on('exit', removeFolder);
else afterAll(removeFolder);
process.env['N8N_USER_FOLDER'] = folder;
process.env['N8N_ENCRYPTION_KEY'] = 'in-process';
// What a node refuses is in the run's result; n8n would also print it.
process.env['N8N_LOG_LEVEL'] = 'silent';

// Required, never imported: n8n-core requires n8n-workflow, and an import would load its ES modules as a second copy,
// whose errors are not `instanceof` those of the first.
const require = createRequire(import.meta.url);
require('reflect-metadata');

export const n8nWorkflow = require('n8n-workflow') as typeof Workflow;
export const n8nCore = require('n8n-core') as typeof Core;
