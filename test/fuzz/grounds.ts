// What inputs are judged with: minted tokens, their metadata, some named values. Which of them, an input says itself, so that it is all
// that is needed to see a find again.
import { createSampleTenant, decodeToken, type Facts } from '../../src/core/index.js';

const now = 1_798_000_000;
const ids = {
  tenant: '11111111-2222-3333-4444-555555555555',
  api: '66666666-7777-8888-9999-aaaaaaaaaaaa',
  client: 'bbbbbbbb-cccc-dddd-eeee-ffffffffffff',
};
const kinds = ['external-id-v1', 'external-id-v2', 'workforce-v1', 'workforce-v2'] as const;

/** Facts of several kinds, and what none of their outputs may show. */
export interface Grounds {
  readonly now: number;
  /** The tokens in compact form. */
  readonly compact: readonly string[];
  /** Compact forms and signatures. */
  readonly secrets: readonly string[];
  /** Without a token, or with one of them: the input's own content decides. */
  factsFor(input: string): Facts;
}

/** Mints the tokens. Their keys are new in each process; nothing that is judged depends on that. */
export async function makeGrounds(): Promise<Grounds> {
  const tenant = await createSampleTenant(ids);
  const compact = await Promise.all(kinds.map(async kind => (await tenant.mint(kind, now)).reveal()));
  const tokens = compact.map(text => decodeToken(text));
  const namedValues = { constructor: 'x', 'tenant-id': ids.tenant, x: '@("y")', deep: '{{deep}}' };
  const secrets = compact.flatMap(text => [text, text.slice(text.lastIndexOf('.') + 1)]);
  const factsFor = (input: string): Facts => {
    const choice = hash(input);
    const token = tokens[choice % (tokens.length + 1)];
    const metadata = choice % 3 === 0 ? {} : tenant.metadata;
    return { now, metadata, namedValues, ...(token === undefined ? {} : { token }) };
  };
  return { now, compact, secrets, factsFor };
}

/** A number that belongs to a text. */
export function hash(text: string): number {
  let number = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) number = Math.imul(number ^ text.charCodeAt(i), 0x01000193);
  return number >>> 0;
}
