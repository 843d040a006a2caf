import { describeRemark, type ListRemark } from 'bossdesk-client';

/** What a list has to say about itself, as lines below its rows. */
export function showRemarks(remarks: readonly ListRemark[], hidden: readonly string[] = []): string {
  const said = remarks.map((remark) => describeRemark(remark, (query) => `filters ${JSON.stringify(query)}`));
  const unseen = hidden.length === 0 ? [] : [`BOSSDesk's rows do not show ${hidden.join(', ')}.`];
  return [...said, ...unseen].join('\n');
}
