// Choices for generated cases, and the small world in which they are made.
export const now = 1798000000;

/** A source of choices that gives the same ones for the same seed. */
export class Choices {
  #state: number;

  constructor(seed: number) {
    this.#state = seed;
  }

  next(): number {
    this.#state = (this.#state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), 1 | this.#state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  }

  pick<T>(items: readonly T[]): T {
    const item = items[Math.floor(this.next() * items.length)];
    if (item === undefined) throw new RangeError('nothing to pick from');
    return item;
  }

  chance(probability: number): boolean {
    return this.next() < probability;
  }
}

export type Members = Record<string, unknown>;

export const tenant = 'b7a1c6de-02f3-4c57-9d0e-5a1d7d0e4c11';

export const otherTenant = '0c9be7a2-6d1b-4b0f-8a55-94f2c1f0ab77';

export const consumers = '9188040d-6c67-4c5b-b112-36a304b66dad';

export const login = 'https://login.microsoftonline.com';

export const audiences = [
  'api',
  'api/',
  'API',
  'api://x',
  'api://x/',
  'https://a.example/',
  'https://a.example',
  '',
  ' ',
  'api ',
  '42',
  'true',
  'a,b',
  'ä',
];

export const issuers = [
  'https://idp.example',
  'https://idp.example/',
  'https://IDP.example',
  'https://other.example/x',
  'urn:issuer',
  ' https://idp.example',
  '',
];

export function some<T>(choices: Choices, items: readonly T[], most: number): T[] {
  return Array.from({ length: Math.floor(choices.next() * (most + 1)) }, () => choices.pick(items));
}
