import { readApiKey } from './apiKey.js';

it.each([
  'c3176bbca97c5b7ee6',
  '  c3176bbca97c5b7ee6\n',
  '"c3176bbca97c5b7ee6"',
  'Token token="c3176bbca97c5b7ee6"',
  'Token token=c3176bbca97c5b7ee6',
  ' authorization: Token token = " c3176bbca97c5b7ee6 " ',
])('takes the key out of %j', (text) => {
  expect(readApiKey(text)).toBe('c3176bbca97c5b7ee6');
});

it.each(['two words', 'token', 'a"b'])('leaves %j for others to refuse', (text) => {
  expect(readApiKey(text)).toBe(text);
});
