import { type CallInput, type FieldRule, type Operation, toHtml } from 'bossdesk-client';
import type { IExecuteFunctions } from 'n8n-workflow';
import { type FieldParameter, fieldParametersOf, isClearable } from './parameters.js';
import { readCustomFields } from './readCustomFields.js';
import { readTextFormat } from './readTextFormat.js';
import { isEmpty, toFieldValue, toList, unwrapLocator } from './values.js';

/** Reads what an operation takes from the node's panel, by wire names. Records may still be given by name. */
export function readInput(context: IExecuteFunctions, itemIndex: number, operation: Operation): CallInput {
  const parameters = fieldParametersOf(operation);
  const given = parameters.flatMap((parameter): [string, unknown][] => {
    const value = readField(context, parameter, itemIndex);
    return value === undefined ? [] : [[parameter.field, value]];
  });
  const input = Object.fromEntries(given);
  return {
    ...input,
    ...readCleared(context, parameters, itemIndex),
    ...clearCustomFields(context, input, itemIndex),
  };
}

function readField(context: IExecuteFunctions, parameter: FieldParameter, itemIndex: number): unknown {
  const { rule } = parameter;
  if (rule.type === 'customFields') return readCustomFields(context, parameter.name, itemIndex);
  const value = unwrapLocator(readParameter(context, parameter, itemIndex));
  if (value === undefined || value === null || (rule.required !== true && isLeftOut(rule, value))) return undefined;
  const read = toFieldValue(rule, value, context.getTimezone());
  return rule.format === 'html' && typeof read === 'string' ? toHtml(read, readTextFormat(context, itemIndex)) : read;
}

/**
 * AI models must give every argument of a tool, and write "", 0 or [] for those that they leave out. None of them is a
 * reference; to empty a field there are the fields to clear.
 */
function isLeftOut({ type, kind }: FieldRule, value: unknown): boolean {
  if (type === 'integers') return toList(value).length === 0;
  return isEmpty(value) || (kind !== undefined && Number(value) === 0);
}

function readParameter(context: IExecuteFunctions, { name, collection }: FieldParameter, itemIndex: number): unknown {
  if (collection === undefined) return context.getNodeParameter(name, itemIndex, null);
  return context.getNodeParameter(`${collection}.${name}`, itemIndex, null);
}

/** Fields that a person chose to empty. They win over a value, which an AI model may have made up for them. */
function readCleared(context: IExecuteFunctions, parameters: readonly FieldParameter[], itemIndex: number): CallInput {
  const names = toList(context.getNodeParameter('updateFields.clearFields', itemIndex, null));
  return Object.fromEntries(
    parameters
      .filter(({ name, rule }) => names.includes(name) && isClearable(rule))
      .map(({ field, rule }) => [field, emptyValueOf(rule)]),
  );
}

/** Custom fields are emptied inside the object that holds them all. */
function clearCustomFields(context: IExecuteFunctions, { custom_fields }: CallInput, itemIndex: number): CallInput {
  const cleared = toList(context.getNodeParameter('updateFields.clearCustomFields', itemIndex, null));
  if (cleared.length === 0) return {};
  const empty = Object.fromEntries(cleared.map((id) => [String(id), null]));
  return { custom_fields: { ...(custom_fields as object | undefined), ...empty } };
}

function emptyValueOf(rule: FieldRule): unknown {
  if (rule.nullable === true) return null;
  return rule.type === 'integers' ? [] : '';
}
