/** When all reference data was made. */
export const lookupTimes = { created_at: '2024-01-15T09:00:00.000Z', updated_at: '2024-03-04T10:30:00.000Z' };
