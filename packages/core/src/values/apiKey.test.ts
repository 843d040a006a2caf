import { readApiKey } from './apiKey.js';

it.each([
  'k-1',
  ' k-1\n',
  '\uFEFFk-1\u200B',
  '"k-1"',
  "'k-1'",
  '`k-1`',
  'token=k-1',
  'token="k-1"',
  'Token token="k-1"',
  'Token token=k-1',
  'Token k-1',
  'Authorization: Token token="k-1"',
  'Authorization: Token token=k-1',
  'authorization:token token = "k-1",',
  'Bearer k-1',
  'api_key: k-1',
  'API_KEY="k-1"',
  '{"api_key":"k-1","id":7}',
  '{"id":7, "api_key": "k-1"}',
  String.raw`Token token=\"k-1\"`,
  `curl -H 'Authorization: Token token="k-1"'`,
])('%j is the key k-1', (pasted) => {
  expect(readApiKey(pasted)).toBe('k-1');
});

it.each(['tokenized', 'Ab0-_.=/+', 'a b', 'a"b', ''])('%j stays as it is', (key) => {
  expect(readApiKey(key)).toBe(key);
});
