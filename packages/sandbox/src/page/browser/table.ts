import type { ListPage, ListRow } from '../desk.js';
import { element, replaceChildren, tellMoment } from './dom.js';

/** The table of a list. Roles are written out: at the width of a phone its parts are no table to the browser. */
export function createTable(): { readonly element: HTMLElement; show(page: ListPage): void } {
  const count = element('p', { class: 'faint' });
  const head = element('tr', { role: 'row' });
  const body = element('tbody', { role: 'rowgroup' });
  const table = element('table', { role: 'table' }, element('thead', { role: 'rowgroup' }, head), body);
  return {
    element: element('div', {}, count, element('div', { class: 'scroll' }, table)),
    show(page) {
      const { rows, total } = page;
      count.textContent =
        rows.length < total
          ? `The first ${rows.length} of ${total}; search for the others.`
          : `${total === 0 ? 'None' : total} found.`;
      head.replaceChildren(
        ...page.columns.map(({ label }) => element('th', { role: 'columnheader', scope: 'col' }, label)),
      );
      replaceChildren(
        body,
        rows.map((row) => showRow(page, row)),
      );
    },
  };
}

function showRow({ columns }: ListPage, row: ListRow): HTMLElement {
  const cells = row.cells.map((cell, index) => {
    const { label = '', kind = 'text' } = columns[index] ?? {};
    const made = element('td', { role: 'cell', 'data-label': label });
    if (cell === null || cell === '') return made;
    if (kind === 'ticket') {
      const link = { href: `#ticket/${cell}`, 'data-key': `${row.key}-${index}`, 'aria-label': `Ticket ${cell}` };
      made.append(element('a', link, String(cell)));
    } else if (kind === 'time' && label === 'Due' && row.mark === 'overdue') {
      made.append(
        element(
          'span',
          { class: 'overdue' },
          `${tellMoment(String(cell))} `,
          element('span', { class: 'mark' }, 'overdue'),
        ),
      );
    } else made.append(kind === 'time' ? tellMoment(String(cell)) : String(cell));
    return made;
  });
  return element('tr', { role: 'row', class: row.mark ?? '' }, ...cells);
}
