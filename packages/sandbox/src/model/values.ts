import { flagIn, type Json, numberIn, recordIn, textIn } from '../data/fields.js';
import { REFERENCE_TIME } from '../seed/random.js';
import type { ColumnType } from '../ransack/castValue.js';
import type { Field, ShowContext } from './field.js';

/** Fields that hold a value of their own. */

const plain = <Stored>(
  initial: Stored,
  read: Field<Stored>['read'],
  column?: ColumnType,
): Field<Stored> & { column?: ColumnType } => ({
  initial: () => initial,
  read,
  show: (stored) => stored,
  ...(column === undefined ? {} : { column }),
});

/** The id of a record that lies inside another, or of reference data. */
export const id = (): Field<number> =>
  plain(0, (json, name, source) => numberIn(json, name) ?? source.nextId(), 'integer');

/** Stands for an id or number that a data file leaves out, until all are known. */
export const UNSAID = 0;

/** The id, or the number that people see, of a record with a table of its own. */
export const tableNumber = (): Field<number> =>
  plain(UNSAID, (json, name) => numberIn(json, name) ?? UNSAID, 'integer');

export const text = (read: Field<string | null>['read'] = textIn): Field<string | null> =>
  plain<string | null>(null, read, 'string');

/** A text that is never null. */
export const wholeText = (
  initial = '',
  read: Field<string>['read'] = (json, name) => textIn(json, name) ?? initial,
): Field<string> => plain(initial, read, 'string');

export const integer = (): Field<number | null> => plain<number | null>(null, numberIn, 'integer');

/** A number that is never null. */
export const count = (initial = 0): Field<number> =>
  plain(initial, (json, name) => numberIn(json, name) ?? initial, 'integer');

/** A flag that is never null. */
export const sureFlag = (): Field<boolean> => plain(false, (json, name) => flagIn(json, name) ?? false, 'boolean');

/** Null where a data file says so: of a CI that never reported nobody knows whether it is online. */
export const flag = (): Field<boolean | null> => plain<boolean | null>(false, flagIn, 'boolean');

export const moment = (): Field<string | null> => plain<string | null>(null, textIn, 'datetime');

/** The time of what a data file gives no time. */
export const IMPORT_TIME = new Date(REFERENCE_TIME).toISOString();

/** A moment that every record has. */
export const time = (unsaidTime = IMPORT_TIME): Field<string> =>
  plain(unsaidTime, (json, name) => textIn(json, name) ?? unsaidTime, 'datetime');

/** When it last changed: in a data file, when it was made if nothing else is said. */
export const changeTime = (): Field<string> =>
  plain(IMPORT_TIME, (json, name) => textIn(json, name) ?? textIn(json, 'created_at') ?? IMPORT_TIME, 'datetime');

/** A day, YYYY-MM-DD. */
export const day = (): Field<string> =>
  plain(IMPORT_TIME.slice(0, 10), (json, name) => textIn(json, name) ?? IMPORT_TIME.slice(0, 10));

export const jsonObject = (): Field<Json | null> => plain<Json | null>(null, recordIn);

/** Something shown that is worked out of the record, and of the one that it lies in. */
export const computed = <Shown>(
  compute: (record: never, owner: never, context: ShowContext) => Shown,
): Field<null, Shown> & { readonly computed: true } => ({
  initial: () => null,
  read: () => null,
  // The records that `compute` asks for are those whose table the field stands in.
  show: (_, context) => compute(context.record as never, context.owner as never, context),
  computed: true,
});
