import type { IDataObject } from 'n8n-workflow';
import { camelCase } from './parameters.js';
import type { ApiRecord, Run } from './run.js';
import { simplifyRecord } from './simplify.js';
import { isEmpty, toList } from './values.js';

/** A record as the person wants it: chosen fields, simplified (the default where that is offered) or as it came. */
export function shapeRecord(run: Run, record: ApiRecord): ApiRecord {
  const { fields } = readOptions(run);
  if (!isEmpty(fields)) return pickFields(record, toList(fields).map(String));
  return run.context.getNodeParameter('simplify', run.itemIndex, false) === true ? simplifyRecord(record) : record;
}

/** What identifies a record is always among the fields. */
function pickFields(record: ApiRecord, fields: readonly string[]): ApiRecord {
  const wanted = new Set(['id', 'friendly_id', ...fields]);
  return Object.fromEntries(Object.entries(record).filter(([name]) => wanted.has(name) || wanted.has(camelCase(name))));
}

export function readOptions({ context, itemIndex }: Run): IDataObject {
  return context.getNodeParameter('options', itemIndex, {});
}
