import type { State } from '../state/state.js';
import { type FieldTable, type ShowContext, shownName } from './field.js';
import type { Kind } from './kind.js';
import type { RecordOf, ViewOf } from './record.js';

/** What the API makes of a record; `owner` is the one that it lies in. */
export type View<Row, Shown> = (state: State, record: Row, owner?: object) => Shown;

type Context = Omit<ShowContext, 'record'>;

/** The owner of records that lie in no other. */
export const nobody = {};

/** Shows some fields, in the order of their names. */
export const view =
  <Fields extends FieldTable, Name extends keyof Fields & string>(
    fields: Fields,
    names: readonly Name[],
  ): View<RecordOf<Fields>, ViewOf<Fields, Name>> =>
  (state, record, owner = nobody) =>
    showFields(fields, names, record, { state, owner, forFile: false }) as ViewOf<Fields, Name>;

/** Shows the record whole; what the declaration adds to a kind comes last. */
export const wholeView =
  <Fields extends FieldTable>({ fields }: Kind<Fields>): View<RecordOf<Fields>, ViewOf<Fields>> =>
  (state, record, owner = nobody) =>
    showRecord(fields, record, { state, owner, forFile: false }) as ViewOf<Fields>;

/** Shows the record whole but for some fields. */
export const viewWithout =
  <Fields extends FieldTable, Name extends keyof Fields & string>(
    { fields }: Kind<Fields>,
    except: readonly Name[],
  ): View<RecordOf<Fields>, Omit<ViewOf<Fields>, keyof ViewOf<Fields, Name>>> =>
  (state, record, owner = nobody) => {
    const kept = Object.entries(fields).filter(([name]) => !(except as readonly string[]).includes(name));
    return showRecord(Object.fromEntries(kept), record, { state, owner, forFile: false }) as ViewOf<Fields>;
  };

/** The view with what a data file said beyond the API's fields. */
export const withExtra =
  <Row extends { extra?: object }, Shown>(shown: View<Row, Shown>): View<Row, Shown> =>
  (state, record) => ({ ...record.extra, ...shown(state, record) });

/** Shows the fields that are not hidden; a data file has those as well. */
export function showRecord(fields: FieldTable, record: object, context: Context): Record<string, unknown> {
  const shown = Object.keys(fields).filter((name) => context.forFile || fields[name]?.hidden !== true);
  return showFields(fields, shown, record, context);
}

function showFields(
  fields: FieldTable,
  names: readonly string[],
  record: object,
  context: Context,
): Record<string, unknown> {
  const stored = record as Readonly<Record<string, unknown>>;
  return Object.fromEntries(
    names.flatMap((name) => {
      const field = fields[name];
      return field === undefined ? [] : [[shownName(name, field), field.show(stored[name], { ...context, record })]];
    }),
  );
}
