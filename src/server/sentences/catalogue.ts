import type { englishServer } from './english/index.js';

/**
 * All that one language says of the server itself: answers to requests that failed, the lines of its log, and why it ends. A second language is one
 * more value of this type, which the compiler finds incomplete until it says everything.
 */
export type ServerCatalogue = typeof englishServer;

/** A sentence not yet written: whoever knows the language writes it. */
export type Sentence = (words: ServerCatalogue) => string;
