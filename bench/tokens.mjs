// The token that is judged, and the metadata that says whose keys sign it. Minted anew in each run.
import { SignJWT, exportJWK, generateKeyPair } from 'jose';
import { address, ids, writeClaims } from './documents.mjs';

/** Unix seconds: the moment at which everything is judged. */
export const now = 1798000000;
export const issuer = `https://login.microsoftonline.com/${ids.tenant}/v2.0`;
const keysAddress = `https://login.microsoftonline.com/${ids.tenant}/discovery/v2.0/keys`;

/** A tenant with one key: its metadata by address, its key set, and how it signs a token with so many groups, in force from `from` on. */
export async function foundTenant() {
  const { publicKey, privateKey } = await generateKeyPair('RS256');
  const keySet = { keys: [{ ...(await exportJWK(publicKey)), kid: 'key-1', use: 'sig', alg: 'RS256' }] };
  return {
    keySet,
    metadata: { [address]: { issuer, jwks_uri: keysAddress }, [keysAddress]: keySet },
    sign: (/** @type {number} */ groups, from = now) =>
      new SignJWT(writeClaims(from, groups)).setProtectedHeader({ alg: 'RS256', kid: 'key-1', typ: 'JWT' }).sign(privateKey),
  };
}
