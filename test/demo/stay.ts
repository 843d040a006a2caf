import type { Sandbox } from 'bossdesk-sandbox';
import { say } from './transcript.js';

/** Keeps the desk until somebody ends it, to be looked at. */
export async function stay({ url, apiKey }: Sandbox): Promise<void> {
  say(`The desk stays: ${url}/ shows its tickets and who did what. Its API key is ${apiKey}
Ctrl-C ends it.`);
  await new Promise<void>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve());
  });
}
