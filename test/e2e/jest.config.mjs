import config from '../../jest.config.mjs';

/** @type {import('jest').Config} */
const e2eConfig = {
  ...config,
  // Its n8n has the package out of a tarball, which packNode.ts builds.
  globalSetup: null,
  globalTeardown: null,
  rootDir: '../..',
  testMatch: ['<rootDir>/test/e2e/**/*.test.ts'],
  testPathIgnorePatterns: ['/node_modules/'],
  // One n8n command takes seconds, and twice that on a busy machine.
  testTimeout: 240_000,
};

export default e2eConfig;
