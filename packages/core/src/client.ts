import type { FilterIgnoredError, SortIgnoredError } from './errors/index.js';
import {
  type Attachment,
  type AttachmentRef,
  downloadAttachment,
  getAttachment,
  uploadAttachment,
  type UploadInput,
} from './files/attachments.js';
import type { Resources } from './generated/resources.js';
import { createKnownAttributes } from './lists/knownAttributes.js';
import { openList } from './lists/openList.js';
import { fetchOnce, fetchSlice, iteratePages, type Slice } from './lists/pages.js';
import type { IterateOptions, ListOptions, SliceRange } from './methods.js';
import { getOperation, type Operation, type OperationId, operations } from './operations/index.js';
import { type CallInput, type CallOptions, type ClientOptions, createSender, type Sender } from './send/sender.js';
import type { Row } from './values/json.js';

/** One method per documented route (`client.tickets.update`), and what takes several requests. */
export type Client = Resources & {
  /** Address of the account, without `/api/v1`. */
  readonly baseUrl: string;
  readonly attachments: {
    /** Reads an attachment of any parent: what is known of it, and a link that is good for some minutes. */
    get(ref: AttachmentRef, options?: CallOptions): Promise<Attachment>;
    /**
     * Reads an attachment and its bytes.
     *
     * @throws StorageError when the file storage refuses.
     */
    download(ref: AttachmentRef, options?: CallOptions): Promise<{ attachment: Attachment; bytes: Uint8Array }>;
    /**
     * Attaches a file to a CI.
     *
     * @throws StorageError when the file storage refuses.
     */
    upload(input: UploadInput, options?: CallOptions): Promise<Attachment>;
  };
  /** Calls an operation by id, for callers that hold one as data. */
  call(id: OperationId, input?: CallInput, options?: ListOptions): Promise<unknown>;
  /** Walks over the pages of a paged operation by id. */
  pages(id: OperationId, input?: CallInput, options?: IterateOptions): AsyncGenerator<Row[], void, undefined>;
  /** Reads a part of a paged list by id. */
  slice(id: OperationId, input: CallInput, range: SliceRange): Promise<Slice<Row>>;
};

/**
 * A client for one account. It sends nothing until it is called; input is checked before a request leaves
 * (InvalidInputError), refusals are typed errors, reads are retried, and a filter or a sort
 * that the server ignored is an error.
 *
 * @throws InvalidUrlError when the base URL cannot be used; RangeError for a limit that would let nothing through.
 */
export function createClient(options: ClientOptions): Client {
  const sender = createSender(options);
  const calls = createCalls(sender, options.onFilterIgnored);
  const resources: Record<string, Record<string, unknown>> = {};
  for (const operation of operations) {
    const [resource = '', verb = ''] = operation.id.split('.');
    resources[resource] = { ...resources[resource], [verb]: createMethod(calls, operation) };
  }
  const client = {
    ...resources,
    attachments: { ...resources['attachments'], ...createAttachmentMethods(sender) },
    baseUrl: sender.baseUrl,
    call: (id: OperationId, input?: CallInput, callOptions?: ListOptions) =>
      calls.call(getOperation(id), input, callOptions),
    pages: (id: OperationId, input?: CallInput, iterateOptions?: IterateOptions) =>
      calls.pages(getOperation(id), input, iterateOptions),
    slice: (id: OperationId, input: CallInput, range: SliceRange) => calls.slice(getOperation(id), input, range),
  };
  // The methods are made in a loop over the operations, from which their types are generated too.
  return client as unknown as Client;
}

type Calls = ReturnType<typeof createCalls>;

/** The ways to call an operation that is held as data. */
function createCalls(sender: Sender, onFilterIgnored: ClientOptions['onFilterIgnored']) {
  const report = onFilterIgnored === undefined ? refuseIgnored : tellOnce(onFilterIgnored);
  const context = { sender, knownAttributes: createKnownAttributes(), report };
  const open = (operation: Operation, input: CallInput, options: ListOptions) =>
    openList(context, operation, input, options);
  return {
    async call(operation: Operation, input: CallInput = {}, options: ListOptions = {}): Promise<unknown> {
      return operation.success.body === 'list'
        ? fetchOnce(open(operation, input, options))
        : sender.call(operation, input, options);
    },
    async *pages(operation: Operation, input: CallInput = {}, { limit, ...options }: IterateOptions = {}) {
      yield* iteratePages(open(operation, input, options), limit);
    },
    async slice(operation: Operation, input: CallInput, { offset, limit, ...options }: SliceRange) {
      return fetchSlice(open(operation, input, options), offset, limit);
    },
  };
}

type IgnoredError = FilterIgnoredError | SortIgnoredError;

function refuseIgnored(error: IgnoredError): never {
  throw error;
}

/** A list has many pages, but one filter that was ignored. */
function tellOnce(tell: (error: IgnoredError) => void): (error: IgnoredError) => void {
  const told = new Set<string>();
  return (error) => {
    const key = `${error.operation} ${'sort' in error ? error.sort : error.filter}`;
    if (!told.has(key)) tell(error);
    told.add(key);
  };
}

function createMethod(calls: Calls, operation: Operation) {
  const method = (input?: CallInput, options?: ListOptions) => calls.call(operation, input, options);
  if (operation.paginated !== true) return method;
  return Object.assign(method, {
    pages: (input?: CallInput, options?: IterateOptions) => calls.pages(operation, input, options),
    async *items(input?: CallInput, options?: IterateOptions) {
      for await (const page of calls.pages(operation, input, options)) yield* page;
    },
    slice: (input: CallInput, range: SliceRange) => calls.slice(operation, input, range),
  });
}

function createAttachmentMethods(sender: Sender): Pick<Client['attachments'], 'get' | 'download' | 'upload'> {
  return {
    get: (ref, options) => getAttachment(sender, ref, options),
    download: (ref, options) => downloadAttachment(sender, ref, options),
    upload: (input, options) => uploadAttachment(sender, input, options),
  };
}
