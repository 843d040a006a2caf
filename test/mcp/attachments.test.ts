import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Sandbox, startSandbox } from 'bossdesk-sandbox';
import { connectTo, type Host, recordRequests } from './support.js';

let sandbox: Sandbox;
let host: Host;
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'bossdesk-mcp-'));
  sandbox = await startSandbox();
  host = await connectTo(sandbox, { args: ['--toolsets', 'all', '--files-dir', folder] });
});
afterAll(async () => {
  await host.close();
  await sandbox.stop();
  await rm(folder, { recursive: true, force: true });
});

const linkIn = (text: string) => /link, good for 10 minutes: (\S+)/.exec(text)?.[1] ?? '';
const uploadedId = (structured: unknown) => (structured as { attachment_id: number }).attachment_id;

it('uploads a file from an allowed folder, shows it, describes it anew and deletes it', async () => {
  const path = join(folder, 'log "1" ü.txt');
  await writeFile(path, 'line one\n'.repeat(1000));
  const { result, requests } = await recordRequests(sandbox, () =>
    host.call('upload_ci_attachment', { ci_number: 1, file_path: path, description: 'Log' }),
  );
  expect(result.text).toContain('Attached the file to CI 1');
  expect(requests.map(({ request }) => request.replace(/ \S*uploads\S*| \/$/, ' storage'))).toEqual([
    'GET /cis/1/attachments/new',
    expect.stringMatching(/^POST /),
    'POST /cis/1/attachments',
  ]);

  const attachment_id = uploadedId(result.structured);
  const shown = await host.call('get_attachment', { attachment_id, ci_number: 1 });
  expect(shown.text).toContain('size: 9.0 kB');
  const file = await fetch(linkIn(shown.text));
  expect(await file.text()).toBe('line one\n'.repeat(1000));

  const updated = await host.call('update_ci_attachment', { ci_number: 1, attachment_id, description: 'Old log' });
  expect(updated.text).toContain(`Updated attachment ${attachment_id} of CI 1.`);
  expect((await host.call('delete_ci_attachment', { ci_number: 1, attachment_id, confirm: true })).text).toBe(
    `Deleted attachment ${attachment_id} of CI 1.`,
  );
  expect((await host.call('get_attachment', { attachment_id, ci_number: 1 })).isError).toBe(true);
});

it('uploads bytes that the model has', async () => {
  const content_base64 = Buffer.from('hello').toString('base64');
  const { structured } = await host.call('upload_ci_attachment', { ci_number: 2, content_base64, file_name: 'a.txt' });
  const { text } = await host.call('get_attachment', { attachment_id: uploadedId(structured), ci_number: 2 });
  expect(await (await fetch(linkIn(text))).text()).toBe('hello');
});

it('finds attachments of tickets, of their comments and of my tickets', async () => {
  const ticket = (await host.call('get_ticket', { ticket_number: 1 })).text;
  const attachment_id = Number(/attachments \(1\):\n- id (\d+)/.exec(ticket)?.[1]);
  const [, comment_id, commentAttachment] = /- id (\d+) \| .* \| attachment (\d+) /.exec(ticket) ?? [];
  expect((await host.call('get_attachment', { attachment_id, ticket_number: 1 })).text).toContain(
    'link, good for 10 minutes: http',
  );
  expect(
    (
      await host.call('get_attachment', {
        attachment_id: Number(commentAttachment),
        ticket_number: 1,
        comment_id: Number(comment_id),
      })
    ).isError,
  ).toBe(false);

  const mine = (await host.call('get_my_ticket', { ticket_number: 4 })).text;
  const myAttachment = Number(/attachments \(1\):\n- id (\d+)/.exec(mine)?.[1]);
  expect((await host.call('get_attachment', { attachment_id: myAttachment, my_ticket_number: 4 })).isError).toBe(false);
});

it.each([
  ['get_attachment', { attachment_id: 1 }, 'Give exactly one of ticket_number, ci_number and my_ticket_number.'],
  ['get_attachment', { attachment_id: 1, ticket_number: 1, ci_number: 1 }, 'Give exactly one of'],
  ['get_attachment', { attachment_id: 1, ci_number: 1, comment_id: 2 }, 'comment_id: CIs have no comments'],
  ['upload_ci_attachment', { ci_number: 1 }, 'Give either file_path, or content_base64 with file_name.'],
  ['upload_ci_attachment', { ci_number: 1, content_base64: 'aGk=' }, 'file_name: is needed'],
  ['upload_ci_attachment', { ci_number: 1, content_base64: '%%%', file_name: 'a' }, 'content_base64: is not Base64.'],
  ['upload_ci_attachment', { ci_number: 1, file_path: '/etc/hostname' }, 'there is no such file in the folders'],
])('refuses %s %j before anything is sent', async (tool, args, message) => {
  const { result, requests } = await recordRequests(sandbox, () => host.call(tool, args));
  expect(result).toMatchObject({ isError: true, text: expect.stringContaining(message) });
  expect(requests).toEqual([]);
});
