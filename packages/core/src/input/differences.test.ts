import { getOperation } from '../operations/index.js';
import { findDifferences } from './differences.js';

const ci = getOperation('cis.update');
const record = {
  id: 9,
  friendly_id: 4,
  name: 'A',
  model: null,
  type: { id: 3, name: 'Laptop' },
  location: null,
  tags: [
    { id: 1, name: 'x' },
    { id: 2, name: 'y' },
  ],
  users: [{ id: 7 }],
  custom_fields: { 20: '2016-10-20', 29: 12, 30: [1, 2], 31: [5] },
};

it.each([
  [{ name: 'A', model: '', type_id: 3, location_id: null, tag_ids: [2, 1], user_ids: [7] }, {}],
  [
    { name: 'B', type_id: 4, location_id: 5 },
    { name: 'B', type_id: 4, location_id: 5 },
  ],
  [{ tag_ids: [1] }, { tag_ids: [1] }],
  [{ tag_ids: [1, 3] }, { tag_ids: [1, 3] }],
  [{ custom_fields: { 20: '2016-10-20', 29: '12', 30: [1, 2], 31: 5 } }, {}],
  [{ custom_fields: { 30: 1, 31: [5, 6] } }, { custom_fields: { 30: 1, 31: [5, 6] } }],
  [{ custom_fields: { 29: 13, 30: [2, 1], 33: 'new' } }, { custom_fields: { 29: 13, 30: [2, 1], 33: 'new' } }],
  [{ friendly_id: 5, serial_number: 'not shown', name: undefined }, {}],
])('of %j are %j', (input, expected) => {
  expect(findDifferences(ci, input, record)).toEqual(expected);
});
