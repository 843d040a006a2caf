import { type CallInput, emptyValueOf, isNothing, type Operation, readList, toHtml } from 'bossdesk-client';
import type { IExecuteFunctions } from 'n8n-workflow';
import { canBeCleared, type FieldParameter, fieldParametersOf, isOptional } from './parameters.js';
import { readCustomFields } from './readCustomFields.js';
import { readTextFormat } from './readTextFormat.js';
import { toFieldValue, unwrapLocator } from './values.js';

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
  if (isOptional(rule) ? isLeftOut(parameter, value) : isNothing(value) && !isBlank(value)) return undefined;
  const read = toFieldValue(rule, value);
  return rule.format === 'html' && typeof read === 'string' ? toHtml(read, readTextFormat(context, itemIndex)) : read;
}

/**
 * AI models must give every argument of a tool, and write "", 0, [] or null for those that they leave out; expressions give
 * as much for what is not there. None of them is a reference; to empty a field there are the fields to clear.
 */
function isLeftOut({ field, rule }: FieldParameter, value: unknown): boolean {
  const isNumbered = rule.kind !== undefined || field === 'lock_version';
  return isNothing(value) || (isNumbered && !Array.isArray(value) && Number(value) === 0);
}

/** Of a required text core says that it must not be blank. */
function isBlank(value: unknown): boolean {
  return typeof value === 'string' && value.trim() === '';
}

function readParameter(context: IExecuteFunctions, { name, collection }: FieldParameter, itemIndex: number): unknown {
  if (collection === undefined) return context.getNodeParameter(name, itemIndex, null);
  return context.getNodeParameter(`${collection}.${name}`, itemIndex, null);
}

/** Fields that a person chose to empty. They win over a value, which an AI model may have made up for them. */
function readCleared(context: IExecuteFunctions, parameters: readonly FieldParameter[], itemIndex: number): CallInput {
  const names = readList(context.getNodeParameter('updateFields.clearFields', itemIndex, null));
  return Object.fromEntries(
    parameters
      .filter((parameter) => names.includes(parameter.name) && canBeCleared(parameter))
      .map(({ field, rule }) => [field, emptyValueOf(rule)]),
  );
}

/** Custom fields are emptied inside the object that holds them all. */
function clearCustomFields(context: IExecuteFunctions, { custom_fields }: CallInput, itemIndex: number): CallInput {
  const cleared = readList(context.getNodeParameter('updateFields.clearCustomFields', itemIndex, null)).filter(
    (id) => !isNothing(id),
  );
  if (cleared.length === 0) return {};
  const empty = Object.fromEntries(cleared.map((id) => [String(id), null]));
  return { custom_fields: { ...(custom_fields as object | undefined), ...empty } };
}
