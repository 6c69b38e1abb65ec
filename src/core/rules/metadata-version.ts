import { addressAudiences, contradictsIssuers, onlyVersion } from '../judgement/trusted-issuers.js';
import type { JudgedPolicy } from '../judgement/judged.js';
import { say } from '../messages/message.js';
import { placeOfList } from '../policy/policy-places.js';
import type { RequiredClaim } from '../policy/token-policy.js';
import type { FindingData } from '../finding.js';
import type { Span } from '../text/span.js';
import type { PolicyRule, Report } from './rule.js';

/** Claims that exist in one version of access tokens only, with their counterpart in the other. */
const claims: Readonly<Record<string, { readonly version: 1 | 2; readonly counterpart: string }>> = {
  appid: { version: 1, counterpart: 'azp' },
  appidacr: { version: 1, counterpart: 'azpacr' },
  azp: { version: 2, counterpart: 'appid' },
  azpacr: { version: 2, counterpart: 'appidacr' },
};

/** Metadata of one version; audiences, or a required claim, of the other. What placeholders hold makes no difference. */
export const metadataVersion: PolicyRule = {
  scope: 'policy',
  code: 'metadata-version',
  summary: 'Pieces of version 1 and version 2 that no token has together.',
  severity: 'warning',
  certainty: 'documented',
  silencedBy: { place: ['unsatisfiable-claims', 'claim-missing', 'claim-mismatch', 'audience-mismatch'] },
  *check(context) {
    const has = onlyVersion(context);
    if (has === null) return;
    const reports = [...judgeAudiences(context, has), ...context.policy.requiredClaims.flatMap(claim => judge(context, claim, has) ?? [])];
    const [config] = context.policy.openidConfigs;
    // Cured one by one they lead from one refusal to the next: all of them want the other document.
    if (reports.length > 1 && config !== undefined) yield gather(config, reports, has);
    else yield* reports;
  },
};

interface Piece extends Report {
  readonly data: FindingData;
}

function gather({ start, end }: Span, pieces: readonly Piece[], has: 1 | 2): Report {
  const names = [...new Set(pieces.map(({ data }) => String(data['claim'])))];
  const wants = has === 1 ? 2 : 1;
  return { start, end, message: say('metadata-version-several', { names, has, wants }), data: { part: 'several', has, wants } };
}

function judgeAudiences(context: JudgedPolicy, has: 1 | 2): Piece[] {
  const { audiences } = context.policy;
  const addresses = has === 2 && audiences.length > 0 ? addressAudiences(context, audiences) : [];
  return addresses.length === 0 ? [] : [sayAudience(placeOfList(context.policy, 'audiences', audiences), addresses, 'audience')];
}

function judge(context: JudgedPolicy, claim: RequiredClaim, has: 1 | 2): Piece | null {
  const { name, values, match, element } = claim;
  const wanted = contradictsIssuers(context, claim);
  if (wanted === 1 || wanted === 2)
    return {
      ...element.openTag,
      message: say('metadata-version-issuer', { has, wants: wanted }),
      data: { part: 'issuer', claim: 'iss', has, wants: wanted },
    };
  const refused = name === 'aud' && has === 2 ? values.filter(value => addressAudiences(context, [value]).length > 0) : [];
  if (refused.length > 0 && (refused.length === values.length || match === 'all'))
    return sayAudience(
      element.openTag,
      refused.map(({ value }) => value.trim()),
      'claim-audience',
    );
  const known = claims[name ?? ''];
  const literal = values.flatMap(({ state, value }) => (state === 'literal' ? [value.trim()] : []));
  const version = name === 'ver' && literal.length === values.length ? versionOf(literal, match) : (known?.version ?? null);
  if (name === null || version === null || version === has) return null;
  const counterpart = known?.counterpart ?? null;
  return {
    ...element.openTag,
    message: say('metadata-version-claim', { claim: name, has, wants: version, counterpart }),
    data: { part: 'claim', claim: name, has, wants: version },
  };
}

function sayAudience({ start, end }: Span, audiences: readonly string[], part: 'audience' | 'claim-audience'): Piece {
  return { start, end, message: say('metadata-version-audience', { audiences }), data: { part, claim: 'aud', has: 2, wants: 1 } };
}

function versionOf(values: readonly string[], match: string): 1 | 2 | null {
  if (values.length === 0 || (values.length > 1 && match !== 'all')) return null;
  return values[0] === '1.0' ? 1 : values[0] === '2.0' ? 2 : null;
}
