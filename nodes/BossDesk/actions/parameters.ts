import { type FieldRule, fieldRules, type Operation, type OperationId, operations } from 'bossdesk-client';

/** What a person picks on the panel: `ticket.create`, a resource and an operation of the node. */
export type ActionId = `${string}.${string}`;

/** One parameter of an action that holds a field of the API's. */
export interface FieldParameter {
  /** Name of the parameter, `priorityId`. */
  readonly name: string;
  /** Collection that it stands in; on the panel itself when undefined. */
  readonly collection: 'additionalFields' | 'updateFields' | undefined;
  /** Name of the field on the wire, `priority_id`. */
  readonly field: string;
  readonly rule: FieldRule;
}

/** Operations that an action can call, in the order of the API doc. */
export function operationsOf(action: ActionId): readonly Operation[] {
  return operations.filter((operation: Operation) => actionsOf(operation).includes(action));
}

/** The actions that reach an operation. */
export function actionsOf({ faces }: Operation): readonly string[] {
  if (typeof faces.n8n === 'string') return [faces.n8n];
  return Array.isArray(faces.n8n) ? (faces.n8n as readonly string[]) : [];
}

/** The parameters that carry an operation's path and body: required fields on the panel, the rest in a collection. */
export function fieldParametersOf(operation: Operation): readonly FieldParameter[] {
  const rules: Readonly<Record<string, FieldRule>> = fieldRules[operation.id as OperationId].fields;
  return Object.entries(rules)
    .filter(([, rule]) => rule.in !== 'query')
    .map(([field, rule]) => ({
      name: rule.in === 'path' ? nameOfPathParameter(operation, field) : camelCase(field),
      collection: collectionOf(operation, rule),
      field,
      rule,
    }));
}

function collectionOf(operation: Operation, rule: FieldRule): FieldParameter['collection'] {
  // The mapper of custom fields is a panel of its own.
  if (rule.required === true || rule.type === 'customFields') return undefined;
  return operation.id.endsWith('.update') ? 'updateFields' : 'additionalFields';
}

/** `/tickets/:friendly_id/time_entries/:id` takes a `ticketNumber` and a `timeEntryId`. */
function nameOfPathParameter({ path }: Operation, parameter: string): string {
  const segments = path.split('/');
  const noun = singular(segments[segments.indexOf(`:${parameter}`) - 1] ?? '');
  if (parameter === 'friendly_id') return camelCase(`${noun}_number`);
  return camelCase(parameter === 'id' ? `${noun}_id` : parameter);
}

function singular(plural: string): string {
  return plural.replace(/ries$/, 'ry').replace(/ches$/, 'ch').replace(/s$/, '');
}

export function camelCase(wireName: string): string {
  return wireName.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());
}

/** The operation that an action is named after, where it calls only one. */
export function onlyOperationOf(action: ActionId): Operation {
  const [operation, ...others] = operationsOf(action);
  if (operation === undefined || others.length > 0) throw new Error(`${action} stands for no single operation`);
  return operation;
}

/** Whether a field can be emptied. */
export function isClearable(rule: FieldRule): boolean {
  if (rule.nullable === true || rule.type === 'integers') return true;
  return rule.type === 'string' && rule.notBlank !== true && rule.format !== 'date';
}
