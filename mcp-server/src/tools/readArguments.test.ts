import * as z from 'zod';
import { readArguments } from './readArguments.js';
import { defineTool, type Tool } from './tool.js';

const toolOf = (input: z.ZodRawShape): Tool =>
  defineTool({
    name: 'some_tool',
    toolset: 'tickets',
    operations: ['account.get'],
    description: 'x',
    input,
    run: () => Promise.reject(new Error('not called')),
  });

const number = z.int().min(1).max(100).optional();
const yesNo = z.boolean().optional();

/** What an argument `a` of a schema comes to, or what is said of it. */
function read(schema: z.ZodType, a: unknown): unknown {
  try {
    return readArguments(toolOf({ a: schema }), { a }).args['a'];
  } catch (error) {
    return (error as Error).message;
  }
}

describe('an argument', () => {
  it.each([
    ['12', 12],
    [' 12 ', 12],
    ['12 monkeys', 'some_tool was not called: a: takes a whole number, not the text "12 monkeys".'],
    ['x12', 'some_tool was not called: a: takes a whole number, not the text "x12".'],
    [0, 'some_tool was not called: a: must be 1 or more, not 0.'],
    [101, 'some_tool was not called: a: must be 100 or less, not 101.'],
    [1.5, 'some_tool was not called: a: takes a whole number, not 1.5.'],
    [[1], 'some_tool was not called: a: takes a whole number, not a list.'],
  ])('that is a number, given %j, is %j', (given, expected) => {
    expect(read(number, given)).toEqual(expected);
  });

  it.each([
    ['true', true],
    ['False', false],
    [true, true],
    ['untrue', 'some_tool was not called: a: takes true or false, not the text "untrue".'],
    ['truely', 'some_tool was not called: a: takes true or false, not the text "truely".'],
    [1, 'some_tool was not called: a: takes true or false, not 1.'],
  ])('that is a switch, given %j, is %j', (given, expected) => {
    expect(read(yesNo, given)).toEqual(expected);
  });

  it.each([
    ['{"b":1}', { b: 1 }],
    [{ b: 1 }, { b: 1 }],
    ['b=1', 'some_tool was not called: a: takes an object, not the text "b=1".'],
    ['5', 'some_tool was not called: a: takes an object, not the text "5".'],
  ])('that is an object, given %j, is %j', (given, expected) => {
    expect(read(z.record(z.string(), z.unknown()).optional(), given)).toEqual(expected);
  });

  it.each([
    ['small', 'small'],
    ['tiny', 'some_tool was not called: a: takes one of small, large, not the text "tiny".'],
  ])('of certain words, given %j, is %j', (given, expected) => {
    expect(read(z.enum(['small', 'large']).optional(), given)).toEqual(expected);
  });

  it('that is a text may come as a number', () => {
    expect(read(z.string().optional(), 983)).toBe('983');
  });
});

describe('a call', () => {
  it.each([undefined, null, 'x', []])('with %j for its arguments has none', (given) => {
    expect(readArguments(toolOf({ a: number }), given)).toEqual({ args: {}, notes: [] });
  });

  it('is told of arguments that there are not, but of those that hosts put in', () => {
    const given = { b: 1, c: 2, toolCallId: 'x', sessionId: 'y' };
    expect(readArguments(toolOf({ a: number, d: yesNo }), given).notes).toEqual([
      'Ignored unknown arguments: b, c. some_tool takes a, d.',
    ]);
    expect(readArguments(toolOf({}), { b: 1 }).notes).toEqual(['Ignored unknown arguments: b. some_tool takes none.']);
  });

  it('is refused with all that is wrong, and what was left aside', () => {
    const call = () => readArguments(toolOf({ a: z.int(), d: yesNo }), { d: 'maybe', b: 1 });
    expect(call).toThrow(
      'some_tool was not called: a: is required; d: takes true or false, not the text "maybe".\nIgnored unknown arguments: b.',
    );
  });
});
