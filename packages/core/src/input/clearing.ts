import type { FieldRule } from './rules.js';

/** Whether an update can empty a field. */
export function isClearable(rule: FieldRule): boolean {
  if (rule.nullable === true || rule.type === 'integers') return true;
  return rule.type === 'string' && rule.notBlank !== true && rule.format !== 'date';
}

/** What is sent to empty a field. */
export function emptyValueOf(rule: FieldRule): null | '' | readonly [] {
  if (rule.nullable === true) return null;
  return rule.type === 'integers' ? [] : '';
}
