import { describeTool } from './describeTool.js';
import { tools } from './index.js';

const listed = tools.map(describeTool);
type Listed = (typeof listed)[number];

const names = new Set(listed.map(({ name }) => name));
const toolsIn = (text: string) => [...text.matchAll(/\b[a-z]+(?:_[a-z]+)+\b/g)].map(([name]) => name);

const reads = ({ annotations }: Listed) => annotations?.readOnlyHint === true;
const argumentsOf = ({ inputSchema }: Listed) =>
  Object.entries(inputSchema.properties ?? {}) as [string, { description?: string }][];

/** What a description has to do, as a model needs it that sees nothing else. */
const rules: Readonly<Record<string, (tool: Listed, words: string) => boolean>> = {
  'says what it does, in a sentence that begins with what happens': (_, words) =>
    /^[A-Z][a-z]+s,? (?!to )/.test(words) && (words.split(/[.:;]/)[0] ?? '').split(' ').length <= 25,
  'says whether it changes something, and what is lost by it': (tool, words) => {
    const isReading = /^(?:Shows|Finds|Lists|Runs|Returns) /.test(words);
    if (reads(tool)) return isReading;
    if (tool.name.startsWith('delete_')) return words.includes('for good');
    return !isReading && (!tool.name.startsWith('update_') || /^(?:Changes|Replaces|Corrects) /.test(words));
  },
  'says what it gives back, or where that is read': (tool, words) =>
    reads(tool)
      ? /\b(?:rows|ids|with|by|settings|link)\b/.test(words)
      : tool.outputSchema !== undefined || toolsIn(words).some((name) => name.startsWith('get_')),
  'names a neighbour that there is': (_, words) => toolsIn(words).some((name) => names.has(name)),
  'describes every argument, not by its own name alone': (tool) =>
    argumentsOf(tool).every(([, { description = '' }]) => description.length > 3),
};

it.each(listed.map((tool) => [tool.name, tool] as const))('%s keeps at least four of the five rules', (_, tool) => {
  const broken = Object.entries(rules).filter(([, isKept]) => !isKept(tool, tool.description ?? ''));
  expect(broken.length > 1 ? broken.map(([rule]) => rule) : []).toEqual([]);
});

it('no description names a tool that there is not, or itself', () => {
  const wrong = listed.flatMap(({ name, description = '' }) =>
    toolsIn(description)
      .filter((other) => other === name || !names.has(other))
      .map((other) => `${name}: ${other}`),
  );
  expect(wrong).toEqual([]);
});
