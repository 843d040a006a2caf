import jestConfig from '../../jest.config.mjs';
import { defineTarget } from './base.mjs';

// The tests of the node load it as built, with n8n's loader: here they get it out of its sources
// (test/support/n8n/sources.ts).
process.env.BOSSDESK_TEST_SOURCES = '1';

export default defineTarget('node', {
  mutate: [
    'nodes/BossDesk/**/*.ts',
    // The panel's properties, generated from the schemas and reviewed as a snapshot (wholePanel.test.ts).
    '!nodes/BossDesk/generated/**',
  ],
  jest: {
    // The first that needs one of n8n's own nodes waits until that is loaded.
    testTimeout: 5_000,
    // What is about the package as built needs that; and a throttle cannot be waited out where pauses take no time.
    testPathIgnorePatterns: [
      '/node_modules/',
      '/dist/',
      '<rootDir>/test/n8n/(outputSchemas|wholePanel|throttle).test.ts',
    ],
    roots: ['<rootDir>/nodes', '<rootDir>/test/n8n'],
    moduleNameMapper: { ...jestConfig.moduleNameMapper, '^n8n-workflow$': '<rootDir>/test/support/n8n/workflow.cjs' },
  },
});
