import type { KindName } from 'bossdesk-client';

// The panel names a picker's method as text; the methods are made out of the same names.

/** `searchHelpdeskPriorities`, `searchTicketsByNumber`. */
export function pickerName(kind: KindName, reference: 'id' | 'friendly_id'): string {
  return `search${toWords(kind)}${reference === 'id' ? '' : 'ByNumber'}`;
}

/** `getTags`: the list to choose several from. */
export function optionsName(kind: KindName): string {
  return `get${toWords(kind)}`;
}

function toWords(kind: KindName): string {
  const words = kind.split('_').map((word) => word.charAt(0).toUpperCase() + word.slice(1));
  return words.join('');
}
