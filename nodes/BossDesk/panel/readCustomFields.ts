import { type Clock, isDayWord, isNothing, isRecord, readCustomDay, readList, readYesNo } from 'bossdesk-client';
import {
  type IDataObject,
  type IExecuteFunctions,
  type INodePropertyOptions,
  NodeOperationError,
  type ResourceMapperField,
  type ResourceMapperValue,
} from 'n8n-workflow';
import { readClock } from '../times.js';
import { writeTime } from './values.js';

/**
 * Reads the mapper of custom fields into values by custom field id; undefined when none is given, so that an update
 * leaves them all as they are. A workflow that was not made in the editor may hold such an object itself.
 */
export function readCustomFields(context: IExecuteFunctions, parameter: string, itemIndex: number): unknown {
  const mapper = context.getNodeParameter(parameter, itemIndex, null, { skipValidation: true }) as unknown;
  if (typeof mapper !== 'object' || mapper === null) return isNothing(mapper) ? undefined : mapper;
  const values = isMapper(mapper) ? readMapper(context, mapper, itemIndex) : Object.entries(mapper);
  const given = values.filter(([, value]) => !isNothing(value));
  return given.length === 0 ? undefined : Object.fromEntries(given);
}

type Mapper = Pick<ResourceMapperValue, 'mappingMode'> & Partial<ResourceMapperValue>;

/** Workflows that were not made in the editor may leave the schema out. */
function isMapper(value: object): value is Mapper {
  return 'mappingMode' in value;
}

function readMapper(context: IExecuteFunctions, { mappingMode, schema = [], value }: Mapper, itemIndex: number) {
  const values = mappingMode === 'autoMapInputData' ? mapItem(context, schema, itemIndex) : (value ?? {});
  return Object.entries(values).map(([id, given]): [string, unknown] => {
    const field = schema.find((one) => one.id === id);
    if (field === undefined || isNothing(given)) return [id, given];
    const converted = conversions[field.type ?? 'string']?.(given, field, () => readClock(context));
    if (converted !== undefined) return [id, converted];
    const message = `Custom field ${field.displayName} takes ${expectedValues[field.type ?? ''] ?? 'another value'}, not ${JSON.stringify(given)}`;
    throw new NodeOperationError(context.getNode(), message, {
      itemIndex,
      description: field.options === undefined ? '' : `It takes ${field.options.map(({ name }) => name).join(', ')}.`,
    });
  });
}

/** Fields of the input item, or of the custom fields of a record that it is, that bear the name or the id of one. */
function mapItem(context: IExecuteFunctions, schema: readonly ResourceMapperField[], itemIndex: number): IDataObject {
  const json = context.getInputData()[itemIndex]?.json ?? {};
  const { custom_fields } = json;
  const known = { ...(isRecord(custom_fields) ? (custom_fields as IDataObject) : {}), ...json };
  const names = new Set(schema.map(({ displayName }) => displayName));
  return Object.fromEntries(
    schema.map(({ id, displayName }) => {
      const plain = nameWithoutGroup(displayName);
      return [id, known[displayName] ?? (names.has(plain) ? undefined : known[plain]) ?? known[id]];
    }),
  );
}

/** While no category or type is chosen, the panel says in brackets to which one a field belongs. */
function nameWithoutGroup(displayName: string): string {
  return displayName.replace(/ \([^()]*\)$/, '');
}

type Conversion = (value: unknown, field: ResourceMapperField, clock: () => Clock) => unknown;

/**
 * Makes what an expression gives fit the type of the field; undefined when it cannot. n8n's own conversion refuses
 * drop-down options by name, and gives times where BOSSDesk has days (doc L1446).
 */
const conversions: Readonly<Record<string, Conversion>> = {
  string: (value) => (typeof value === 'object' ? undefined : value),
  number: (value) => (Number.isFinite(Number(value)) ? Number(value) : undefined),
  boolean: readYesNo,
  dateTime: (value, _, clock) => {
    const text = String(writeTime(value));
    return readCustomDay(text, isDayWord(text) ? clock() : undefined);
  },
  // How a drop-down is written is not documented (notes 5.19); ids are what the API refers by.
  options: (value, { options = [] }) => {
    const alone = Array.isArray(value) ? undefined : findOption(options, value);
    if (alone !== undefined) return alone;
    // A cascading one takes several, the outermost first.
    const several = readList(value).map((one) => findOption(options, one));
    return several.length < (Array.isArray(value) ? 1 : 2) || several.includes(undefined) ? undefined : several;
  },
};

function findOption(
  options: readonly INodePropertyOptions[],
  value: unknown,
): INodePropertyOptions['value'] | undefined {
  const text = String(value).trim().toLowerCase();
  const option =
    options.find((one) => String(one.value) === text) ?? options.find((one) => one.name.toLowerCase() === text);
  return option?.value;
}

const expectedValues: Readonly<Record<string, string>> = {
  string: 'a text',
  number: 'a number',
  boolean: 'true or false, yes or no, 1 or 0',
  dateTime: 'a day (YYYY-MM-DD), today, yesterday or -14d',
  options: 'one of its options',
};
