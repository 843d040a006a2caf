/**
 * One documented route as plain data. Every face (client, n8n node, MCP tools, sandbox, docs) is derived
 * from these records or checked against them.
 */
export interface Operation {
  /** `resource.verb`; the nesting is the client's method tree (`client.tickets.update`). */
  readonly id: `${string}.${string}`;
  readonly api: 'v1';
  readonly method: HttpMethod;
  /** Path below `/api/v1`, written as in the API doc; `:name` is a path parameter. */
  readonly path: `/${string}`;
  /** `basic`: user name and password instead of the API key (only `POST /sessions`). Default `api`. */
  readonly auth?: 'basic';
  /** Key that wraps the body (`{"ticket": {…}}`). A write without one sends `{}` (facts B6 row 33). */
  readonly envelope?: string;
  /** Answers pages: takes `page` and `per_page` (doc L2332-2350). */
  readonly paginated?: true;
  /** Takes Ransack conditions in `q` (doc L2352-2360). */
  readonly searchable?: true;
  readonly success: { readonly status: 200 | 201 | 204; readonly body: 'record' | 'list' | 'none' };
  /** What a call can do: nothing, change something, or remove something for good. */
  readonly risk: 'read' | 'write' | 'destructive';
  /** Sending it twice leaves the same state as sending it once. */
  readonly idempotent: boolean;
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
