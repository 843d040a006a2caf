import { readServingFlags } from './servingFlags.js';

it.each([
  [[], {}],
  [['--sandbox'], { sandbox: true }],
  [['--url', 'acme', '--read-only'], { url: 'acme', readOnly: true }],
  [['--url=acme', '--timeout-ms', '5'], { url: 'acme', timeoutMs: '5' }],
])('reads %j', (args, flags) => {
  expect(readServingFlags(args)).toEqual(flags);
});

it.each([
  ['doctor'],
  ['--help'],
  ['--version'],
  ['-V'],
  ['--nope'],
  ['--url'],
  ['--url --sandbox'],
  ['--sandbox=1'],
  ['--sandbox more'],
])('leaves %s to the whole parser', (line) => {
  expect(readServingFlags(line.split(' '))).toBeUndefined();
});
