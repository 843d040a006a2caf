import type { ActivityEntry } from '../../activity/activity.js';
import { element, find, tellMoment } from './dom.js';

/** As many as somebody scrolls through. */
const MAXIMUM_SHOWN = 200;
const FRESH_MS = 4_000;

/** The requests as they come in, the newest on top. */
export function createRequests(): { add(entries: readonly ActivityEntry[]): void; clear(): void } {
  const list = find('entries');
  const none = find('no-requests');
  const onlyWrites = find('only-writes') as HTMLInputElement;
  let isFirst = true;
  const filter = () => {
    for (const item of list.children)
      (item as HTMLElement).hidden = onlyWrites.checked && !item.classList.contains('writes');
  };
  onlyWrites.addEventListener('change', filter);
  return {
    add(entries) {
      for (const entry of entries) list.prepend(showEntry(entry, !isFirst));
      isFirst = false;
      while (list.children.length > MAXIMUM_SHOWN) list.lastElementChild?.remove();
      none.hidden = list.children.length > 0;
      filter();
    },
    clear() {
      list.replaceChildren();
      none.hidden = false;
    },
  };
}

function showEntry(
  { words, writes, status, at, face, agent, key, method, path }: ActivityEntry,
  isFresh: boolean,
): HTMLElement {
  const failed = status === 0 || status >= 400;
  const sender = [face, key === null ? '' : `key …${key}`].filter((part) => part !== '').join(', ');
  const item = element(
    'li',
    { class: [isFresh ? 'fresh' : '', writes ? 'writes' : '', failed ? 'failed' : ''].filter(Boolean).join(' ') },
    element('div', {}, words),
    element('div', { class: 'faint', title: agent }, `${tellMoment(at)} · ${sender}`),
    element('div', { class: 'request' }, `${status === 0 ? 'dropped' : status} ${method} ${path}`),
  );
  setTimeout(() => item.classList.remove('fresh'), FRESH_MS);
  return item;
}
