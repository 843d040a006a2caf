import { isPrivateHost } from './privateHost.js';

it.each([
  'localhost',
  '127.0.0.1',
  '[::1]',
  '10.1.2.3',
  '172.16.0.1',
  '172.31.255.255',
  '192.168.1.1',
  '169.254.1.1',
  '[fd12:3456::1]',
  '[fc00::1]',
  '[fe80::1]',
  'desk.local',
  'host.docker.internal',
  'host.docker.internal.',
  'sandbox',
  'bossdesk_sandbox-1',
])('%s is in a network of one’s own', (host) => {
  expect(isPrivateHost(host)).toBe(true);
});

it.each([
  'acme.bossdesk.io',
  '8.8.8.8',
  '172.15.0.1',
  '172.32.0.1',
  '192.169.0.1',
  '11.0.0.1',
  '[2001:db8::1]',
  '[::ffff:a00:1]',
  'local.example.com',
  'desk.local.example',
  'internal.example.com',
  '10.evil.example',
  '127.0.0.1.evil.example',
  '',
])('%s is not', (host) => {
  expect(isPrivateHost(host)).toBe(false);
});
