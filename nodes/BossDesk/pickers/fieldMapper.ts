import type { Client, OperationOutput } from 'bossdesk-client';
import type {
  FieldType,
  IDataObject,
  ILoadOptionsFunctions,
  ResourceMapperField,
  ResourceMapperFields,
} from 'n8n-workflow';
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
 * none; else all of the class.
 */
async function getCustomFields(this: ILoadOptionsFunctions): Promise<ResourceMapperFields> {
  const owner = readChosenOwner(this);
  const chosen = readChosenGroup(this, owner === 'ci' ? 'typeId' : 'categoryId');
  const fields = await withAccount(this, async (client) => {
    const all = await client.customFields.list();
    const groups = owner === 'ci' ? await withAncestors(client, chosen) : chosen === undefined ? undefined : [chosen];
    return all
      .filter((field) => field.owner_class === owner)
      .filter((field) => groups === undefined || [undefined, ...groups].includes(groupOf(field)))
      .sort((a, b) => (a.position ?? 0) - (b.position ?? 0));
  });
  return {
    fields: fields.map((field) => toMapperField(field, chosen)),
    emptyFieldsNotice: 'BOSSDesk has no custom fields for this kind of record',
  };
}

/** CI types form a tree (doc L683): what all hardware has, a laptop has too. */
async function withAncestors(client: Client, chosen: number | undefined): Promise<number[] | undefined> {
  if (chosen === undefined) return undefined;
  const types = await client.ciTypes.list();
  const found = new Set<number>();
  for (let id: number | null | undefined = chosen; id != null && !found.has(id);) {
    found.add(id);
    const current: number = id;
    id = types.find((type) => type.id === current)?.parent_id;
  }
  return [...found];
}

function readChosenGroup(context: ILoadOptionsFunctions, parameter: string): number | undefined {
  const collections = ['additionalFields', 'updateFields'].map((name) => context.getCurrentNodeParameter(name));
  const id = collections.map((fields) => Number(unwrapLocator((fields as IDataObject | undefined)?.[parameter])));
  return id.find((value) => value > 0);
}

/** The CI type or ticket category that a field belongs to. */
function groupOf({ ci_type, helpdesk_category }: CustomField): number | undefined {
  return ci_type?.id ?? helpdesk_category?.id;
}

function toMapperField(field: CustomField, chosen: number | undefined): ResourceMapperField {
  const group = field.ci_type?.name ?? field.helpdesk_category?.name;
  const options = (field.options ?? []).map(({ id, name }) => ({ name, value: id }));
  return {
    id: String(field.id),
    displayName: group === undefined || chosen !== undefined ? field.name : `${field.name} (${group})`,
    type: options.length > 0 ? 'options' : (mapperTypes[field.type_id] ?? 'string'),
    ...(options.length === 0 ? {} : { options }),
    // Fields of another category must not be asked for while none is chosen.
    required: field.required && (group === undefined || chosen !== undefined),
    display: true,
    defaultMatch: false,
    canBeUsedToMatch: false,
  };
}

export const resourceMapping = { getCustomFields };
