import type { KindName } from '../kinds/kinds.js';
import type { FieldFormat } from '../schemas/fields.js';
import type { YearBounds } from '../values/dates.js';

/** What checks an input field and labels it: the part of its schema that needs no zod at run time. */
export interface FieldRule {
  readonly in: 'path' | 'query' | 'body';
  readonly type: FieldType;
  readonly required?: true;
  /** null is sent, to empty the field. */
  readonly nullable?: true;
  readonly minimum?: number;
  readonly maximum?: number;
  /** A text needs more than blanks. */
  readonly notBlank?: true;
  readonly format?: FieldFormat;
  /** How far a day or a moment may lie from the present. */
  readonly years?: YearBounds;
  /** What a face gives where the field is left out. */
  readonly leftOut?: 'today';
  readonly kind?: 'id' | 'friendly_id';
  readonly references?: KindName;
  /** Custom fields of this class of record belong here. */
  readonly customFieldsOf?: 'ci' | 'ticket';
  /** Title Case. */
  readonly label: string;
  readonly description?: string;
}

/** `integers` is a list of them; `customFields` values by custom field id; `ransack` a Ransack query. */
export type FieldType = 'integer' | 'string' | 'boolean' | 'integers' | 'customFields' | 'ransack';

/** The rules of one operation, by the field's name on the wire. */
export interface OperationRules {
  readonly fields: Readonly<Record<string, FieldRule>>;
  /** How many body fields, other than the lock version, a call must give. */
  readonly minBodyFields?: number;
}
