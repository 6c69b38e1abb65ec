// Bundles everything as it ships, into dist/.
import { mustRun, runNode } from './run-command.mjs';

/** Throws an error with the bundler's own words where that fails. */
export const build = () => mustRun(runNode(['esbuild.mjs', '--production']), 'The build');
