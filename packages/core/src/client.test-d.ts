import { expectTypeOf } from 'expect-type';
import type {
  Attachment,
  AttachmentRef,
  CallInput,
  CallOptions,
  Client,
  FileSource,
  FriendlyId,
  Id,
  ListOptions,
  ListRemark,
  OnRemark,
  OperationId,
  OperationOutput,
  RansackQuery,
  Row,
  Slice,
  UploadInput,
  IterateOptions,
  SliceRange,
} from './index.js';

type CustomValue = string | number | boolean | null | readonly (string | number)[];

interface TicketChange {
  friendly_id: FriendlyId;
  title?: string;
  type_id?: Id;
  priority_id?: Id;
  description?: string;
  extended_status_id?: Id | null;
  category_id?: Id | null;
  requester_id?: Id;
  team_id?: Id | null;
  agent_id?: Id | null;
  tag_ids?: Id[];
  custom_fields?: Record<string, CustomValue>;
  lock_version?: number;
}

type Tickets = Client['tickets'];
type Users = Client['users'];
type UserRow = OperationOutput<'users.list'>[number];
interface Search {
  q?: RansackQuery;
}
type Limited = IterateOptions;
expectTypeOf<IterateOptions>().toEqualTypeOf<{
  readonly signal?: AbortSignal;
  readonly patienceMs?: number;
  readonly onRemark?: OnRemark;
  readonly limit?: number;
}>();
expectTypeOf<SliceRange>().toEqualTypeOf<{
  readonly signal?: AbortSignal;
  readonly patienceMs?: number;
  readonly onRemark?: OnRemark;
  readonly offset: number;
  readonly limit: number;
}>();

// What a resource is called, and that nothing else is one.
expectTypeOf<keyof Client>().toEqualTypeOf<
  | 'account'
  | 'attachments'
  | 'baseUrl'
  | 'call'
  | 'ciNotes'
  | 'ciStatuses'
  | 'ciTypes'
  | 'cis'
  | 'customFields'
  | 'groups'
  | 'helpdeskCategories'
  | 'helpdeskExtendedStatuses'
  | 'helpdeskPriorities'
  | 'locations'
  | 'manufacturers'
  | 'myTickets'
  | 'pages'
  | 'redact'
  | 'savedSearches'
  | 'sessions'
  | 'slice'
  | 'tags'
  | 'taskTypes'
  | 'tasks'
  | 'teams'
  | 'ticketTypes'
  | 'tickets'
  | 'timeEntries'
  | 'users'
>();

// A method takes path, body and query side by side.
expectTypeOf<Parameters<Tickets['update']>>().toEqualTypeOf<[input: TicketChange, options?: CallOptions]>();
expectTypeOf<ReturnType<Tickets['update']>>().toEqualTypeOf<Promise<undefined>>();
expectTypeOf<Parameters<Tickets['get']>[0]>().toEqualTypeOf<{ friendly_id: FriendlyId }>();
expectTypeOf<Awaited<ReturnType<Tickets['get']>>>().toEqualTypeOf<OperationOutput<'tickets.get'>>();

// Its input may be left out where nothing in it is required, and only there.
expectTypeOf<[]>().toExtend<Parameters<Client['account']['get']>>();
expectTypeOf<[]>().toExtend<Parameters<Users['list']>>();
expectTypeOf<[]>().not.toExtend<Parameters<Tickets['get']>>();

// A list: one page, pages, rows, a part.
expectTypeOf<Parameters<Users['list']>>().toEqualTypeOf<
  [input?: { page?: number; per_page?: number; q?: RansackQuery }, options?: ListOptions]
>();
expectTypeOf<ReturnType<Users['list']>>().toEqualTypeOf<Promise<UserRow[]>>();
expectTypeOf<Parameters<Users['list']['pages']>>().toEqualTypeOf<[input?: Search, options?: Limited]>();
expectTypeOf<ReturnType<Users['list']['pages']>>().toEqualTypeOf<AsyncGenerator<UserRow[], void, undefined>>();
expectTypeOf<Parameters<Users['list']['items']>>().toEqualTypeOf<[input?: Search, options?: Limited]>();
expectTypeOf<ReturnType<Users['list']['items']>>().toEqualTypeOf<AsyncGenerator<UserRow, void, undefined>>();
expectTypeOf<Parameters<Users['list']['slice']>>().toEqualTypeOf<[input: Search, range: SliceRange]>();
expectTypeOf<ReturnType<Users['list']['slice']>>().toEqualTypeOf<Promise<Slice<UserRow>>>();
expectTypeOf<Slice<UserRow>>().toEqualTypeOf<{
  readonly rows: UserRow[];
  readonly more: boolean;
  readonly remarks: readonly ListRemark[];
}>();
// Lists that the API does not page, and records, have none of them.
expectTypeOf<Client['teams']['list']>().not.toHaveProperty('items');
expectTypeOf<Tickets['get']>().not.toHaveProperty('items');

// Attachments of any parent.
expectTypeOf<Parameters<Client['attachments']['get']>>().toEqualTypeOf<
  [ref: AttachmentRef, options?: CallOptions | undefined]
>();
expectTypeOf<ReturnType<Client['attachments']['get']>>().toEqualTypeOf<Promise<Attachment>>();
expectTypeOf<Awaited<ReturnType<Client['attachments']['download']>>>().toEqualTypeOf<{
  attachment: Attachment;
  bytes: Uint8Array;
}>();
expectTypeOf<Parameters<Client['attachments']['upload']>>().toEqualTypeOf<
  [input: UploadInput, options?: CallOptions | undefined]
>();
expectTypeOf<UploadInput>().toEqualTypeOf<{
  readonly friendly_id: FriendlyId;
  readonly file: FileSource;
  readonly description?: string;
}>();
expectTypeOf<ReturnType<Client['attachments']['upload']>>().toEqualTypeOf<Promise<Attachment>>();
expectTypeOf<Attachment['id']>().toEqualTypeOf<Id>();
expectTypeOf<Attachment['secure_url']>().toEqualTypeOf<string>();
expectTypeOf<Attachment['description']>().toEqualTypeOf<string | null | undefined>();
expectTypeOf<AttachmentRef['parent']>().toEqualTypeOf<
  'ci' | 'ticket' | 'myTicket' | 'ticketComment' | 'myTicketComment'
>();
interface OnTicket {
  parent: 'ticketComment';
  friendly_id: number;
  id: number;
}
expectTypeOf<OnTicket & { comment_id: number }>().toExtend<AttachmentRef>();
expectTypeOf<OnTicket>().not.toExtend<AttachmentRef>();

// For callers that hold an operation as data.
expectTypeOf<Parameters<Client['call']>>().toEqualTypeOf<
  [id: OperationId, input?: CallInput | undefined, options?: ListOptions | undefined]
>();
expectTypeOf<ReturnType<Client['call']>>().toEqualTypeOf<Promise<unknown>>();
expectTypeOf<ReturnType<Client['pages']>>().toEqualTypeOf<AsyncGenerator<Row[], void, undefined>>();
expectTypeOf<Client['baseUrl']>().toEqualTypeOf<string>();
