/** The share of the mutants that is tried, by `MUTATION_SHARE`: all of them by default. */
export const SHARE = Number(process.env['MUTATION_SHARE'] ?? 1);

/** What is said of the others. */
export const NOT_CHOSEN = 'not in the sample';
