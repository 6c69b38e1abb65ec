import type { englishCatalogue } from './english/index.js';

/**
 * All that one language says of the core: the sentences of findings, reasons, fixes and hovers by name, the remarks on a pasted error, and the words
 * for a token. A second language is one more value of this type, which the compiler finds incomplete until it says everything.
 */
export type Catalogue = typeof englishCatalogue;
