import type { IDataObject, IPollFunctions } from 'n8n-workflow';
import { takeTurn } from '../../nodes/BossDeskTrigger/turns.js';

let triggers = 0;

/** A trigger of its own in each test, as n8n hands it to a poll. */
function openTrigger() {
  const id = `trigger ${(triggers += 1)}`;
  const context = { getWorkflow: () => ({ id: 'workflow' }), getNode: () => ({ id }) } as unknown as IPollFunctions;
  return (state: IDataObject, poll: (state: IDataObject) => Promise<string[]>) =>
    takeTurn(context, 'ticketCreated', state, poll);
}

const giveNext = async (state: IDataObject): Promise<string[]> => {
  state['upTo'] = Number(state['upTo']) + 1;
  return [`ticket ${state['upTo']}`];
};

beforeEach(() => {
  jest.useFakeTimers();
});
afterEach(() => {
  jest.useRealTimers();
});

it('gives nothing to a poll that begins before another has ended', async () => {
  const take = openTrigger();
  const [first, second] = await Promise.all([take({ upTo: 1 }, giveNext), take({ upTo: 1 }, giveNext)]);
  expect([first, second]).toEqual([['ticket 2'], []]);
});

it('gives nothing to a poll whose state is from before another had given, and leaves that state alone', async () => {
  const take = openTrigger();
  await take({ upTo: 1 }, giveNext);
  await take({ upTo: 2 }, giveNext);
  for (const stale of [{ upTo: 1 }, { upTo: 2 }]) {
    const before = { ...stale };
    expect(await take(stale, giveNext)).toEqual([]);
    expect(stale).toEqual(before);
  }
  expect(await take({ upTo: 3 }, giveNext)).toEqual(['ticket 4']);
});

it('begins there again when what was given has not been kept for half a minute', async () => {
  const take = openTrigger();
  await take({ upTo: 1 }, giveNext);
  jest.advanceTimersByTime(31_000);
  expect(await take({ upTo: 1 }, giveNext)).toEqual(['ticket 2']);
});

it.each([
  ['failed', () => Promise.reject(new Error('no answer'))],
  ['gave nothing', () => Promise.resolve([])],
])('begins there again after a poll that %s', async (_what, poll) => {
  const take = openTrigger();
  await take({ upTo: 1 }, poll).catch(() => undefined);
  expect(await take({ upTo: 1 }, giveNext)).toEqual(['ticket 2']);
});

it('keeps triggers apart', async () => {
  await openTrigger()({ upTo: 1 }, giveNext);
  expect(await openTrigger()({ upTo: 1 }, giveNext)).toEqual(['ticket 2']);
});
