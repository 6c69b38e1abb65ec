// Lint, and with it the walls between the layers (ARCHITECTURE.md, "Walls").
import js from '@eslint/js';
import * as regexp from 'eslint-plugin-regexp';
import tseslint from 'typescript-eslint';
import { messageDoor } from './lint/message-door.mjs';
import { networkDoor } from './lint/network-door.mjs';
import { walls } from './lint/walls.mjs';

/** Forbids globals, each with its reason. */
const forbidGlobals = (files, names, message, ignores = []) => ({
  files,
  ignores,
  rules: { 'no-restricted-globals': ['error', ...names.map(name => ({ name, message }))] },
});

/** The engine makes a hidden class for each getter of a literal that a function makes, and keeps what that sees until it cleans up thoroughly. */
const gettersInClasses = {
  selector: ":function ObjectExpression > Property[kind='get']",
  message: 'A getter stands in a class; else write a function.',
};

export default tseslint.config(
  { ignores: ['dist/', 'node_modules/', 'test/fixtures/', 'coverage/'] },
  js.configs.recommended,
  ...tseslint.configs.recommended,
  {
    files: ['**/*.ts'],
    languageOptions: { parserOptions: { project: 'tsconfig.lint.json', tsconfigRootDir: import.meta.dirname } },
    rules: {
      // The compiler says it, too (noUnusedLocals, noUnusedParameters).
      '@typescript-eslint/no-unused-vars': 'off',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      'no-restricted-syntax': ['error', { selector: 'ExportDefaultDeclaration', message: 'Exports have names.' }],
    },
  },
  { files: ['*.config.ts', '*.mjs'], rules: { 'no-restricted-syntax': 'off' } },
  {
    files: ['**/*.mjs'],
    languageOptions: {
      globals: Object.fromEntries(
        [
          'process',
          'console',
          'performance',
          'URL',
          'Buffer',
          'TextDecoder',
          'setTimeout',
          'clearTimeout',
          'setInterval',
          'clearInterval',
          'fetch',
        ].map(name => [name, 'readonly']),
      ),
    },
  },
  {
    // What these hand to `page.evaluate` runs in the browser.
    files: ['test/browser/*.mjs', 'test/harness/*.mjs', 'bench/watched-keys.mjs'],
    languageOptions: {
      globals: Object.fromEntries(
        ['document', 'navigator', 'indexedDB', 'localStorage', 'sessionStorage', 'window'].map(name => [name, 'readonly']),
      ),
    },
  },
  {
    files: ['src/core/**/*.ts'],
    rules: {
      'no-restricted-globals': [
        'error',
        ...[
          'fetch',
          'process',
          'Buffer',
          'window',
          'document',
          'navigator',
          'console',
          'setTimeout',
          'setInterval',
          'setImmediate',
          'performance',
          'globalThis',
        ].map(name => ({
          name,
          message: 'The core has no clock, network or platform: pass it in.',
        })),
      ],
      'no-restricted-syntax': [
        'error',
        { selector: 'ExportDefaultDeclaration', message: 'Exports have names.' },
        {
          selector: "CallExpression[callee.object.name='Date'][callee.property.name='now']",
          message: 'The core has no clock: `now` is an argument.',
        },
        gettersInClasses,
        { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: 'The core has no clock: `now` is an argument.' },
        {
          selector: 'Program > VariableDeclaration[kind="let"], ExportNamedDeclaration > VariableDeclaration[kind="let"]',
          message: 'No module-level mutable state.',
        },
      ],
    },
  },
  {
    files: ['test/**/*.ts'],
    ignores: ['test/harness/eventually.ts'],
    rules: {
      'no-restricted-properties': [
        'error',
        { object: 'vi', property: 'waitFor', message: 'A second is nothing to a busy machine: wait with `eventually` (test/harness).' },
      ],
    },
  },
  {
    files: ['src/**/*.ts'],
    plugins: { walls: { rules: { imports: walls, network: networkDoor } } },
    rules: { 'walls/imports': 'error' },
  },
  {
    // A pattern that takes the square of a text's length, or more, stops whoever waits; counting steps (test/harness/count-steps.ts) does not see it.
    files: ['src/**/*.ts'],
    plugins: { regexp },
    rules: {
      'regexp/no-super-linear-backtracking': ['error', { report: 'potential' }],
      'regexp/no-super-linear-move': ['error', { report: 'potential', ignoreSticky: false, ignorePartial: false }],
    },
  },
  {
    files: ['src/**/*.ts'],
    ignores: ['src/core/**', 'src/extension/metadata/metadata-store.ts', 'src/cli/send.ts'],
    rules: { 'walls/network': 'error' },
  },
  forbidGlobals(
    ['src/server/**/*.ts', 'src/extension/**/*.ts'],
    ['Buffer', 'process', 'setImmediate', '__dirname', '__filename', 'global'],
    'Node stands in files named node.ts only; everything else bundles for the browser.',
    ['src/**/node.ts'],
  ),
  {
    files: ['src/server/**/*.ts', 'src/extension/**/*.ts'],
    rules: {
      'no-restricted-syntax': [
        'error',
        { selector: 'ExportDefaultDeclaration', message: 'Exports have names.' },
        gettersInClasses,
        {
          selector: 'Program > VariableDeclaration[kind="let"], ExportNamedDeclaration > VariableDeclaration[kind="let"]',
          message: 'No module-level mutable state.',
        },
      ],
    },
  },
  {
    // No comment switches a rule off here: what is shown to the user, whom this computer talks to, and the walls are at stake.
    files: ['src/**/*.ts'],
    linterOptions: { noInlineConfig: true },
  },
  {
    files: ['src/extension/**/*.ts'],
    ignores: ['src/extension/messages/*.ts'],
    plugins: { apim: { rules: { 'message-door': messageDoor } } },
    rules: { 'apim/message-door': 'error' },
  },
  // They require the client and the program at run time: those bundles are CommonJS and stay outside.
  {
    files: ['src/extension/extension.ts', 'src/cli/bin.ts', 'src/cli/check-thread.ts'],
    rules: { '@typescript-eslint/no-require-imports': 'off' },
  },
);
