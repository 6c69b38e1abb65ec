import { createLocalJWKSet, decodeJwt, decodeProtectedHeader, jwtVerify } from 'jose';
import { ids, writeTypical } from '../documents.mjs';
import { loadCore } from '../load-core.mjs';
import { takeTurns } from '../rounds.mjs';
import { foundTenant, issuer, now } from '../tokens.mjs';

/** Decoding and judging a token as Microsoft Entra ID issues them; of one in a hundred groups in the notes. */
export async function measure() {
  const core = await loadCore();
  const tenant = await foundTenant();
  const keys = createLocalJWKSet(tenant.keySet);
  const [policy] = core.readPolicies(writeTypical(4 * 1024)).tokenPolicies;
  const keyRing = core.openKeyRing();
  const options = { issuer, audience: ids.api, currentDate: new Date(now * 1000) };
  const compare = async (/** @type {number} */ groups) => {
    const compact = await tenant.sign(groups);
    const { decode, jose, predict, verify } = await takeTurns({
      decode: { run: () => core.decodeToken(compact) },
      jose: { run: () => [decodeJwt(compact), decodeProtectedHeader(compact)] },
      predict: { run: () => core.predict(policy, core.decodeToken(compact), { now, metadata: tenant.metadata, keyRing }) },
      verify: { run: () => jwtVerify(compact, keys, options) },
    });
    return {
      rows: {
        decode: { own: decode.median, other: jose.median },
        predict: { own: predict.median, other: verify.median },
      },
      note: `a token of ${Math.round(compact.length / 1024)} KiB with ${groups} groups: decoding ${(decode.median / jose.median).toFixed(2)} ×, decoding and predicting ${(predict.median / verify.median).toFixed(2)} ×`,
    };
  };
  const [small, large] = [await compare(0), await compare(100)];
  return { rows: small.rows, notes: [large.note] };
}
