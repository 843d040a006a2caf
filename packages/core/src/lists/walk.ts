import type { OpenList, PageRequest } from './openList.js';
import { createProgress, type Step } from './progress.js';
import { walkIds } from './walkIds.js';
import { walkPages } from './walkPages.js';

/**
 * Walks over a list from a page on, each record once: the one place that knows how pages follow each other. A list in
 * the order of ids goes on beyond the last id, so that whatever moves meanwhile, nothing is lost. Any other is read in
 * pages that overlap by a row, which shows whether it moved. Beyond the first page, as much is read ahead as the server
 * bears at once.
 *
 * @param wanted how many records the caller takes at most; nothing is read ahead for more.
 * @throws RepeatedPageError when the server answers the same rows for whatever page.
 */
export async function* walkList(
  list: OpenList,
  first: PageRequest,
  wanted = Number.POSITIVE_INFINITY,
): AsyncGenerator<Step, void, undefined> {
  const rows = await list.fetch(first);
  const progress = createProgress(list, (first.page - 1) * first.per_page, wanted);
  const step = progress.accept(rows, rows.length < first.per_page);
  yield step;
  if (step.isLast) return;
  const isAtEnd = yield* walkIds(list, progress, rows);
  if (!isAtEnd) yield* walkPages(list, progress);
}
