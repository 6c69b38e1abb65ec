// Values for any sentence of the catalogue, to write all of them out.

/** The id of a made-up tenant. */
export const guid = '11111111-2222-3333-4444-555555555555';
const address = `https://login.microsoftonline.com/${guid}/v2.0/.well-known/openid-configuration`;

/** Texts that could stand as any value: an address, nothing, one without spaces, one that hides and turns, halves of characters. */
export const texts: readonly string[] = [
  address,
  '',
  'a'.repeat(2000),
  '\u202e\u200b\u{e0041}\n'.repeat(40),
  '\ud83d'.repeat(99),
  'word '.repeat(90),
];

/** What values of a sentence are no texts, by their name; every other is one, or a list where a sentence wants one. */
const chosen: Readonly<Record<string, unknown>> = {
  seconds: 86_408,
  skew: 300,
  bits: 40,
  wanted: 256,
  count: 12,
  kilobytes: 300,
  dots: 1,
  length: 300_000,
  limit: 256_000,
  status: 401,
  has: 1,
  wants: 2,
  version: 1,
  cause: 'other',
  opening: '(',
  branch: false,
  user: false,
  app: false,
  overage: false,
  personal: false,
  passes: true,
  problem: 'The token has two parts only; copy it to its end.',
  several: true,
  hasSkew: true,
  hasEndpoint: true,
  isEntra: true,
  isClient: true,
  isNested: true,
  isDocument: true,
  isConfig: true,
  offered: true,
  caught: true,
  certain: true,
  provider: 'auth0',
  why: 'auth0',
  noAudience: 'auth0',
  note: 'okta-org',
  meaning: 'header-name',
};
const lists = [
  'accepted',
  'audiences',
  'names',
  'found',
  'places',
  'missing',
  'addresses',
  'published',
  'listed',
  'templates',
  'keys',
  'claims',
  'own',
  'versions',
  'earlier',
  'refused',
  'accepts',
  'faults',
];

/** Sentences in which `wanted` or `has` is a number. */
const numbered = [
  'weak-key-symmetric',
  'secret-too-short',
  'metadata-version-claim',
  'metadata-version-several',
  'metadata-version-issuer',
  'claim-issuer-contradicts',
];

/** The values of a sentence, whatever it asks for; where a text and a list share a name, both are tried. */
export function valuesOf(sentence: string, text: string, listed: boolean): object {
  return new Proxy(
    {},
    {
      get: (_, name: string) => {
        if (name === 'fault') return { kind: 'empty' };
        if (name === 'what')
          return (
            { 'value-unknown': 'audience', 'claim-missing-not-granted': 'scopes', 'path-unsatisfiable': 'audience' }[sentence] ??
            'zero-width'
          );
        if (name === 'part') return 'header';
        if (name === 'wanted' && sentence === 'unsatisfiable-claims-issuer') return [text];
        if (name === 'claim' && sentence === 'unsatisfiable-claims-audience') return [text];
        if (['earlier', 'refused', 'accepts', 'faults', 'callouts'].includes(name)) return [];
        if ((name === 'wanted' || name === 'has') && !numbered.includes(sentence)) return text;
        if (name in chosen) return chosen[name];
        return listed && lists.includes(name) ? [text, text] : text;
      },
    },
  );
}
