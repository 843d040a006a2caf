import { moveClock } from './api.js';
import { button, find, tellSecond } from './dom.js';
import { attempt, type Page } from './view.js';

const steps = [
  ['+1 hour', { hours: 1 }],
  ['+1 day', { days: 1 }],
  ['+7 days', { days: 7 }],
  ['Real time', { now: null }],
] as const;

const HOUR_MS = 3_600_000;

/** The desk's clock, and buttons that move it. */
export function createClock(page: Page): { set(now: string, ahead: number): void } {
  const shown = find('clock');
  const note = find('ahead');
  // By how much the desk's clock differs from this browser's.
  let difference = 0;
  const tick = () => (shown.textContent = tellSecond(Date.now() + difference));
  find('clock-buttons').append(
    ...steps.map(([label, order]) =>
      button(label, () =>
        attempt(page, 'now' in order ? 'The clock shows real time.' : `Moved the clock: ${label}.`, () =>
          moveClock(order),
        ),
      ),
    ),
  );
  setInterval(tick, 1_000);
  return {
    set(now, ahead) {
      difference = Date.parse(now) - Date.now();
      note.textContent = ahead === 0 ? 'real time' : tellAhead(ahead);
      tick();
    },
  };
}

function tellAhead(milliseconds: number): string {
  const hours = Math.round(Math.abs(milliseconds) / HOUR_MS);
  const [days, rest] = [Math.floor(hours / 24), hours % 24];
  const parts = [count(days, 'day'), count(rest, 'hour')].filter((part) => part !== '');
  return `${parts.join(', ') || 'minutes'} ${milliseconds > 0 ? 'ahead' : 'behind'}`;
}

const count = (number: number, word: string): string =>
  number === 0 ? '' : `${number} ${word}${number === 1 ? '' : 's'}`;
