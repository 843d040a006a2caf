import type { Inputs } from './generated/inputs.js';
import type { ListOptions } from './lists/openList.js';
import type { Slice } from './lists/pages.js';
import type { OperationId, OperationOf } from './operations/index.js';
import type { OperationOutput } from './schemas/outputs.js';
import type { PathParam } from './schemas/proof.js';
import type { CallOptions } from './send/sender.js';

/** What a call takes: path parameters, body fields and query side by side. */
export type OperationInput<Id extends OperationId> = Inputs[Id];

/** The fields of it that go into the request's body. */
export type OperationBody<Id extends OperationId> = [OperationOf<Id>] extends [{ envelope: string }]
  ? Omit<OperationInput<Id>, PathParam<OperationOf<Id>['path']>>
  : unknown;

type RowOf<Id extends OperationId> = OperationOutput<Id> extends (infer T)[] ? T : never;
type SearchInput<Id extends OperationId> = Omit<OperationInput<Id>, 'page' | 'per_page'>;

/** A call's input may be left out when nothing in it is required. */
type Arguments<Input, Options = CallOptions> =
  Record<string, never> extends Input ? [input?: Input, options?: Options] : [input: Input, options?: Options];

type Call<Id extends OperationId> = (
  ...args: Arguments<
    OperationInput<Id>,
    OperationOf<Id> extends { success: { body: 'list' } } ? ListOptions : CallOptions
  >
) => Promise<OperationOutput<Id>>;

export type { ListOptions } from './lists/openList.js';

/** How a list is walked over. */
export interface IterateOptions extends ListOptions {
  /** Rows to give at most, exactly; all of them by default. */
  readonly limit?: number;
}

/** Which part of a list is read. */
export interface SliceRange extends ListOptions {
  /** Rows to leave out at the beginning. */
  readonly offset: number;
  /** Rows to give at most. */
  readonly limit: number;
}

/** A paged list: the call itself answers one page; these walk over the pages. */
export interface ListMethods<Id extends OperationId> {
  /**
   * Walks over the rows, page by page, each record once. In the order of ids, as it is unless sorted otherwise, nothing is
   * lost when the list moves meanwhile; in any other, `onRemark` is told that it moved.
   *
   * @throws FilterIgnoredError when the server answers rows that the filter excludes; SortIgnoredError when it answers
   * them in another order; RepeatedPageError when it answers the same for whatever page.
   */
  items(...args: Arguments<SearchInput<Id>, IterateOptions>): AsyncGenerator<RowOf<Id>, void, undefined>;
  /** The same, a page of rows at a time. */
  pages(...args: Arguments<SearchInput<Id>, IterateOptions>): AsyncGenerator<RowOf<Id>[], void, undefined>;
  /** Rows `offset + 1` to `offset + limit` of the list without repeats, whether more follow, and remarks on the list. */
  slice(input: SearchInput<Id>, range: SliceRange): Promise<Slice<RowOf<Id>>>;
}

/** The client's method for an operation; a paged list has methods of its own besides. */
export type Method<Id extends OperationId> = Call<Id> &
  (OperationOf<Id> extends { paginated: true } ? ListMethods<Id> : unknown);
