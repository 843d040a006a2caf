import { setTimeout as sleep } from 'node:timers/promises';
import { type Client, createClient } from 'bossdesk-client';
import { createUndiciTransport } from 'bossdesk-client/undici';
import { type Sandbox, startSandbox } from 'bossdesk-sandbox';
import { REPOSITORY_ROOT } from '../../scripts/repositoryRoot.js';
import { createN8n, type N8n } from './n8nInstance.js';

/** The first time, n8n itself is installed. */
const INSTALL_LIMIT_MS = 20 * 60_000;

describe('the packed node in n8n', () => {
  let sandbox: Sandbox;
  let n8n: N8n;
  let transport: ReturnType<typeof createUndiciTransport>;
  let client: Client;

  beforeAll(async () => {
    sandbox = await startSandbox();
    transport = createUndiciTransport({ apiKey: sandbox.apiKey });
    client = createClient({ baseUrl: sandbox.url, transport, sleep });
    n8n = await createN8n({
      workflowsFolder: `${REPOSITORY_ROOT}/test/e2e/workflows`,
      credentials: [
        {
          id: 'bossdeskSandbox1',
          name: 'BOSSDesk sandbox',
          type: 'bossDeskApi',
          data: { url: sandbox.url, apiKey: sandbox.apiKey },
        },
        {
          id: 'bossdeskWrongKey1',
          name: 'Wrong key',
          type: 'bossDeskApi',
          data: { url: sandbox.url, apiKey: 'nobody' },
        },
      ],
    });
  }, INSTALL_LIMIT_MS);

  afterAll(async () => {
    n8n.remove();
    await transport.close();
    await sandbox.stop();
  });

  it('takes a ticket from creation to closing', async () => {
    const { status, items } = await n8n.execute('ticketLifecycle1');

    expect(status).toBe('success');
    expect(items('Create Ticket')).toHaveLength(1);
    const number = items('Create Ticket')[0]?.['friendly_id'];
    const ticket = await client.tickets.get({ friendly_id: Number(number) });
    expect(ticket).toMatchObject({
      title: 'Printer on floor 3 is offline',
      status: 'closed',
      type: { name: 'Incident' },
      priority: { name: 'High' },
      time_entries: [{ date: '2026-11-20', duration: 45 }],
    });
    expect(ticket.comments).toEqual([expect.objectContaining({ body: '<p>Tray closed.</p>', is_public: true })]);
    expect(items('Find Ticket')).toEqual([expect.objectContaining({ friendly_id: number })]);
    expect(items('Get Ticket')).toEqual([expect.objectContaining({ friendly_id: number, status: 'closed' })]);
  });

  it('sends the items that fail to the error output and the others on', async () => {
    const { status, items } = await n8n.execute('someFail1');

    expect(status).toBe('success');
    expect(items('Get Ticket').map((item) => item['friendly_id'])).toEqual([1, 2]);
    expect(items('Get Ticket', 1)).toEqual([expect.objectContaining({ error: expect.stringContaining('999999') })]);
  });

  it('says that the key was refused', async () => {
    const { items } = await n8n.execute('wrongKey1');

    expect(items('Get Account')).toEqual([]);
    expect(items('Get Account', 1)).toEqual([expect.objectContaining({ error: expect.stringMatching(/key/i) })]);
  });

  it('finds every matching configuration item over all pages', async () => {
    const { items } = await n8n.execute('findServers1');

    const expected = [];
    for await (const ci of client.cis.list.items({ q: { name_start: 'SRV-' } })) expected.push(ci.name);
    expect(expected.length).toBeGreaterThan(0);
    expect(items('Find Servers').map((item) => item['name'])).toEqual(expected);
  });
});
