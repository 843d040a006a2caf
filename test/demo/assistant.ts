import { join } from 'node:path';
import { Client } from '@modelcontextprotocol/client';
import { StdioClientTransport } from '@modelcontextprotocol/client/stdio';
import type { Sandbox } from 'bossdesk-sandbox';
import { REPOSITORY_ROOT } from '../../scripts/repositoryRoot.js';
import { say, sayStep } from './transcript.js';

/**
 * What an assistant's host does: starts the built MCP server over stdio and calls its tools, with names where BOSSDesk
 * wants ids.
 *
 * @returns the number of the ticket it opened
 */
export async function openTicketAsAssistant(
  { url, apiKey }: Sandbox,
  { title, minutes }: { title: string; minutes: number },
): Promise<number> {
  say('An assistant, through bossdesk-mcp');
  const client = new Client({ name: 'bossdesk-demo', version: '0.0.0' });
  const transport = new StdioClientTransport({
    command: process.execPath,
    args: [join(REPOSITORY_ROOT, 'mcp-server/dist/bin.js')],
    env: { BOSSDESK_URL: url, BOSSDESK_API_KEY: apiKey },
    stderr: 'pipe',
  });
  let log = '';
  transport.stderr?.on('data', (chunk: Buffer) => (log += chunk.toString()));
  await client.connect(transport).catch((error: unknown) => {
    throw new Error(`bossdesk-mcp did not start: ${log.trim()}`, { cause: error });
  });

  const call = async (name: string, args: Record<string, unknown>) => {
    const { content, structuredContent, isError } = await client.callTool({ name, arguments: args });
    const text = content.flatMap((block) => (block.type === 'text' ? [block.text] : [])).join('\n');
    if (isError === true) throw new Error(`${name} answered: ${text}`);
    sayStep(`${name} ${JSON.stringify(args)}`, removeFences(text));
    return structuredContent as Record<string, unknown> | undefined;
  };
  try {
    await call('search_cis', { query: 'PRN-1007' });
    const created = await call('create_ticket', { title, type: 'Incident', priority: 'High' });
    const ticket_number = Number(created?.['ticket_number']);
    const today = new Date().toISOString().slice(0, 10);
    await call('add_time_entry', { ticket_number, date: today, duration: minutes, note: 'Cleaned the drum' });
    await call('get_ticket', { ticket_number });
    return ticket_number;
  } finally {
    await client.close();
  }
}

/** The lines that tell a model where text of other people begins and ends. */
function removeFences(text: string): string {
  return text.replace(/^(Between the untrusted-data tags|<\/?untrusted-data).*\n?/gm, '').trimEnd();
}
