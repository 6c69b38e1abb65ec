import { english } from './english/index.js';
import { german } from './german/index.js';

/** All that one language says in the extension. A further language is one more value of this type and its place below. */
export type Catalogue = typeof english;

/** By the code of the language, as VS Code names it. */
const catalogues: ReadonlyMap<string, Catalogue> = new Map([english, german].map(each => [each.language, each]));

/** The catalogue of a language such as `en` or `de`; English where there is none. */
export function catalogueOf(language: string): Catalogue {
  return catalogues.get(language.split('-')[0] ?? '') ?? english;
}
