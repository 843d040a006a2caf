import { type KindName, listFilters, listSorts } from 'bossdesk-client';

// What a list is known to be filtered and sorted by, in few words: they are part of every conversation.

/** `By agent, created_at, …, e.g. id desc`; a record that is referred to stands for its id too. */
export function describeSorts(kind: KindName): string {
  const sorts = listSorts(kind);
  const short = sorts.filter((name) => !sorts.includes(name.replace(/_id$/, '')) || !name.endsWith('_id'));
  return `By ${short.join(', ')}; e.g. id desc`;
}

export function describeFilters(kind: KindName): string {
  const sorts = new Set(listSorts(kind));
  const more = listFilters(kind).filter((attribute) => !sorts.has(attribute));
  const others = more.length === 0 ? '' : `, and ${more.join(', ')}`;
  return `Ransack conditions, e.g. {"created_at_gteq":"2026-01-31"}, on what sort takes (records as type_id)${others}`;
}
