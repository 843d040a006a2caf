/** What a custom field's `type_id` means (doc L764-774; 9 and 10 are not documented, notes 5.19). */
export const customFieldTypes = {
  1: 'string',
  2: 'text',
  3: 'url',
  4: 'integer',
  5: 'float',
  6: 'date',
  7: 'boolean',
  8: 'dropdown',
  11: 'cascading dropdown',
} as const;

export type CustomFieldType = (typeof customFieldTypes)[keyof typeof customFieldTypes];
