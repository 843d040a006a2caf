import type { Operation } from './operation.js';

export const listCiStatuses = {
  id: 'ciStatuses.list',
  kind: 'ci_statuses',
  api: 'v1',
  method: 'GET',
  path: '/ci_statuses',
  success: { status: 200, body: 'list' },
  title: 'List CI statuses',
  doc: [643, 666],
  routeLine: 646,
  faces: { n8n: 'reference.getAll', mcp: 'list_reference_data' },
} as const satisfies Operation;

export const listCiTypes = {
  id: 'ciTypes.list',
  kind: 'ci_types',
  api: 'v1',
  method: 'GET',
  path: '/ci_types',
  success: { status: 200, body: 'list' },
  title: 'List CI types',
  doc: [670, 694],
  routeLine: 673,
  faces: { n8n: 'reference.getAll', mcp: 'list_reference_data' },
} as const satisfies Operation;

export const listCustomFields = {
  id: 'customFields.list',
  kind: 'custom_fields',
  api: 'v1',
  method: 'GET',
  path: '/custom_fields',
  success: { status: 200, body: 'list' },
  title: 'List custom fields',
  doc: [698, 774],
  routeLine: 701,
  faces: { n8n: 'reference.getAll', mcp: 'list_reference_data' },
} as const satisfies Operation;

export const listGroups = {
  id: 'groups.list',
  kind: 'groups',
  api: 'v1',
  method: 'GET',
  path: '/groups',
  paginated: true,
  searchable: true,
  success: { status: 200, body: 'list' },
  title: 'List groups',
  doc: [778, 796],
  routeLine: 781,
  faces: { n8n: 'reference.getAll', mcp: 'list_reference_data' },
} as const satisfies Operation;

export const listHelpdeskCategories = {
  id: 'helpdeskCategories.list',
  kind: 'helpdesk_categories',
  api: 'v1',
  method: 'GET',
  path: '/helpdesk_categories',
  success: { status: 200, body: 'list' },
  title: 'List ticket categories',
  doc: [800, 835],
  routeLine: 803,
  faces: { n8n: 'reference.getAll', mcp: 'list_reference_data' },
} as const satisfies Operation;

export const listHelpdeskExtendedStatuses = {
  id: 'helpdeskExtendedStatuses.list',
  kind: 'helpdesk_extended_statuses',
  api: 'v1',
  method: 'GET',
  path: '/helpdesk_extended_statuses',
  success: { status: 200, body: 'list' },
  title: 'List extended statuses',
  doc: [839, 862],
  routeLine: 842,
  faces: { n8n: 'reference.getAll', mcp: 'list_reference_data' },
} as const satisfies Operation;

export const listHelpdeskPriorities = {
  id: 'helpdeskPriorities.list',
  kind: 'helpdesk_priorities',
  api: 'v1',
  method: 'GET',
  path: '/helpdesk_priorities',
  success: { status: 200, body: 'list' },
  title: 'List ticket priorities',
  doc: [866, 891],
  routeLine: 869,
  faces: { n8n: 'reference.getAll', mcp: 'list_reference_data' },
} as const satisfies Operation;

export const listLocations = {
  id: 'locations.list',
  kind: 'locations',
  api: 'v1',
  method: 'GET',
  path: '/locations',
  success: { status: 200, body: 'list' },
  title: 'List locations',
  doc: [895, 919],
  routeLine: 898,
  faces: { n8n: 'reference.getAll', mcp: 'list_reference_data' },
} as const satisfies Operation;

export const listManufacturers = {
  id: 'manufacturers.list',
  kind: 'manufacturers',
  api: 'v1',
  method: 'GET',
  path: '/manufacturers',
  paginated: true,
  searchable: true,
  success: { status: 200, body: 'list' },
  title: 'List manufacturers',
  doc: [923, 945],
  routeLine: 926,
  faces: { n8n: 'reference.getAll', mcp: 'list_reference_data' },
} as const satisfies Operation;

export const listTags = {
  id: 'tags.list',
  kind: 'tags',
  api: 'v1',
  method: 'GET',
  path: '/tags',
  success: { status: 200, body: 'list' },
  title: 'List tags',
  doc: [1125, 1151],
  routeLine: 1128,
  faces: { n8n: 'reference.getAll', mcp: 'list_reference_data' },
} as const satisfies Operation;

export const listTaskTypes = {
  id: 'taskTypes.list',
  kind: 'task_types',
  api: 'v1',
  method: 'GET',
  path: '/task_types',
  success: { status: 200, body: 'list' },
  title: 'List task types',
  doc: [1324, 1342],
  routeLine: 1327,
  faces: { n8n: 'reference.getAll', mcp: 'list_reference_data' },
} as const satisfies Operation;

export const listTeams = {
  id: 'teams.list',
  kind: 'teams',
  api: 'v1',
  method: 'GET',
  path: '/teams',
  success: { status: 200, body: 'list' },
  title: 'List teams',
  doc: [1346, 1364],
  routeLine: 1349,
  faces: { n8n: 'reference.getAll', mcp: 'list_reference_data' },
} as const satisfies Operation;

export const listTicketTypes = {
  id: 'ticketTypes.list',
  kind: 'ticket_types',
  api: 'v1',
  method: 'GET',
  path: '/ticket_types',
  success: { status: 200, body: 'list' },
  title: 'List ticket types',
  doc: [2038, 2062],
  routeLine: 2041,
  faces: { n8n: 'reference.getAll', mcp: 'list_reference_data' },
} as const satisfies Operation;
