import { type Sandbox, startSandbox } from 'bossdesk-sandbox';
import { connectTo, type Host } from './support.js';

const MAX_BYTES = 40_000;

let sandbox: Sandbox;
let host: Host;

beforeAll(async () => {
  sandbox = await startSandbox({ tickets: 10 });
  host = await connectTo(sandbox);
});
afterAll(async () => {
  await host.close();
  await sandbox.stop();
});

async function post(path: string, body: unknown) {
  const response = await fetch(`${sandbox.url}/api/v1${path}`, {
    method: 'POST',
    headers: { authorization: `Token token="${sandbox.apiKey}"`, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  expect(response.status).toBe(201);
}

it('shows a hundred tickets with long titles in one reply', async () => {
  for (let index = 0; index < 100; index += 1) {
    await post('/tickets', {
      ticket: {
        title: `${index} ${'プリンタが動きません'.repeat(25)}`,
        type_id: 11001,
        priority_id: 12003,
        agent_id: 22002,
      },
    });
  }
  const { text } = await host.call('search_tickets', { limit: 100, sort: 'id desc' });
  expect(Buffer.byteLength(JSON.stringify(text))).toBeLessThanOrEqual(MAX_BYTES);
  expect(text).toMatch(/^Tickets 1 to 100; page 2 has more\./);
  expect(text.match(/^\d+ \| \d+ プリンタ/gm)).toHaveLength(100);
});

it('shows of a very long ticket what matters most, and says what is missing', async () => {
  await post('/tickets', {
    ticket: { title: 'Long', description: `<p>${'word '.repeat(30_000)}</p>`, type_id: 11001, priority_id: 12003 },
  });
  for (let index = 0; index < 12; index += 1) {
    await post('/tickets/111/comments', {
      comment: { body: `<p>comment ${index} ${'text '.repeat(1500)}</p>`, is_public: false },
    });
  }
  const full = await host.call('get_ticket', { ticket_number: 111, detail: 'full' });
  expect(Buffer.byteLength(JSON.stringify(full.text))).toBeLessThanOrEqual(MAX_BYTES);
  expect(full.text).toMatch(
    /description \(characters 1–\d+ of 149999; page 2 goes on\).*comments \(12, 1–\d newest first; page 2 goes on\):.*comment 11 .*\nPage 2 goes on\.$/s,
  );

  const summary = await host.call('get_ticket', { ticket_number: 111 });
  expect(Buffer.byteLength(JSON.stringify(summary.text))).toBeLessThanOrEqual(8000);
  expect(summary.text).toContain('comments (12, 1–5 newest first; page 2 goes on):');
  expect(summary.text).toMatch(/\nPage 2 goes on; detail "full" shows more on page 1\.$/);
});

it('confirms a write in one short block', async () => {
  const { text } = await host.call('update_ticket', {
    ticket_number: 1,
    description: 'long '.repeat(5000),
    priority: 'Low',
  });
  expect(text.length).toBeLessThan(400);
  expect(text).toMatch(/^Updated ticket 1\./);
});

it('reads HTML as text', async () => {
  await post('/tickets/2/comments', {
    comment: {
      body: '<p>See <a href="https://example.com/kb">the guide</a></p><ul><li>one</li></ul>',
      is_public: true,
    },
  });
  const { text } = await host.call('get_ticket', { ticket_number: 2 });
  expect(text).toContain('See the guide [https://example.com/kb]\n\n   * one');
  expect(text).not.toMatch(/<p>|<li>/);
});
