import { askDesk, readChoices } from './api.js';
import { element } from './dom.js';
import { createFields } from './fields.js';
import { toHtml } from './ticketView.js';
import { attempt, type Page, type View } from './view.js';

/** A ticket to be opened, in the name of whoever acts. */
export function createNewTicketView(page: Page): View {
  const heading = element('h2', { tabindex: '-1' }, 'New ticket');
  const title = element('input', { name: 'title', required: true });
  const description = element('textarea', { name: 'description' });
  const fields = createFields();
  const form = element(
    'form',
    {},
    element('label', {}, 'Title', title),
    element('label', {}, 'Description', description),
    fields.element,
    element('div', {}, element('button', { class: 'main' }, 'Open ticket')),
  );
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const ticket = {
      title: title.value,
      ...(description.value === '' ? {} : { description: toHtml(description.value) }),
      ...fields.values(),
    };
    void attempt(page, 'Opened a ticket.', async () => {
      const { friendly_id } = await askDesk('POST', '/tickets', { ticket }, page.actingAs());
      location.hash = `#ticket/${String(friendly_id)}`;
    });
  });
  return {
    heading,
    elements: [element('p', {}, element('a', { href: '#tickets' }, 'All tickets')), heading, form],
    refresh: async () => fields.show((await readChoices()).fields),
  };
}
