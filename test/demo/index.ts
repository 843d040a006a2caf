import assert from 'node:assert/strict';
import { setTimeout as sleep } from 'node:timers/promises';
import { createClient } from 'bossdesk-client';
import { createUndiciTransport } from 'bossdesk-client/undici';
import { type Sandbox, startSandbox } from 'bossdesk-sandbox';
import { openTicketAsAssistant } from './assistant.js';
import { closeTicketInN8n } from './n8n.js';
import { stay } from './stay.js';
import { say, sayWhatNext } from './transcript.js';

const ticket = { title: 'Printer PRN-1007 prints stripes', minutes: 45, comment: 'Drum replaced, test page is clean.' };

try {
  const sandbox = await startSandbox();
  try {
    say(`A service desk without an account: the sandbox at ${sandbox.url}`);
    const number = await openTicketAsAssistant(sandbox, ticket);
    await closeTicketInN8n(sandbox, ticket);
    await verify(sandbox, number);
    sayWhatNext();
    if (process.argv.includes('--stay')) await stay(sandbox);
  } finally {
    await sandbox.stop();
  }
} catch (error) {
  process.stderr.write(`\nThe demo did not work: ${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}

/** Both faces say that they did it; the desk has the last word. */
async function verify({ url, apiKey }: Sandbox, number: number): Promise<void> {
  const transport = createUndiciTransport({ apiKey });
  try {
    const client = createClient({ baseUrl: url, transport, sleep });
    const { status, comments, time_entries } = await client.tickets.get({ friendly_id: number });
    assert.equal(status, 'closed', `ticket ${number} is ${status} and not closed`);
    assert.deepEqual(
      time_entries?.map(({ duration }) => duration),
      [ticket.minutes],
      `ticket ${number} has other time entries than one of ${ticket.minutes} minutes`,
    );
    assert.ok(
      comments?.[0]?.body.includes(`Dear Jack Pot: ${ticket.comment}`),
      `ticket ${number} lacks the comment of the workflow`,
    );
    say(
      `In the sandbox: ticket ${number} is closed, with ${ticket.minutes} minutes logged and the workflow's comment.`,
    );
  } finally {
    await transport.close();
  }
}
