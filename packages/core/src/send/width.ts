/** How many requests may be under way at once: it follows what the server bears. */
export interface Width {
  readonly current: () => number;
  /** A request was answered after `ms` milliseconds. */
  readonly answered: (ms: number) => void;
  /** The server refused or failed for want of capacity: half as wide. */
  readonly strained: () => void;
  /** Sets the most requests at once. */
  readonly limitTo: (ceiling: number) => void;
}

/** As wide as a client begins, or its ceiling where that is less. */
const FIRST_WIDTH = 4;

/** Latency counts as rising when it is twice what it was, and by more than a scheduler's noise. */
const RISE = 2;
const NOISE_MS = 50;

/** Weight of a new answer in the latency of late. */
const WEIGHT = 0.3;

/** The latency of old follows upwards by this much an answer, so that a slower server becomes the normal one. */
const FORGET = 1.02;

/**
 * Grows up to the ceiling: by one with each good answer until the server first shows what it bears (slow start), then by one
 * for twice as many good answers as it is wide. Shrinks by one while answers take twice as long as they did, and by half
 * when the server is strained (additive increase, multiplicative decrease).
 */
export function createWidth(highest: number): Width {
  let ceiling = highest;
  let width = Math.min(FIRST_WIDTH, ceiling);
  let good = 0;
  let slow = 0;
  let isUntried = true;
  let base: number | undefined;
  let recent = 0;

  const isSlow = (ms: number): boolean => {
    recent = base === undefined ? ms : recent + WEIGHT * (ms - recent);
    base = base === undefined ? ms : Math.min(base * FORGET, Math.max(ms, 1));
    return recent > RISE * base + NOISE_MS;
  };

  return {
    current: () => width,
    answered(ms) {
      if (isSlow(ms)) {
        isUntried = false;
        good = 0;
        slow += 1;
        if (slow < width) return;
        slow = 0;
        width = Math.max(1, width - 1);
        return;
      }
      slow = 0;
      good += 1;
      if (!isUntried && good < 2 * width) return;
      good = 0;
      width = Math.min(ceiling, width + 1);
    },
    strained() {
      isUntried = false;
      good = 0;
      width = Math.max(1, Math.floor(width / 2));
    },
    limitTo(most) {
      ceiling = most;
      width = Math.min(width, ceiling);
    },
  };
}
