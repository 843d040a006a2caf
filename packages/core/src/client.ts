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
import { redactError, type Redactor } from './values/secrets.js';

/** One method per documented route (`client.tickets.update`), and what takes several requests. */
export type Client = Resources & {
  /** Address of the account, without `/api/v1`. */
  readonly baseUrl: string;
  /** Blots the secrets of its transport out of a text, in every form in which they are sent, as it does in its errors. */
  readonly redact: Redactor;
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
  const guard = createGuard(options.transport.redact);
  const calls = createCalls(sender, guard, options.onFilterIgnored);
  const resources: Record<string, Record<string, unknown>> = {};
  for (const operation of operations) {
    const [resource = '', verb = ''] = operation.id.split('.');
    resources[resource] = { ...resources[resource], [verb]: createMethod(calls, operation) };
  }
  const client = {
    ...resources,
    attachments: { ...resources['attachments'], ...createAttachmentMethods(sender, guard) },
    baseUrl: sender.baseUrl,
    redact: (text: string) => options.transport.redact?.(text) ?? text,
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

/** Lets nothing out that holds a secret: whatever fails may repeat what was sent. */
interface Guard {
  <T>(run: () => Promise<T>): Promise<T>;
  readonly clean: <Failure>(error: Failure) => Failure;
}

function createGuard(redact: Redactor | undefined): Guard {
  const clean = <Failure>(error: Failure) => (redact === undefined ? error : redactError(error, redact));
  const guard = async <T>(run: () => Promise<T>): Promise<T> => {
    try {
      return await run();
    } catch (error) {
      throw clean(error);
    }
  };
  return Object.assign(guard, { clean });
}

/** The ways to call an operation that is held as data. */
function createCalls(sender: Sender, guard: Guard, onFilterIgnored: ClientOptions['onFilterIgnored']) {
  const report =
    onFilterIgnored === undefined
      ? refuseIgnored
      : tellOnce((error) => {
          onFilterIgnored(guard.clean(error));
        });
  const context = { sender, knownAttributes: createKnownAttributes(), report };
  const open = (operation: Operation, input: CallInput, options: ListOptions) =>
    openList(context, operation, input, options);
  return {
    async call(operation: Operation, input: CallInput = {}, options: ListOptions = {}): Promise<unknown> {
      try {
        return operation.success.body === 'list'
          ? await fetchOnce(open(operation, input, options))
          : await sender.call(operation, input, options);
      } catch (error) {
        throw guard.clean(error);
      }
    },
    async *pages(operation: Operation, input: CallInput = {}, { limit, ...options }: IterateOptions = {}) {
      try {
        yield* iteratePages(open(operation, input, options), limit);
      } catch (error) {
        throw guard.clean(error);
      }
    },
    async slice(operation: Operation, input: CallInput, { offset, limit, ...options }: SliceRange) {
      return guard(async () => fetchSlice(open(operation, input, options), offset, limit));
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

function createAttachmentMethods(
  sender: Sender,
  guard: Guard,
): Pick<Client['attachments'], 'get' | 'download' | 'upload'> {
  return {
    get: (ref, options) => guard(() => getAttachment(sender, ref, options)),
    download: (ref, options) => guard(() => downloadAttachment(sender, ref, options)),
    upload: (input, options) => guard(() => uploadAttachment(sender, input, options)),
  };
}
