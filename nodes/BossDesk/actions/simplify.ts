import type { GenericValue } from 'n8n-workflow';
import type { ApiRecord } from './run.js';

/** At most ten fields of each kind of record, those that people act on, by the API's names. */
const FIELDS = {
  ticketRow: ['id', 'friendly_id', 'title', 'status', 'type', 'priority', 'category', 'requester', 'agent', 'due_at'],
  ticket: [
    'id',
    'friendly_id',
    'title',
    'description',
    'status',
    'priority',
    'requester',
    'agent',
    'team',
    'updated_at',
  ],
  ciRow: ['id', 'friendly_id', 'name', 'description', 'alias', 'type', 'status', 'online', 'archived', 'updated_at'],
  ci: [
    'id',
    'friendly_id',
    'name',
    'description',
    'type',
    'status',
    'location',
    'serial_number',
    'control_number',
    'updated_at',
  ],
  user: [
    'id',
    'friendly_id',
    'first_name',
    'last_name',
    'username',
    'email',
    'is_agent',
    'group',
    'location',
    'archived_at',
  ],
} as const;

/** Flattens a record: the chosen fields, with the name of a record in place of the record. */
export function simplifyRecord(record: ApiRecord): ApiRecord {
  return Object.fromEntries(simplifiedFieldsOf(record).map((field) => [field, nameOf(record[field] as GenericValue)]));
}

/** The fields of a record that stay. Answers do not say what they are, but only whole records have a `created_at`. */
export function simplifiedFieldsOf(record: object): readonly string[] {
  const isWhole = 'created_at' in record;
  const fields =
    'title' in record
      ? FIELDS[isWhole ? 'ticket' : 'ticketRow']
      : FIELDS['username' in record ? 'user' : isWhole ? 'ci' : 'ciRow'];
  return fields.filter((field) => field in record);
}

function nameOf(value: GenericValue): GenericValue {
  if (typeof value !== 'object' || value === null) return value;
  const { name, first_name, last_name, username } = value as Partial<Record<string, string | null>>;
  if (typeof name === 'string') return name;
  const fullName = [first_name, last_name].filter(Boolean).join(' ');
  return fullName === '' ? (username ?? null) : fullName;
}
