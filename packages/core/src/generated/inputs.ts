// Written by `pnpm generate` out of packages/core/src/operations and schemas; edits are lost.
import type { RansackQuery } from '../query/conditions.js';
import type { FriendlyId, Id } from '../schemas/fields.js';

/** The value of a custom field; which of them a field takes follows from its type (notes 5.18). */
export type CustomFieldValue = string | number | boolean | null | readonly (string | number)[];

/** What `client.attachments.prepareUpload` takes. */
export interface AttachmentsPrepareUploadInput {
  /** CI Number: The number that people see (friendly_id), not the id. */
  friendly_id: FriendlyId;
}

/** What `client.attachments.create` takes. */
export interface AttachmentsCreateInput {
  /** CI Number: The number that people see (friendly_id), not the id. */
  friendly_id: FriendlyId;
  /** Description. */
  description?: string;
  /** Temporary Key: The Key in the storage's answer to the upload. */
  tmp_key: string;
}

/** What `client.attachments.getFromTicket` takes. */
export interface AttachmentsGetFromTicketInput {
  /** Ticket Number: The number that people see (friendly_id), not the id. */
  friendly_id: FriendlyId;
  /** Attachment ID. */
  id: Id;
}

/** What `client.attachments.getFromTicketComment` takes. */
export interface AttachmentsGetFromTicketCommentInput {
  /** Ticket Number: The number that people see (friendly_id), not the id. */
  friendly_id: FriendlyId;
  /** Comment ID. */
  comment_id: Id;
  /** Attachment ID. */
  id: Id;
}

/** What `client.attachments.getFromMyTicket` takes. */
export interface AttachmentsGetFromMyTicketInput {
  /** Ticket Number: The number that people see (friendly_id), not the id. */
  friendly_id: FriendlyId;
  /** Attachment ID. */
  id: Id;
}

/** What `client.attachments.getFromMyTicketComment` takes. */
export interface AttachmentsGetFromMyTicketCommentInput {
  /** Ticket Number: The number that people see (friendly_id), not the id. */
  friendly_id: FriendlyId;
  /** Comment ID. */
  comment_id: Id;
  /** Attachment ID. */
  id: Id;
}

/** What `client.attachments.getFromCi` takes. */
export interface AttachmentsGetFromCiInput {
  /** CI Number: The number that people see (friendly_id), not the id. */
  friendly_id: FriendlyId;
  /** Attachment ID. */
  id: Id;
}

/** What `client.attachments.update` takes. */
export interface AttachmentsUpdateInput {
  /** CI Number: The number that people see (friendly_id), not the id. */
  friendly_id: FriendlyId;
  /** Attachment ID. */
  id: Id;
  /** Description. */
  description: string;
}

/** What `client.attachments.delete` takes. */
export interface AttachmentsDeleteInput {
  /** CI Number: The number that people see (friendly_id), not the id. */
  friendly_id: FriendlyId;
  /** Attachment ID. */
  id: Id;
}

/** What `client.cis.list` takes. */
export interface CisListInput {
  /** Page: From 1. */
  page?: number;
  /** Per Page: Rows a page, 15 if left out. */
  per_page?: number;
  /** Filter: Ransack conditions, e.g. {"last_name_eq": "Foley"}. */
  q?: RansackQuery;
}

/** What `client.cis.get` takes. */
export interface CisGetInput {
  /** CI Number: The number that people see (friendly_id), not the id. */
  friendly_id: FriendlyId;
}

/** What `client.cis.getByBarcode` takes. */
export interface CisGetByBarcodeInput {
  /** Barcode. */
  barcode: string;
}

/** What `client.cis.create` takes. */
export interface CisCreateInput {
  /** Name. */
  name: string;
  /** Description. */
  description?: string;
  /** Manufacturer (manufacturer); null empties it. */
  manufacturer_id?: Id | null;
  /** Model. */
  model?: string;
  /** Serial Number. */
  serial_number?: string;
  /** Control Number. */
  control_number?: string;
  /** Status (CI status); null empties it. */
  status_id?: Id | null;
  /** Type (CI type); null empties it. */
  type_id?: Id | null;
  /** Location (location); null empties it. */
  location_id?: Id | null;
  /** Tags (tag): Replaces the whole set. */
  tag_ids?: Id[];
  /** Users (user): Replaces the whole set. */
  user_ids?: Id[];
  /** Custom Fields: Values by custom field id. */
  custom_fields?: Record<string, CustomFieldValue>;
}

/** What `client.cis.update` takes. */
export interface CisUpdateInput {
  /** CI Number: The number that people see (friendly_id), not the id. */
  friendly_id: FriendlyId;
  /** Name. */
  name?: string;
  /** Description. */
  description?: string;
  /** Manufacturer (manufacturer); null empties it. */
  manufacturer_id?: Id | null;
  /** Model. */
  model?: string;
  /** Serial Number. */
  serial_number?: string;
  /** Control Number. */
  control_number?: string;
  /** Status (CI status); null empties it. */
  status_id?: Id | null;
  /** Type (CI type); null empties it. */
  type_id?: Id | null;
  /** Location (location); null empties it. */
  location_id?: Id | null;
  /** Tags (tag): Replaces the whole set. */
  tag_ids?: Id[];
  /** Users (user): Replaces the whole set. */
  user_ids?: Id[];
  /** Custom Fields: Values by custom field id. */
  custom_fields?: Record<string, CustomFieldValue>;
}

/** What `client.cis.delete` takes. */
export interface CisDeleteInput {
  /** CI Number: The number that people see (friendly_id), not the id. */
  friendly_id: FriendlyId;
}

/** What `client.groups.list` takes. */
export interface GroupsListInput {
  /** Page: From 1. */
  page?: number;
  /** Per Page: Rows a page, 15 if left out. */
  per_page?: number;
  /** Filter: Ransack conditions, e.g. {"last_name_eq": "Foley"}. */
  q?: RansackQuery;
}

/** What `client.manufacturers.list` takes. */
export interface ManufacturersListInput {
  /** Page: From 1. */
  page?: number;
  /** Per Page: Rows a page, 15 if left out. */
  per_page?: number;
  /** Filter: Ransack conditions, e.g. {"last_name_eq": "Foley"}. */
  q?: RansackQuery;
}

/** What `client.ciNotes.create` takes. */
export interface CiNotesCreateInput {
  /** CI Number: The number that people see (friendly_id), not the id. */
  friendly_id: FriendlyId;
  /** Text. */
  text: string;
}

/** What `client.ciNotes.update` takes. */
export interface CiNotesUpdateInput {
  /** CI Number: The number that people see (friendly_id), not the id. */
  friendly_id: FriendlyId;
  /** Note ID. */
  id: Id;
  /** Text. */
  text: string;
}

/** What `client.ciNotes.delete` takes. */
export interface CiNotesDeleteInput {
  /** CI Number: The number that people see (friendly_id), not the id. */
  friendly_id: FriendlyId;
  /** Note ID. */
  id: Id;
}

/** What `client.savedSearches.run` takes. */
export interface SavedSearchesRunInput {
  /** Saved Search (saved search). */
  id: Id;
  /** Page: From 1. */
  page?: number;
  /** Per Page: Rows a page, 15 if left out. */
  per_page?: number;
}

/** What `client.tasks.create` takes. */
export interface TasksCreateInput {
  /** Ticket Number: The number that people see (friendly_id), not the id. */
  friendly_id: FriendlyId;
  /** Title. */
  title: string;
  /** Type (task type); null empties it. */
  type_id?: Id | null;
  /** Team (team); null empties it. */
  team_id?: Id | null;
  /** Agent (agent); null empties it. */
  agent_id?: Id | null;
  /** Note. */
  note?: string;
  /** Due At: ISO 8601; without a zone it is UTC; null empties it. */
  due_at?: string | null;
}

/** What `client.tasks.update` takes. */
export interface TasksUpdateInput {
  /** Ticket Number: The number that people see (friendly_id), not the id. */
  friendly_id: FriendlyId;
  /** Task (task). */
  id: Id;
  /** Title. */
  title?: string;
  /** Type (task type); null empties it. */
  type_id?: Id | null;
  /** Team (team); null empties it. */
  team_id?: Id | null;
  /** Agent (agent); null empties it. */
  agent_id?: Id | null;
  /** Note. */
  note?: string;
  /** Due At: ISO 8601; without a zone it is UTC; null empties it. */
  due_at?: string | null;
}

/** What `client.tasks.close` takes. */
export interface TasksCloseInput {
  /** Ticket Number: The number that people see (friendly_id), not the id. */
  friendly_id: FriendlyId;
  /** Task (task). */
  id: Id;
  /** Note. */
  note?: string;
}

/** What `client.tasks.reopen` takes. */
export interface TasksReopenInput {
  /** Ticket Number: The number that people see (friendly_id), not the id. */
  friendly_id: FriendlyId;
  /** Task (task). */
  id: Id;
}

/** What `client.tasks.delete` takes. */
export interface TasksDeleteInput {
  /** Ticket Number: The number that people see (friendly_id), not the id. */
  friendly_id: FriendlyId;
  /** Task (task). */
  id: Id;
}

/** What `client.tickets.list` takes. */
export interface TicketsListInput {
  /** Page: From 1. */
  page?: number;
  /** Per Page: Rows a page, 15 if left out. */
  per_page?: number;
  /** Filter: Ransack conditions, e.g. {"last_name_eq": "Foley"}. */
  q?: RansackQuery;
}

/** What `client.tickets.get` takes. */
export interface TicketsGetInput {
  /** Ticket Number: The number that people see (friendly_id), not the id. */
  friendly_id: FriendlyId;
}

/** What `client.tickets.create` takes. */
export interface TicketsCreateInput {
  /** Title. */
  title: string;
  /** Type (ticket type). */
  type_id: Id;
  /** Priority (priority). */
  priority_id: Id;
  /** Description: HTML. */
  description?: string;
  /** Extended Status (extended status); null empties it. */
  extended_status_id?: Id | null;
  /** Category (category); null empties it. */
  category_id?: Id | null;
  /** Requester (user): Left out, the API user (unverified). */
  requester_id?: Id;
  /** Team (team); null empties it. */
  team_id?: Id | null;
  /** Agent (agent); null empties it. */
  agent_id?: Id | null;
  /** Tags (tag): Replaces the whole set. */
  tag_ids?: Id[];
  /** Custom Fields: Values by custom field id. */
  custom_fields?: Record<string, CustomFieldValue>;
}

/** What `client.tickets.update` takes. */
export interface TicketsUpdateInput {
  /** Ticket Number: The number that people see (friendly_id), not the id. */
  friendly_id: FriendlyId;
  /** Title. */
  title?: string;
  /** Type (ticket type). */
  type_id?: Id;
  /** Priority (priority). */
  priority_id?: Id;
  /** Description: HTML. */
  description?: string;
  /** Extended Status (extended status); null empties it. */
  extended_status_id?: Id | null;
  /** Category (category); null empties it. */
  category_id?: Id | null;
  /** Requester (user): Left out, the API user (unverified). */
  requester_id?: Id;
  /** Team (team); null empties it. */
  team_id?: Id | null;
  /** Agent (agent); null empties it. */
  agent_id?: Id | null;
  /** Tags (tag): Replaces the whole set. */
  tag_ids?: Id[];
  /** Custom Fields: Values by custom field id. */
  custom_fields?: Record<string, CustomFieldValue>;
  /**
   * Lock Version: The lock_version last read; a change made since then gives a conflict (409) instead of
   * being overwritten.
   */
  lock_version?: number;
}

/** What `client.tickets.addComment` takes. */
export interface TicketsAddCommentInput {
  /** Ticket Number: The number that people see (friendly_id), not the id. */
  friendly_id: FriendlyId;
  /** Body: HTML. */
  body: string;
  /** Public: Whether the requester can see the comment. */
  is_public: boolean;
}

/** What `client.tickets.close` takes. */
export interface TicketsCloseInput {
  /** Ticket Number: The number that people see (friendly_id), not the id. */
  friendly_id: FriendlyId;
}

/** What `client.tickets.reopen` takes. */
export interface TicketsReopenInput {
  /** Ticket Number: The number that people see (friendly_id), not the id. */
  friendly_id: FriendlyId;
}

/** What `client.myTickets.list` takes. */
export interface MyTicketsListInput {
  /** Page: From 1. */
  page?: number;
  /** Per Page: Rows a page, 15 if left out. */
  per_page?: number;
  /** Filter: Ransack conditions, e.g. {"last_name_eq": "Foley"}. */
  q?: RansackQuery;
}

/** What `client.myTickets.get` takes. */
export interface MyTicketsGetInput {
  /** Ticket Number: The number that people see (friendly_id), not the id. */
  friendly_id: FriendlyId;
}

/** What `client.myTickets.create` takes. */
export interface MyTicketsCreateInput {
  /** Title. */
  title: string;
  /** Description: HTML. */
  description?: string;
  /** Type (ticket type). */
  type_id: Id;
}

/** What `client.myTickets.addComment` takes. */
export interface MyTicketsAddCommentInput {
  /** Ticket Number: The number that people see (friendly_id), not the id. */
  friendly_id: FriendlyId;
  /** Body: HTML. */
  body: string;
}

/** What `client.myTickets.reopen` takes. */
export interface MyTicketsReopenInput {
  /** Ticket Number: The number that people see (friendly_id), not the id. */
  friendly_id: FriendlyId;
}

/** What `client.timeEntries.create` takes. */
export interface TimeEntriesCreateInput {
  /** Ticket Number: The number that people see (friendly_id), not the id. */
  friendly_id: FriendlyId;
  /** Date: YYYY-MM-DD. */
  date: string;
  /** Duration (Minutes). */
  duration: number;
  /** Agent (agent): Left out, the API user. */
  agent_id?: Id;
  /** Billable: Left out, not billable. */
  billable?: boolean;
  /** Task (task); null empties it. */
  task_id?: Id | null;
  /** Note: Written only: no answer shows it. */
  note?: string;
}

/** What `client.timeEntries.update` takes. */
export interface TimeEntriesUpdateInput {
  /** Ticket Number: The number that people see (friendly_id), not the id. */
  friendly_id: FriendlyId;
  /** Time Entry ID. */
  id: Id;
  /** Date: YYYY-MM-DD. */
  date?: string;
  /** Duration (Minutes). */
  duration?: number;
  /** Agent (agent): Left out, the API user. */
  agent_id?: Id;
  /** Billable: Left out, not billable. */
  billable?: boolean;
  /** Task (task); null empties it. */
  task_id?: Id | null;
  /** Note: Written only: no answer shows it. */
  note?: string;
}

/** What `client.timeEntries.delete` takes. */
export interface TimeEntriesDeleteInput {
  /** Ticket Number: The number that people see (friendly_id), not the id. */
  friendly_id: FriendlyId;
  /** Time Entry ID. */
  id: Id;
}

/** What `client.users.list` takes. */
export interface UsersListInput {
  /** Page: From 1. */
  page?: number;
  /** Per Page: Rows a page, 15 if left out. */
  per_page?: number;
  /** Filter: Ransack conditions, e.g. {"last_name_eq": "Foley"}. */
  q?: RansackQuery;
}

/** What `client.users.get` takes. */
export interface UsersGetInput {
  /** User Number: The number that people see (friendly_id), not the id. */
  friendly_id: FriendlyId;
}

/** What `client.users.create` takes. */
export interface UsersCreateInput {
  /** Username. */
  username: string;
  /** Email; null empties it. */
  email?: string | null;
  /** First Name; null empties it. */
  first_name?: string | null;
  /** Last Name; null empties it. */
  last_name?: string | null;
  /** Domain Name; null empties it. */
  domain_name?: string | null;
  /** Designation; null empties it. */
  designation?: string | null;
  /** Location (location); null empties it. */
  location_id?: Id | null;
  /** Group (group); null empties it. */
  group_id?: Id | null;
  /** Phone; null empties it. */
  phone?: string | null;
  /** Mobile; null empties it. */
  mobile?: string | null;
  /** Other Email; null empties it. */
  other_email?: string | null;
  /** Time Zone: A Rails zone name, e.g. "Eastern Time (US & Canada)"; null empties it. */
  time_zone?: string | null;
  /** Tags (tag): Replaces the whole set. */
  tag_ids?: Id[];
}

/** What `client.users.update` takes. */
export interface UsersUpdateInput {
  /** User Number: The number that people see (friendly_id), not the id. */
  friendly_id: FriendlyId;
  /** Username. */
  username?: string;
  /** Email; null empties it. */
  email?: string | null;
  /** First Name; null empties it. */
  first_name?: string | null;
  /** Last Name; null empties it. */
  last_name?: string | null;
  /** Domain Name; null empties it. */
  domain_name?: string | null;
  /** Designation; null empties it. */
  designation?: string | null;
  /** Location (location); null empties it. */
  location_id?: Id | null;
  /** Group (group); null empties it. */
  group_id?: Id | null;
  /** Phone; null empties it. */
  phone?: string | null;
  /** Mobile; null empties it. */
  mobile?: string | null;
  /** Other Email; null empties it. */
  other_email?: string | null;
  /** Time Zone: A Rails zone name, e.g. "Eastern Time (US & Canada)"; null empties it. */
  time_zone?: string | null;
  /** Tags (tag): Replaces the whole set. */
  tag_ids?: Id[];
  /** Roles (role): Replaces the whole set. */
  role_ids?: Id[];
}

/** What each operation takes, by its id. */
export interface Inputs {
  readonly 'sessions.create': Record<string, never>;
  readonly 'account.get': Record<string, never>;
  readonly 'attachments.prepareUpload': AttachmentsPrepareUploadInput;
  readonly 'attachments.create': AttachmentsCreateInput;
  readonly 'attachments.getFromTicket': AttachmentsGetFromTicketInput;
  readonly 'attachments.getFromTicketComment': AttachmentsGetFromTicketCommentInput;
  readonly 'attachments.getFromMyTicket': AttachmentsGetFromMyTicketInput;
  readonly 'attachments.getFromMyTicketComment': AttachmentsGetFromMyTicketCommentInput;
  readonly 'attachments.getFromCi': AttachmentsGetFromCiInput;
  readonly 'attachments.update': AttachmentsUpdateInput;
  readonly 'attachments.delete': AttachmentsDeleteInput;
  readonly 'cis.list': CisListInput;
  readonly 'cis.get': CisGetInput;
  readonly 'cis.getByBarcode': CisGetByBarcodeInput;
  readonly 'cis.create': CisCreateInput;
  readonly 'cis.update': CisUpdateInput;
  readonly 'cis.delete': CisDeleteInput;
  readonly 'ciStatuses.list': Record<string, never>;
  readonly 'ciTypes.list': Record<string, never>;
  readonly 'customFields.list': Record<string, never>;
  readonly 'groups.list': GroupsListInput;
  readonly 'helpdeskCategories.list': Record<string, never>;
  readonly 'helpdeskExtendedStatuses.list': Record<string, never>;
  readonly 'helpdeskPriorities.list': Record<string, never>;
  readonly 'locations.list': Record<string, never>;
  readonly 'manufacturers.list': ManufacturersListInput;
  readonly 'ciNotes.create': CiNotesCreateInput;
  readonly 'ciNotes.update': CiNotesUpdateInput;
  readonly 'ciNotes.delete': CiNotesDeleteInput;
  readonly 'savedSearches.list': Record<string, never>;
  readonly 'savedSearches.run': SavedSearchesRunInput;
  readonly 'tags.list': Record<string, never>;
  readonly 'tasks.create': TasksCreateInput;
  readonly 'tasks.update': TasksUpdateInput;
  readonly 'tasks.close': TasksCloseInput;
  readonly 'tasks.reopen': TasksReopenInput;
  readonly 'tasks.delete': TasksDeleteInput;
  readonly 'taskTypes.list': Record<string, never>;
  readonly 'teams.list': Record<string, never>;
  readonly 'tickets.list': TicketsListInput;
  readonly 'tickets.get': TicketsGetInput;
  readonly 'tickets.create': TicketsCreateInput;
  readonly 'tickets.update': TicketsUpdateInput;
  readonly 'tickets.addComment': TicketsAddCommentInput;
  readonly 'tickets.close': TicketsCloseInput;
  readonly 'tickets.reopen': TicketsReopenInput;
  readonly 'myTickets.list': MyTicketsListInput;
  readonly 'myTickets.get': MyTicketsGetInput;
  readonly 'myTickets.create': MyTicketsCreateInput;
  readonly 'myTickets.addComment': MyTicketsAddCommentInput;
  readonly 'myTickets.reopen': MyTicketsReopenInput;
  readonly 'ticketTypes.list': Record<string, never>;
  readonly 'timeEntries.create': TimeEntriesCreateInput;
  readonly 'timeEntries.update': TimeEntriesUpdateInput;
  readonly 'timeEntries.delete': TimeEntriesDeleteInput;
  readonly 'users.list': UsersListInput;
  readonly 'users.get': UsersGetInput;
  readonly 'users.create': UsersCreateInput;
  readonly 'users.update': UsersUpdateInput;
}
