import type { Question } from './ask-oracle.js';
import { makeClaims, makeTenantClaims } from './case-claims.js';
import { readSettings, writeJwtPolicy, writeSecrets, writeTenantPolicy } from './case-policies.js';
import { encrypt, spoil, spoilParts, writeToken } from './case-tokens.js';
import { spoilDocuments } from './odd-documents.js';
import { now, type Choices, type Members } from './choices.js';
import type { PoolKey } from './key-pool.js';

/** One generated question; most of it is usual, so that the unusual pieces meet each other. */
export async function makeQuestion(id: string, pool: readonly PoolKey[], choices: Choices): Promise<Question> {
  const isTenant = choices.chance(0.25);
  const signer = choices.pick(choices.chance(0.6) ? pool.slice(0, 2) : pool);
  const metadata: Members = {};
  const policy = isTenant ? writeTenantPolicy(choices, metadata, pool, signer) : writeJwtPolicy(choices, metadata, pool, signer);
  const secret = choices.pick(pool.filter(key => key.secret.length >= 32));
  const encrypted = !isTenant && choices.chance(0.06);
  const text =
    encrypted && choices.chance(0.9)
      ? policy.replace('<audiences', `<decryption-keys>${writeSecrets(choices, pool, secret)}</decryption-keys><audiences`)
      : policy;
  const signed = writeToken(choices, signer, isTenant ? makeTenantClaims(choices) : makeClaims(choices));
  const whole = encrypted ? await encrypt(choices, signed, secret) : signed;
  const token = encrypted && choices.chance(0.2) ? spoilParts(choices, whole) : whole;
  const documents = !isTenant && Object.keys(metadata).length > 0 && choices.chance(0.08) ? spoilDocuments(choices, metadata) : metadata;
  const readings = readSettings(text);
  return {
    id,
    now,
    policy: text,
    token: choices.chance(0.03) ? spoil(choices, token) : token,
    metadata: documents,
    ...(readings === null ? {} : { readings }),
  };
}
