import { englishCatalogue, germanCatalogue, type Catalogue } from '../../core/index.js';
import type { ServerCatalogue } from './catalogue.js';
import { englishServer } from './english/index.js';
import { germanServer } from './german/index.js';

/** All that the server says in one language: by itself, and of tokens and policies. */
interface SpokenLanguage {
  readonly server: ServerCatalogue;
  readonly core: Catalogue;
}

/** Each member is asked for where something is said: what is never said need not be loaded. */
class English implements SpokenLanguage {
  get server(): ServerCatalogue {
    return englishServer;
  }

  get core(): Catalogue {
    return englishCatalogue;
  }
}

class German implements SpokenLanguage {
  get server(): ServerCatalogue {
    return germanServer;
  }

  get core(): Catalogue {
    return germanCatalogue;
  }
}

const english: SpokenLanguage = new English();

/** The languages that the server speaks, by the name that a locale begins with. */
const languages: ReadonlyMap<string, SpokenLanguage> = new Map([
  ['en', english],
  ['de', new German()],
]);

/** The language of one client. English until the client has said which one it wants, and where nobody has written that one. */
export class Language {
  readonly #known: ReadonlyMap<string, SpokenLanguage>;
  #spoken = english;

  /** `known`: what a test hands in, to see that a second language needs nothing else. */
  constructor(known = languages) {
    this.#known = known;
  }

  /** What the server says by itself. */
  get words(): ServerCatalogue {
    return this.#spoken.server;
  }

  /** What is said of tokens and policies. */
  get core(): Catalogue {
    return this.#spoken.core;
  }

  /** `locale`: as the protocol has it, such as `en` or `pt-BR`; undefined where the client does not say. */
  choose(locale: string | undefined): void {
    const [name = ''] = (locale ?? '').toLowerCase().split(/[-_]/, 1);
    this.#spoken = this.#known.get(name) ?? english;
  }
}
