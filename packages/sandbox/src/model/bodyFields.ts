import { type FieldRule, fieldRules, type OperationId } from 'bossdesk-client';
import { customFieldValues } from './customFieldValues.js';
import { type Field, type FieldTable, referredKindOf } from './field.js';
import { reference, references, showIdentity } from './references.js';
import { flag, integer, moment, text } from './values.js';

/** The fields of a kind, and those that only the bodies of its operations have: kept and shown as they come. */
export function addBodyFields<Fields extends FieldTable>(
  fields: Fields,
  bodies: readonly OperationId[],
  unstored: readonly string[],
): Fields {
  const rules = bodies.flatMap((id) => Object.entries(fieldRules[id].fields));
  const added = rules.filter(([name, rule]) => rule.in === 'body' && !(name in fields) && !unstored.includes(name));
  return { ...fields, ...Object.fromEntries(added.map(([name, rule]) => [name, makeField(rule)])) };
}

function makeField(rule: FieldRule): Field<unknown, unknown> {
  const kind = referredKindOf(rule);
  switch (rule.type) {
    case 'integer':
      return kind === null ? integer() : reference(kind, showIdentity);
    case 'integers':
      return references(kind ?? 'users', showIdentity);
    case 'boolean':
      return flag();
    case 'customFields':
      return customFieldValues(rule.customFieldsOf ?? 'ticket');
    default:
      return rule.format === 'date-time' ? moment() : text();
  }
}
