// What is left out of the package of the protocol of agents.
import path from 'node:path';
import { root } from './run-command.mjs';

/** What stands for the validator of JSON schemas. */
const standIn = path.join(root, 'src', 'cli', 'mcp', 'no-validator.ts');

/** The protocol's package validates what a client's person typed into a form. No tool asks for that, and the validator is larger than all the rest. @type {import('esbuild').Plugin} */
export const withoutValidator = {
  name: 'without-validator',
  setup(build) {
    build.onResolve({ filter: /[\\/]ajv-provider\.js$/ }, () => ({ path: standIn }));
  },
};
