import type { KindName } from '../kinds/kinds.js';

/**
 * One documented route as plain data. Every face (client, n8n node, MCP tools, sandbox, docs) is derived
 * from these records or checked against them.
 */
export interface Operation {
  /** `resource.verb`; the nesting is the client's method tree (`client.tickets.update`). */
  readonly id: `${string}.${string}`;
  /** The kind of record that it reads, lists or changes: the innermost one that it is about. */
  readonly kind: KindName;
  /** Kinds of the rows that it lists, where they are not of `kind`: what a saved search finds. */
  readonly rows?: readonly KindName[];
  readonly api: 'v1';
  readonly method: HttpMethod;
  /** Path below `/api/v1`, written as in the API doc; `:name` is a path parameter. */
  readonly path: `/${string}`;
  /** `basic`: user name and password instead of the API key (only `POST /sessions`). Default `api`. */
  readonly auth?: 'basic';
  /** Key that wraps the body (`{"ticket": {…}}`). A write without one sends `{}` (notes 5.33). */
  readonly envelope?: string;
  /** Answers pages: takes `page` and `per_page` (doc L2332-2350). */
  readonly paginated?: true;
  /** Takes Ransack conditions in `q` (doc L2352-2360). */
  readonly searchable?: true;
  readonly success: { readonly status: 200 | 201 | 204; readonly body: 'record' | 'list' | 'none' };
  /** What a call does to a record of its kind; a read changes none. */
  readonly change?: 'create' | 'update' | 'act' | 'delete';
  /** How an act leaves the record, so that reading it tells whether it was done. */
  readonly leaves?: 'closed' | 'open';
  /** Field by which the API detects overwritten changes (409). */
  readonly lock?: 'lock_version';
  readonly title: string;
  /** First and last line of its section in the API doc. */
  readonly doc: readonly [first: number, last: number];
  /** Line of the API doc that names the route. */
  readonly routeLine: number;
  readonly faces: { readonly n8n: Face; readonly mcp: Face };
}

export type HttpMethod = 'GET' | 'POST' | 'PATCH' | 'DELETE';

/**
 * Where people reach an operation: an n8n `resource.operation` or an MCP tool name (several where a face
 * splits it), something other than those (`via`), or nowhere, with the reason.
 */
export type Face = string | readonly string[] | { readonly via: string } | { readonly none: string };

/** The worst that a call can do: nothing, change something, or remove something for good. */
export type Risk = 'read' | 'write' | 'destructive';

export function riskOf({ change }: Pick<Operation, 'change'>): Risk {
  if (change === undefined) return 'read';
  return change === 'delete' ? 'destructive' : 'write';
}

/** Whether sending it twice leaves the same state as sending it once: not where a version is counted up. */
export function isIdempotent({ change, lock }: Pick<Operation, 'change' | 'lock'>): boolean {
  return change !== 'create' && lock === undefined;
}
