import type { Io } from '../../src/cli/io.js';

/** What a machine is that nobody looks at, without a network. */
export const quietMachine: Pick<Io, 'workingFolder' | 'terminal' | 'tellProgress' | 'createFile' | 'request' | 'threads'> = {
  workingFolder: '/repo',
  terminal: { isThere: false, columns: 80, wantsColour: null },
  tellProgress: () => undefined,
  createFile: () => Promise.reject(new Error('A file was made.')),
  threads: null,
  request: () => Promise.reject(new Error('The network was used.')),
};
