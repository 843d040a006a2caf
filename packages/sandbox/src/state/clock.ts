/** The desk's clock: this machine's, moved ahead or back. */
export interface DeskClock {
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** How many milliseconds it is ahead of this machine's; negative behind it. */
  readonly ahead: () => number;
  /** Moves it on from where it stands; negative numbers move it back. */
  readonly move: (by: TimeSpan) => void;
  /** Sets it to a moment, in milliseconds since 1970, from which it goes on; null is this machine's time. */
  readonly set: (moment: number | null) => void;
}

export interface TimeSpan {
  readonly days?: number;
  readonly hours?: number;
  readonly minutes?: number;
}

/** What is kept of a clock. */
export interface ClockState {
  /** Milliseconds. */
  ahead: number;
}

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

/** `kept`: that of the moment; a reset makes a new one. */
export function createClock(machineNow: () => number, kept: () => ClockState): DeskClock {
  return {
    now: () => machineNow() + kept().ahead,
    ahead: () => kept().ahead,
    move({ days = 0, hours = 0, minutes = 0 }) {
      kept().ahead += Math.round(days * DAY_MS + hours * HOUR_MS + minutes * MINUTE_MS);
    },
    set(moment) {
      kept().ahead = moment === null ? 0 : Math.round(moment - machineNow());
    },
  };
}
