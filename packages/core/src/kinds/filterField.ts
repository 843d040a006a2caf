import type { FilterField } from './kind.js';

// Short ways to write the filter fields of the table of kinds.

export const text = (attribute: string): FilterField => ({ attribute, type: 'text' });
export const time = (attribute: string): FilterField => ({ attribute, type: 'time' });
export const number = (attribute: string): FilterField => ({ attribute, type: 'number' });
export const yesNo = (attribute: string): FilterField => ({ attribute, type: 'boolean' });
export const id = (attribute = 'id'): FilterField => ({ attribute, type: 'id' });

/** A text of which all values are known. */
export const oneOf = (attribute: string, values: readonly string[], allBut: FilterField['allBut']): FilterField => ({
  attribute,
  type: 'text',
  values,
  ...(allBut === undefined ? {} : { allBut }),
});

/** The id of a record of another kind. */
export const ref = (attribute: string, references: string): FilterField => ({ attribute, type: 'id', references });

/** The same, where a record can do without. */
export const optionalRef = (attribute: string, references: string): FilterField => ({
  ...ref(attribute, references),
  nullable: true,
});

/** The ids of records of another kind, of which a record has several or none. */
export const refs = (attribute: string, references: string): FilterField => ({
  ...ref(attribute, references),
  many: true,
  nullable: true,
});

/** An attribute that a record can be without. */
export const optional = (field: FilterField): FilterField => ({ ...field, nullable: true });
