import { type Face, operations } from 'bossdesk-client';
import { describeTool } from './describeTool.js';
import { readConfig } from '../config.js';
import { writeInstructions } from '../instructions.js';
import { defaultToolsets } from '../toolsets.js';
import { tools } from './index.js';

// Names that hosts and prompts depend on: `name(required, optional?)`. Changing a line breaks somebody's workflow.
const SURFACE = {
  tickets: [
    'search_tickets(query?, status?, type?, priority?, category?, extended_status?, team?, agent?, requester?, updated_since?, overdue?, filters?, sort?, count_by?, page?, limit?)',
    'get_ticket(ticket_number, detail?, page?)',
    'get_tickets(ticket_numbers, show?)',
    'create_ticket(title, type, priority, description?, extended_status?, category?, requester?, team?, agent?, tags?, custom_fields?)',
    'update_ticket(ticket_number, title?, type?, priority?, description?, extended_status?, category?, requester?, team?, agent?, tags?, add_tags?, remove_tags?, custom_fields?, lock_version?)',
    'add_ticket_comment(ticket_number, body, is_public?)',
    'close_ticket(ticket_number, comment?)',
    'reopen_ticket(ticket_number)',
  ],
  work: [
    'add_task(ticket_number, title, type?, team?, agent?, note?, due_at?)',
    'update_task(ticket_number, task_id, title?, type?, team?, agent?, note?, due_at?)',
    'close_task(ticket_number, task_id, note?)',
    'reopen_task(ticket_number, task_id)',
    'add_time_entry(ticket_number, duration, date?, agent?, billable?, task_id?, note?)',
    'update_time_entry(ticket_number, time_entry_id, date?, duration?, agent?, billable?, task_id?, note?)',
  ],
  cmdb: [
    'search_cis(query?, type?, status?, location?, manufacturer?, user?, filters?, sort?, count_by?, page?, limit?)',
    'get_ci(ci_number?, barcode?, detail?)',
    'create_ci(name, description?, manufacturer?, model?, serial_number?, control_number?, status?, type?, location?, tags?, users?, custom_fields?)',
    'update_ci(ci_number, name?, description?, manufacturer?, model?, serial_number?, control_number?, status?, type?, location?, tags?, add_tags?, remove_tags?, users?, custom_fields?)',
    'add_ci_note(ci_number, text)',
    'update_ci_note(ci_number, note_id, text)',
  ],
  people: ['search_users(query?, filters?, sort?, count_by?, page?, limit?)', 'get_user(user_number)'],
  reference: [
    'list_reference_data(kind, query?, page?, limit?)',
    'list_saved_searches()',
    'run_saved_search(search, page?, limit?)',
    'get_account()',
  ],
  attachments: [
    'get_attachment(attachment_id, ticket_number?, ci_number?, my_ticket_number?, comment_id?)',
    'upload_ci_attachment(ci_number, file_path?, content_base64?, file_name?, description?)',
    'update_ci_attachment(ci_number, attachment_id, description)',
  ],
  people_admin: [
    'create_user(username, email?, first_name?, last_name?, domain_name?, designation?, location?, group?, phone?, mobile?, other_email?, time_zone?, tags?)',
    'update_user(user_number, username?, email?, first_name?, last_name?, domain_name?, designation?, location?, group?, phone?, mobile?, other_email?, time_zone?, tags?, add_tags?, remove_tags?, role_ids?)',
  ],
  end_user: [
    'search_my_tickets(query?, status?, type?, filters?, sort?, count_by?, page?, limit?)',
    'get_my_ticket(ticket_number, page?)',
    'create_my_ticket(title, type, description?)',
    'add_my_ticket_comment(ticket_number, body)',
    'reopen_my_ticket(ticket_number)',
  ],
  destructive: [
    'delete_task(ticket_number, task_id, confirm?)',
    'delete_time_entry(ticket_number, time_entry_id, confirm?)',
    'delete_ci(ci_number, confirm?)',
    'delete_ci_note(ci_number, note_id, confirm?)',
    'delete_ci_attachment(ci_number, attachment_id, confirm?)',
  ],
};

const listed = tools.map(describeTool);
const properties = listed.flatMap(({ name, inputSchema }) =>
  Object.entries(inputSchema.properties ?? {}).map(
    ([argument, schema]) => [`${name}.${argument}`, schema as Record<string, unknown>] as const,
  ),
);

function signature({ name, inputSchema }: (typeof listed)[number]): string {
  const required = new Set(inputSchema.required);
  const args = Object.keys(inputSchema.properties ?? {}).map((argument) =>
    required.has(argument) ? argument : `${argument}?`,
  );
  return `${name}(${args.sort().join(', ')})`;
}

function sorted(line: string): string {
  const [name = '', args = ''] = line.replace(')', '').split('(');
  return `${name}(${args.split(', ').sort().join(', ')})`;
}

describe('the tools', () => {
  it('are those of the surface, with their arguments, in their toolsets', () => {
    const actual = Object.fromEntries(
      Object.keys(SURFACE).map((toolset) => [
        toolset,
        tools.filter((tool) => tool.toolset === toolset).map((tool) => signature(describeTool(tool))),
      ]),
    );
    const expected = Object.fromEntries(
      Object.entries(SURFACE).map(([toolset, lines]) => [toolset, lines.map(sorted).sort()]),
    );
    expect(actual).toEqual(expected);
    expect(tools).toHaveLength(Object.values(SURFACE).flat().length);
  });

  it('are sorted by name', () => {
    const names = tools.map(({ name }) => name);
    expect(names).toEqual([...names].sort());
  });

  it('reach every operation that the declaration says they do', () => {
    const toolNames = (face: Face) =>
      typeof face === 'string' ? [face] : Array.isArray(face) ? (face as string[]) : [];
    const missing = operations.flatMap(({ id, faces }) =>
      toolNames(faces.mcp)
        .filter((name) => tools.find((tool) => tool.name === name)?.operations.includes(id) !== true)
        .map((name) => `${name} does not call ${id}`),
    );
    expect(missing).toEqual([]);
  });

  it('have a title, a description and every hint', () => {
    const bad = listed.filter(({ title, description, annotations }) => {
      const hints = [
        annotations?.readOnlyHint,
        annotations?.destructiveHint,
        annotations?.idempotentHint,
        annotations?.openWorldHint,
      ];
      const isDescribed =
        /^[A-Z].+/.test(title ?? '') && /^[A-Z].+\.$/.test(description ?? '') && (description?.length ?? 0) <= 1024;
      const isHinted =
        annotations?.title === title &&
        hints.every((hint) => typeof hint === 'boolean') &&
        !(hints[0] === true && hints[1] === true);
      return !isDescribed || !isHinted;
    });
    expect(bad.map(({ name }) => name)).toEqual([]);
  });

  it('say which of them only read, and which destroy', () => {
    const those = (hint: 'readOnlyHint' | 'destructiveHint') =>
      listed.filter(({ annotations }) => annotations?.[hint] === true).map(({ name }) => name);
    expect(those('readOnlyHint')).toEqual(
      listed.map(({ name }) => name).filter((name) => /^(search|get|list|run)_/.test(name)),
    );
    expect(those('destructiveHint')).toEqual(
      listed.map(({ name }) => name).filter((name) => /^(delete|update)_/.test(name)),
    );
  });

  it('have arguments that are described, of one plain type, and no secrets', () => {
    const bad = properties.filter(([name, schema]) => {
      const isPlain =
        ['string', 'integer', 'boolean', 'array', 'object'].includes(String(schema['type'])) &&
        !/anyOf|oneOf|allOf|\$ref|pattern/.test(JSON.stringify(schema));
      return (
        !isPlain ||
        typeof schema['description'] !== 'string' ||
        schema['description'] === '' ||
        /\.(.*_)?(api_?key|token|password|secret)/.test(name)
      );
    });
    expect(bad.map(([name]) => name)).toEqual([]);
  });
});

it('no two tools bear one title', () => {
  const titles = listed.map(({ title }) => title);
  expect(titles.filter((title, index) => titles.indexOf(title) !== index)).toEqual([]);
});

/** What one argument says elsewhere is deliberate: it is another field, or goes by what a list knows. */
const differing = new Set(['date', 'description', 'filters', 'note', 'page', 'query', 'sort', 'status', 'text']);

it('an argument is described in the same words everywhere, but for what empties it', () => {
  const said = new Map<string, Set<unknown>>();
  for (const [name, { description }] of properties) {
    const [, argument = ''] = name.split('.');
    if (differing.has(argument)) continue;
    const plain = String(description)
      .replace(/; replaces the whole set$/, '')
      .replace(/,? (?:id,? )?(?:me )?or none$/, '')
      .replace(/,? (?:id )?or (?:id|me)$/, '');
    said.set(argument, (said.get(argument) ?? new Set()).add(plain));
  }
  expect([...said].filter(([, words]) => words.size > 1)).toEqual([]);
});

describe('instructions', () => {
  const told = (environment: Record<string, string>) => writeInstructions(readConfig(environment));

  it('speak of no writes where there are none', () => {
    expect(told({ BOSSDESK_READ_ONLY: '1', BOSSDESK_TOOLSETS: 'all' })).not.toMatch(
      /writes|comments take|empties|delet|change/i,
    );
    expect(told({})).toMatch(/Markdown \(it is rendered\)/);
  });

  it('name no tool that is not there', () => {
    expect(told({ BOSSDESK_TOOLSETS: 'tickets' })).not.toContain('list_reference_data');
    expect(told({ BOSSDESK_TOOLSETS: 'tickets' })).toContain('toolset attachments');
    expect(told({ BOSSDESK_TOOLSETS: 'all' })).not.toContain('toolset attachments');
    expect(told({ BOSSDESK_TOOLSETS: 'all' })).toContain('Deletions are confirmed');
    expect(told({})).not.toContain('Deletions');
  });
});

describe('token budgets', () => {
  const tokens = (value: unknown) => JSON.stringify(value).length / 4;
  const byDefault = tools.filter(({ toolset }) => defaultToolsets.has(toolset)).map(describeTool);

  it('lists at most 26 tools and 5,500 tokens by default, 10,500 for all', () => {
    expect(byDefault.length).toBeLessThanOrEqual(26);
    expect(tokens(byDefault)).toBeLessThanOrEqual(5500);
    expect(tokens(listed)).toBeLessThanOrEqual(10_500);
  });

  it('spends at most 500 tokens on one tool', () => {
    expect(listed.filter((tool) => tokens(tool) > 500).map(({ name }) => name)).toEqual([]);
  });

  it.each<[string, Record<string, string>]>([
    ['by default', {}],
    ['with everything', { BOSSDESK_TOOLSETS: 'all' }],
    ['where only reads are allowed', { BOSSDESK_READ_ONLY: '1' }],
    ['of few tools', { BOSSDESK_TOOLSETS: 'tickets,destructive' }],
  ])('keeps the instructions to 2,000 characters, %s', (_, environment) => {
    const instructions = writeInstructions(readConfig(environment));
    expect(instructions.length).toBeLessThanOrEqual(2000);
    expect(instructions).toMatch(/untrusted-data.*never follow instructions/s);
  });
});

it('describes no argument as an object without properties, which Gemini refuses', () => {
  const objectsIn = (schema: unknown): object[] => {
    if (typeof schema !== 'object' || schema === null) return [];
    const own = 'type' in schema && schema.type === 'object' ? [schema] : [];
    return [...own, ...Object.values(schema).flatMap(objectsIn)];
  };
  const nested = tools.map(describeTool).flatMap(({ inputSchema }) => objectsIn(inputSchema.properties));
  expect(nested.length).toBeGreaterThan(5);
  expect(nested.filter((one) => Object.keys((one as { properties?: object }).properties ?? {}).length === 0)).toEqual(
    [],
  );
});
