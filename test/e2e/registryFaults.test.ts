import { ScratchCopy } from './scratchCopy.js';

// What is wrong with a declaration is said by the generator, with the file to mend, before the compiler says it in many.

const CORE = 'packages/core/src';

// Each case starts the generator anew.
jest.setTimeout(180_000);

let copy: ScratchCopy;
beforeAll(() => {
  copy = new ScratchCopy();
}, 60_000);
afterAll(() => copy.remove());

/** Runs the generator over files with other texts, and puts back those texts and what it wrote. */
function generateWith(changes: Readonly<Record<string, (before: string) => string>>, ...args: readonly string[]) {
  const registries = [`${CORE}/operations/all.ts`, `${CORE}/schemas/all.ts`, `${CORE}/generated/rules.ts`];
  const before = [...Object.keys(changes), ...registries].map((path) => ({
    path,
    text: copy.exists(path) ? copy.read(path) : undefined,
  }));
  for (const [path, change] of Object.entries(changes)) {
    const text = copy.exists(path) ? copy.read(path) : '';
    if (change(text) === text) throw new Error(`${path} is not what this test changes`);
    copy.write(path, change(text));
  }
  const outcome = copy.generate(...args);
  for (const { path, text } of before) {
    if (text !== undefined) copy.write(path, text);
    else if (copy.exists(path)) copy.delete(path);
  }
  return outcome;
}

const put = (text: string) => () => text;
const swap = (one: string, other: string) => (before: string) => before.replace(one, other);

const listContracts = `import type { Operation } from './operation.js';

export const listContracts = {
  id: 'contracts.list',
  kind: 'groups',
  api: 'v1',
  method: 'GET',
  path: '/contracts',
  success: { status: 200, body: 'list' },
  title: 'List contracts',
  doc: [2400, 2419],
  routeLine: 2402,
  faces: { n8n: { none: 'x' }, mcp: { none: 'x' } },
} as const satisfies Operation;
`;

it.each<[string, Readonly<Record<string, (before: string) => string>>, string]>([
  [
    'operations without schemas',
    { [`${CORE}/operations/contracts.ts`]: put(listContracts) },
    `${CORE}/operations/contracts.ts: contracts.list has no schemas; add 'contracts.list' to a file in ${CORE}/schemas`,
  ],
  [
    'operations of a kind that is unknown',
    { [`${CORE}/operations/groups.ts`]: put(listContracts.replace('groups', 'contracts')) },
    `${CORE}/operations/groups.ts: contracts.list names the kind contracts; add it to ${CORE}/kinds/kinds.ts`,
  ],
  [
    'schemas without an operation',
    {
      [`${CORE}/schemas/contracts.ts`]: put(
        "import { z } from 'zod';\n\nexport const contractSchemas = { 'contracts.list': { output: z.array(z.object({})) } };\n",
      ),
    },
    `${CORE}/schemas/contracts.ts: contracts.list is no operation; declare it in ${CORE}/operations, or remove it`,
  ],
  [
    'a file of schemas that exports none',
    { [`${CORE}/schemas/contracts.ts`]: put('export {};\n') },
    `${CORE}/schemas/contracts.ts: exports no schemas. Write`,
  ],
  [
    'params that are not those of the path',
    { [`${CORE}/operations/users.ts`]: swap("'/users/:friendly_id'", "'/users/:id'") },
    `${CORE}/schemas/users.ts: the params of users.get are friendly_id, its path /users/:id has id`,
  ],
  [
    'a list that is searched by nothing',
    { [`${CORE}/kinds/kinds.ts`]: (before) => before.replace(/filters: \[.*?\]/s, 'filters: []') },
    `${CORE}/kinds: tickets needs filters, since tickets.list is searchable`,
  ],
  [
    'a resource without words',
    { [`${CORE}/operations/users.ts`]: swap("'user.get'", "'person.get'") },
    'scripts/generate/n8n/wording.ts: no wording for person.get; add person to resources',
  ],
  [
    'a verb without words',
    { [`${CORE}/operations/users.ts`]: swap("'user.get'", "'user.greet'") },
    "scripts/generate/n8n/wording.ts: no wording for user.greet; add 'user.greet' to actions, or greet to verbs",
  ],
])('%s are refused in words that name the file', (_, changes, message) => {
  const { code, output } = generateWith(changes);
  expect({ code, output }).toEqual({ code: 1, output: expect.stringContaining(message) });
});

it.each([
  ['operations', `${CORE}/operations/contracts.ts`, listContracts],
  ['schemas', `${CORE}/schemas/contracts.ts`, 'export const contractSchemas = {};\n'],
])('a file in %s/ that is not registered fails the check, by the name of the registry', (folder, path, text) => {
  expect(generateWith({ [path]: put(text) }, '--check')).toEqual({
    code: 1,
    output: expect.stringContaining(`${CORE}/${folder}/all.ts is stale\nRun \`node --run generate\``),
  });
});

it('what no generator writes any more is reported, and removed', () => {
  const path = 'nodes/BossDesk/generated/contract.ts';
  const stale = 'docs/coverage.md';
  copy.write(path, 'export {};\n');
  copy.write(stale, '');
  expect(copy.generate('--check')).toEqual({
    code: 1,
    output: `${stale} is stale\n${path} is left over\nRun \`node --run generate\` and commit what it writes.\n`,
  });
  expect(copy.generate()).toEqual({ code: 0, output: `Wrote ${stale}\nRemoved ${path}\n` });
  expect(copy.exists(path)).toBe(false);
});
