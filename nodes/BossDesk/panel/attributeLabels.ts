import type { FilterField } from 'bossdesk-client';

const acronyms = new Set(['id', 'dns']);

/** What the panel calls an attribute: `agent_id` is "Agent", `friendly_id` the number that people see. */
export function labelAttribute(attribute: string, { references }: Pick<FilterField, 'references'> = {}): string {
  if (attribute === 'friendly_id') return 'Number';
  const base = references === undefined ? attribute : attribute.replace(/_id$/, '');
  return base
    .split('_')
    .map((word) => (acronyms.has(word) ? word.toUpperCase() : word.charAt(0).toUpperCase() + word.slice(1)))
    .join(' ');
}
