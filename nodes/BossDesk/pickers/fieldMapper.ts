import {
  type Client,
  groupOfCustomFields,
  isNothing,
  listGroups,
  type OperationOutput,
  type OwnerClass,
  resolveName,
} from 'bossdesk-client';
import type {
  FieldType,
  IDataObject,
  ILoadOptionsFunctions,
  ResourceMapperField,
  ResourceMapperFields,
  ResourceMapperValue,
} from 'n8n-workflow';
import { createNameReader } from '../names.js';
import { camelCase } from '../panel/parameters.js';
import { unwrapLocator } from '../panel/values.js';
import { readChosenOwner } from './chosenKind.js';
import { withAccount } from './withAccount.js';

type CustomField = OperationOutput<'customFields.list'>[number];

/** n8n's types for those of BOSSDesk (doc L764-774); a type that is not documented is a text. */
const mapperTypes: Readonly<Record<number, FieldType>> = {
  4: 'number',
  5: 'number',
  6: 'dateTime',
  7: 'boolean',
  8: 'options',
};

/**
 * The custom fields that a ticket or CI can have: those of its category or type where the panel says one, and those of
 * none; else all of the class. Fields that another category has stay while they hold a value, and say that they are left
 * out.
 */
async function getCustomFields(this: ILoadOptionsFunctions): Promise<ResourceMapperFields> {
  const owner = readChosenOwner(this);
  const mapped = readMapped(this);
  const fields = await withAccount(this, async (client) => {
    const [all, groups] = await Promise.all([client.customFields.list(), listChosenGroups(this, client, owner)]);
    return all
      .filter((field) => field.owner_class === owner)
      .map((field) => ({ field, isChosen: groups?.includes(groupOf(field)) }))
      .filter(({ field, isChosen }) => isChosen !== false || mapped.has(String(field.id)))
      .sort((a, b) => (a.field.position ?? 0) - (b.field.position ?? 0));
  });
  return {
    fields: fields.map(({ field, isChosen }) => toMapperField(field, isChosen)),
    emptyFieldsNotice: 'BOSSDesk has no custom fields for this kind of record',
  };
}

/** The ids of custom fields that have a value in the mapping as it stands. */
function readMapped(context: ILoadOptionsFunctions): ReadonlySet<string> {
  const mapper = context.getCurrentNodeParameter('customFields') as Partial<ResourceMapperValue> | undefined;
  const values = Object.entries(mapper?.value ?? {});
  return new Set(values.filter(([, value]) => !isNothing(value)).map(([id]) => id));
}

/** The groups whose fields the panel's category or CI type has, and no group; undefined while none is chosen. */
async function listChosenGroups(
  context: ILoadOptionsFunctions,
  client: Client,
  owner: OwnerClass | undefined,
): Promise<readonly (number | undefined)[] | undefined> {
  const group = owner && groupOfCustomFields(owner);
  const given = group && readChosenGroup(context, camelCase(group.field));
  if (group === undefined || given === undefined) return undefined;
  const names = createNameReader(() => Promise.resolve(client), {});
  const found = await resolveName(names, { kind: group.kind, given, field: group.field });
  return 'problem' in found ? undefined : [undefined, ...(await listGroups(names, group.kind, found.resolved.id))];
}

/** An id or a name; what an expression will give is not known yet. */
function readChosenGroup(context: ILoadOptionsFunctions, parameter: string): string | number | undefined {
  const collections = ['additionalFields', 'updateFields'].map((name) => context.getCurrentNodeParameter(name));
  const given = collections.map((fields) => unwrapLocator((fields as IDataObject | undefined)?.[parameter]));
  return given.find((value): value is string | number =>
    typeof value === 'string' ? !isNothing(value) && !value.startsWith('=') : typeof value === 'number' && value > 0,
  );
}

/** The CI type or ticket category that a field belongs to. */
function groupOf({ ci_type, helpdesk_category }: CustomField): number | undefined {
  return ci_type?.id ?? helpdesk_category?.id;
}

/** @param isChosen whether the chosen category or type has it; undefined while none is chosen. */
function toMapperField(field: CustomField, isChosen: boolean | undefined): ResourceMapperField {
  const group = field.ci_type?.name ?? field.helpdesk_category?.name;
  const of = `${group ?? ''}${isChosen === false ? ', left out: the chosen one lacks it' : ''}`;
  const options = (field.options ?? []).map(({ id, name }) => ({ name, value: id }));
  return {
    id: String(field.id),
    displayName: group === undefined || isChosen === true ? field.name : `${field.name} (${of})`,
    type: options.length > 0 ? 'options' : (mapperTypes[field.type_id] ?? 'string'),
    ...(options.length === 0 ? {} : { options }),
    // Fields of another category must not be asked for while none is chosen.
    required: field.required && (group === undefined || isChosen === true),
    display: true,
    defaultMatch: false,
    canBeUsedToMatch: false,
  };
}

export const resourceMapping = { getCustomFields };
