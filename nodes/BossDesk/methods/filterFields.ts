/**
 * Attributes that records can likely be filtered and sorted by: those that answers show, and ids of what they refer to
 * (facts B1). Which of them the server knows is not documented; a filter that it ignores is reported.
 */
const FIELDS: Readonly<Record<string, readonly string[]>> = {
  ticket: [
    'agent_id',
    'category_id',
    'closed_at',
    'created_at',
    'description',
    'due_at',
    'extended_status_id',
    'friendly_id',
    'id',
    'priority_id',
    'requester_email',
    'requester_id',
    'source',
    'status',
    'tags_id',
    'team_id',
    'title',
    'type_id',
    'updated_at',
  ],
  myTicket: ['closed_at', 'created_at', 'due_at', 'friendly_id', 'id', 'status', 'title', 'type_id', 'updated_at'],
  ci: [
    'archived_at',
    'control_number',
    'created_at',
    'description',
    'dns_host_name',
    'friendly_id',
    'id',
    'inventory_updated_at',
    'location_id',
    'manufacturer_id',
    'model',
    'name',
    'online',
    'serial_number',
    'status_id',
    'tags_id',
    'type_id',
    'updated_at',
    'users_id',
  ],
  user: [
    'archived_at',
    'created_at',
    'designation',
    'domain_name',
    'email',
    'first_name',
    'friendly_id',
    'group_id',
    'id',
    'is_agent',
    'last_name',
    'location_id',
    'mobile',
    'phone',
    'tags_id',
    'updated_at',
    'username',
  ],
  reference: ['created_at', 'id', 'name', 'updated_at'],
};

export function filterFieldsOf(resource: unknown): readonly string[] {
  return FIELDS[String(resource)] ?? [];
}

/** `type_id` as the panel says it: "Type ID". */
export function labelOfAttribute(attribute: string): string {
  return attribute
    .split('_')
    .map((word) => (ACRONYMS.has(word) ? word.toUpperCase() : word.charAt(0).toUpperCase() + word.slice(1)))
    .join(' ');
}

const ACRONYMS = new Set(['id', 'dns']);
