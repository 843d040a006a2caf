import { type AnyOperation, operations } from 'bossdesk-client';
import { isLookupName, type KindName, lookupKinds, tableKinds, type TableName } from '../kinds/index.js';
import type { Kind, TableKind } from '../model/kind.js';
import { type View, wholeView, withExtra } from '../model/view.js';
import type { Searchable } from '../ransack/searchable.js';
import type { Handlers, RequestContext } from './handler.js';
import { changeRecord, draftRecord, isChanged } from './records.js';
import { findRecord, searchPage } from './shared.js';

/** Routes that list the records of a kind, or show, make or change one, and do nothing else. */
type PlainRoute =
  | { readonly method: 'GET'; readonly path: `/${KindName}` }
  | { readonly method: 'GET' | 'PATCH'; readonly path: `/${TableName}/:friendly_id` }
  | { readonly method: 'POST'; readonly path: `/${TableName}` };

type PlainOperation = Extract<AnyOperation, PlainRoute>['id'];

type PlainHandler = (context: RequestContext, permit: () => Readonly<Record<string, unknown>>) => unknown;

/** `GET /<kind>`: a page of what is searched for, where the route has pages. */
function listRecords(name: KindName, isPaged: boolean): PlainHandler {
  const row = isLookupName(name) ? showLookup(lookupKinds[name]) : showRow(tableKinds[name]);
  return (context) => {
    const { state, searchables } = context;
    const records: readonly object[] = isLookupName(name) ? state.lookups[name] : state[name].all;
    const shown = isPaged ? searchPage(context, records, searchables[name] as Searchable<object>) : records;
    return shown.map((record) => row(state, record as never));
  };
}

const showLookup = (kind: Kind): View<never, object> => withExtra(wholeView(kind));
const showRow =
  (kind: TableKind): View<never, object> =>
  (state, record) =>
    kind.row(state, record);

/** What `/<kind>` and `/<kind>/:friendly_id` do to a kind with a table. */
function makeTableHandlers(name: TableName): Readonly<Record<string, PlainHandler>> {
  const kind: TableKind = tableKinds[name];
  return {
    [`GET /${name}/:friendly_id`]: (context) => kind.whole(context.state, findRecord(context, name)),
    [`POST /${name}`]: (context, permit) => {
      const draft = draftRecord(context, kind, permit());
      return kind.whole(context.state, context.state[name].insert(draft as never));
    },
    [`PATCH /${name}/:friendly_id`]: (context, permit) => {
      const record = findRecord(context, name);
      const changed = changeRecord(context, kind, record, permit());
      if (isChanged(changed, record)) Object.assign(record, changed, { updated_at: context.now });
    },
  };
}

const lists = [...Object.keys(tableKinds), ...Object.keys(lookupKinds)] as KindName[];
const tableHandlers = (Object.keys(tableKinds) as TableName[]).map(makeTableHandlers);

function findHandler(operation: AnyOperation): PlainHandler | undefined {
  const route = `${operation.method} ${operation.path}`;
  const name = lists.find((kind) => route === `GET /${kind}`);
  if (name !== undefined) return listRecords(name, 'paginated' in operation);
  return tableHandlers.map((handlers) => handlers[route]).find((handler) => handler !== undefined);
}

/**
 * An answer to each plain route. What a route does beyond that is in its own handler, which takes the place of this
 * one. The compiler sees the table as complete because it finds the routes in the same way.
 */
export const plainHandlers = Object.fromEntries(
  operations.flatMap((operation) => {
    const handler = findHandler(operation);
    return handler === undefined ? [] : [[operation.id, handler]];
  }),
) as unknown as Handlers<PlainOperation>;
