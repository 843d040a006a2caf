import { type NodeContext, createNodeTransport } from '../../nodes/BossDesk/transport.js';

const request = {
  method: 'GET',
  url: 'https://acme.bossdesk.io/api/v1/tickets',
  headers: {},
  auth: 'api',
  timeoutMs: 1000,
  maxBytes: 1000,
} as const;

/** A transport over a helper of n8n's that answers at once, and how many requests it was handed. */
function openTransport() {
  let handed = 0;
  const context = {
    getNode: () => ({ credentials: {} }),
    helpers: {
      httpRequestWithAuthentication() {
        handed += 1;
        return Promise.resolve({ statusCode: 200, headers: {}, body: '{}' });
      },
    },
  } as unknown as NodeContext;
  return { transport: createNodeTransport(context, 'bossDeskApi', {}), handed: () => handed };
}

/** Everything that needs no turn of the event loop. */
async function settle() {
  for (let step = 0; step < 200; step += 1) await Promise.resolve();
}

it('hands n8n one request in a turn of the event loop, so that each is on its way before the next is made ready', async () => {
  const { transport, handed } = openTransport();
  const answers = Promise.all([1, 2, 3].map(() => transport(request)));
  await settle();
  expect(handed()).toBe(1);
  expect((await answers).map(({ status }) => status)).toEqual([200, 200, 200]);
  expect(handed()).toBe(3);
});

it('sends nothing for somebody who gave up while waiting for the turn', async () => {
  const { transport, handed } = openTransport();
  const abort = new AbortController();
  const first = transport(request);
  const second = transport({ ...request, signal: abort.signal });
  abort.abort();
  await expect(second).rejects.toMatchObject({ reason: 'aborted', sent: false });
  await first;
  expect(handed()).toBe(1);
});
