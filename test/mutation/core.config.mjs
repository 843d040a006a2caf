import { defineTarget } from './base.mjs';

export default defineTarget('core', {
  mutate: [
    'packages/core/src/**/*.ts',
    // Data without behaviour, checked line by line against the API doc (test/contract) and by what is generated from it.
    '!packages/core/src/operations/**',
    '!packages/core/src/schemas/**',
    '!packages/core/src/generated/**',
    // Names and types only.
    '!packages/core/src/index.ts',
    '!packages/core/src/errors/index.ts',
    '!packages/core/src/input/rules.ts',
  ],
  jest: { roots: ['<rootDir>/packages/core'] },
});
