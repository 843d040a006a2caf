import type { DeskClock, TimeSpan } from '../state/clock.js';

/** How the clock is to be moved: by a span from where it stands, or to a moment. */
export type ClockOrder = TimeSpan | { readonly now: string | null };

/** @throws an error with status 400 when the moment is none. */
export function setClock(clock: DeskClock, order: ClockOrder): void {
  if (!('now' in order)) {
    clock.move(order);
    return;
  }
  const moment = order.now === null ? null : Date.parse(order.now);
  if (Number.isNaN(moment)) {
    throw Object.assign(new Error(`"${String(order.now)}" is no moment as in 2026-06-01T09:00:00Z`), {
      statusCode: 400,
    });
  }
  clock.set(moment);
}
