// What the tests of the gateway share: one tenant, one issuer, keys that are thrown away.
import {
  parseToken,
  predict,
  predictDocument,
  readPolicies,
  type DocumentPrediction,
  type Facts,
  type Prediction,
} from '../../../src/core/index.js';
import type { CheckName, CheckResult } from '../../../src/core/index.js';
import { Mint, type Signing } from '../../harness/mint.js';

export const now = 1798000000;
export const tenant = 'b7a1c6de-02f3-4c57-9d0e-5a1d7d0e4c11';
export const api = '5d3f0b5e-7f0a-4a6e-9a4c-2f8b7b1f6e21';
export const client = '9e2b1c44-3f6d-4f5b-8d1a-7c5e0a9b3d10';
export const address = 'https://idp.example/.well-known/openid-configuration';

const mint = new Mint();

export type Claims = Readonly<Record<string, unknown>>;

export const usualClaims: Claims = { iss: 'https://idp.example', aud: 'api', nbf: now - 600, exp: now + 3000, sub: 's' };

export async function mintToken(claims: Claims = usualClaims, header: Claims = {}, signing: Signing = 'throwaway'): Promise<string> {
  return mint.mint({ header: { alg: 'RS256', kid: 'k1', ...header }, payload: claims }, signing);
}

/** Metadata at an address whose keys made the tokens. */
export async function publishAt(at: string, issuer: string): Promise<Record<string, unknown>> {
  const key = await mint.publish('RS256', 'throwaway');
  return { [at]: { issuer, jwks_uri: `${at}/keys` }, [`${at}/keys`]: { keys: [{ ...key, kid: 'k1', use: 'sig' }] } };
}

export function inbound(body: string): string {
  return `<policies><inbound><base />${body}</inbound><backend><base /></backend><outbound><base /></outbound><on-error><base /></on-error></policies>`;
}

/** A validate-jwt with the usual metadata and audience, and more. */
export function validateJwt(more = '', attributes = '', audiences = '<audiences><audience>api</audience></audiences>'): string {
  return `<validate-jwt header-name="Authorization" require-scheme="Bearer"${attributes}><openid-config url="${address}" />${audiences}${more}</validate-jwt>`;
}

export async function predictOne(policy: string, token: string, facts: Partial<Facts> = {}): Promise<Prediction> {
  const [read] = readPolicies(inbound(policy)).tokenPolicies;
  if (read === undefined) throw new Error('the document has no token policy');
  const metadata = facts.metadata ?? (await publishAt(address, 'https://idp.example'));
  return predict(read, parseToken(token), { now, ...facts, metadata });
}

export async function predictText(document: string, token: string, facts: Partial<Facts> = {}): Promise<DocumentPrediction> {
  const metadata = facts.metadata ?? (await publishAt(address, 'https://idp.example'));
  return predictDocument(document, parseToken(token), { now, ...facts, metadata });
}

export function pick(prediction: Prediction, check: CheckName): CheckResult {
  const found = prediction.checks.find(result => result.check === check);
  if (found === undefined) throw new Error(`no check ${check}`);
  return found;
}
