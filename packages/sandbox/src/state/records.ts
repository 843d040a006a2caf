/**
 * What the sandbox keeps. Field names are the API's; where the API shows a record inside another, its id is kept.
 * Times are ISO 8601 in UTC with milliseconds.
 */

/** Fields that a data file gives a record beyond the API's: shown again as they are. */
export interface Extended {
  extra?: Readonly<Record<string, unknown>>;
}

export interface UserRecord extends Extended {
  id: number;
  friendly_id: number;
  username: string;
  email: string | null;
  first_name: string | null;
  last_name: string | null;
  domain_name: string | null;
  designation: string | null;
  phone: string | null;
  mobile: string | null;
  other_email: string | null;
  time_zone: string | null;
  is_agent: boolean;
  archived_at: string | null;
  created_at: string;
  updated_at: string;
  location_id: number | null;
  group_id: number | null;
  tag_ids: number[];
  role_ids: number[];
}

export interface AttachmentRecord {
  id: number;
  name: string;
  description: string | null;
  size: number;
  created_at: string;
  updated_at: string;
  created_by_id: number | null;
  /** Where its file lies in the storage. */
  storage_key: string;
}

export interface CommentRecord {
  id: number;
  body: string;
  created_at: string;
  is_public: boolean;
  from_agent: boolean;
  source: string | null;
  created_by_id: number | null;
  attachments: AttachmentRecord[];
}

export interface TaskRecord {
  id: number;
  title: string;
  note: string | null;
  created_at: string;
  due_at: string | null;
  closed_at: string | null;
  type_id: number | null;
  team_id: number | null;
  agent_id: number | null;
  created_by_id: number | null;
}

export interface TimeEntryRecord {
  id: number;
  /** YYYY-MM-DD. */
  date: string;
  /** Minutes. */
  duration: number;
  billable: boolean;
  task_id: number | null;
  agent_id: number | null;
  /** Never shown (notes 5.51). */
  note: string | null;
}

/** A problem or change that a ticket belongs to; only its title is known here. */
export type LinkedRecord = Pick<TicketRecord, 'id' | 'friendly_id' | 'title'>;

export interface ApprovalRequestRecord {
  id: number;
  status: string;
  comment: string | null;
  created_at: string;
  responded_at: string | null;
  user_id: number | null;
}

export type CustomFieldValues = Record<string, unknown>;

export interface TicketRecord extends Extended {
  id: number;
  friendly_id: number;
  title: string;
  description: string | null;
  status: string;
  source: string | null;
  custom_fields: CustomFieldValues;
  created_at: string;
  updated_at: string;
  due_at: string | null;
  closed_at: string | null;
  lock_version: number;
  type_id: number | null;
  priority_id: number | null;
  category_id: number | null;
  extended_status_id: number | null;
  requester_id: number | null;
  agent_id: number | null;
  team_id: number | null;
  tag_ids: number[];
  ci_ids: number[];
  problem: LinkedRecord | null;
  change: LinkedRecord | null;
  comments: CommentRecord[];
  attachments: AttachmentRecord[];
  time_entries: TimeEntryRecord[];
  tasks: TaskRecord[];
  approval_requests: ApprovalRequestRecord[];
}

export interface NoteRecord {
  id: number;
  text: string;
  created_at: string;
  updated_at: string;
  created_by_id: number | null;
}

export type PurchaseOrder = Pick<CiRecord, 'id' | 'friendly_id'> & { number: string };

export interface CiRecord extends Extended {
  id: number;
  friendly_id: number;
  name: string;
  description: string | null;
  model: string | null;
  serial_number: string | null;
  control_number: string | null;
  barcode: string | null;
  type_id: number | null;
  status_id: number | null;
  location_id: number | null;
  manufacturer_id: number | null;
  purchase_order: PurchaseOrder | null;
  tag_ids: number[];
  user_ids: number[];
  custom_fields: CustomFieldValues;
  inventory: Record<string, unknown> | null;
  inventory_updated_at: string | null;
  online: boolean;
  dns_host_name: string | null;
  distinguished_name: string | null;
  archived_at: string | null;
  created_at: string;
  updated_at: string;
  notes: NoteRecord[];
  attachments: AttachmentRecord[];
}

/** A login: who it is, what it may do and what the account's plan allows. */
export interface ApiKey {
  token: string;
  username: string;
  password: string | null;
  /** Verbs by kind of record, `manage` for all (doc L56-62). */
  permissions: Record<string, string[]>;
  plan: { api: boolean; cmdb: boolean };
  throttle: Throttle | null;
}

/** A fixed window as Rack::Attack has it (notes 3). */
export interface Throttle {
  limit: number;
  /** Seconds. */
  period: number;
  /** Whether a refusal says when to come back. */
  retry_after: boolean;
}

/** Settings as `GET /account` shows them (doc L77-92). */
export type AccountRecord = Record<string, unknown> & {
  time_zone: string | null;
  default_ticket_team_id: number | null;
  default_helpdesk_priority_id: number | null;
};

/** A file in the storage. Of a large one only the beginning is kept; what follows reads as zero bytes. */
export interface StoredFile {
  size: number;
  /** MD5 in hex, as S3's ETag. */
  etag: string;
  head: Buffer;
}
