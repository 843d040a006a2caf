import { startSandbox } from 'bossdesk-sandbox';
import { once } from 'node:events';
import { connect } from 'node:net';
import { recordSent } from './requests.js';

it('does not count what was sent before', async () => {
  const sandbox = await startSandbox();
  try {
    const earlier = connect(Number(new URL(sandbox.url).port), '127.0.0.1');
    await once(earlier, 'connect');
    earlier.end('GET /api/v1/tickets?page=2 HTTP/1.1\r\nhost: localhost\r\n\r\n');
    const { requests } = await recordSent(sandbox, () => fetch(`${sandbox.url}/api/v1/tickets?page=1`));
    expect(requests.map(({ query }) => query)).toEqual(['page=1']);
    expect(sandbox.requests.map(({ query }) => query)).toEqual(['page=2', 'page=1']);
  } finally {
    await sandbox.stop();
  }
});
