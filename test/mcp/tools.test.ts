import { type Sandbox, startSandbox } from 'bossdesk-sandbox';
import { connectTo, type Host, recordRequests, type WireRequest } from './support.js';
import { readCases } from './cases/reading.js';
import { deleteCases, recordCases } from './cases/records.js';
import { ticketCases } from './cases/ticketWork.js';
import type { ToolCase } from './cases/toolCase.js';

const writeCases = { ...ticketCases, ...recordCases, ...deleteCases };

let sandbox: Sandbox;
let host: Host;

beforeAll(async () => {
  sandbox = await startSandbox();
  host = await connectTo(sandbox, { args: ['--toolsets', 'all', '--me', 'jackpot'] });
});
afterAll(async () => {
  await host.close();
  await sandbox.stop();
});

/** Attachments have a test of their own, since their bytes go elsewhere. */
const elsewhere = ['get_attachment', 'upload_ci_attachment', 'update_ci_attachment', 'delete_ci_attachment'];

/** Requests by which names are looked up; caches decide whether they are sent. */
const isLookup = ({ request }: WireRequest) =>
  /^GET \/(ci_statuses|ci_types|custom_fields|helpdesk_\w+|locations|searches|tags|task_types|teams|ticket_types)$/.test(
    request,
  ) || /^GET \/(groups|manufacturers|users)\?page=\d+&per_page=30/.test(request);

/** Asks whether the server knows an attribute that rows do not show; sent once per attribute. */
const isProbe = ({ request }: WireRequest) => /q\[(\w+)_null\]=1&q\[\1_not_null\]=1$/.test(request);

/** Ids that the sandbox gives out, known when they are needed. */
const ids = new Map<string, number>();

function fill<T>(value: T): T {
  const text = JSON.stringify(value).replace(/"(TASK|ENTRY|NOTE|GROUP)"/g, (_, name: string) => String(ids.get(name)));
  return JSON.parse(text.replace(/\/(TASK|ENTRY|NOTE)\b/g, (_, name: string) => `/${ids.get(name)}`)) as T;
}

async function expectCase(tool: string, { args, sends, says }: ToolCase) {
  const { result, requests } = await recordRequests(sandbox, () => host.call(tool, fill(args)));
  expect(result.text).toMatch(says);
  expect(result.isError).toBe(false);
  const isReference = tool === 'list_reference_data' || tool === 'list_saved_searches';
  expect(requests.filter((request) => isReference || (!isLookup(request) && !isProbe(request)))).toEqual(fill(sends));
  return result;
}

it('has a case for every tool', async () => {
  const tools = (await host.listTools()).map(({ name }) => name);
  expect([...Object.keys(readCases), ...Object.keys(writeCases), ...elsewhere].sort()).toEqual([...tools].sort());
});

describe('reading', () => {
  it.each(Object.entries(readCases))('%s', async (tool, cases) => {
    for (const one of cases) await expectCase(tool, one);
  });
});

describe('writing', () => {
  beforeAll(async () => {
    const ticket = await host.call('get_ticket', { ticket_number: 1 });
    ids.set('TASK', Number(/- id (\d+) \| Order a black cartridge/.exec(ticket.text)?.[1]));
    const groups = await host.call('list_reference_data', { kind: 'groups', query: 'Support' });
    ids.set('GROUP', Number(/(\d+) \| Support/.exec(groups.text)?.[1]));
  });

  it.each(Object.entries(writeCases))('%s', async (tool, cases) => {
    for (const one of cases) {
      const { structured } = await expectCase(tool, one);
      const created = (structured ?? {}) as { time_entry_id?: number; note_id?: number };
      if (created.time_entry_id !== undefined) ids.set('ENTRY', created.time_entry_id);
      if (created.note_id !== undefined) ids.set('NOTE', created.note_id);
    }
  });
});
