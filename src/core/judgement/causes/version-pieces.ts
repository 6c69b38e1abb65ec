// What a policy wants that tokens of its metadata's version do not have.
import type { FindingData } from '../../finding.js';
import { say, type Message } from '../../messages/message.js';
import type { PolicyDocument } from '../../policy/policy-document.js';
import { placeOfList } from '../../policy/policy-places.js';
import type { RequiredClaim } from '../../policy/token-policy.js';
import type { Span } from '../../text/span.js';
import type { JudgedPolicy, PolicyAlone } from '../judged.js';
import { isBroken } from '../around-policy.js';
import { otherVersionOf, refusedIssuer } from '../refused-issuer.js';
import { addressAudiences, contradictsIssuers, onlyVersion } from '../trusted-issuers.js';

/** Claims that exist in one version of access tokens only, with their counterpart in the other. */
const claims: Readonly<Record<string, { readonly version: 1 | 2; readonly counterpart: string }>> = {
  appid: { version: 1, counterpart: 'azp' },
  appidacr: { version: 1, counterpart: 'azpacr' },
  azp: { version: 2, counterpart: 'appid' },
  azpacr: { version: 2, counterpart: 'appidacr' },
};

/** Something that only tokens of the other version have. */
export interface VersionPiece extends Span {
  readonly message: Message;
  readonly data: FindingData;
}

/** Audiences and required claims that only tokens of the other version have than the one that the metadata lets pass. */
export function findVersionPieces(context: PolicyAlone): VersionPiece[] {
  const has = context.once(onlyVersion);
  if (has === null) return [];
  // While the document breaks, issuers of the other version may still follow.
  const isOpen = context.ask(isBroken) || context.ask(has === 1 ? hasBranchOf2 : hasBranchOf1);
  const audiences = isOpen ? [] : judgeAudiences(context, has);
  return [...audiences, ...context.policy.requiredClaims.flatMap(claim => judge(context, claim, has) ?? [])];
}

/** Whether a branch of the same `choose` takes the tokens of one version: audiences may be the same in both. */
function hasBranchOf({ policy: { choose }, onceOfDocument }: JudgedPolicy, version: 1 | 2): boolean {
  return choose !== null && onceOfDocument(listBranchVersions).has(`${String(choose.id)} ${String(version)}`);
}

const hasBranchOf1 = (policy: JudgedPolicy): boolean => hasBranchOf(policy, 1);
const hasBranchOf2 = (policy: JudgedPolicy): boolean => hasBranchOf(policy, 2);

/** Which `choose` of the document has a branch that takes which version alone. */
function listBranchVersions({ tokenPolicies }: PolicyDocument): ReadonlySet<string> {
  const facts = { now: 0, metadata: {} };
  return new Set(
    tokenPolicies.map(policy => (policy.choose === null ? '' : `${String(policy.choose.id)} ${String(onlyVersion({ policy, facts }))}`)),
  );
}

/** The version of a token that is refused by its issuer alone, while audiences or claims of the policy want that version; else null. */
export function versionAsPolicyWants(context: PolicyAlone): 1 | 2 | null {
  const refused = refusedIssuer(context);
  const version = refused === null || otherVersionOf(refused) === null ? null : refused.form.version;
  if (version === null) return null;
  const pieces = context.once(findVersionPieces);
  return pieces.length > 0 && pieces.every(({ data }) => data['wants'] === version) ? version : null;
}

function judgeAudiences(context: PolicyAlone, has: 1 | 2): VersionPiece[] {
  const { audiences } = context.policy;
  const addresses = has === 2 && audiences.length > 0 ? addressAudiences(context, audiences) : [];
  return addresses.length === 0 ? [] : [sayAudience(placeOfList(context.policy, 'audiences', audiences), addresses, 'audience')];
}

function judge(context: PolicyAlone, claim: RequiredClaim, has: 1 | 2): VersionPiece | null {
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

function sayAudience({ start, end }: Span, audiences: readonly string[], part: 'audience' | 'claim-audience'): VersionPiece {
  return { start, end, message: say('metadata-version-audience', { audiences }), data: { part, claim: 'aud', has: 2, wants: 1 } };
}

function versionOf(values: readonly string[], match: string): 1 | 2 | null {
  if (values.length === 0 || (values.length > 1 && match !== 'all')) return null;
  return values[0] === '1.0' ? 1 : values[0] === '2.0' ? 2 : null;
}
