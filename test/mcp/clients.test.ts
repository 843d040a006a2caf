import { type Sandbox, startSandbox } from 'bossdesk-sandbox';
import { type ClientKind, connectTo, type Host, recordRequests, writesOf } from './support.js';

let sandbox: Sandbox;

beforeAll(async () => {
  sandbox = await startSandbox();
});
afterAll(() => sandbox.stop());

describe.each<ClientKind>(['v2', 'v2 modern', 'v1', 'n8n'])('with the client library %s', (client) => {
  let host: Host;

  beforeAll(async () => {
    sandbox.reset();
    host = await connectTo(sandbox, { client });
  });
  afterAll(() => host.close());

  it('lists the default tools without calling BOSSDesk', async () => {
    const { result, requests } = await recordRequests(sandbox, () => host.listTools());
    expect(result).toHaveLength(26);
    expect(requests).toEqual([]);
    expect(host.instructions).toContain('untrusted-data');
  });

  it('finds a CI, creates a ticket by names, logs time on it and reads it back', async () => {
    const { result, requests } = await recordRequests(sandbox, async () => {
      const found = await host.call('search_cis', { query: 'BOSS-1000' });
      const created = await host.call('create_ticket', {
        title: 'BOSS-1000 does not start',
        description: 'Black screen.\n\n  Since <today>.',
        assignee: 'Al Dente',
        type: 'Incident',
        priority: 'High',
      });
      const { ticket_number, message } = created.structured as { ticket_number: number; message: string };
      // Some hosts hand their model the structured content alone.
      expect(message).toBe(created.text);
      const logged = await host.call('add_time_entry', { ticket_number, date: '2026-11-24', duration: 45 });
      const read = await host.call('get_ticket', { ticket_number });
      return { found, created, logged, read, ticket_number };
    });
    const number = String(result.ticket_number);
    expect(result.found.text).toContain('1 | 132001 | BOSS-1000');
    expect(result.created.text).toContain(`Created ticket ${number}`);
    expect(result.created.text).toContain('Ignored unknown arguments: assignee.');
    expect(result.logged.text).toContain(`Logged 45 minutes on ticket ${number}`);
    expect(result.read.text).toContain('45 minutes');
    expect(result.read.text).toContain('Black screen.\n\n  Since <today>.');
    expect(writesOf(requests)).toEqual([
      {
        request: 'POST /tickets',
        body: {
          ticket: {
            title: 'BOSS-1000 does not start',
            type_id: 11001,
            priority_id: 12003,
            description: '<p>Black screen.</p><p>Since &lt;today&gt;.</p>',
          },
        },
      },
      { request: `POST /tickets/${number}/time_entries`, body: { time_entry: { date: '24-11-2026', duration: 45 } } },
    ]);
  });

  it('answers a failure as an error that says what to do', async () => {
    const { text, isError } = await host.call('get_ticket', { ticket_number: 9999 });
    expect(isError).toBe(true);
    expect(text).toContain('there is no ticket 9999');
  });
});
