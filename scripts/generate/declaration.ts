import { readFileSync } from 'node:fs';
import { type Operation, operations } from '../../packages/core/src/operations/index.js';
import { findKinds, getKind, type KindName, kinds, rowKindsOf } from '../../packages/core/src/kinds/index.js';
import { schemas } from '../../packages/core/src/schemas/index.js';
import type { OperationSchemas } from '../../packages/core/src/schemas/schema.js';
import { listResources } from './indexes.js';

const CORE = 'packages/core/src';

/**
 * What is wrong with the declaration, a sentence for each fault that names the file to mend: the compiler would say it in
 * fifteen places, none of which is the right one.
 */
export function findFaults(): string[] {
  const known = schemas as Readonly<Record<string, OperationSchemas | undefined>>;
  const ids = new Set<string>(operations.map(({ id }) => id));
  return [
    ...operations.flatMap((operation) => findFaultsOf(operation, known[operation.id])),
    ...Object.keys(schemas)
      .filter((id) => !ids.has(id))
      .map((id) => `${fileOf('schemas', id)}: ${id} is no operation; declare it in ${CORE}/operations, or remove it`),
    ...findKinds(() => true).flatMap((name) => findFaultsOfKind(name, ids)),
    ...operations.flatMap(findFaultsOfRows),
  ];
}

/** The table of kinds names operations and other kinds as texts, since those name kinds in turn. */
function findFaultsOfKind(name: KindName, ids: ReadonlySet<string>): string[] {
  const { list, read, partOf, filters = [] } = getKind(name);
  const say = (what: string) => `${CORE}/kinds: ${name} ${what}`;
  return [
    ...[list, read].flatMap((id) =>
      id === undefined || ids.has(id) ? [] : [say(`names the operation ${id}, which does not exist`)],
    ),
    ...[partOf?.kind, ...filters.map(({ references }) => references)].flatMap((kind) =>
      kind === undefined || Object.hasOwn(kinds, kind) ? [] : [say(`names the kind ${kind}, which does not exist`)],
    ),
  ];
}

/** What a list that can be searched is filtered by must be told, or the panel would offer an empty choice. */
function findFaultsOfRows(operation: Operation): string[] {
  if (operation.searchable !== true) return [];
  return rowKindsOf(operation)
    .filter((kind) => Object.hasOwn(kinds, kind) && (getKind(kind).filters ?? []).length === 0)
    .map((kind) => `${CORE}/kinds: ${kind} needs filters, since ${operation.id} is searchable`);
}

function findFaultsOf(operation: Operation, declared: OperationSchemas | undefined): string[] {
  const { id, kind, path, envelope, success } = operation;
  if (!Object.hasOwn(kinds, kind)) {
    return [`${fileOf('operations', id)}: ${id} names the kind ${kind}; add it to ${CORE}/kinds/kinds.ts`];
  }
  if (declared === undefined) {
    return [`${fileOf('operations', id)}: ${id} has no schemas; add '${id}' to a file in ${CORE}/schemas`];
  }
  const file = fileOf('schemas', id);
  const inPath = [...path.matchAll(/:(\w+)/g)].map(([, name]) => name ?? '').sort();
  const params = Object.keys(declared.params?.shape ?? {}).sort();
  const { type } = declared.output.def;
  const expected = { record: 'object', list: 'array', none: 'undefined' }[success.body];
  return [
    ...(inPath.join() === params.join()
      ? []
      : [`${file}: the params of ${id} are ${say(params)}, its path ${path} has ${say(inPath)}`]),
    ...((envelope === undefined) === (declared.body === undefined)
      ? []
      : [`${file}: ${id} ${envelope === undefined ? 'has a body but no envelope' : 'has an envelope but no body'}`]),
    ...(type === expected ? [] : [`${file}: the output of ${id} is ${type}, a ${success.body} needs ${expected}`]),
  ];
}

const say = (names: readonly string[]) => (names.length === 0 ? 'none' : names.join(', '));

/** The file that declares an id: the one that holds it as a text. */
function fileOf(folder: 'operations' | 'schemas', id: string): string {
  const name = listResources(folder).find((one) =>
    readFileSync(`${CORE}/${folder}/${one}.ts`, 'utf8').includes(`'${id}'`),
  );
  return `${CORE}/${folder}/${name ?? '?'}.ts`;
}

/** @throws Error that lists all faults of the declaration. */
export function refuseFaults(): void {
  const faults = findFaults();
  if (faults.length > 0) throw new Error(`The declaration does not hold together:\n${faults.join('\n')}`);
}
