// The protocol of agents takes a bundle of its own, which only the command `mcp` loads, so that no other command reads it.
import path from 'node:path';
import { root } from './run-command.mjs';

/** Leaves the protocol out of the command line: it is required at run time from beside it. @type {import('esbuild').Plugin} */
export const agentProtocolApart = {
  name: 'agent-protocol-apart',
  setup(build) {
    build.onResolve({ filter: /[\\/]serve-tools\.js$/ }, () => ({ path: './mcp.cjs', external: true }));
  },
};

/** What stands for the validator of JSON schemas. */
const standIn = path.join(root, 'src', 'cli', 'mcp', 'no-validator.ts');

/** The protocol's package validates what a client's person typed into a form. No tool asks for that, and the validator is larger than all the rest. @type {import('esbuild').Plugin} */
export const withoutValidator = {
  name: 'without-validator',
  setup(build) {
    build.onResolve({ filter: /[\\/]ajv-provider\.js$/ }, () => ({ path: standIn }));
  },
};
