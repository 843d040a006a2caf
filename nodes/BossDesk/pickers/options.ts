import {
  type Client,
  listFilters,
  listSorts,
  type OperationOutput,
  type RansackQuery,
  type Row,
} from 'bossdesk-client';
import type { ILoadOptionsFunctions, INodePropertyOptions } from 'n8n-workflow';
import { readChosenKind, readChosenOwner } from './chosenKind.js';
import { nameOf, personOf } from './labels.js';
import { withAccount } from './withAccount.js';

type LoadOptions = (this: ILoadOptionsFunctions) => Promise<INodePropertyOptions[]>;

/** Longer lists do not help to choose from; an expression takes any id. */
const MAX_USERS = 300;

/** Roles have no list of their own (notes 5.54): agents have them, and a few agents have most of them. */
const AGENTS_READ_FOR_ROLES = 20;

function toOptions(rows: readonly Row[], label: (row: Row) => string): INodePropertyOptions[] {
  return rows
    .map((row) => ({ name: label(row), value: Number(row['id']) }))
    .sort((a, b) => a.name.localeCompare(b.name));
}

/** Tags belong to tickets, CIs or users; what the node works with says which are meant. */
async function getTags(this: ILoadOptionsFunctions): Promise<INodePropertyOptions[]> {
  const owner = readChosenOwner(this);
  const tags = await withAccount(this, (client) => client.tags.list());
  return toOptions(
    tags.filter((tag) => tag.owner_class === owner),
    nameOf,
  );
}

async function getUsers(this: ILoadOptionsFunctions): Promise<INodePropertyOptions[]> {
  return withAccount(this, async (client) =>
    toOptions(await collectUsers(client, { s: 'last_name asc' }, MAX_USERS), personOf),
  );
}

async function getRoles(this: ILoadOptionsFunctions): Promise<INodePropertyOptions[]> {
  return withAccount(this, async (client) => {
    const agents = await collectUsers(client, { is_agent_true: true }, AGENTS_READ_FOR_ROLES);
    const users = await Promise.all(agents.map(({ friendly_id }) => client.users.get({ friendly_id })));
    const roles = new Map(users.flatMap((user) => user.roles ?? []).map((role) => [role.id, role]));
    return toOptions([...roles.values()], nameOf);
  });
}

async function collectUsers(client: Client, q: RansackQuery, limit: number) {
  const users: OperationOutput<'users.list'> = [];
  for await (const page of client.users.list.pages({ q }, { limit })) users.push(...page);
  return users;
}

/** Custom fields of the class of record that the node works with. */
async function getCustomFieldIds(this: ILoadOptionsFunctions): Promise<INodePropertyOptions[]> {
  const owner = readChosenOwner(this);
  const fields = await withAccount(this, (client) => client.customFields.list());
  return toOptions(
    fields.filter((field) => field.owner_class === owner),
    nameOf,
  );
}

/** Attributes by which the chosen list can be filtered. */
async function getFilterFields(this: ILoadOptionsFunctions): Promise<INodePropertyOptions[]> {
  return offerAttributes(this, listFilters);
}

/** What the chosen list can be sorted by: attributes, and records that are referred to. */
async function getSortFields(this: ILoadOptionsFunctions): Promise<INodePropertyOptions[]> {
  return offerAttributes(this, listSorts);
}

function offerAttributes(context: ILoadOptionsFunctions, list: typeof listFilters): INodePropertyOptions[] {
  const kind = readChosenKind(context);
  return kind === undefined ? [] : list(kind).map((value) => ({ name: labelAttribute(value), value }));
}

const acronyms = new Set(['id', 'dns']);

/** `type_id` as the panel says it: "Type ID". */
function labelAttribute(attribute: string): string {
  return attribute
    .split('_')
    .map((word) => (acronyms.has(word) ? word.toUpperCase() : word.charAt(0).toUpperCase() + word.slice(1)))
    .join(' ');
}

export const loadOptions = {
  getTags,
  getUsers,
  getRoles,
  getCustomFieldIds,
  getFilterFields,
  getSortFields,
} satisfies Record<string, LoadOptions>;
