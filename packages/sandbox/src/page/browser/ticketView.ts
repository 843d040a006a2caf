import type { TicketSheet } from '../desk.js';
import { askDesk, readTicket } from './api.js';
import { button, element, tellMoment } from './dom.js';
import { createFields } from './fields.js';
import { attempt, type Page, type View } from './view.js';

/** One ticket: what it holds, and what a person can change of it. */
export function createTicketView(number: number, page: Page): View {
  const heading = element('h2', { tabindex: '-1' }, `Ticket ${number}`);
  const facts = element('dl');
  const description = element('p', { class: 'text' });
  const comments = element('div');
  const fields = createFields();
  const path = `/tickets/${number}`;
  const ask = (words: string, method: string, to: string, body: object = {}) =>
    attempt(page, words, () => askDesk(method, to, body, page.actingAs()));

  const change = element('form', {}, fields.element, element('div', {}, element('button', { class: 'main' }, 'Save')));
  change.addEventListener('submit', (event) => {
    event.preventDefault();
    const changes = fields.changes();
    if (Object.keys(changes).length === 0) {
      page.tell('Nothing was chosen otherwise.');
      return;
    }
    void ask(`Changed ticket ${number}.`, 'PATCH', path, { ticket: changes }).then((done) => {
      if (done) fields.settle();
    });
  });

  const text = element('textarea', { name: 'comment', required: true });
  const isPublic = element('input', { type: 'checkbox', name: 'public' });
  const comment = element(
    'form',
    {},
    element('label', {}, 'Comment', text),
    element('label', { class: 'check' }, isPublic, ' The requester may read it'),
    element('div', {}, element('button', { class: 'main' }, 'Add comment')),
  );
  comment.addEventListener('submit', (event) => {
    event.preventDefault();
    const body = { comment: { body: toHtml(text.value), is_public: isPublic.checked } };
    void ask(`Commented on ticket ${number}.`, 'POST', `${path}/comments`, body).then((done) => {
      if (done) text.value = '';
    });
  });

  const closing = element('div', { class: 'buttons' });
  const close = button('Close ticket', () => ask(`Closed ticket ${number}.`, 'PATCH', `${path}/close`));
  const reopen = button('Reopen ticket', () => ask(`Reopened ticket ${number}.`, 'PATCH', `${path}/reopen`));

  const show = (sheet: TicketSheet) => {
    heading.replaceChildren(`Ticket ${number}: ${sheet.title} `, overdueMark(sheet) ?? '');
    facts.replaceChildren(...sheet.facts.flatMap(showFact));
    description.textContent = sheet.description;
    fields.show(sheet.fields);
    const wanted = sheet.isClosed ? reopen : close;
    if (wanted.parentElement === null) {
      const hadFocus = closing.contains(document.activeElement);
      closing.replaceChildren(wanted);
      if (hadFocus) wanted.focus();
    }
    comments.replaceChildren(
      ...showTexts('Tasks', sheet.tasks),
      ...showTexts('Time', sheet.time),
      element('h3', {}, `Comments (${sheet.comments.length})`),
      ...sheet.comments.map(showComment),
    );
  };
  return {
    heading,
    elements: [
      element('p', {}, element('a', { href: '#tickets' }, 'All tickets')),
      heading,
      facts,
      description,
      element('h3', {}, 'Change it'),
      change,
      closing,
      element('h3', {}, 'Say something'),
      comment,
      comments,
    ],
    refresh: async () => show(await readTicket(number)),
  };
}

const overdueMark = ({ isOverdue }: TicketSheet): HTMLElement | null =>
  isOverdue ? element('span', { class: 'mark overdue' }, 'overdue') : null;

function showFact({ label, kind, value }: TicketSheet['facts'][number]): HTMLElement[] {
  if (value === null || value === '') return [];
  return [element('dt', {}, label), element('dd', {}, kind === 'time' ? tellMoment(String(value)) : String(value))];
}

const showTexts = (title: string, texts: readonly string[]): HTMLElement[] =>
  texts.length === 0
    ? []
    : [element('h3', {}, title), element('ul', {}, ...texts.map((text) => element('li', {}, text)))];

const showComment = ({ who, at, isPublic, text }: TicketSheet['comments'][number]): HTMLElement =>
  element(
    'div',
    { class: isPublic ? 'comment' : 'comment private' },
    element('div', { class: 'faint' }, `${who}, ${tellMoment(at)}${isPublic ? '' : ', private'}`),
    element('div', { class: 'text' }, text),
  );

/** The desk keeps HTML; what is written here is text. */
export const toHtml = (text: string): string =>
  text
    .split(/\n{2,}/)
    .map((part) => `<p>${escape(part).replaceAll('\n', '<br>')}</p>`)
    .join('');

const escape = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
