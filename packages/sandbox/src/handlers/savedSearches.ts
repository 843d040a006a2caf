import { HttpFailure } from '../rails/failures.js';
import { parseRackQuery } from '../rails/rackQuery.js';
import { renderCiSearchRow } from '../views/cis.js';
import { renderLookup } from '../views/lookups.js';
import { renderTicketRow } from '../views/tickets.js';
import type { Handlers } from './handler.js';
import { findNested, searchPage } from './shared.js';

/** Only CI and ticket searches can be run (doc L1086). */
export const savedSearchHandlers: Handlers<'savedSearches.list' | 'savedSearches.run'> = {
  'savedSearches.list': ({ state }) =>
    state.lookups.searches.map((search) => ({
      ...renderLookup(search),
      owner_class: search.owner_class,
      my_search: search.my_search,
    })),

  'savedSearches.run': (context) => {
    const { state, searchables } = context;
    const search = findNested(context, state.lookups.searches);
    const q = parseRackQuery(search.query).get('q');
    switch (search.owner_class) {
      case 'ci':
        return searchPage(context, state.cis.all, searchables.cis, q ?? null).map((ci) => renderCiSearchRow(state, ci));
      case 'ticket':
        return searchPage(context, state.tickets.all, searchables.tickets, q ?? null).map((ticket) =>
          renderTicketRow(state, ticket),
        );
      default:
        throw new HttpFailure(501, `Searches over ${search.owner_class} are not implemented`);
    }
  },
};
