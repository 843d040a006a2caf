import { ids } from '../seeded.js';
import { byId } from '../support.js';
import type { ActionCase } from './actionCase.js';

/** CIs, users, and what records refer to. */
export const recordsCases: Readonly<Record<string, ActionCase>> = {
  'account.get': { parameters: {}, wire: ['GET /account'], output: { full_domain: expect.any(String) } },

  'ci.create': {
    parameters: {
      name: 'TS-21442',
      additionalFields: {
        serialNumber: '74-235-5486',
        statusId: byId(ids.active),
        typeId: byId(ids.laptop),
        locationId: ids.atlanta,
        tagIds: [ids.production],
        userIds: `[${ids.nfeeney}, ${ids.aldente}]`,
      },
    },
    wire: ['POST /cis'],
    body: {
      ci: {
        name: 'TS-21442',
        serial_number: '74-235-5486',
        status_id: ids.active,
        type_id: ids.laptop,
        location_id: ids.atlanta,
        tag_ids: [ids.production],
        user_ids: [ids.nfeeney, ids.aldente],
      },
    },
    output: { friendly_id: expect.any(Number), name: 'TS-21442', location: 'Atlanta', location_id: ids.atlanta },
  },
  'ci.delete': { parameters: { ciNumber: byId(3) }, wire: ['DELETE /cis/3'], output: { deleted: true } },
  'ci.get': {
    parameters: { ciNumber: byId(1) },
    wire: ['GET /cis/1', 'GET /custom_fields'],
    output: { friendly_id: 1, name: 'BOSS-1000', type: 'Desktop', status: 'Active' },
  },
  'ci.getAll': {
    parameters: { limit: 2, sort: { rules: [{ field: 'name', direction: 'desc' }] } },
    wire: ['GET /cis?page=1&per_page=2&q[s][]=name desc&q[s][]=id desc'],
    output: { friendly_id: expect.any(Number), type: expect.any(String) },
  },
  'ci.getByBarcode': {
    parameters: { barcode: 'BOSS-1000' },
    wire: ['GET /cis/by_barcode/BOSS-1000', 'GET /custom_fields'],
    output: { friendly_id: 1, name: 'BOSS-1000' },
  },
  'ci.update': {
    parameters: { ciNumber: byId(2), updateFields: { model: 'Alpha 1', clearFields: ['manufacturerId', 'tagIds'] } },
    wire: ['PATCH /cis/2'],
    body: { ci: { model: 'Alpha 1', manufacturer_id: null, tag_ids: [] } },
    output: { updated: true, friendly_id: 2 },
  },

  'ciNote.create': {
    parameters: { ciNumber: byId(1), text: 'Fan is loud' },
    wire: ['POST /cis/1/notes'],
    body: { note: { text: 'Fan is loud' } },
    output: { id: expect.any(Number), text: 'Fan is loud' },
  },

  'reference.getAll': {
    parameters: { list: 'helpdesk_priorities', returnAll: true },
    wire: ['GET /helpdesk_priorities'],
    output: { id: ids.low, name: 'Low', level: 0 },
  },

  'savedSearch.getAll': {
    parameters: { limit: 2 },
    wire: ['GET /searches'],
    output: { name: 'All printers', owner_class: 'ci' },
  },
  'savedSearch.run': {
    parameters: { searchId: byId(38_003), limit: 1 },
    wire: ['GET /searches/38003?page=1&per_page=1'],
    output: { friendly_id: expect.any(Number), agent: null },
  },

  'ci.count': {
    parameters: { filters: { conditions: [{ field: 'name', predicate: 'is', value: 'BOSS-1000' }] } },
    wire: ['GET /cis?page=1&per_page=30&q[name_eq]=BOSS-1000&q[s]=id asc'],
    output: { count: 1 },
  },
  'user.count': {
    parameters: { filters: { conditions: [{ field: 'last_name', predicate: 'is', value: 'Foley' }] } },
    wire: ['GET /users?page=1&per_page=30&q[last_name_eq]=Foley&q[s]=id asc'],
    output: { count: 2 },
  },
  'user.create': {
    parameters: {
      username: 'whilpert',
      additionalFields: {
        email: 'whilpert@example.com',
        firstName: 'Westley',
        phone: 5550100,
        tagIds: `[${ids.intern}]`,
      },
    },
    wire: ['POST /users'],
    body: {
      user: {
        username: 'whilpert',
        email: 'whilpert@example.com',
        first_name: 'Westley',
        phone: '5550100',
        tag_ids: [ids.intern],
      },
    },
    output: { friendly_id: expect.any(Number), username: 'whilpert' },
  },
  'user.get': {
    parameters: { userNumber: byId(2) },
    wire: ['GET /users/2'],
    output: { friendly_id: 2, username: 'aldente', group: 'Information Technology' },
  },
  'user.getAll': {
    parameters: { returnAll: true, filters: { conditions: [{ field: 'last_name', predicate: 'eq', value: 'Foley' }] } },
    wire: ['GET /users?page=1&per_page=30&q[last_name_eq]=Foley&q[s]=id asc'],
    output: { last_name: 'Foley' },
  },
  'user.update': {
    parameters: {
      userNumber: byId(7),
      updateFields: { designation: 'Analyst', roleIds: [33_001], clearFields: ['phone'] },
    },
    wire: ['PATCH /users/7'],
    body: { user: { designation: 'Analyst', role_ids: [33_001], phone: null } },
    output: { updated: true, friendly_id: 7 },
  },
};
