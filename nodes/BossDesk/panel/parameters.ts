import {
  type FieldRule,
  fieldRules,
  isClearable,
  type Operation,
  type OperationId,
  operations,
  parameterName,
  type SetPart,
  setPartsOf,
} from 'bossdesk-client';

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
  /** It holds what joins or leaves a set, rather than a field of the API's. */
  readonly part?: SetPart['part'];
}

/** The actions that reach an operation. */
export function actionsOf({ faces }: Operation): readonly string[] {
  if (typeof faces.n8n === 'string') return [faces.n8n];
  return Array.isArray(faces.n8n) ? (faces.n8n as readonly string[]) : [];
}

/** Operations by the action that reaches them; items by the thousand ask for it. */
const byAction = new Map<string, Operation[]>();
for (const operation of operations) {
  for (const action of actionsOf(operation)) byAction.set(action, [...(byAction.get(action) ?? []), operation]);
}

/** Operations that an action can call, in the order of the API doc. */
export function operationsOf(action: ActionId): readonly Operation[] {
  return byAction.get(action) ?? [];
}

/** Operations that the actions of a resource can call, in the order of the API doc. */
export function operationsOfResource(resource: string): readonly Operation[] {
  return operations.filter((operation) => actionsOf(operation).some((action) => action.startsWith(`${resource}.`)));
}

/** The operation that an action is named after, where it calls only one. */
export function onlyOperationOf(action: ActionId): Operation {
  const [operation, ...others] = operationsOf(action);
  if (operation === undefined || others.length > 0) throw new Error(`${action} stands for no single operation`);
  return operation;
}

const parameters = new Map<string, readonly FieldParameter[]>();

/** The parameters that carry an operation's path and body: required fields on the panel, the rest in a collection. */
export function fieldParametersOf(operation: Operation): readonly FieldParameter[] {
  const known = parameters.get(operation.id) ?? listFieldParameters(operation);
  parameters.set(operation.id, known);
  return known;
}

function listFieldParameters(operation: Operation): readonly FieldParameter[] {
  const rules: Readonly<Record<string, FieldRule>> = fieldRules[operation.id as OperationId].fields;
  const fields = Object.entries(rules)
    .filter(([, rule]) => rule.in !== 'query')
    .map(([field, rule]) => ({
      name: camelCase(rule.in === 'path' ? parameterName(operation, field) : field),
      collection: collectionOf(operation, rule),
      field,
      rule,
    }));
  const parts = setPartsOf(operation).map(({ name, part, rule }) => ({
    name: camelCase(name),
    collection: collectionOf(operation, rule),
    field: name,
    rule,
    part,
  }));
  return [...fields, ...parts];
}

function collectionOf(operation: Operation, rule: FieldRule): FieldParameter['collection'] {
  // The mapper of custom fields is a panel of its own.
  if (rule.required === true || rule.type === 'customFields') return undefined;
  return operation.change === 'update' ? 'updateFields' : 'additionalFields';
}

export function camelCase(wireName: string): string {
  return wireName.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());
}

/** Whether a field can be left empty: it is left out then, or holds what it defaults to. */
export function isOptional({ required, leftOut }: FieldRule): boolean {
  return required !== true || leftOut !== undefined;
}

/** Whether a parameter's field can be emptied. */
export function canBeCleared({ rule, part }: FieldParameter): boolean {
  return part === undefined && isClearable(rule);
}
