import type { ServerCatalogue } from './catalogue.js';
import { englishServer } from './english/index.js';

/** The languages that the server speaks, by the name that a locale begins with. */
const catalogues: ReadonlyMap<string, ServerCatalogue> = new Map([['en', englishServer]]);

/** The language of one client. English until the client has said which one it wants, and where nobody has written that one. */
export class Language {
  readonly #catalogues: ReadonlyMap<string, ServerCatalogue>;
  #words = englishServer;

  /** `known`: what a test hands in, to see that a second language needs nothing else. */
  constructor(known = catalogues) {
    this.#catalogues = known;
  }

  get words(): ServerCatalogue {
    return this.#words;
  }

  /** `locale`: as the protocol has it, such as `en` or `pt-BR`; undefined where the client does not say. */
  choose(locale: string | undefined): void {
    const [name = ''] = (locale ?? '').toLowerCase().split(/[-_]/, 1);
    this.#words = this.#catalogues.get(name) ?? englishServer;
  }
}
