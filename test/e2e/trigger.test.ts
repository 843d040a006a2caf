import { engines, killWhilePolling, openTrial, type Engine, type Trial } from './trigger/trial.js';

jest.setTimeout(1_200_000);

/** What the default engine does with the execution of a poll is its own: docs/trigger.md has how often what happened. */
const promised = { default: {}, durable: { lost: 0, repeated: 0 } };

describe.each(Object.keys(engines) as Engine[])("the packed trigger in n8n's %s engine", (engine) => {
  let trial: Trial;
  beforeAll(async () => {
    trial = await openTrial(engine);
  });
  afterAll(() => trial.close());

  it('gives each ticket once, through a stop and a start', async () => {
    const first = await trial.start();
    await trial.createTickets(5);
    await trial.settle();
    expect(trial.count()).toEqual({ created: 5, lost: 0, repeated: 0 });
    await first.stop();
    await trial.createTickets(40);
    const second = await trial.start();
    await trial.settle();
    await trial.createTickets(5);
    await trial.settle();
    await second.stop();
    expect(trial.count()).toEqual({ created: 50, lost: 0, repeated: 0 });
  });

  it('goes on after kill -9', async () => {
    const counts = await killWhilePolling(trial, 3);
    console.log(engine, counts);
    expect(counts).toMatchObject(promised[engine]);
    expect(counts.created).toBeGreaterThan(50);
  });
});
