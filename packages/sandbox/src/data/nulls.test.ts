import { createState } from '../state/state.js';
import { createSearchables } from '../state/searchables.js';
import { evaluateSearch } from '../ransack/evaluate.js';
import { parseSearch } from '../ransack/parseSearch.js';
import { parseRackQuery } from '../rails/rackQuery.js';
import { cis } from '../kinds/cis.js';
import { exportState } from './exportState.js';
import { importState } from './importState.js';

/** A CI that never reported: nobody knows whether it is online. */
const file = {
  cis: [
    { name: 'Never' },
    { name: 'Silent', online: null },
    { name: 'On', online: true },
    { name: 'Off', online: false },
  ],
};
const state = createState(importState(file));
const find = (query: string): string[] => {
  const searchable = createSearchables(state).cis;
  const search = parseSearch(parseRackQuery(query).get('q'), { searchable, timeZone: null, now: 0 });
  return evaluateSearch(state.cis.all, search).map(({ name }) => name);
};

describe('a yes or no that is null in a data file', () => {
  it('is shown as null, and is saved so', () => {
    const shown = state.cis.all.map((ci) => (cis.whole(state, ci) as { online: unknown }).online);
    expect(shown).toEqual([false, null, true, false]);
    const saved = JSON.parse([...exportState(state)].join('')) as { cis: { online: unknown }[] };
    expect(saved.cis.map(({ online }) => online)).toEqual([false, null, true, false]);
  });

  it.each([
    ['neither yes', 'q[online_true]=1', ['On']],
    ['nor no', 'q[online_false]=1', ['Never', 'Off']],
    ['nor not yes', 'q[online_not_true]=1', ['Never', 'Off']],
    ['nor equal to either', 'q[online_eq]=false', ['Never', 'Off']],
    ['but null', 'q[online_null]=1', ['Silent']],
    ['and the others are not', 'q[online_not_null]=1', ['Never', 'On', 'Off']],
    ['blank is for texts, and finds it too', 'q[online_blank]=1', ['Silent']],
  ])('is %s: %s', (_rule, query, expected) => {
    expect(find(query)).toEqual(expected);
  });
});
