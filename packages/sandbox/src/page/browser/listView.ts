import { readList } from './api.js';
import { element } from './dom.js';
import { createTable } from './table.js';
import type { View } from './view.js';

const kinds: readonly (readonly [value: string, label: string])[] = [
  ['open', 'Open'],
  ['overdue', 'Overdue'],
  ['unassigned', 'Unassigned'],
  ['closed', 'Closed'],
  ['all', 'All'],
];

/** A list that can be searched; what people chose last stands when they come back. */
export function createListView(name: string, title: string): View {
  const search = element('input', { type: 'search', name: 'search' });
  const show = element(
    'select',
    { name: 'show' },
    ...kinds.map(([value, label]) => element('option', { value }, label)),
  );
  const table = createTable();
  const filters = element(
    'div',
    { class: 'filters', role: 'search' },
    element('label', {}, 'Search ', search),
    name === 'tickets' ? element('label', {}, 'Show ', show) : null,
    name === 'tickets' ? element('a', { href: '#new' }, 'New ticket') : null,
  );
  const heading = element('h2', { tabindex: '-1' }, title);
  let asked = 0;
  const refresh = async () => {
    const turn = ++asked;
    const page = await readList(name, search.value, show.value);
    // An answer to an earlier question may come later.
    if (turn === asked) table.show(page);
  };
  for (const input of [search, show]) input.addEventListener('input', () => void refresh());
  return { heading, elements: [heading, filters, table.element], refresh };
}
