import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startSandbox } from 'bossdesk-sandbox';
import { createN8n } from '../n8nInstance.js';
import { furnishStage, type Stage, CREDENTIAL } from './furnish.js';

/** An n8n of its own with nothing in it but a credential for an empty desk. */
export async function openStage(): Promise<Stage> {
  const sandbox = await startSandbox({ tickets: 0, cis: 0, users: 12, control: true });
  const workflowsFolder = mkdtempSync(join(tmpdir(), 'bossdesk-recipes-'));
  const n8n = await createN8n({
    workflowsFolder,
    credentials: [{ ...CREDENTIAL, data: { url: sandbox.url, apiKey: sandbox.apiKey } }],
    // Somebody who asks over plain HTTP has no use for a cookie that only HTTPS sends.
    environment: { N8N_SECURE_COOKIE: 'false' },
  });
  const running = await n8n.start();
  return furnishStage({
    sandbox,
    n8nUrl: running.url,
    close: async () => {
      await running.stop('SIGKILL');
      n8n.remove();
      rmSync(workflowsFolder, { recursive: true, force: true });
      await sandbox.stop();
    },
  });
}
