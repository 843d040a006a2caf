import { faker } from '@faker-js/faker/locale/en';

/** The moment that seeded data leads up to. Fixed, so that the same seed gives the same bytes on any day. */
export const REFERENCE_TIME = Date.parse('2026-06-01T09:00:00.000Z');

const DAY_MS = 86_400_000;

/** ISO time so many days before {@link REFERENCE_TIME}. */
export const daysAgo = (days: number): string => new Date(REFERENCE_TIME - Math.round(days * DAY_MS)).toISOString();

/** Starts the sequence of random choices anew. */
export const startRandom = (seed: number): void => void faker.seed(seed);

export const pick = <Value>(values: readonly Value[]): Value => faker.helpers.arrayElement(values);
export const chance = (probability: number): boolean => faker.datatype.boolean({ probability });
export const between = (min: number, max: number): number => faker.number.int({ min, max });
/** A fraction of time in days. */
export const daysBetween = (min: number, max: number): number => faker.number.float({ min, max, fractionDigits: 5 });
export const maybe = <Value>(probability: number, make: () => Value): Value | null =>
  chance(probability) ? make() : null;
/** So many different ones, in their order. */
export const pickSome = <Value>(values: readonly Value[], count: number): Value[] =>
  faker.helpers.arrayElements(values, count);

export { faker };
