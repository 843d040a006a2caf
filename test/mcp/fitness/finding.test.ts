import MiniSearch from 'minisearch';
import { stemmer } from 'stemmer';
import { eng } from 'stopword';
import { describeTool } from '../../../mcp-server/src/tools/describeTool.js';
import { tools } from '../../../mcp-server/src/tools/index.js';
import { sentences } from './sentences.js';

// Hosts with many tools let the model search them by BM25 over what they are called and what they say of themselves, as
// search engines read English: words that say nothing are left out, the others cut to their stems.

const emptyWords = new Set(eng);

const index = new MiniSearch({
  fields: ['text'],
  processTerm: (term) => (emptyWords.has(term.toLowerCase()) ? null : stemmer(term)),
});
index.addAll(
  tools.map(describeTool).map(({ name, description = '' }) => ({ id: name, text: `${name} ${description}` })),
);

const everyday = Object.entries(sentences).flatMap(([tool, said]) => said.map((sentence) => ({ tool, sentence })));

it('has a hundred everyday sentences, some for every tool', () => {
  expect(new Set(everyday.map(({ sentence }) => sentence)).size).toBe(100);
  expect(Object.keys(sentences).sort()).toEqual(tools.map(({ name }) => name));
});

it('finds the right tool first for at least 95 of them, and among the first three for the others', () => {
  const ranked = everyday.map(({ tool, sentence }) => {
    const found = index.search(sentence).map(({ id }) => String(id));
    return { rank: found.indexOf(tool) + 1, says: `${sentence} -> ${found[0] ?? 'none'}, not ${tool}` };
  });
  const missed = ranked.filter(({ rank }) => rank !== 1);
  expect(missed.length > 5 ? missed.map(({ says }) => says) : []).toEqual([]);
  expect(missed.filter(({ rank }) => rank === 0 || rank > 3).map(({ says }) => says)).toEqual([]);
});
