import { type Sandbox, startSandbox } from 'bossdesk-sandbox';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { readCases } from './cases/reading.js';
import { deleteCases, recordCases } from './cases/records.js';
import { ticketCases } from './cases/ticketWork.js';
import { openHost } from './inProcess.js';

const bodies = [
  ...['', 'null', '7', '"maintenance"', 'true', '[]', '[null]', '["a"]', '[[]]', '[{}]', '[{"id":1}]'],
  ...['{}', '{"ok":true}', '{"data":{"id":1}}', '{"id":1}', '{"id":1,"tasks":7,"comments":"x","tags":{},"type":[]}'],
  ...['<html><body>Maintenance</body></html>', '{"id":1,"na'],
];

let sandbox: Sandbox;
let server: Server;
let body = '';
/** Whether names can be looked up. */
let isNamed = true;

const lookups =
  /^\/api\/v1\/(?:ci_statuses|ci_types|custom_fields|groups|helpdesk_\w+|locations|manufacturers|searches|tags|task_types|teams|ticket_types|users)\b(?!\/)/;

beforeAll(async () => {
  sandbox = await startSandbox();
  server = createServer((request, response) => {
    request.resume().on('end', () => {
      const { method, url = '' } = request;
      response.setHeader('content-type', 'application/json');
      if (!isNamed || method !== 'GET' || !lookups.test(url)) return response.end(body);
      const headers = { authorization: `Token token="${sandbox.apiKey}"`, accept: 'application/json' };
      void fetch(`${sandbox.url}${url}`, { headers })
        .then((answer) => answer.text())
        .then((text) => response.end(text));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});
afterAll(async () => {
  server.closeAllConnections();
  server.close();
  await sandbox.stop();
});

const ids = (value: object) => JSON.parse(JSON.stringify(value).replace(/"(?:TASK|ENTRY|NOTE|GROUP)"/g, '1')) as object;

const calls: readonly (readonly [string, object])[] = [
  ...Object.entries({ ...readCases, ...ticketCases, ...recordCases, ...deleteCases }).flatMap(([tool, cases]) =>
    cases.map(({ args }) => [tool, ids(args)] as const),
  ),
  ['get_attachment', { attachment_id: 1, ticket_number: 1 }],
  ['upload_ci_attachment', { ci_number: 1, content_base64: 'YQ==', file_name: 'a.txt' }],
  ['update_ci_attachment', { ci_number: 1, attachment_id: 1, description: 'x' }],
  ['delete_ci_attachment', { ci_number: 1, attachment_id: 1, confirm: true }],
];

it.each(bodies.flatMap((one) => [true, false].map((named) => [one, named] as const)))(
  'no tool stumbles over the answer %j (names can be read: %s)',
  async (answer, named) => {
    [body, isNamed] = [answer, named];
    const host = openHost({
      env: {
        BOSSDESK_URL: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
        BOSSDESK_API_KEY: sandbox.apiKey,
        BOSSDESK_MAX_RETRIES: '0',
        BOSSDESK_TOOLSETS: 'all',
        BOSSDESK_DESTRUCTIVE: 'allow',
        BOSSDESK_ME: 'jackpot',
      },
    });
    const replies = await Promise.all(
      calls.map(async ([tool, args]) => ({ tool, text: (await host.call(tool, { ...args })).text })),
    );
    await host.close();
    const stumbled = replies.filter(({ text }) =>
      /Cannot read|is not a function|not iterable|Unexpected failure|^[^\n]*(?:undefined|NaN)/.test(text),
    );
    expect(stumbled).toEqual([]);
  },
);
