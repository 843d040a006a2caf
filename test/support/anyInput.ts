import { type FieldRule, fieldRules, operations, type OperationId } from 'bossdesk-client';

/** The least that an operation takes: what is required, and of an update one change. */
export function anyInput(id: OperationId): Record<string, unknown> {
  const fields: readonly [string, FieldRule][] = Object.entries(fieldRules[id].fields);
  const needed = fields.filter(([, rule]) => rule.required);
  const isUpdate = (fieldRules[id] as { readonly minBodyFields?: number }).minBodyFields !== undefined;
  const change = isUpdate
    ? fields.find(([, rule]) => rule.in === 'body' && !rule.required && isPlain(rule))
    : undefined;
  return Object.fromEntries(
    [...needed, ...(change === undefined ? [] : [change])].map(([name, rule]) => [name, anyValue(rule)]),
  );
}

export const operationIds: readonly OperationId[] = operations.map(({ id }) => id);

const isPlain = ({ type, format }: FieldRule): boolean => type === 'string' && format === undefined;

function anyValue({ type, format }: FieldRule): unknown {
  switch (type) {
    case 'integer':
      return 1;
    case 'integers':
      return [1];
    case 'boolean':
      return true;
    case 'string':
      return format === 'date' ? '2026-01-31' : format === 'date-time' ? '2026-01-31T10:00:00Z' : 'x';
    case 'customFields':
    case 'ransack':
      return {};
  }
}
