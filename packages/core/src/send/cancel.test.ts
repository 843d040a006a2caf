import { waitUnlessCancelled } from './cancel.js';

const never = new Promise<never>(() => undefined);

describe('waitUnlessCancelled', () => {
  it('gives the result when nobody cancels, with or without a signal', async () => {
    expect(await waitUnlessCancelled(Promise.resolve(7), undefined)).toBe(7);
    expect(await waitUnlessCancelled(Promise.resolve(7), new AbortController().signal)).toBe(7);
  });

  it('fails as the work does', async () => {
    const { signal } = new AbortController();
    await expect(waitUnlessCancelled(Promise.reject(new Error('broken')), signal)).rejects.toThrow('broken');
  });

  it('does not wait for work that was cancelled before', async () => {
    await expect(waitUnlessCancelled(never, AbortSignal.abort())).rejects.toMatchObject({
      name: 'TransportFailure',
      reason: 'aborted',
      sent: false,
    });
  });

  it('ends when it is cancelled while it waits', async () => {
    const abort = new AbortController();
    const waiting = waitUnlessCancelled(never, abort.signal);
    abort.abort();
    await expect(waiting).rejects.toMatchObject({ reason: 'aborted' });
  });

  it.each([
    ['ends', Promise.resolve(7)],
    ['fails', Promise.reject(new Error('broken'))],
  ])('leaves no listener at the signal when the work %s', async (_, work) => {
    const { signal } = new AbortController();
    const added = jest.spyOn(signal, 'addEventListener');
    const removed = jest.spyOn(signal, 'removeEventListener');
    await waitUnlessCancelled(work, signal).catch(() => undefined);
    expect(added.mock.calls.map(([type]) => type)).toEqual(['abort']);
    expect(removed.mock.calls.map(([type, listener]) => [type, listener])).toEqual(
      added.mock.calls.map(([type, listener]) => [type, listener]),
    );
  });
});
