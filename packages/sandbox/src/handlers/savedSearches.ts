import { ciSearchRow } from '../kinds/cis.js';
import { ticketRow } from '../kinds/tickets.js';
import { HttpFailure } from '../rails/failures.js';
import { parseRackQuery } from '../rails/rackQuery.js';
import type { Handlers } from './handler.js';
import { findNested, searchPage } from './shared.js';

/** Only CI and ticket searches can be run (doc L1086). */
export const savedSearchHandlers: Handlers<'savedSearches.run'> = {
  'savedSearches.run': (context) => {
    const { state, searchables } = context;
    const search = findNested(context, state.lookups.searches);
    const q = parseRackQuery(search.query).get('q') ?? null;
    switch (search.owner_class) {
      case 'ci':
        return searchPage(context, state.cis.all, searchables.cis, q).map((ci) => ciSearchRow(state, ci));
      case 'ticket':
        return searchPage(context, state.tickets.all, searchables.tickets, q).map((ticket) => ticketRow(state, ticket));
      default:
        throw new HttpFailure(501, `Searches over ${search.owner_class} are not implemented`);
    }
  },
};
