import { startSandbox } from 'bossdesk-sandbox';
import { findMe } from './me.js';

const nobody = { me: undefined, username: undefined, sandbox: false };

it.each([
  ['nobody where only a key is known', {}, undefined],
  [
    'who is configured',
    { me: 'barrycade', username: 'aldente', sandbox: true },
    { user: 'barrycade', by: 'BOSSDESK_ME' },
  ],
  ['who signs in', { username: 'aldente' }, { user: 'aldente', by: 'BOSSDESK_USERNAME' }],
  ['who signs in with a domain', { username: 'ACME\\aldente' }, { user: 'aldente', by: 'BOSSDESK_USERNAME' }],
  ['the user of the sandbox', { username: 'aldente', sandbox: true }, { user: 'jackpot', by: 'the sandbox' }],
])('is %s', (_, config, expected) => {
  expect(findMe({ ...nobody, ...config })).toEqual(expected);
});

it('is an agent of the sandbox, whose key it gives out', async () => {
  const sandbox = await startSandbox({ tickets: 5, cis: 1 });
  const answer = await fetch(`${sandbox.url}/api/v1/sessions`, {
    method: 'POST',
    headers: { accept: 'application/json', authorization: `Basic ${btoa('jackpot:sandbox-password')}` },
  });
  expect(await answer.json()).toMatchObject({ api_key: sandbox.apiKey, username: 'jackpot', is_agent: true });
  await sandbox.stop();
});
