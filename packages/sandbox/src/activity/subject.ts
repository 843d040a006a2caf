import { type AnyOperation, pathParametersOf } from 'bossdesk-client';
import { tableKinds, type TableName } from '../kinds/index.js';
import type { FieldTable } from '../model/field.js';
import { listNested } from '../model/nested.js';
import type { State } from '../state/state.js';

/** A record as it stood at a moment, with the fields of its kind. */
export interface Subject {
  readonly fields: FieldTable;
  readonly record: Readonly<Record<string, unknown>>;
}

type Params = Readonly<Record<string, string>>;

/** The record that a path names, the innermost one, copied; undefined where there is none. */
export function copySubject(state: State, operation: AnyOperation, params: Params): Subject | undefined {
  const [outer, ...inner] = pathParametersOf(operation);
  if (outer === undefined) return undefined;
  const table = outer.kind.replace(/^my_/, '');
  if (!isTable(table)) return undefined;
  const number = Number(params[outer.parameter]);
  const found =
    outer.parameter === 'barcode'
      ? state.cis.all.find(({ barcode }) => barcode === params['barcode'])
      : state[table].byFriendlyId(number);
  if (found === undefined) return undefined;
  let subject: { fields: FieldTable; record: object } = { fields: tableKinds[table].fields, record: found };
  for (const { parameter } of inner) {
    const nested = listNested(subject.fields, subject.record).find(
      ({ record }) => record.id === Number(params[parameter]),
    );
    if (nested === undefined) return undefined;
    subject = { fields: nested.kind.fields, record: nested.record };
  }
  return { fields: subject.fields, record: structuredClone(subject.record) as Subject['record'] };
}

const isTable = (name: string): name is TableName => Object.hasOwn(tableKinds, name);
