import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { makeAlerts, makeNewAlerts, sendAlerts } from './queue/alerts.js';

let server: Server | undefined;
afterEach(() => {
  server?.closeAllConnections();
  server?.close();
});

async function listen(answer: RequestListener): Promise<string> {
  const listening = createServer(answer);
  server = listening;
  await new Promise<void>((resolve) => listening.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(listening.address() as AddressInfo).port}/`;
}

it('an alert that an n8n answers while it starts is sent again, until it is taken', async () => {
  const answers = [
    [200, 'n8n is starting up. Please wait'],
    [503, '{}'],
    [404, '{}'],
  ] as const;
  let asked = 0;
  const url = await listen((_, response) => {
    const [status, body] = answers[asked] ?? [200, ''];
    asked += 1;
    response.writeHead(status).end(body);
  });
  expect(await sendAlerts(url, makeNewAlerts(1, 0), 1)).toEqual([expect.objectContaining({ status: 200, early: 1 })]);
  expect(asked).toBe(answers.length + 1);
});

it('an alert whose connection breaks off has no status, and a failure keeps its own', async () => {
  let asked = 0;
  const url = await listen((request, response) => {
    asked += 1;
    if (asked === 1) request.socket.destroy();
    else response.writeHead(500).end('{}');
  });
  const sent = await sendAlerts(url, makeNewAlerts(2, 0), 1);
  expect(sent.map(({ status, early }) => ({ status, early }))).toEqual([
    { status: undefined, early: 0 },
    { status: 500, early: 0 },
  ]);
});

it('alerts are of as many keys as asked for, some right behind each other', () => {
  const alerts = makeAlerts(50, 40);
  expect(alerts).toHaveLength(50);
  expect(new Set(alerts.map(({ key }) => key)).size).toBe(40);
  expect(alerts.slice(0, 3).map(({ event }) => event)).toEqual(['0-first', '0-second', '1-first']);
});
