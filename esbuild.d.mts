import type { BuildOptions } from 'esbuild';

/** All that ships. */
export const bundles: BuildOptions[];
