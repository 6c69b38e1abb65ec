import type { Facts } from '../../facts.js';
import { remember } from '../../gateway/memory.js';
import { verifySignature } from '../../gateway/library/verify-signature.js';
import { decodeBase64url } from '../../metadata/base64.js';
import type { JudgedPolicy } from '../../judgement/judged.js';
import { isPublishedByMicrosoft, readAddress } from '../../microsoft/read-address.js';
import { openKeyRing, readKeysOnce } from '../../metadata/key-ring.js';
import { readMetadata } from '../../metadata/read-metadata.js';
import { listEvidence } from './metadata-evidence.js';

/**
 * Whether keys of the tenant made the token's signature: those of any document at hand that shows the tenant's id in its issuer,
 * on Microsoft's login hosts. Only then does a token prove that it is the tenant's, and only then is a fix that accepts more preferred.
 * It is worked out once for each tenant, whichever fixes and variants ask.
 */
export async function isVerifiedByTenant(tenant: string | null, { facts, once }: Pick<JudgedPolicy, 'facts' | 'once'>): Promise<boolean> {
  return tenant !== null && remember(once(openAnswers), tenant, () => verifyByTenant(tenant, facts));
}

function openAnswers(): Map<string, Promise<boolean>> {
  return new Map();
}

async function verifyByTenant(tenant: string, { token, metadata, keyRing = openKeyRing() }: Facts): Promise<boolean> {
  if (token?.status !== 'decoded') return false;
  const algorithm = token.header['alg'];
  const compact = token.compact.reveal();
  const end = compact.lastIndexOf('.');
  const signature = decodeBase64url(compact.slice(end + 1));
  // Nobody but the tenant has the private key; a shared secret proves nothing.
  if (typeof algorithm !== 'string' || /^(?:HS|none)/i.test(algorithm) || signature === null || signature.length === 0) return false;
  for (const { address, guid } of listEvidence(metadata, [])) {
    if (guid !== tenant) continue;
    const jwksUri = readMetadata(metadata[address])?.jwksUri ?? null;
    if (jwksUri === null || !isPublishedByMicrosoft(readAddress(jwksUri)) || !Object.hasOwn(metadata, jwksUri)) continue;
    for (const key of (await readKeysOnce(keyRing, metadata[jwksUri], jwksUri)) ?? []) {
      if ((await verifySignature(key, algorithm, compact.slice(0, end), signature, keyRing)) === 'verified') return true;
    }
  }
  return false;
}
