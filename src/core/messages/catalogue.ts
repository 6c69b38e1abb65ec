import { englishCatalogue } from './english/index.js';

/**
 * All that one language says of the core, by name: the sentences of findings, reasons, fixes and hovers, the next steps, the words for a token, what
 * claims, elements and rules are, and what a pasted error means. A second language is one more value of this type, which the compiler finds incomplete until it says everything.
 */
export type Catalogue = typeof englishCatalogue;

/** Who is spoken to: English where nothing is said. */
interface Spoken {
  readonly catalogue?: Catalogue;
}

/** The language in which something is to be said. */
export function languageOf({ catalogue }: Spoken): Catalogue {
  return catalogue ?? englishCatalogue;
}

/** What a language says of a token. */
export type TokenWords = Catalogue['words'];

/** What a language says of a pasted error. */
export type ErrorWords = Catalogue['errors'];
