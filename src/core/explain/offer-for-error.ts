import type { Fix } from '../fixes/fix.js';
import { listRewrites } from '../fixes/rewrite/rewrite.js';
import { judge } from '../judgement/judge.js';
import type { Judged } from '../judgement/judged.js';
import { classifyToken } from '../token/classify-token.js';
import { Credential } from '../token/credential.js';
import type { DecodedToken } from '../token/token.js';
import type { Explanation } from './explanation.js';
import { undoEscapes } from './undo-escapes.js';

/**
 * The rewrites that make a validate-azure-ad-token take the issuer which an error text names. Empty where it already can, and where the
 * issuer is not one of the policy's own tenant: a pasted text chooses no more than a token's `iss` does, of which nothing is verified
 * either.
 */
export async function offerForError({ path, policies, facts }: Judged, explanation: Explanation): Promise<readonly Fix[]> {
  const { location } = explanation;
  const token = readTokenOfError(explanation);
  if (token === null || location === undefined) return [];
  if (policies[location.policy]?.policy.kind !== 'validate-azure-ad-token') return [];
  const policy = (await judge(path, { ...facts, token })).policies[location.policy];
  return policy === undefined ? [] : (await listRewrites(policy)).filter(({ widens }) => widens);
}

/** The token that an error text is about, as far as the text tells: its issuer. Null where it does not. */
export function readTokenOfError({ check, values }: Pick<Explanation, 'check' | 'values'>): DecodedToken | null {
  if (check !== 'issuer' || values.issuer === undefined) return null;
  const claims = { iss: undoEscapes(values.issuer) };
  const { kind } = classifyToken({}, claims);
  return { status: 'decoded', kind, cleaned: [], header: {}, claims, problem: null, compact: new Credential('') };
}
