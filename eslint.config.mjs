import { builtinModules } from 'node:module';
import js from '@eslint/js';
import { n8nCommunityNodesPlugin } from '@n8n/eslint-plugin-community-nodes';
import { defineConfig, globalIgnores } from 'eslint/config';
import { createTypeScriptImportResolver } from 'eslint-import-resolver-typescript';
import importX from 'eslint-plugin-import-x';
import jest from 'eslint-plugin-jest';
import n8nNodesBase from 'eslint-plugin-n8n-nodes-base';
import tseslint from 'typescript-eslint';

const tests = ['**/*.test.ts', 'test/**/*.ts'];
const coreTests = 'packages/core/src/{**/*.test{,-d},testing/**/*}.ts';
const schemaFiles = ['packages/core/src/schemas/**/*.ts'];
const undiciFiles = 'packages/core/src/undici/**/*.ts';

/** What n8n's scan refuses in a published node, and what not every runtime has. */
const hostGlobals = [
  'process',
  'Buffer',
  'global',
  'globalThis',
  'require',
  '__dirname',
  '__filename',
  'setTimeout',
  'clearTimeout',
  'setInterval',
  'clearInterval',
  'setImmediate',
  'clearImmediate',
  'fetch',
  'console',
  'window',
  'document',
  'self',
  'navigator',
  'location',
  'XMLHttpRequest',
];

const nodeBuiltins = {
  regex: `^(node:|(${builtinModules.join('|')})$)`,
  message: 'Core runs inside n8n and browsers: no Node built-ins outside src/undici.',
};
const zod = {
  group: ['zod', 'zod/*', '**/schemas/*.js'],
  allowTypeImports: true,
  message: 'zod must not reach the n8n bundle: import values of it only in src/schemas.',
};
const undici = {
  group: ['undici', '**/undici/*.js'],
  message: 'The Node transport is an export path of its own: nothing else imports undici.',
};

/**
 * The floors of core, lowest first: a room imports from its own floor and from those below. `generated` holds what is
 * derived for several of them.
 */
const floors = [
  ['values', 'errors'],
  ['operations', 'kinds', 'query'],
  ['schemas', 'input', 'wire', 'send'],
  ['lists', 'files', 'names'],
];

/** Forbids the rooms above each floor, and the doors of the house: client, methods, index. */
const keepFloors = floors.map((rooms, floor) => ({
  files: rooms.map((room) => `packages/core/src/${room}/**/*.ts`),
  ignores: [coreTests],
  rules: {
    'import-x/no-restricted-paths': [
      'error',
      {
        zones: [
          {
            target: rooms.map((room) => `./packages/core/src/${room}`),
            from: [
              ...floors
                .slice(floor + 1)
                .flat()
                .map((room) => `./packages/core/src/${room}`),
              ...['undici', 'client.ts', 'index.ts', 'methods.ts'].map((door) => `./packages/core/src/${door}`),
            ],
            message: 'A room of core imports from its own floor and those below (the floors are in eslint.config.mjs).',
          },
        ],
      },
    ],
  },
}));

const restrictImports = (...patterns) => ({ '@typescript-eslint/no-restricted-imports': ['error', { patterns }] });

/** One dialect: words that stand for a fixed number or text are written large, everything else as variables are. */
const naming = [
  { selector: 'variable', modifiers: ['destructured'], format: null },
  { selector: 'function', format: ['camelCase'] },
  { selector: 'typeLike', format: ['PascalCase'] },
  {
    selector: 'variable',
    modifiers: ['const', 'global'],
    types: ['number', 'string', 'boolean'],
    format: ['UPPER_CASE'],
  },
  { selector: 'variable', modifiers: ['const', 'global'], types: ['array', 'function'], format: ['camelCase'] },
];

export default defineConfig(
  globalIgnores(['**/dist/', '**/coverage/', '**/node_modules/']),
  { linterOptions: { noInlineConfig: true } },

  {
    files: ['**/*.ts', '**/*.mjs'],
    extends: [js.configs.recommended, tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/dot-notation': ['error', { allowIndexSignaturePropertyAccess: true }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true, allowBoolean: true }],
      '@typescript-eslint/naming-convention': ['error', ...naming],
      // What hosts of the 2025 protocol can do is told nowhere else.
      '@typescript-eslint/no-deprecated': [
        'error',
        { allow: [{ from: 'package', name: 'getClientCapabilities', package: '@modelcontextprotocol/server' }] },
      ],
      // An async function without await still turns a throw into a rejection, which interfaces rely on.
      '@typescript-eslint/require-await': 'off',
    },
  },
  {
    files: ['{packages,mcp-server,nodes,credentials,scripts}/**/*.ts'],
    ignores: ['**/*.test.ts'],
    plugins: { 'import-x': importX },
    settings: {
      ...importX.flatConfigs.typescript.settings,
      'import-x/resolver-next': [createTypeScriptImportResolver({ project: 'tsconfig.json' })],
    },
    rules: { 'import-x/no-cycle': ['error', { ignoreExternal: true }] },
  },
  ...keepFloors,
  {
    files: ['**/*.mjs'],
    extends: [tseslint.configs.disableTypeChecked],
    rules: { 'no-undef': 'off' }, // tsc checks these files too.
  },
  {
    files: ['packages/**/*.ts', 'mcp-server/**/*.ts', 'nodes/**/*.ts', 'credentials/**/*.ts'],
    ignores: tests,
    // stdout carries the protocol of the MCP server and the one line of the sandbox.
    rules: { 'no-console': 'error' },
  },
  {
    files: ['**/*.ts', '**/*.mjs'],
    ignores: ['**/generated/**', 'test/fixtures/**'],
    rules: { 'max-lines': ['error', { max: 250 }] },
  },
  {
    files: tests,
    extends: [jest.configs['flat/recommended']],
    rules: {
      'jest/expect-expect': ['error', { assertFunctionNames: ['expect', 'expect*'] }],
      '@typescript-eslint/unbound-method': 'off',
      'jest/unbound-method': 'error',
      // A table of cases is read as a text, whatever its parts are called.
      '@typescript-eslint/naming-convention': 'off',
      // expect.any() and friends are typed any.
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
    },
  },
  {
    // What a test of all recipes runs for each of them.
    files: ['test/e2e/recipes/cases/*.ts'],
    rules: { 'jest/no-standalone-expect': 'off' },
  },

  {
    files: ['packages/core/src/**/*.ts'],
    ignores: [coreTests, undiciFiles],
    rules: { 'no-restricted-globals': ['error', ...hostGlobals], ...restrictImports(nodeBuiltins, zod, undici) },
  },
  { files: schemaFiles, ignores: [coreTests], rules: restrictImports(nodeBuiltins, undici) },
  { files: [undiciFiles], ignores: [coreTests], rules: restrictImports(zod) },

  // As n8n's own scan lints a package (`buildScanConfig` in @n8n/scan-community-package), with the newer rules of its CLI.
  {
    files: ['package.json', 'nodes/**/*.ts', 'credentials/**/*.ts'],
    extends: [n8nCommunityNodesPlugin.configs.recommended],
    plugins: { 'n8n-nodes-base': n8nNodesBase },
  },
  {
    files: ['package.json'],
    languageOptions: { parser: tseslint.parser, parserOptions: { projectService: false } },
    rules: { ...n8nNodesBase.configs.community.rules },
  },
  {
    files: ['credentials/**/*.ts'],
    rules: {
      ...n8nNodesBase.configs.credentials.rules,
      'n8n-nodes-base/cred-class-field-documentation-url-miscased': 'off',
      'n8n-nodes-base/cred-class-field-type-options-password-missing': 'off',
    },
  },
  {
    files: ['nodes/**/*.ts'],
    rules: {
      ...n8nNodesBase.configs.nodes.rules,
      'n8n-nodes-base/node-class-description-inputs-wrong-regular-node': 'off',
      'n8n-nodes-base/node-class-description-outputs-wrong': 'off',
      'n8n-nodes-base/node-param-type-options-max-value-present': 'off',
    },
  },
);
