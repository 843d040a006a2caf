import { delimiter } from 'node:path';
import { type Setting, settings, ValueError } from './settings.js';
import { readToolsets, toolsetNames } from './toolsets.js';

const all = Object.values<Setting<unknown>>(settings);

describe('settings', () => {
  it('that are secret have no flag, since a command line is public', () => {
    const secret = all.filter(({ variable }) => /KEY|PASSWORD|USERNAME/.test(variable));
    expect(secret.map(({ flag }) => flag)).toEqual([undefined, undefined, undefined]);
    expect(all.filter(({ flag }) => flag === undefined)).toHaveLength(3);
  });

  it('each have a variable, a flag and a meaning of their own', () => {
    for (const key of ['variable', 'flag', 'meaning'] as const) {
      const values = all.map((one) => one[key]).filter((value) => value !== undefined);
      expect(new Set(values).size).toBe(values.length);
    }
    for (const { variable, meaning } of all) {
      expect(variable).toMatch(/^BOSSDESK_[A-Z_]+$/);
      expect(meaning).not.toBe('');
    }
  });

  it.each([
    ['readOnly', '1', true],
    ['readOnly', 'true', true],
    ['readOnly', 'TRUE', true],
    ['readOnly', 'on', true],
    ['readOnly', 'Off', false],
    ['sandbox', '0', false],
    ['sandbox', 'false', false],
    ['destructive', 'block', 'block'],
    ['destructive', 'confirm', 'confirm'],
    ['destructive', 'allow', 'allow'],
    ['filesDir', `/a${delimiter}${delimiter}/b`, ['/a', '/b']],
    ['concurrency', '1', 1],
    ['timeoutMs', '999999999', 999_999_999],
    ['maxRetries', '0', 0],
    ['me', 'jackpot', 'jackpot'],
    ['url', 'acme', 'https://acme.bossdesk.io'],
  ] as const)('%s reads %j as %j', (name, text, value) => {
    expect(settings[name].parse(text)).toEqual(value);
  });

  it.each([
    ['readOnly', 'maybe', 'takes 1, true, yes, on or 0, false, no, off, not "maybe"'],
    ['readOnly', 'yess', 'takes 1, true'],
    ['destructive', 'Allow', 'takes block, confirm, allow, not "Allow"'],
    ['concurrency', '0', 'takes a whole number from 1 to 32, not "0"'],
    ['timeoutMs', '0', 'takes a whole number from 1'],
    ['timeoutMs', '1000000000', 'takes a whole number from 1'],
    ['maxRetries', '-1', 'takes a whole number from 0, not "-1"'],
    ['maxRetries', '1.5', 'takes a whole number from 0'],
    ['maxRetries', '1e3', 'takes a whole number from 0'],
    ['maxRetries', '', 'takes a whole number from 0'],
    ['maxRetries', ' 1', 'takes a whole number from 0'],
    ['toolsets', ' , ', 'names no toolset; there are tickets, work'],
    ['toolsets', 'tickets,x', 'unknown toolset "x"; there are tickets, work'],
    ['url', 'http://desk.example.com', 'The BOSSDesk URL must start with https://'],
  ] as const)('%s refuses %j', (name, text, message) => {
    expect(() => settings[name].parse(text)).toThrow(ValueError);
    expect(() => settings[name].parse(text)).toThrow(message);
  });
});

describe('readToolsets', () => {
  it.each([
    ['tickets', ['tickets']],
    [' tickets ,, work,tickets ', ['tickets', 'work']],
    ['default', ['tickets', 'work', 'cmdb', 'people', 'reference']],
    ['default,destructive', ['tickets', 'work', 'cmdb', 'people', 'reference', 'destructive']],
    ['all', toolsetNames],
    ['', []],
  ])('%j', (list, toolsets) => {
    const read = readToolsets(list);
    expect([...read.toolsets]).toEqual(toolsets);
    expect(read.unknown).toBeUndefined();
    expect(read.known).toEqual([...toolsetNames, 'default', 'all']);
  });

  it('names the first that it does not know', () => {
    expect(readToolsets('tickets,x,y').unknown).toBe('x');
  });
});
