import { cutLetters, firstLetters, lettersOf } from 'bossdesk-client';
import fc from 'fast-check';
import { takePage } from '../../mcp-server/src/render/pages.js';
import { buildReply, MAX_REPLY_BYTES } from '../../mcp-server/src/render/reply.js';
import { renderTable } from '../../mcp-server/src/render/table.js';
import { cutText, cutToSize, jsonSize, oneLine } from '../../mcp-server/src/render/text.js';
import { startSandbox } from 'bossdesk-sandbox';
import { connectTo } from './support.js';

/** Code units of any kind, halves of letters too, and runs of what joins others into one letter. */
const piece = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 20 }),
  fc.string({ unit: 'grapheme', maxLength: 20 }),
  fc.integer({ min: 0, max: 0xffff }).map((unit) => String.fromCharCode(unit)),
  fc
    .tuple(
      fc.constantFrom('\u0301', '\u200d', '👩‍👩‍👧‍👦', '🇩🇪', '\ud83d', '\udc4d', '🏽', '\u1100', 'क्', '\u0600'),
      fc.integer({ min: 1, max: 400 }),
    )
    .map(([unit, count]) => unit.repeat(count)),
);
const text = fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join(''));

const runs = { numRuns: 300 };
const MANY_ACCENTS = '\u0301'.repeat(33);

it('the letters of a text are the text, and none fills a page', () => {
  fc.assert(
    fc.property(text, (given) => {
      const letters = lettersOf(given);
      expect(letters.join('')).toBe(given);
      expect(Math.max(0, ...letters.map(({ length }) => length))).toBeLessThanOrEqual(32);
    }),
    runs,
  );
});

it('a text is cut to its first letters, the same wherever it is cut', () => {
  fc.assert(
    fc.property(text, fc.integer({ min: 1, max: 100 }), (given, most) => {
      const letters = lettersOf(given);
      expect(firstLetters(given, most)).toEqual(letters.slice(0, most));
      expect(cutLetters(given, most)).toBe(letters.length <= most ? given : `${letters.slice(0, most - 1).join('')}…`);
      expect(cutText(given, most).startsWith(letters.slice(0, most).join(''))).toBe(true);
      expect(jsonSize(cutToSize(given, 300))).toBeLessThanOrEqual(300);
    }),
    runs,
  );
});

it('a table ends and fits, whatever is in its cells', () => {
  const cells = fc.array(text, { minLength: 3, maxLength: 3 });
  fc.assert(
    fc.property(fc.array(cells, { minLength: 1, maxLength: 8 }), fc.integer({ min: 0, max: 5000 }), (rows, room) => {
      const columns = [0, 1, 2].map((index) => ({ heading: `c${index}`, cell: (row: string[]) => row[index] }));
      const lines = renderTable(columns, rows, room);
      expect(lines).toHaveLength(rows.length + 1);
      const isShortest = (cell: string) => lettersOf(cell).length <= 12;
      for (const line of lines.slice(1))
        expect(line.split(' | ').every(isShortest) || jsonSize(line) <= Math.max(0, room)).toBe(true);
    }),
    runs,
  );
});

it('a letter that is taken apart is so wherever it is cut', () => {
  expect(firstLetters(MANY_ACCENTS, 1)).toEqual(['\u0301']);
  expect(firstLetters('\r\n你', 2)).toEqual(['\r', '\n']);
  expect(lettersOf('\r\n你')).toEqual(['\r', '\n', '你']);
});

it('the pages of a text end, and hold all of it', async () => {
  await fc.assert(
    fc.asyncProperty(text, fc.integer({ min: 0, max: 2000 }), async (given, room) => {
      const entry = { label: 'a', name: 'a', separator: ': ', text: () => given };
      const sections = [{ entries: [entry], letters: [50, 500] as const }];
      let page = 1;
      for (let more = true; more && page < 5000; page += 1) {
        const shown = await takePage(sections, { page, room, first: [] });
        more = !('last' in shown) && shown.more;
      }
      expect(page).toBeLessThan(5000);
    }),
    { numRuns: 50 },
  );
});

it('a reply fits, whatever is in it', () => {
  fc.assert(
    fc.property(fc.array(text, { maxLength: 5 }), (data) => {
      const reply = buildReply({ head: oneLine(data[0] ?? ''), data: data.map((one) => one.repeat(20)) });
      expect(jsonSize(reply.text)).toBeLessThanOrEqual(MAX_REPLY_BYTES);
    }),
    runs,
  );
});

it('lists 700 saved searches, one of them named with emoji', async () => {
  const searches = Array.from({ length: 700 }, (_, id) => ({
    id: id + 1,
    name: id === 350 ? '😀'.repeat(14) : id === 351 ? 'half \ud83d' : `Search ${'x'.repeat(100)} ${id}`,
    owner_class: 'ticket',
    my_search: true,
  }));
  const sandbox = await startSandbox({ control: true });
  const host = await connectTo(sandbox);
  await fetch(`${sandbox.url}/_control/faults`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify([
      {
        path: '/searches',
        status: 200,
        body: JSON.stringify(searches),
        headers: { 'content-type': 'application/json' },
      },
    ]),
  });
  const { text: reply, isError } = await host.call('list_saved_searches');
  expect(isError).toBe(false);
  expect(reply).toContain('700 saved searches.');
  expect(reply).toContain('😀');
  // Half a letter is none that every host's parser takes.
  expect(reply).toContain('half \ufffd');
  expect(reply).not.toMatch(/\p{Surrogate}/u);
  await host.close();
  await sandbox.stop();
});
