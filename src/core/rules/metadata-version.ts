import { say } from '../messages/message.js';
import type { TokenPolicy } from '../policy/token-policy.js';
import { readAddress } from '../microsoft/read-address.js';
import type { PolicyRule } from './rule.js';

/** Claims that exist in one version of access tokens only, with their counterpart in the other. */
const claims: Readonly<Record<string, { readonly version: 1 | 2; readonly counterpart: string }>> = {
  appid: { version: 1, counterpart: 'azp' },
  appidacr: { version: 1, counterpart: 'azpacr' },
  azp: { version: 2, counterpart: 'appid' },
  azpacr: { version: 2, counterpart: 'appidacr' },
};

/** Metadata of one version, a required claim of the other. */
export const metadataVersion: PolicyRule = {
  scope: 'policy',
  code: 'metadata-version',
  summary: 'Pieces of version 1 and version 2 that no token has together.',
  severity: 'warning',
  certainty: 'documented',
  silencedBy: { place: ['unsatisfiable-claims', 'claim-missing', 'claim-mismatch'] },
  *check({ policy }) {
    const has = onlyVersion(policy);
    if (has === null) return;
    for (const { name, values, match, element } of policy.requiredClaims) {
      const known = claims[name ?? ''];
      const literal = values.flatMap(({ state, value }) => (state === 'literal' ? [value.trim()] : []));
      const version = name === 'ver' && literal.length === values.length ? versionOf(literal, match) : (known?.version ?? null);
      if (name === null || version === null || version === has) continue;
      const counterpart = known?.counterpart ?? null;
      yield {
        ...element.openTag,
        message: say('metadata-version-claim', { claim: name, has, wants: version, counterpart }),
        data: { claim: name, has, wants: version },
      };
    }
  },
};

function versionOf(values: readonly string[], match: string): 1 | 2 | null {
  if (values.length === 0 || (values.length > 1 && match !== 'all')) return null;
  return values[0] === '1.0' ? 1 : values[0] === '2.0' ? 2 : null;
}

/** The one version of tokens that can pass; null where both can, or where it is not known. `issuers` may add to the documents; a key of the policy's own may sign anything. */
function onlyVersion({ openidConfigs, issuers, issuerSigningKeys }: TokenPolicy): 1 | 2 | null {
  const places = [...openidConfigs, ...issuers];
  if (openidConfigs.length === 0 || issuerSigningKeys > 0 || places.some(({ state }) => state !== 'literal')) return null;
  const read = places.map(({ value }) => readAddress(value));
  if (read.some(({ family }) => family !== 'workforce')) return null;
  const versions = new Set(read.map(({ version }) => version));
  return versions.size === 1 ? (read[0]?.version ?? null) : null;
}
