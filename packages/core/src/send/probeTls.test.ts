import { type HttpRequest, TransportFailure, type TransportFailureDetails } from '../wire/transport.js';
import { sayWhetherTls } from './probeTls.js';

const interrupted: TransportFailureDetails = { reason: 'interrupted', code: 'ECONNRESET' };

/** Sends over a transport that plays a script, then answers 200. */
async function play(url: string, ...script: TransportFailureDetails[]) {
  const sent: string[] = [];
  const transport = ({ auth, url: target }: HttpRequest) => {
    const details = script[sent.length];
    sent.push(`${auth} ${target}`);
    return details === undefined
      ? Promise.resolve({ status: 200, headers: {}, body: '' })
      : Promise.reject(new TransportFailure(details));
  };
  const request = { method: 'GET', url, headers: {}, auth: 'api', timeoutMs: 100 } as const;
  const end = await sayWhetherTls(transport, request).then(
    ({ status }) => status,
    (failure: unknown) => (failure as TransportFailure).reason,
  );
  return { sent, end };
}

const URL_HERE = 'http://127.0.0.1:8443/api/v1/account';

it.each<[string, TransportFailureDetails[]]>([
  ['an answer', []],
  ['a certificate', [{ reason: 'certificate' }]],
])('says of plain http that broke that the port takes TLS alone, where a greeting gets %s', async (_, greeting) => {
  expect(await play(URL_HERE, interrupted, ...greeting)).toEqual({
    sent: [`api ${URL_HERE}`, 'none https://127.0.0.1:8443/'],
    end: 'onlyTls',
  });
});

it.each(['noTls', 'unreachable', 'timeout'] as const)('leaves it at that where the greeting is %s', async (reason) => {
  expect((await play(URL_HERE, interrupted, { reason })).end).toBe('interrupted');
});

it('greets nobody after an answer, another failure or over https', async () => {
  expect(await play(URL_HERE)).toEqual({ sent: [`api ${URL_HERE}`], end: 200 });
  expect((await play(URL_HERE, { reason: 'timeout' })).sent).toHaveLength(1);
  expect((await play('https://desk.example.com/', interrupted)).sent).toHaveLength(1);
});
