import { join } from 'node:path';

/** What n8n would otherwise call home for, or ask a person first. */
const switchedOff = [
  'DIAGNOSTICS',
  'VERSION_NOTIFICATIONS',
  'VERSION_NOTIFICATIONS_WHATS_NEW',
  'PERSONALIZATION',
  'HIRING_BANNER',
  'VERIFIED_PACKAGES',
  'LICENSE_AUTO_RENEW',
  'PYTHON',
];

const kept = ['PATH', 'HOME', 'SystemRoot'];

export interface Ports {
  readonly n8n: number;
  /** Of the process that runs code nodes. */
  readonly broker: number;
}

/** Environment of an n8n of its own user folder, with nothing of the user's own n8n settings. */
export function createEnvironment(userFolder: string, ports: Ports, encryptionKey: string): NodeJS.ProcessEnv {
  return {
    ...Object.fromEntries(kept.map((name) => [name, process.env[name]])),
    ...Object.fromEntries(switchedOff.map((name) => [`N8N_${name}_ENABLED`, 'false'])),
    N8N_TEMPLATES_ENABLED: 'false',
    N8N_USER_FOLDER: userFolder,
    // What it keeps among temporary files goes with the rest of it.
    TMPDIR: userFolder,
    TEMP: userFolder,
    N8N_ENCRYPTION_KEY: encryptionKey,
    N8N_PORT: String(ports.n8n),
    N8N_RUNNERS_BROKER_PORT: String(ports.broker),
    // `execute` prints its result through the logger.
    N8N_LOG_LEVEL: 'info',
  };
}

/** Where an n8n of that user folder looks for community nodes. */
export const nodeFolder = (userFolder: string): string =>
  join(userFolder, '.n8n/nodes/node_modules/n8n-nodes-bossdesk');
