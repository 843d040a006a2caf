import { z } from 'zod';
import type { KindName } from '../kinds/kinds.js';
import { beyondBounds, isCalendarDate, isMoment, type YearBounds } from '../values/dates.js';

/**
 * Number by which the API's bodies refer to a record (`priority_id`), never shown to people.
 * Plain numbers fit; a {@link FriendlyId} does not compile where an `Id` is meant, nor the reverse.
 */
export type Id = number & { readonly __kind?: 'id' };

/** Number that people see and that paths take for tickets, CIs and users ("ticket 75"). */
export type FriendlyId = number & { readonly __kind?: 'friendly_id' };

/** How a string is meant; codecs and faces act on it, the wire form stays the API's. */
export type FieldFormat = 'date' | 'date-time' | 'html' | 'email';

/** What the schemas say about a field beyond its type. */
export interface FieldMeta {
  /** Label, Title Case. */
  title: string;
  description?: string;
  kind?: 'id' | 'friendly_id';
  /** The kind of record that an id points to; a face offers its names for it. */
  references?: KindName;
  format?: FieldFormat;
  /** How far a day or a moment may lie from the present. */
  years?: YearBounds;
  /** What a face gives where the field is left out, in the words of `values/times.ts`. */
  leftOut?: 'today';
  /** Custom fields of this class of record belong here. */
  customFieldsOf?: 'ci' | 'ticket';
}

type InputMeta = Omit<FieldMeta, 'kind'>;

/** Nothing checks a flavour at run time: it exists for the compiler only. */
const flavoured = <T extends number>(schema: z.ZodNumber): z.ZodType<T, T> => schema as unknown as z.ZodType<T, T>;

const positiveInteger = () => z.int().min(1);

/** A required id; chain `.optional()` or `.nullish()`. */
export const idField = (meta: InputMeta) => flavoured<Id>(positiveInteger().meta({ ...meta, kind: 'id' }));

export const idListField = (meta: InputMeta) => z.array(flavoured<Id>(positiveInteger())).meta({ ...meta, kind: 'id' });

export const friendlyIdField = (title: string) =>
  flavoured<FriendlyId>(
    positiveInteger().meta({
      title,
      kind: 'friendly_id',
      description: 'The number that people see (friendly_id), not the id',
    }),
  );

export const textField = (meta: FieldMeta) => z.string().meta({ ...meta });

/** A text that the API refuses when blank. */
export const requiredText = (meta: FieldMeta) =>
  z
    .string()
    .min(1)
    .regex(/\S/)
    .meta({ ...meta });

/** A day in the calendar, `YYYY-MM-DD`; on the wire the API takes `DD-MM-YYYY` (doc L2078, notes 5.49). */
export const dateField = (meta: TimeMeta) =>
  z
    .string()
    .refine(isCalendarDate, 'Takes a date as YYYY-MM-DD')
    .refine(isWithin(meta.years), 'Lies too far from the present')
    .meta({ ...meta, format: 'date' });

/** A moment in ISO 8601, sent in UTC: which zone the API reads into one without is unknown (notes 5.30). */
export const momentField = (meta: TimeMeta) =>
  z
    .string()
    .refine(isMoment, 'Takes a date and time as 2018-11-28T15:00:00Z')
    .refine(isWithin(meta.years), 'Lies too far from the present')
    .meta({ ...meta, format: 'date-time' });

type TimeMeta = Omit<FieldMeta, 'format'> & { readonly years: YearBounds };

const isWithin = (years: YearBounds) => (text: string) =>
  !(isCalendarDate(text) || isMoment(text)) || beyondBounds(text, years) === undefined;

/** Whole number, at least `minimum` and at most `maximum`. */
export const countField = (minimum: number, maximum: number, meta: FieldMeta) =>
  z
    .int()
    .min(minimum)
    .max(maximum)
    .meta({ ...meta });

export const booleanField = (meta: FieldMeta) => z.boolean().meta({ ...meta });

/**
 * Values of custom fields by the field's id as a string (doc L389-392, L1445). Only the keys sent change.
 * How a drop-down's value is written is undocumented (notes 5.18, 5.19).
 */
export const customFieldsField = (customFieldsOf: 'ci' | 'ticket') =>
  z
    .record(
      z.string().regex(/^\d+$/),
      z.union([z.string(), z.number(), z.boolean(), z.null(), z.array(z.union([z.string(), z.number()]))]),
    )
    .meta({ title: 'Custom Fields', description: 'Values by custom field id', customFieldsOf });

/** A body of which some fields are required. */
export const createBody = <Required extends z.ZodRawShape, Optional extends z.ZodRawShape>(
  required: Required,
  optional: Optional,
) => z.strictObject(required).extend(z.strictObject(optional).partial().shape);

/**
 * A body of which every field is optional and one is needed: Rails takes an empty envelope for a missing
 * one (400, notes 3). A lock version alone changes nothing. `minProperties` says it in JSON Schema.
 */
export const updateBody = <Shape extends z.ZodRawShape>(shape: Shape) =>
  z
    .strictObject(shape)
    .partial()
    .refine((body) => Object.keys(body).some((name) => name !== 'lock_version'), 'Give at least one field to change')
    .meta({ minProperties: 1 });

// Answers: unknown fields are kept, and fields that the API leaves out of some answers are optional.

export const outId = () => flavoured<Id>(z.int());
export const outFriendlyId = () => flavoured<FriendlyId>(z.int());

/** A text of which the doc names some values, not all (notes 5.20, 5.37). */
export const openEnum = <const Value extends string>(...known: Value[]) =>
  z.string().meta({ examples: known }) as unknown as z.ZodType<Value | (string & {}), Value | (string & {})>;

/** Times come as ISO 8601 text in UTC; the doc shows impossible seconds (L1255), so none is parsed. */
export const timestamp = () => z.string();

/** A record named inside another one: `{"id": 68, "name": "Desktop"}`. */
export const namedRef = () => z.looseObject({ id: outId(), name: z.string() }).meta({ title: 'Named Reference' });

/** A user inside another record; `/my` answers leave `username` out (doc L1862-1867). */
export const userRef = () =>
  z
    .looseObject({
      id: outId(),
      friendly_id: outFriendlyId(),
      first_name: z.string().nullish(),
      last_name: z.string().nullish(),
      username: z.string().nullish(),
    })
    .meta({ title: 'User Reference' });
