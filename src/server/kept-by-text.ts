import type { ServedText } from './served-text.js';

/** What is kept of each text of the open documents, whatever its version, until the document closes. */
export class KeptByText<Kept> {
  readonly #kept = new Map<string, Map<number, Kept>>();
  readonly #make: () => Kept;

  constructor(make: () => Kept) {
    this.#make = make;
  }

  of({ uri, index }: Pick<ServedText, 'uri' | 'index'>): Kept {
    const ofDocument = this.#kept.get(uri) ?? new Map<number, Kept>();
    this.#kept.set(uri, ofDocument);
    const kept = ofDocument.get(index) ?? this.#make();
    ofDocument.set(index, kept);
    return kept;
  }

  drop(uri: string): void {
    this.#kept.delete(uri);
  }
}
