import {
  type Client,
  combineQueries,
  findKinds,
  getKind,
  type KindName,
  type OperationOutput,
  type RansackQuery,
  type Row,
} from 'bossdesk-client';
import type { ILoadOptionsFunctions, INodePropertyOptions } from 'n8n-workflow';
import { readChosenOwner } from './chosenKind.js';
import { labelsOf, nameOf } from './labels.js';
import { optionsName } from './pickerNames.js';
import { withAccount } from './withAccount.js';

type LoadOptions = (this: ILoadOptionsFunctions) => Promise<INodePropertyOptions[]>;

/** Longer lists do not help to choose from; an expression takes any id. */
const MAX_ROWS = 300;

/** Roles have no list of their own (notes 5.54): agents have them, and a few agents have most of them. */
const AGENTS_READ_FOR_ROLES = 20;

function toOptions(rows: readonly Row[], label: (row: Row) => string): INodePropertyOptions[] {
  return rows
    .map((row) => ({ name: label(row), value: Number(row['id']) }))
    .sort((a, b) => a.name.localeCompare(b.name));
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

/** Records of a kind, to choose several from. */
function offerRecords(kind: KindName): LoadOptions {
  const { list, isOwned, search, order, among = {} } = getKind(kind);
  if (list === undefined) throw new Error(`Nothing lists ${kind}`);
  const label = labelsOf(kind);
  return async function () {
    const owner = isOwned === true ? readChosenOwner(this) : undefined;
    return withAccount(this, async (client) => {
      if (search === undefined) {
        const rows = (await client.call(list)) as readonly Row[];
        return toOptions(
          rows.filter((row) => isOwned !== true || row['owner_class'] === owner),
          label,
        );
      }
      const q = combineQueries(among, order === undefined ? {} : { s: order });
      const { rows } = await client.slice(list, { q }, { offset: 0, limit: MAX_ROWS });
      return toOptions(rows, label);
    });
  };
}

export const loadOptions: Readonly<Record<string, LoadOptions>> = {
  // A title is no name by which others would refer to a ticket.
  ...Object.fromEntries(
    findKinds(({ list, isTitled }) => list !== undefined && isTitled !== true).map((kind) => [
      optionsName(kind),
      offerRecords(kind),
    ]),
  ),
  getRoles,
};
