import { McpServer, SdkError, SdkErrorCode, type ServerContext } from '@modelcontextprotocol/server';
import { createAnswerCodec, openElicitation } from './elicitation.js';

const codec = createAnswerCodec();

/** A host of the 2025 protocol, and what it does with a question. */
function openLegacy(capabilities: object, send: () => Promise<unknown>) {
  const mcp = new McpServer({ name: 'x', version: '1' });
  jest.spyOn(mcp.server, 'getClientCapabilities').mockReturnValue(capabilities);
  const mcpReq = { send: jest.fn(send), signal: new AbortController().signal };
  return { mcpReq, elicitation: openElicitation(mcp, { mcpReq } as unknown as ServerContext, 'call', codec) };
}

/** A call of the 2026 protocol, with what it brings along. */
function openModern(brought: object) {
  const envelope = { 'io.modelcontextprotocol/clientCapabilities': { elicitation: {} } };
  const context = { mcpReq: { envelope, requestState: () => undefined, ...brought } } as unknown as ServerContext;
  return openElicitation(new McpServer({ name: 'x', version: '1' }), context, 'call', codec);
}

const timeout = new SdkError(SdkErrorCode.RequestTimeout, 'Request timed out');

it.each<[string, () => Promise<unknown>, string]>([
  ['never answers', () => Promise.reject(timeout), 'unanswered'],
  ['refuses to show it', () => Promise.reject(new Error('Method not found')), 'unclear'],
  ['answers something else', async () => ({ action: 'maybe' }), 'unclear'],
  ['answers a word of every object', async () => ({ action: 'toString' }), 'unclear'],
  ['fills the form with a no', async () => ({ action: 'accept', content: { agree: false } }), 'unclear'],
  ['accepts', async () => ({ action: 'accept' }), 'accepted'],
])('asks a host that %s, and has to be done in time', async (_, send, answer) => {
  const { elicitation, mcpReq } = openLegacy({ elicitation: {} }, send);
  expect(await elicitation?.consent.ask('Delete it?')).toBe(answer);
  expect(await elicitation?.pending()).toBeUndefined();
  expect(mcpReq.send).toHaveBeenCalledWith(
    expect.objectContaining({ params: expect.objectContaining({ message: 'Delete it?' }) }),
    expect.objectContaining({ timeout: 50_000 }),
  );
});

it.each([{}, { elicitation: { url: {} } }, { sampling: {} }])('cannot ask a host that can %j', (capabilities) => {
  expect(openLegacy(capabilities, async () => undefined).elicitation).toBeUndefined();
});

describe('where the host calls again with the answer', () => {
  const accepted = { inputResponses: { consent: { action: 'accept' } } };

  it('asks first, and takes the answer to its own question', async () => {
    const first = openModern({});
    expect(await first?.consent.ask('Delete it?')).toBeUndefined();
    expect(JSON.stringify(await first?.pending())).toContain('Delete it?');
    const again = openModern({ ...accepted, requestState: () => 'call' });
    expect(await again?.consent.ask('Delete it?')).toBe('accepted');
    expect(await again?.pending()).toBeUndefined();
  });

  it.each([
    ['to another call', { ...accepted, requestState: () => 'another' }],
    ['to no question', accepted],
  ])('asks again where the answer is one %s', async (_, brought) => {
    const elicitation = openModern(brought);
    expect(await elicitation?.consent.ask('Delete it?')).toBeUndefined();
    expect(await elicitation?.pending()).toBeDefined();
  });

  it.each<[object, string]>([
    [{ inputResponses: {}, requestState: () => 'call' }, 'unanswered'],
    [{ inputResponses: { consent: { roots: [] } }, requestState: () => 'call' }, 'unclear'],
    [{ inputResponses: {}, droppedInputResponseKeys: ['consent'], requestState: () => 'call' }, 'unclear'],
  ])('deletes nothing where it brings %j', async (brought, answer) => {
    expect(await openModern(brought)?.consent.ask('Delete it?')).toBe(answer);
  });

  it('takes what it was given as its own, and nothing that another process gave', async () => {
    const context = { mcpReq: { method: 'tools/call' } } as unknown as ServerContext;
    const [one, two] = [await codec.mint('call', context), await codec.mint('call', context)];
    expect([await codec.verify(one, context), await codec.verify(two, context)]).toEqual(['call', 'call']);
    await expect(async () => createAnswerCodec().verify(one, context)).rejects.toThrow();
  });
});
