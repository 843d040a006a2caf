import { lookupKinds, type LookupName, tableKinds, tableNames } from '../kinds/index.js';
import { exportFiles } from '../kinds/storedFiles.js';
import type { FieldTable } from '../model/field.js';
import { nobody, showRecord } from '../model/view.js';
import type { State } from '../state/state.js';

/** A record as `--data` keeps it: as the API shows it, with what it does not show beside it. Made when it is asked for. */
type Maker = () => object;

/** The state as `--data` keeps it, part by part; the records of a list are made one by one. */
function listSections(state: State): (readonly [name: string, content: unknown])[] {
  const [auth] = state.keys;
  const makers = (fields: FieldTable, records: readonly { readonly extra?: object }[]): Maker[] =>
    records.map((record) => () => ({
      ...record.extra,
      ...showRecord(fields, record, { state, owner: nobody, forFile: true }),
    }));
  return [
    ['auth', auth],
    ...(state.clock.ahead === 0 ? [] : [['clock', state.clock] as const]),
    ['account', state.account],
    ...tableNames.map((name) => [name, makers(tableKinds[name].fields, state[name].all)] as const),
    // In the order of the state, not of the kinds: so a file stays as it was written.
    [
      'lookups',
      Object.fromEntries(
        Object.entries(state.lookups).map(([name, records]) => [
          name,
          makers(lookupKinds[name as LookupName].fields, records).map((make) => make()),
        ]),
      ),
    ],
    ['files', exportFiles(state.files)],
  ];
}

/**
 * The text of a data file, in pieces of one record or less. What changes while they are taken shows as it is when its piece
 * is taken; the lists are those of the beginning.
 */
export function* exportState(state: State): Generator<string, void, undefined> {
  let before = '{\n ';
  for (const [name, content] of listSections(state)) {
    yield `${before}${JSON.stringify(name)}: `;
    before = ',\n ';
    if (isMakers(content)) yield* exportList(content);
    else yield indent(content, 1);
  }
  yield '\n}\n';
}

function* exportList(makers: readonly Maker[]): Generator<string, void, undefined> {
  if (makers.length === 0) return yield '[]';
  let before = '[\n  ';
  for (const make of makers) {
    yield before + indent(make(), 2);
    before = ',\n  ';
  }
  yield '\n ]';
}

const isMakers = (content: unknown): content is Maker[] =>
  Array.isArray(content) && content.every((one) => typeof one === 'function');

/** JSON as a part of more. */
const indent = (value: unknown, depth: number): string =>
  ((JSON.stringify(value, null, 1) as string | undefined) ?? 'null').replaceAll('\n', `\n${' '.repeat(depth)}`);
