import { fileURLToPath } from 'node:url';
import { Client } from '@modelcontextprotocol/client';
import { StdioClientTransport } from '@modelcontextprotocol/client/stdio';
import { startSandbox } from 'bossdesk-sandbox';
import { binPath } from './support.js';

const HEAP_ON_SIGNAL = fileURLToPath(new URL('../support/heapOnSignal.cjs', import.meta.url));
const READS = 3;

/** What a server may keep of what it compiled and learnt meanwhile, in megabytes. */
const SLACK_MB = 8;

it('what hostile texts of many megabytes took comes back', async () => {
  const sandbox = await startSandbox({ control: true });
  const client = new Client({ name: 'test-host', version: '1.0.0' });
  const transport = new StdioClientTransport({
    command: process.execPath,
    args: ['--expose-gc', '--require', HEAP_ON_SIGNAL, binPath],
    env: { BOSSDESK_URL: sandbox.url, BOSSDESK_API_KEY: sandbox.apiKey },
    stderr: 'pipe',
  });
  const read = () => client.callTool({ name: 'get_ticket', arguments: { ticket_number: 1 } });
  const readHeap = () =>
    new Promise<number>((resolve) => {
      const listen = (text: Buffer) => {
        const [, megabytes] = /^HEAP (.+)$/m.exec(text.toString()) ?? [];
        if (megabytes === undefined) return;
        transport.stderr?.off('data', listen);
        resolve(Number(megabytes));
      };
      transport.stderr?.on('data', listen);
      process.kill(transport.pid ?? 0, 'SIGUSR2');
    });
  try {
    await client.connect(transport);
    await read();
    const before = await readHeap();

    const body = `${'<div>'.repeat(80_000)}x${'<br>'.repeat(20_000)}`;
    const headers = { authorization: `Token token="${sandbox.apiKey}"` };
    const real = (await (await fetch(`${sandbox.url}/api/v1/tickets/1`, { headers })).json()) as { comments: object[] };
    const comments = Array.from({ length: 8 }, (_, index) => ({ ...real.comments[0], id: index + 1, body }));
    const ticket = { ...real, description: body, comments };
    const answer = { status: 200, headers: { 'content-type': 'application/json' }, body: JSON.stringify(ticket) };
    const fault = { method: 'GET', path: '/tickets/:friendly_id', times: READS, ...answer };
    await fetch(`${sandbox.url}/_control/faults`, { method: 'POST', body: JSON.stringify([fault]) });
    for (let time = 0; time < READS; time += 1) expect(await read()).not.toHaveProperty('isError', true);

    expect(await readHeap()).toBeLessThan(before + SLACK_MB);
  } finally {
    await client.close();
    await sandbox.stop();
  }
}, 60_000);
