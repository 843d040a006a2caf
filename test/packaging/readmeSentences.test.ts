import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { publishedPackages } from '../../scripts/publishedPackages.mjs';
import { type Host, startHost } from '../mcp/support.js';
import { REPOSITORY_ROOT } from '../../scripts/repositoryRoot.js';

// What READMEs tell people to say to an assistant, _“like this”_, is said to one that works against the sandbox; files
// that they name are there.

const readmes = publishedPackages.map(({ folder }) => join(folder, 'README.md'));
const read = (file: string): string => readFileSync(join(REPOSITORY_ROOT, file), 'utf8');

type Call = readonly [tool: string, args: Readonly<Record<string, unknown>>, answer: RegExp];

/** A sentence as the calls that an assistant makes of it, and what each must answer. */
const sentences: Readonly<Record<string, readonly Call[]>> = {
  'log 45 minutes on 75 and close it': [
    ['add_time_entry', { ticket_number: 75, duration: 45 }, /^Logged 45 minutes on ticket 75 /],
    ['close_ticket', { ticket_number: 75 }, /^Closed ticket 75\b/],
  ],
  'which of my tickets were touched in May?': [
    [
      'search_tickets',
      { agent: 'me', filters: { updated_at_gteq: '2026-05-01', updated_at_lteq: '2026-05-31' } },
      /^Tickets 1 to \d+.*\bJack Pot \(22001\)/s,
    ],
  ],
  'give VPN drops every hour to me': [
    ['search_tickets', { query: 'VPN drops every hour' }, /\n2 \| /],
    ['update_ticket', { ticket_number: 2, agent: 'me' }, /agent: Jack Pot \(22001\)/],
  ],
};

const found = readmes.flatMap((file) =>
  [...read(file).matchAll(/_“(.+?)”_/gs)].map(([, sentence = '']) => sentence.replace(/\s+/g, ' ')),
);

describe('sentences for an assistant', () => {
  let host: Host;
  beforeAll(async () => {
    host = await startHost({ args: ['--sandbox'] });
  });
  afterAll(() => host.close());

  it('are known here, all of them', () => {
    expect([...new Set(found)].sort()).toEqual(Object.keys(sentences).sort());
  });

  it.each(Object.keys(sentences))('“%s” does what it says, in the sandbox', async (sentence) => {
    for (const [tool, args, answer] of sentences[sentence] ?? []) {
      const { text, isError } = await host.call(tool, args);
      expect(text).toMatch(answer);
      expect(isError).toBe(false);
    }
  });
});

describe.each(readmes)('%s', (file) => {
  const folder = dirname(file);

  it('links to files that are there', () => {
    const targets = [...read(file).matchAll(/\]\((?!https?:|#)([^)#]+)/g)].map(([, target = '']) => target);
    expect(targets.filter((target) => !existsSync(join(REPOSITORY_ROOT, folder, target)))).toEqual([]);
  });

  it('names tests that are there', () => {
    const patterns = [...read(file).matchAll(/`([\w*/.-]+\.test\.ts)`/g)].map(([, pattern = '']) => pattern);
    const missing = patterns.filter(
      (pattern) => globSync(join(folder, 'src', pattern), { cwd: REPOSITORY_ROOT }).length === 0,
    );
    expect(missing).toEqual([]);
  });
});
