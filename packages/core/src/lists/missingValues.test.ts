import { readQuery } from '../query/conditions.js';
import { findMissingValues } from './missingValues.js';
import { describeRemark } from './remarks.js';

const remarks = (q: object) => findMissingValues('cis', readQuery('cis.list', q));

describe('a filter that leaves out records without a value', () => {
  it('says so, and how to include them', () => {
    const [remark, another] = remarks({ inventory_updated_at_lt: '2026-01-01' });
    expect(another).toBeUndefined();
    expect(remark && describeRemark(remark, JSON.stringify)).toBe(
      'inventory_updated_at_lt leaves out records that have no inventory_updated_at. To include them, replace it by {"g":[{"m":"or","inventory_updated_at_lt":"2026-01-01","inventory_updated_at_null":true}]}',
    );
  });

  it.each([
    'archived_at_lteq',
    'location_id_not_eq',
    'location_id_not_in',
    'location_name_not_cont',
    'model_does_not_match',
    'serial_number_not_start_any',
  ])('is one by %s', (name) => {
    const value = name.includes('id') ? '5' : name.includes('_at_') ? '2026-01-01' : 'x';
    expect(remarks({ [name]: value })).toMatchObject([{ about: 'valuesMissing', filter: name }]);
    expect(remarks({ g: [{ [name]: value }] })).toHaveLength(1);
  });

  it.each([
    { inventory_updated_at_gt: '2026-01-01' },
    { location_id_eq: 5 },
    { created_at_lt: '2026-01-01' },
    { archived_at_gteq: '2026-01-01', archived_at_lt: '2026-02-01' },
    { name_not_cont: 'x' },
    { tags_name_not_eq: 'x' },
    { colour_not_eq: 'x' },
    { location_id_not_null: true },
    { m: 'or', inventory_updated_at_lt: '2026-01-01', inventory_updated_at_null: true },
    { inventory_updated_at_lt: '2026-01-01', inventory_updated_at_not_null: true },
  ])('is none by %j', (q) => {
    expect(remarks(q)).toEqual([]);
  });
});
