import { english } from './english.js';
import { german } from './german.js';

/** All that one language says in the panel's page. A further language is one more value of this type and its line below. */
export type PageCatalogue = typeof english;

/** By the code of the language, as the page's `lang` names it. */
const catalogues: ReadonlyMap<string, PageCatalogue> = new Map([
  ['en', english],
  ['de', german],
]);

/** The catalogue of a language such as `en` or `de-AT`; English where there is none. */
export function catalogueOf(language: string): PageCatalogue {
  return catalogues.get(language.split('-')[0] ?? '') ?? english;
}
