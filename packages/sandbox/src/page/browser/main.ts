import { readChoices, readPulse } from './api.js';
import { createClock } from './clock.js';
import { element, find } from './dom.js';
import { createListView } from './listView.js';
import { createNewTicketView } from './newTicketView.js';
import { createRequests } from './requests.js';
import { createTicketView } from './ticketView.js';
import type { Page, View } from './view.js';

const PULSE_MS = 1_000;

const titles = { tickets: 'Tickets', cis: 'CIs', users: 'Users', time: 'Time entries' } as const;
const lists = Object.fromEntries(
  Object.entries(titles).map(([name, title]) => [name, createListView(name, title)]),
) as Record<keyof typeof titles, View>;

const acting = find('acting') as HTMLSelectElement;
const notice = find('notice');
const content = find('content');
const requests = createRequests();
const page: Page = {
  actingAs: () => acting.value,
  tell(words, failed = false) {
    notice.textContent = words;
    notice.className = failed ? 'failed' : '';
  },
  update,
};
const clock = createClock(page);

let view: View = lists.tickets;
let run = '';
let last = 0;
let revision = -1;

/** The part of the address that says what to look at: `#tickets`, `#ticket/75`. */
const route = (): string[] => (location.hash.slice(1) || 'tickets').split('/');

/** @param isFirst leaves the keyboard's focus at the top of the page. */
function openView(isFirst = false): void {
  const [name = '', number = ''] = route();
  document.body.dataset['view'] = name;
  for (const link of document.querySelectorAll('#views a')) {
    const isCurrent = link.getAttribute('href') === `#${name === 'ticket' || name === 'new' ? 'tickets' : name}`;
    if (isCurrent) link.setAttribute('aria-current', 'page');
    else link.removeAttribute('aria-current');
  }
  if (name === 'requests') {
    if (!isFirst) find('requests-title').focus();
    return;
  }
  view =
    name === 'ticket'
      ? createTicketView(Number(number), page)
      : name === 'new'
        ? createNewTicketView(page)
        : listOf(name);
  content.replaceChildren(...view.elements);
  window.scrollTo(0, 0);
  if (!isFirst) view.heading.focus({ preventScroll: true });
  void show();
}

const listOf = (name: string): View => (name in lists ? lists[name as keyof typeof lists] : lists.tickets);

async function show(): Promise<void> {
  try {
    await view.refresh();
  } catch (error) {
    page.tell(error instanceof Error ? error.message : String(error), true);
  }
}

async function showPeople(): Promise<void> {
  const { people } = await readChoices();
  const chosen = acting.value;
  acting.replaceChildren(...people.map(({ username, label }) => element('option', { value: username }, label)));
  if (people.some(({ username }) => username === chosen)) acting.value = chosen;
}

/** Takes what is new. */
async function update(): Promise<void> {
  const pulse = await readPulse(last);
  if (pulse.run !== run) {
    run = pulse.run;
    requests.clear();
    await showPeople();
  }
  // Two questions may be under way.
  const entries = pulse.entries.filter((entry) => entry.number > last);
  last = entries.at(-1)?.number ?? last;
  requests.add(entries);
  clock.set(pulse.now, pulse.ahead);
  if (pulse.revision === revision) return;
  revision = pulse.revision;
  await show();
}

/** Asks again and again; a sandbox that went away is asked until it is back. */
async function follow(): Promise<void> {
  let isAway = false;
  for (;;) {
    try {
      if (!document.hidden) await update();
      if (isAway) page.tell('The sandbox is back.');
      isAway = false;
    } catch {
      if (!isAway) page.tell('The sandbox does not answer; trying again.', true);
      isAway = true;
    }
    await new Promise((resolve) => setTimeout(resolve, PULSE_MS));
  }
}

find('views').append(
  ...Object.entries(titles).map(([name, title]) => element('li', {}, element('a', { href: `#${name}` }, title))),
  element('li', { class: 'requests' }, element('a', { href: '#requests' }, 'Requests')),
);
find('skip').addEventListener('click', (event) => {
  // The address says what is looked at, and stays.
  event.preventDefault();
  content.focus();
});
find('requests-title').tabIndex = -1;
window.addEventListener('hashchange', () => openView());
openView(true);
void follow();
