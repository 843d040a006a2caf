import { type Sandbox, startSandbox } from 'bossdesk-sandbox';
import { rawText, removeChance, stopClock } from '../support/snapshotText.js';
import { readingReplies } from './replies/reading.js';
import { badArguments, brokenAnswers } from './replies/refusals.js';
import type { ReplyCase } from './replies/replyCase.js';
import { recordReplies, ticketReplies, workReplies } from './replies/writing.js';
import { type CallOutcome, connectTo, type Host, type ListedTool } from './support.js';

const replies = { ...readingReplies, ...ticketReplies, ...workReplies, ...recordReplies };

expect.addSnapshotSerializer(rawText);

let sandbox: Sandbox;
let host: Host;

beforeAll(async () => {
  stopClock();
  sandbox = await startSandbox({ control: true });
  host = await connectTo(sandbox, { args: ['--toolsets', 'all', '--me', 'jackpot'] });
});
beforeEach(() => sandbox.reset());
afterAll(async () => {
  await host.close();
  await sandbox.stop();
  jest.useRealTimers();
});

const orderFaults = (faults: readonly unknown[]) =>
  fetch(`${sandbox.url}/_control/faults`, { method: 'POST', body: JSON.stringify(faults) });

async function callAfter(tool: string, { args, after, faults }: ReplyCase) {
  const made = after === undefined ? undefined : await host.call(...after);
  expect(made?.isError).not.toBe(true);
  if (faults !== undefined) await orderFaults(faults);
  const whole = { ...args, ...idsIn(made?.structured) };
  return { whole, outcome: await host.call(tool, whole) };
}

/** Structured content says in numbers what later calls need; as its message, it says all that the text does. */
function idsIn(structured: unknown): Record<string, unknown> {
  return Object.fromEntries(Object.entries(structured ?? {}).filter(([name]) => name !== 'message'));
}

function writeDown(tool: string, args: object, { text, isError, structured }: CallOutcome): string {
  const written = [
    `> ${tool} ${JSON.stringify(args)}`,
    isError ? '! error' : undefined,
    removeChance(text, sandbox),
    structured === undefined ? undefined : `= ${JSON.stringify(idsIn(structured))}`,
  ];
  return written.filter((part) => part !== undefined).join('\n');
}

/** All that a host is told of a tool, an argument a line. */
function outlineTool({ name, inputSchema, ...others }: ListedTool): string {
  const { properties = {}, ...rest } = inputSchema;
  const args = Object.entries(properties).map(([argument, schema]) => `  ${argument} ${JSON.stringify(schema)}`);
  return [name, JSON.stringify(others), JSON.stringify(rest), ...args].join('\n');
}

it('has the reply of every tool', async () => {
  const tools = (await host.listTools()).map(({ name }) => name);
  expect(Object.keys(replies).sort()).toEqual([...tools].sort());
});

it('tells a host what there is', async () => {
  const tools = (await host.listTools()).map(outlineTool);
  expect([host.instructions, ...tools].join('\n\n')).toMatchSnapshot();
});

describe.each(Object.entries({ ...replies, get_ticket: { ...replies['get_ticket'], ...brokenAnswers } }))(
  '%s:',
  (tool, cases) => {
    it.each(Object.entries(cases))('%s', async (_, one) => {
      const { whole, outcome } = await callAfter(tool, one);
      expect(writeDown(tool, whole, outcome)).toMatchSnapshot();
      expect(outcome.isError).toBe(one.fails === true);
    });
  },
);

it('refuses arguments that do not fit', async () => {
  const written: string[] = [];
  for (const [tool, args] of badArguments) written.push(writeDown(tool, args, await host.call(tool, args)));
  expect(written.join('\n\n')).toMatchSnapshot();
  expect(sandbox.requests.filter(({ method }) => method !== 'GET')).toEqual([]);
});
