/** The word that empties a field, or a list: `none`, in any letter case. */
export function isNone(value: unknown): boolean {
  return typeof value === 'string' && /^none$/i.test(value.trim());
}

/** The same for a record that another refers to, which people also call `unassigned`. */
export function isNobody(value: unknown): boolean {
  return isNone(value) || (typeof value === 'string' && /^unassigned$/i.test(value.trim()));
}
