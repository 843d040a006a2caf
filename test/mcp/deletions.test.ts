import { type Sandbox, startSandbox } from 'bossdesk-sandbox';
import { type ClientKind, connectTo, type Host, recordRequests, writesOf } from './support.js';

let sandbox: Sandbox;
const hosts: Host[] = [];

beforeAll(async () => {
  sandbox = await startSandbox();
});
beforeEach(() => sandbox.reset());
afterAll(async () => {
  await Promise.all(hosts.map((host) => host.close()));
  await sandbox.stop();
});

interface Person {
  readonly host: Host;
  /** What was put to them. */
  readonly questions: string[];
  answer: unknown;
}

/** A start takes longer than all that is asked here, so tests share the hosts. */
const people = new Map<string, Person>();

/** A host whose person answers so from now on, and the questions that are put. */
async function connect(client: ClientKind, answer: unknown, args: readonly string[] = []): Promise<Person> {
  const key = [client, ...args].join(' ');
  const person = people.get(key) ?? (await open(client, args));
  people.set(key, person);
  person.questions.length = 0;
  person.answer = answer;
  return person;
}

async function open(client: ClientKind, args: readonly string[]): Promise<Person> {
  const questions: string[] = [];
  const elicit = (question: string) => {
    questions.push(question);
    return person.answer;
  };
  const host = await connectTo(sandbox, { client, args: ['--toolsets', 'all', ...args], elicit });
  hosts.push(host);
  const person: Person = { host, questions, answer: undefined };
  return person;
}

const eras: ClientKind[] = ['v2', 'v2 modern'];

describe.each(eras)('a deletion, with the client %s', (client) => {
  it('that the person accepts is done, once, of the record that they were told', async () => {
    const { host, questions } = await connect(client, { action: 'accept', content: {} });
    const { result, requests } = await recordRequests(sandbox, () => host.call('delete_ci', { ci_number: 7 }));
    expect(questions).toEqual([expect.stringMatching(/^Delete CI 7 "[A-Z]+-\d+"\? This cannot be undone\.$/)]);
    expect(result).toMatchObject({ isError: false, text: 'Deleted CI 7.' });
    expect(writesOf(requests)).toEqual([{ request: 'DELETE /cis/7' }]);
  });

  it.each([
    [{ action: 'decline' }, 'Nothing was deleted: the user declined.'],
    [{ action: 'cancel' }, 'Nothing was deleted: the user closed the question without an answer.'],
    [
      { action: 'accept', content: { sure: false } },
      'Nothing was deleted: the user was asked, and what the host answered is neither yes nor no.',
    ],
  ])('that is answered by %j is not done', async (answer, words) => {
    const { host, questions } = await connect(client, answer);
    for (const args of [{ ci_number: 7 }, { ci_number: 7, confirm: true }]) {
      const { result, requests } = await recordRequests(sandbox, () => host.call('delete_ci', args));
      expect(result).toMatchObject({ isError: true, text: words });
      expect(writesOf(requests)).toEqual([]);
    }
    expect(questions).toHaveLength(2);
  });

  it('names what is deleted and where it is', async () => {
    const { host, questions } = await connect(client, { action: 'decline' });
    await host.call('delete_task', { ticket_number: 1, task_id: 1_000_005 });
    await host.call('delete_time_entry', { ticket_number: 1, time_entry_id: 1_000_009 });
    await host.call('delete_ci_note', { ci_number: 7, note_id: 5 });
    const printer = 'ticket 1 "My black and white printer started printing colours"';
    expect(questions).toEqual([
      `Delete task 1000005 "Order a black cartridge" of ${printer}? This cannot be undone.`,
      `Delete time entry 1000009 (150 minutes on 2026-02-21 by Barry Cade) of ${printer}? This cannot be undone.`,
      expect.stringMatching(/^Delete note 5 of CI 7 "[A-Z]+-\d+"\?/),
    ]);
  });

  it('of what there is not is not asked about', async () => {
    const { host, questions } = await connect(client, { action: 'accept', content: {} });
    expect(await host.call('delete_task', { ticket_number: 1, task_id: 9 })).toMatchObject({
      isError: true,
      text: 'There is no task 9 in ticket 1. Nothing was changed.',
    });
    expect((await host.call('delete_ci', { ci_number: 9999 })).text).toContain('there is no CI 9999');
    expect(questions).toEqual([]);
  });

  it('is not asked about where the operator allows it', async () => {
    const { host, questions } = await connect(client, { action: 'decline' }, ['--destructive', 'allow']);
    expect((await host.call('delete_ci', { ci_number: 8 })).text).toBe('Deleted CI 8.');
    expect(questions).toEqual([]);
  });
});

it('what a host answers that is no answer deletes nothing', async () => {
  const { host } = await connect('v2', { action: 'perhaps' });
  const { result, requests } = await recordRequests(sandbox, () => host.call('delete_ci', { ci_number: 7 }));
  expect(result.text).toBe(
    'Nothing was deleted: the user was asked, and what the host answered is neither yes nor no.',
  );
  expect(writesOf(requests)).toEqual([]);
});

it.each<ClientKind>([...eras, 'v1', 'n8n'])(
  'where the host shows no questions, the model confirms: %s',
  async (client) => {
    const host = await connectTo(sandbox, { client, args: ['--toolsets', 'destructive'] });
    hosts.push(host);
    const { text } = await host.call('delete_ci', { ci_number: 7 });
    expect(text).toMatch(
      /^Nothing was deleted\. Deleting CI 7 cannot be undone: ask the user, and call delete_ci again/,
    );
    expect((await host.call('delete_ci', { ci_number: 7, confirm: true })).text).toBe('Deleted CI 7.');
  },
);
