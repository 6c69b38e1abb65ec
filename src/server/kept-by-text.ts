import type { ServedText } from './served-text.js';

/** What is kept of each text of the open documents, whatever its version: until the document closes, or what it rests on has another revision. */
export class KeptByText<Kept> {
  readonly #kept = new Map<string, Map<number, { readonly revision: string; readonly kept: Kept }>>();
  readonly #make: () => Kept;

  constructor(make: () => Kept) {
    this.#make = make;
  }

  /** @param revision names what it rests on besides the text; absent where that is the text alone */
  of({ uri, index }: Pick<ServedText, 'uri' | 'index'>, revision = ''): Kept {
    const ofDocument = this.#kept.get(uri) ?? new Map<number, { readonly revision: string; readonly kept: Kept }>();
    this.#kept.set(uri, ofDocument);
    const known = ofDocument.get(index);
    if (known?.revision === revision) return known.kept;
    const kept = this.#make();
    ofDocument.set(index, { revision, kept });
    return kept;
  }

  drop(uri: string): void {
    this.#kept.delete(uri);
  }

  clear(): void {
    this.#kept.clear();
  }
}
