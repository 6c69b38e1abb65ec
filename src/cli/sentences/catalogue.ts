import type { englishCli } from './english/index.js';

/**
 * All that one language says of the command line itself: why it could not run, what stands around findings and answers, and the help. A second
 * language is one more value of this type, which the compiler finds incomplete until it says everything.
 */
export type CliCatalogue = typeof englishCli;

/** A sentence not yet written: whoever knows the language writes it. */
export type Sentence = (words: CliCatalogue) => string;
