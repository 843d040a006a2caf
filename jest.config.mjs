import { readFileSync } from 'node:fs';

/** @typedef {{ compilerOptions: { paths: Record<string, [string]> } }} PathsConfig */
const { compilerOptions } = /** @type {PathsConfig} */ (
  JSON.parse(readFileSync(new URL('tsconfig.json', import.meta.url), 'utf8'))
);

// Workspace names lead to sources, as tsc, tsx and esbuild see them, so that no test needs a build of core or sandbox.
const workspaceSources = Object.fromEntries(
  Object.entries(compilerOptions.paths).map(([name, [source]]) => [`^${name}$`, source.replace('.', '<rootDir>')]),
);

// Published as ES modules only. pnpm nests the real folder below `.pnpm/<name>@<version>/node_modules/`.
const esmOnly = ['@faker-js/faker', 'commander', 'cookie', 'html-tag-names', 'marked', 'stemmer'];

/** @type {import('jest').Config} */
const config = {
  testEnvironment: 'node',
  globalSetup: '<rootDir>/test/support/build.ts',
  globalTeardown: '<rootDir>/test/support/removeBuild.ts',
  reporters: ['default', '<rootDir>/test/support/leftovers.mjs'],
  // Starting a process or n8n's engine takes long on a busy machine; a limit is only there to end what hangs.
  testTimeout: 240_000,
  testMatch: ['<rootDir>/{packages,mcp-server,scripts,test}/**/*.test.ts'],
  testPathIgnorePatterns: ['/node_modules/', '/dist/', '<rootDir>/test/e2e/'],
  transform: {
    '\\.[mc]?[jt]s$': [
      '@swc/jest',
      {
        jsc: { parser: { syntax: 'typescript' }, target: 'es2023' },
        module: { type: 'commonjs' },
      },
    ],
  },
  transformIgnorePatterns: [`/node_modules/(?!(?:.*/)?(?:${esmOnly.join('|')})/)`],
  moduleNameMapper: {
    ...workspaceSources,
    '^(\\.{1,2}/.*)\\.js$': ['$1.ts', '$1.js'],
  },
};

export default config;
