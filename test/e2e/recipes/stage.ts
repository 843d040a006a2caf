import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startSandbox } from 'bossdesk-sandbox';
import { createN8n } from '../n8nInstance.js';
import { CREDENTIAL, furnishStage, MODEL_CREDENTIAL, type Stage } from './furnish.js';
import { openModel } from './model.js';

/** Where a chat model is, as a credential of n8n's takes it. */
export interface ModelAddress {
  readonly url: string;
  readonly apiKey: string;
}

/**
 * An n8n of its own with nothing in it but credentials for an empty desk and for a chat model.
 *
 * @param modelAt where the model is; by default one that answers by script.
 */
export async function openStage(modelAt?: ModelAddress): Promise<Stage> {
  const sandbox = await startSandbox({ tickets: 0, cis: 0, users: 12, control: true });
  const model = await openModel();
  const workflowsFolder = mkdtempSync(join(tmpdir(), 'bossdesk-recipes-'));
  const n8n = await createN8n({
    workflowsFolder,
    credentials: [
      { ...CREDENTIAL, data: { url: sandbox.url, apiKey: sandbox.apiKey } },
      { ...MODEL_CREDENTIAL, data: { ...(modelAt ?? { url: model.url, apiKey: 'none' }) } },
    ],
    // Somebody who asks over plain HTTP has no use for a cookie that only HTTPS sends.
    environment: { N8N_SECURE_COOKIE: 'false' },
  });
  const running = await n8n.start();
  return furnishStage({
    sandbox,
    n8nUrl: running.url,
    model,
    close: async () => {
      await running.stop('SIGKILL');
      n8n.remove();
      rmSync(workflowsFolder, { recursive: true, force: true });
      await sandbox.stop();
      await model.close();
    },
  });
}
