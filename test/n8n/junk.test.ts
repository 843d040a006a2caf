import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { chainNodes, runWorkflow } from '../support/n8nInProcess.js';
import { actionCases } from './actionCases/index.js';

const bodies = [
  '',
  'null',
  '7',
  '"maintenance"',
  '[]',
  '[null]',
  '["a"]',
  '{}',
  '<html>Maintenance</html>',
  '{"id":1,"na',
];

let server: Server;
let body = '';
beforeAll(async () => {
  server = createServer((request, response) => {
    request.resume().on('end', () => response.setHeader('content-type', 'application/json').end(body));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

it.each(bodies)('no action stumbles over the answer %j', async (answer) => {
  body = answer;
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const told = await Promise.all(
    Object.entries(actionCases).map(async ([action, { parameters }]) => {
      const [resource, operation] = action.split('.');
      const node = {
        name: action,
        type: 'n8n-nodes-bossdesk.bossDesk',
        parameters: { authentication: 'apiKey', resource, operation, ...parameters },
      } as Parameters<typeof chainNodes>[0];
      const credentials = { bossDeskApi: { url, apiKey: 'k-1' } };
      const { error } = (await runWorkflow({ workflow: chainNodes(node), credentials })).node(action);
      return { action, message: error?.message ?? '' };
    }),
  );
  expect(
    told.filter(({ message }) => /Cannot read|is not a function|not iterable|undefined|NaN/.test(message)),
  ).toEqual([]);
});
