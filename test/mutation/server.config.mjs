import { defineTarget } from './base.mjs';

// The tests of the server start it as a process, which cannot be looked into: here they get it out of its sources
// (test/mcp/inProcess.ts).
process.env.BOSSDESK_TEST_SOURCES = '1';

export default defineTarget('server', {
  mutate: [
    'mcp-server/src/{tools,render}/**/*.ts',
    'mcp-server/src/names.ts',
    'mcp-server/src/{dispatch,files,login,settings,config,toolsets}.ts',
    // The list of the tools, each of which is named by surface.test.ts.
    '!mcp-server/src/tools/index.ts',
  ],
  jest: {
    // Some wait out the client's own pauses between attempts.
    testTimeout: 10_000,
    // Loaded before any test, tables are covered by none of them, and left out with the rest of what is static.
    setupFiles: ['<rootDir>/test/mcp/inProcess.ts'],
    roots: ['<rootDir>/mcp-server/src', '<rootDir>/test/mcp'],
    // What is about processes and protocols needs the real ones.
    testPathIgnorePatterns: ['/node_modules/', '/dist/', '<rootDir>/test/mcp/(clients|commands).test.ts'],
  },
});
