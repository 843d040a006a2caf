import {
  type Attachment,
  type AttachmentRef,
  downloadAttachment,
  getAttachment,
  uploadAttachment,
  type UploadInput,
} from './files/attachments.js';
import {
  type CallInput,
  type CallOptions,
  type ClientOptions,
  createDispatcher,
  type Dispatcher,
} from './send/sender.js';
import type { FilterIgnoredError } from './errors/index.js';
import { fetchSlice, iteratePages, type Slice } from './lists/pages.js';
import { listChecked } from './lists/checkedList.js';
import type { Row } from './values/json.js';
import { getOperation, type Operation, type OperationId, type OperationOf, operations } from './operations/index.js';
import type { OperationInput, OperationOutput } from './schemas/inputs.js';

type RowOf<Id extends OperationId> = OperationOutput<Id> extends (infer T)[] ? T : never;
type SearchInput<Id extends OperationId> = Omit<OperationInput<Id>, 'page' | 'per_page'>;

/** A call's input may be left out when nothing in it is required. */
type Arguments<Input, Options = CallOptions> =
  Record<string, never> extends Input ? [input?: Input, options?: Options] : [input: Input, options?: Options];

type Call<Id extends OperationId> = (...args: Arguments<OperationInput<Id>>) => Promise<OperationOutput<Id>>;

/** Rows to give at most, exactly; all of them by default. */
type IterateOptions = CallOptions & { readonly limit?: number };

/** A paged list: the call itself answers one page; these walk over the pages. */
export interface ListMethods<Id extends OperationId> {
  items(...args: Arguments<SearchInput<Id>, IterateOptions>): AsyncGenerator<RowOf<Id>, void, undefined>;
  pages(...args: Arguments<SearchInput<Id>, IterateOptions>): AsyncGenerator<RowOf<Id>[], void, undefined>;
  /** Rows `offset + 1` to `offset + limit`, and whether more follow. */
  slice(
    input: SearchInput<Id>,
    range: CallOptions & { readonly offset: number; readonly limit: number },
  ): Promise<Slice<RowOf<Id>>>;
}

type MethodOf<Id extends OperationId> = Call<Id> &
  (OperationOf<Id> extends { paginated: true } ? ListMethods<Id> : unknown);

type ResourceOf<Id extends string> = Id extends `${infer Resource}.${string}` ? Resource : never;
type VerbOf<Id extends string, Resource extends string> = Id extends `${Resource}.${infer Verb}` ? Verb : never;
type Resources = {
  readonly [Resource in ResourceOf<OperationId>]: {
    readonly [Verb in VerbOf<OperationId, Resource>]: `${Resource}.${Verb}` extends infer Id extends OperationId
      ? MethodOf<Id>
      : never;
  };
};

/** One method per documented route (`client.tickets.update`), and what takes several requests. */
export type Client = Resources & {
  readonly baseUrl: string;
  readonly attachments: {
    /** Reads an attachment of any parent. */
    get(ref: AttachmentRef, options?: CallOptions): Promise<Attachment>;
    /** Reads an attachment and its bytes. */
    download(ref: AttachmentRef, options?: CallOptions): Promise<{ attachment: Attachment; bytes: Uint8Array }>;
    /** Attaches a file to a CI. */
    upload(input: UploadInput, options?: CallOptions): Promise<Attachment>;
  };
  /** Calls an operation by id, for callers that hold one as data. */
  call(id: OperationId, input?: CallInput, options?: CallOptions): Promise<unknown>;
  /** Walks over the pages of a paged operation by id. */
  pages(id: OperationId, input?: CallInput, options?: IterateOptions): AsyncGenerator<Row[], void, undefined>;
};

/**
 * A client for one account. It sends nothing until it is called; input is checked before a request leaves
 * (InvalidInputError), refusals are typed errors, reads are retried, and a filter that the server ignored is an error.
 *
 * @throws InvalidUrlError when the base URL cannot be used; RangeError for a limit that would let nothing through.
 */
export function createClient(options: ClientOptions): Client {
  const dispatcher = createDispatcher(options);
  const report = options.onFilterIgnored === undefined ? refuseIgnoredFilter : tellOnce(options.onFilterIgnored);
  const call = (operation: Operation, input: CallInput = {}, callOptions?: CallOptions) =>
    operation.searchable === true
      ? listChecked(dispatcher, operation, input, report, callOptions)
      : dispatcher.call(operation, input, callOptions);
  const resources: Record<string, Record<string, unknown>> = {};
  for (const operation of operations) {
    const [resource = '', verb = ''] = operation.id.split('.');
    resources[resource] = { ...resources[resource], [verb]: createMethod(call, operation) };
  }
  const client = {
    ...resources,
    attachments: { ...resources['attachments'], ...attachmentMethods(dispatcher) },
    baseUrl: dispatcher.baseUrl,
    call: (id: OperationId, input?: CallInput, callOptions?: CallOptions) => call(getOperation(id), input, callOptions),
    pages: (id: OperationId, input?: CallInput, iterateOptions?: IterateOptions) =>
      createPages(call, getOperation(id))(input, iterateOptions),
  };
  // The methods are made in a loop over the operations, from which their types are derived too.
  return client as unknown as Client;
}

type AnyCall = (operation: Operation, input?: CallInput, options?: CallOptions) => Promise<unknown>;

function refuseIgnoredFilter(error: FilterIgnoredError): never {
  throw error;
}

/** A list has many pages, but one filter that was ignored. */
function tellOnce(tell: (error: FilterIgnoredError) => void): (error: FilterIgnoredError) => void {
  const told = new Set<string>();
  return (error) => {
    const key = `${error.operation} ${error.filter}`;
    if (!told.has(key)) tell(error);
    told.add(key);
  };
}

function createMethod(call: AnyCall, operation: Operation) {
  const method = (input?: CallInput, options?: CallOptions) => call(operation, input, options);
  if (operation.paginated !== true) return method;
  const pages = createPages(call, operation);
  return Object.assign(method, {
    pages,
    async *items(input?: CallInput, options?: IterateOptions) {
      for await (const page of pages(input, options)) yield* page;
    },
    slice: (input: CallInput, { offset, limit, ...options }: CallOptions & { offset: number; limit: number }) =>
      fetchSlice((request) => call(operation, { ...input, ...request }, options) as Promise<Row[]>, offset, limit),
  });
}

function createPages(call: AnyCall, operation: Operation) {
  return (input: CallInput = {}, { limit, ...options }: IterateOptions = {}) =>
    iteratePages(
      operation.id,
      (request) => call(operation, { ...input, ...request }, options) as Promise<Row[]>,
      limit,
    );
}

function attachmentMethods(dispatcher: Dispatcher): Pick<Client['attachments'], 'get' | 'download' | 'upload'> {
  return {
    get: (ref, options) => getAttachment(dispatcher, ref, options),
    download: (ref, options) => downloadAttachment(dispatcher, ref, options),
    upload: (input, options) => uploadAttachment(dispatcher, input, options),
  };
}
