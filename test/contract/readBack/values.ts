import { type Client, type FieldRule, operations } from 'bossdesk-client';

export type Json = Readonly<Record<string, unknown>>;

/** Values that can be told from what a record has already. */
export class Values {
  readonly #client: Client;
  #made = 0;

  constructor(client: Client) {
    this.#client = client;
  }

  /** A value that fits the field and is not `current`. */
  async make(rule: FieldRule, current?: unknown): Promise<unknown> {
    const count = ++this.#made;
    if (rule.references !== undefined) return this.#makeReference(rule, rule.references, current);
    switch (rule.type) {
      case 'integer':
        return (rule.minimum ?? 0) + 40 + count;
      case 'boolean':
        return current !== true;
      case 'customFields':
        return { [await this.#findTextField(rule.customFieldsOf ?? 'ticket')]: `read back ${String(count)}` };
      default:
        return makeText(rule, count);
    }
  }

  async #makeReference({ type }: FieldRule, kind: string, current: unknown): Promise<unknown> {
    const isList = type === 'integers';
    const id = (await this.#listIds(kind)).find((candidate) => !sameIds([candidate], [current].flat()));
    if (id === undefined) throw new Error(`The sandbox has no ${kind} to refer to`);
    return isList ? [id] : id;
  }

  async #listIds(kind: string): Promise<number[]> {
    // Neither has a list of its own.
    if (kind === 'tasks') return (await this.#client.tickets.get({ friendly_id: 1 })).tasks?.map(({ id }) => id) ?? [];
    if (kind === 'roles') return (await this.#client.users.get({ friendly_id: 1 })).roles?.map(({ id }) => id) ?? [];
    const path = kind === 'agents' ? '/users' : `/${kind}`;
    const list = operations.find((operation) => operation.method === 'GET' && operation.path === path);
    if (list === undefined) throw new Error(`No route lists ${kind}`);
    const rows = (await this.#client.call(list.id)) as { id: number; is_agent?: boolean }[];
    return rows.filter(({ is_agent }) => kind !== 'agents' || is_agent === true).map(({ id }) => id);
  }

  async #findTextField(ownerClass: string): Promise<string> {
    const fields = await this.#client.customFields.list();
    const text = fields.find(({ owner_class, type_id }) => owner_class === ownerClass && type_id === 1);
    return String(text?.id);
  }
}

function makeText({ format }: FieldRule, count: number): string {
  const day = `2031-05-${String((count % 28) + 1).padStart(2, '0')}`;
  if (format === 'date') return day;
  if (format === 'date-time') return `${day}T08:09:10.000Z`;
  return format === 'email' ? `read.back.${String(count)}@example.com` : `read back ${String(count)}`;
}

const sameIds = (ids: readonly unknown[], others: readonly unknown[]): boolean => ids.join() === others.join();

/** What a record shows of a field: `type_id` is its `type`, `tag_ids` its `tags`; undefined if nothing. */
export function readField(record: Json, name: string): unknown {
  if (name in record) return record[name];
  const shown = record[name.replace(/_id(s?)$/, '$1')];
  if (Array.isArray(shown)) return shown.map((item) => (item as { id: unknown }).id);
  return typeof shown === 'object' && shown !== null && 'id' in shown ? shown.id : shown;
}
