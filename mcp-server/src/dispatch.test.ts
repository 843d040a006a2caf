import { AbortedError, type Client } from 'bossdesk-client';
import { type Flags, readConfig } from './config.js';
import { createToolbox } from './dispatch.js';
import { createNameMemory } from './names.js';

/** A toolbox whose client is only what the test makes it. */
function createDesk(getClient: () => Promise<Client>, flags: Flags = {}) {
  const warnings: string[] = [];
  const toolbox = createToolbox({
    config: readConfig({}, { toolsets: 'all', ...flags }),
    getClient,
    names: createNameMemory(getClient),
    log: { info: () => undefined, warn: (message) => warnings.push(message) },
  });
  const call = (name: string, args: object, signal = new AbortController().signal) =>
    toolbox.call(name, args, { signal });
  return { toolbox, call, warnings };
}

const never = () => new Promise<never>(() => undefined);
const clientOf = (parts: object) => () => Promise.resolve(parts as Client);

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

it.each([
  ['unanswered', /^Nothing was deleted: the user was asked and did not answer in time\./],
  ['unclear', /^Nothing was deleted: the user was asked, and what the host answered is neither yes nor no\.$/],
] as const)(
  'deletes nothing where the question to the person is %s, whatever the model confirms',
  async (answer, words) => {
    const call = jest.fn(async () => ({ id: 132_007, friendly_id: 7, name: 'LT-1006' }));
    const ask = jest.fn(async () => answer);
    const { toolbox } = createDesk(clientOf({ call }));
    const asking = { signal: new AbortController().signal, consent: { ask } };
    const reply = await toolbox.call('delete_ci', { ci_number: 7, confirm: true }, asking);
    expect(reply).toMatchObject({ isError: true, text: expect.stringMatching(words) });
    expect(ask).toHaveBeenCalledWith('Delete CI 7 "LT-1006"? This cannot be undone.');
    expect(call.mock.calls).toEqual([['cis.get', { friendly_id: 7 }, expect.anything()]]);
  },
);

describe('a call that takes too long', () => {
  it.each([
    ['get_account', {}, /^Get the account and its settings took longer than 55 seconds and was given up\.$/],
    ['add_ticket_comment', { ticket_number: 1, body: 'Hi' }, /given up\. A change may have been made: look before/],
    ['delete_ci', { ci_number: 1, confirm: true }, /given up\. A change may have been made: look before/],
  ])('is given up, and a change is feared only where one was asked for: %s', async (name, args, message) => {
    const answers: unknown[] = [];
    const reply = createDesk(never).call(name, args);
    void reply.then((answer) => answers.push(answer));
    await jest.advanceTimersByTimeAsync(55_000);
    expect(answers).toEqual([]);
    await jest.advanceTimersByTimeAsync(4_000);
    expect(await reply).toMatchObject({ isError: true, text: expect.stringMatching(message) });
  });

  it('is ended at the client too, which would otherwise go on, and is told at once when that gives up', async () => {
    const get = (_: object, { signal }: { signal: AbortSignal }) =>
      new Promise((_, reject) => {
        signal.addEventListener('abort', () => {
          reject(new AbortedError('Could not get the account: it was cancelled', { operation: 'account.get' }));
        });
      });
    const reply = createDesk(clientOf({ account: { get } })).call('get_account', {});
    await jest.advanceTimersByTimeAsync(54_999);
    expect(jest.getTimerCount()).toBe(1);
    await jest.advanceTimersByTimeAsync(1);
    expect(await reply).toMatchObject({ isError: true, text: expect.stringContaining('longer than 55 seconds') });
    expect(jest.getTimerCount()).toBe(0);
  });

  it('has a moment to say how far it came', async () => {
    const refuse = (_: object, { signal }: { signal: AbortSignal }) =>
      new Promise((_, reject) => {
        signal.addEventListener('abort', () => {
          reject(new AbortedError('Could not close a ticket: it was cancelled', { operation: 'tickets.close' }));
        });
      });
    const tickets = { close: refuse, get: () => Promise.resolve({ status: 'assigned' }) };
    const client = { call: () => Promise.resolve({ id: 9 }), tickets };
    const reply = createDesk(clientOf(client)).call('close_ticket', { ticket_number: 1, comment: 'Done' });
    await jest.advanceTimersByTimeAsync(55_000);
    expect(await reply).toMatchObject({
      isError: true,
      text: expect.stringMatching(/^Half done: private comment 9 was added to ticket 1, but it was not closed\./),
    });
  });

  it('is not what moving a file is: an upload has the time that it needs', async () => {
    const host = new AbortController();
    let given: AbortSignal | undefined;
    const upload = (_: object, { signal }: { signal: AbortSignal }) => {
      given = signal;
      return Promise.resolve({ id: 7, name: 'a', size: 1 });
    };
    const args = { ci_number: 1, content_base64: 'YQ==', file_name: 'a' };
    const { call } = createDesk(clientOf({ attachments: { upload } }));
    expect(await call('upload_ci_attachment', args, host.signal)).toMatchObject({ structured: { attachment_id: 7 } });
    expect(jest.getTimerCount()).toBe(0);
    host.abort();
    expect(given?.aborted).toBe(true);
  });
});

describe('a call that its host cancels', () => {
  it('is cancelled at the client', async () => {
    const host = new AbortController();
    const seen: boolean[] = [];
    const get = (_: object, { signal }: { signal: AbortSignal }) => {
      host.abort();
      seen.push(signal.aborted);
      return Promise.resolve({ name: 'Acme' });
    };
    await createDesk(clientOf({ account: { get } })).call('get_account', {}, host.signal);
    expect(seen).toEqual([true]);
  });
});

describe('a failure that nobody expected', () => {
  it('is told in one line, and to the operator with where it came from', async () => {
    const { call, warnings } = createDesk(() => Promise.reject(new Error(`two\nlines ${'x'.repeat(400)}`)));
    const reply = await call('get_account', {});
    expect(reply).toMatchObject({ isError: true, text: expect.stringMatching(/^Unexpected failure: two lines x+…$/) });
    expect(reply?.text).toHaveLength('Unexpected failure: '.length + 300);
    expect(warnings).toEqual([expect.stringMatching(/^get_account failed: Error: two\nlines x+\n +at /)]);
  });

  it('is told though it is no error', async () => {
    // A library may reject with anything.
    const reject = () => new Promise<never>((_, fail) => (fail as (reason: unknown) => void)('odd'));
    const { call, warnings } = createDesk(reject);
    expect(await call('get_account', {})).toMatchObject({ text: 'Unexpected failure: odd' });
    expect(warnings).toEqual(['get_account failed: odd']);
  });

  it('is not what the set-up lacks', async () => {
    const { call, warnings } = createDesk(clientOf({}));
    expect(await call('get_ci', {})).toMatchObject({ text: 'Give either ci_number or barcode.' });
    expect(warnings).toEqual([]);
  });
});

describe('a tool', () => {
  it('that there is not is no reply', async () => {
    expect(await createDesk(never).call('no_such_tool', {})).toBeUndefined();
  });

  it.each([
    [{ readOnly: true, destructive: 'allow' }, 'create_ticket', 'this server only reads'],
    [{ readOnly: true, destructive: 'block' }, 'delete_ci', 'this server only reads'],
    [{ destructive: 'block' }, 'delete_ci', 'this server deletes nothing'],
    [{ toolsets: 'work' }, 'get_ticket', 'this server does not offer the toolset tickets'],
  ])('that %j withholds is neither offered nor called: %s', async (flags, name, reason) => {
    const { toolbox, call } = createDesk(never, flags);
    expect(await call(name, { confirm: true })).toEqual({
      text: `${name} is not available: ${reason}.`,
      isError: true,
    });
    expect(toolbox.offered.map((tool) => tool.name)).not.toContain(name);
  });

  it.each([{}, { confirm: false }, { confirm: 'no' }])('that deletes is not called with %j', async (given) => {
    const { call } = createDesk(never, { destructive: 'confirm' });
    const { text = '' } = (await call('delete_task', { ticket_number: 75, task_id: 15, ...given })) ?? {};
    expect(text).toMatch(/Deleting task 15 of ticket 75 cannot be undone|confirm/);
  });
});
