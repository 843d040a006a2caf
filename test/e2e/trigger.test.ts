import { openTrial, type Trial } from './trigger/trial.js';

jest.setTimeout(600_000);

// What happens when n8n is killed, and on its durable engine, takes longer than a check should: `npm run proof -- kills`.
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
