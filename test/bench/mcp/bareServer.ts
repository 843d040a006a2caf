// The least that answers the same two questions on the same library: what BOSSDesk said, as it said it.
// node bareServer.mjs <address of the desk> <key>
import { McpServer } from '@modelcontextprotocol/server';
import { serveStdio } from '@modelcontextprotocol/server/stdio';
import { Pool } from 'undici';

const [url = '', apiKey = ''] = process.argv.slice(2);
// As wide as our client.
const pool = new Pool(url, { connections: 8 });
const headers = { authorization: `Token token=${apiKey}`, accept: 'application/json' };

async function ask(path: string): Promise<unknown> {
  const { body } = await pool.request({ path: `/api/v1/${path}`, method: 'GET', headers });
  return JSON.parse(await body.text()) as unknown;
}

const paths: Readonly<Record<string, (args: Readonly<Record<string, unknown>>) => string>> = {
  get_ticket: ({ ticket_number: number }) => `tickets/${String(number)}`,
  search_tickets: () => 'tickets?page=1&per_page=20&q[status_eq]=assigned&q[s]=id+desc',
};

serveStdio(() => {
  const mcp = new McpServer({ name: 'bare', version: '1.0.0' }, { capabilities: { tools: {} } });
  const inputSchema = { type: 'object' as const };
  mcp.server.setRequestHandler('tools/list', () => ({
    tools: Object.keys(paths).map((name) => ({ name, inputSchema })),
  }));
  mcp.server.setRequestHandler('tools/call', async ({ params }) => {
    const path = paths[params.name]?.(params.arguments ?? {});
    if (path === undefined) throw new Error(`There is no tool ${params.name}`);
    return { content: [{ type: 'text' as const, text: JSON.stringify(await ask(path)) }] };
  });
  return mcp;
});
