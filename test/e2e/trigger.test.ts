import { killWhilePolling, openTrial, type Trial } from './trigger/trial.js';

jest.setTimeout(1_500_000);

describe('the packed trigger in a real n8n', () => {
  let trial: Trial;
  beforeAll(async () => {
    trial = await openTrial('default');
  });
  afterAll(() => trial.close());

  it('gives each ticket once, through a stop and a start', async () => {
    const first = await trial.start();
    await trial.createTickets(5);
    await trial.settle();
    await first.stop();
    expect(trial.count()).toEqual({ created: 5, lost: 0, repeated: 0, undone: 0 });
    await trial.createTickets(40);
    const second = await trial.start();
    await trial.settle();
    await trial.createTickets(5);
    await trial.settle();
    await second.stop();
    expect(trial.count()).toEqual({ created: 50, lost: 0, repeated: 0, undone: 0 });
  });
});

// Three times each; `npm run proof -- kills` does it fifty times.
describe.each([
  { engine: 'durable', promise: { lost: 0, repeated: 0 } },
  // A kill may lose the items of a poll there, or give them again (docs/trigger.md).
  { engine: 'default', promise: {} },
] as const)('the packed trigger in a real n8n on its $engine engine', ({ engine, promise }) => {
  let trial: Trial;
  beforeAll(async () => {
    trial = await openTrial(engine);
  });
  afterAll(() => trial.close());

  it('goes on after each time that n8n is killed while it polls', async () => {
    const killed = await killWhilePolling(trial, 3);
    expect(killed).toMatchObject(promise);
    const n8n = await trial.start();
    await trial.createTickets(5);
    await trial.effect();
    await trial.settle(30_000);
    await n8n.stop();
    const { created, lost } = trial.count();
    expect(created).toBe(killed.created + 5);
    expect(lost).toBeLessThanOrEqual(killed.lost);
  });
});
