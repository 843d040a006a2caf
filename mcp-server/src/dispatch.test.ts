import { readConfig } from './config.js';
import { createToolbox } from './dispatch.js';
import { createNameMemory } from './names.js';

describe('a call that takes too long', () => {
  afterEach(() => jest.restoreAllMocks());

  it.each([
    ['get_account', {}, /^Get the account and its settings took longer than 55 seconds and was given up\.$/],
    ['add_ticket_comment', { ticket_number: 1, body: 'Hi' }, /given up\. A change may have been made: look before/],
  ])('is given up, and a change is feared only where one was asked for: %s', async (name, args, message) => {
    const limit = new AbortController();
    jest.spyOn(AbortSignal, 'timeout').mockReturnValue(limit.signal);
    const getClient = () => new Promise<never>(() => undefined);
    const toolbox = createToolbox({
      config: readConfig({}),
      getClient,
      names: createNameMemory(getClient),
      log: { info: () => undefined, warn: () => undefined },
    });
    const reply = toolbox.call(name, args, new AbortController().signal);
    limit.abort();
    expect(await reply).toMatchObject({ isError: true, text: expect.stringMatching(message) });
  });
});
