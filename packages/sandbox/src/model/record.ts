import type { FieldTable, ReferenceField } from './field.js';

/** What is kept of a record with these fields; `extra`: what a data file gives it beyond, shown again as it is. */
export type RecordOf<Fields> = {
  -readonly [Name in keyof Fields as Fields[Name] extends { computed: true } ? never : Name]: Fields[Name] extends {
    initial(): infer Stored;
  }
    ? Stored
    : never;
} & { extra?: Readonly<Record<string, unknown>> };

/** What the API shows of some fields. */
export type ViewOf<Fields, Name extends keyof Fields = ShownNames<Fields>> = {
  [Key in Name as ShownName<Key, Fields[Key]>]: Fields[Key] extends { show(...given: never[]): infer Shown }
    ? Shown
    : never;
};

type ShownNames<Fields> = {
  [Name in keyof Fields]: Fields[Name] extends { hidden: true } ? never : Name;
}[keyof Fields];

type ShownName<Name, Of> =
  Of extends ReferenceField<never, unknown>
    ? Name extends `${infer Base}_ids`
      ? `${Base}s`
      : Name extends `${infer Base}_id`
        ? Base
        : Name
    : Name;

/** A new record, each field as it starts. */
export const blankRecord = <Fields extends FieldTable>(fields: Fields): RecordOf<Fields> =>
  Object.fromEntries(
    Object.entries(fields).flatMap(([name, field]) => (field.computed === true ? [] : [[name, field.initial()]])),
  ) as RecordOf<Fields>;
