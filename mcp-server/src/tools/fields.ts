import { checkValue, type FieldRule, fieldRules, getOperation, type OperationId } from 'bossdesk-client';
import * as z from 'zod';

// Arguments that stand for fields of the API come from the field rules, which are generated from the core's schemas:
// loading the schemas themselves would triple the time that a host waits for the server.

/** A field of an operation, by its name on the wire. */
export interface Field {
  readonly name: string;
  readonly rule: FieldRule;
}

/** The fields that an operation's body takes. */
export function bodyFields(id: OperationId): Field[] {
  return fieldsIn(id, 'body');
}

/** The parameters in an operation's path, the outermost record first. */
export function pathFields(id: OperationId): Field[] {
  return fieldsIn(id, 'path');
}

function fieldsIn(id: OperationId, place: FieldRule['in']): Field[] {
  return Object.entries(fieldRules[id].fields).flatMap(([name, rule]) => (rule.in === place ? [{ name, rule }] : []));
}

/** A field's type, checked as core checks it before a request leaves, in the same words. */
export function fieldSchema({ rule }: Field, description = rule.description ?? rule.label): z.ZodType {
  return typeSchema(rule)
    .refine((value) => checkValue(rule, value) === undefined, {
      error: ({ input }) => checkValue(rule, input) ?? 'does not fit',
    })
    .meta({ description });
}

function typeSchema({ type }: FieldRule): z.ZodType {
  switch (type) {
    case 'integer':
      return z.int();
    case 'integers':
      return z.array(z.int());
    case 'boolean':
      return z.boolean();
    case 'string':
      return z.string();
    case 'customFields':
    case 'ransack':
      return z.record(z.string(), z.unknown());
  }
}

/**
 * What a path parameter is called as an argument, by the record that it stands for: `ticket_number` for the number
 * that people see, `task_id` for an id.
 */
export function pathArgument(id: OperationId, parameter: string): string {
  const segments = getOperation(id).path.split('/');
  const collection = segments[segments.indexOf(`:${parameter}`) - 1] ?? '';
  const noun = collection.replace(/ies$/, 'y').replace(/s$/, '');
  return parameter === 'friendly_id' ? `${noun}_number` : `${noun}_id`;
}

/** A number or an id that names a record, as an argument. */
export function numberArgument(description: string) {
  return z.int().min(1).meta({ description });
}

export const ticketNumberArgument = numberArgument("The ticket's number, e.g. 75");
export const ciNumberArgument = numberArgument("The CI's number, e.g. 15");
export const userNumberArgument = numberArgument("The user's number, e.g. 30");
