import { firstPartyApis } from '../knowledge/clouds.js';
import type { Catalogue } from '../messages/catalogue.js';
import { renderSteps, stepsFor, type Steps } from '../messages/steps.js';
import { readAddress, tenantOf } from '../microsoft/read-address.js';
import type { NextStep } from '../next-step.js';
import type { TokenPolicy } from '../policy/token-policy.js';
import type { ErrorValues, Explanation } from './explanation.js';
import { quotableValues } from './quoted-values.js';
import { undoEscapes } from './undo-escapes.js';

/** Which explanation, and in which token policy its cause stands, where that is known. */
type Explained = Pick<Explanation, 'idx' | 'check' | 'values' | 'cures' | 'answeredBy'>;

/**
 * What to do about a refusal, the first thing first: with what there is to copy where the text holds the values for it, else the cures. Never
 * empty where an explanation has cures.
 */
export function adviseSteps(explained: Explained, policy: TokenPolicy | null, catalogue: Catalogue): NextStep[] {
  const steps = explained.answeredBy.kind === 'policy' ? findSteps(explained, policy) : null;
  return steps === null ? explained.cures.map(what => ({ what, copy: null })) : renderSteps(steps, catalogue);
}

function findSteps({ idx, check, values }: Explained, policy: TokenPolicy | null): Steps | null {
  const quotable = quotableValues(values);
  if (check === 'issuer') return findIssuerSteps(idx, quotable);
  if (check === 'audience') return findAudienceSteps(quotable);
  return check === 'claims' && policy !== null && isForEntra(policy) ? findClaimSteps(quotable) : null;
}

/** What stands in the place of a token or of a person's address. */
const hidden = /\[(?:token|e-mail address)\]/;

function findIssuerSteps(idx: string | null, { issuer: printed, validIssuers = [] }: ErrorValues): Steps | null {
  if (printed === undefined || hidden.test(printed)) return null;
  const issuer = undoEscapes(printed);
  const own = readAddress(issuer);
  const others = validIssuers.map(valid => readAddress(undoEscapes(valid)));
  if (own.family === 'external-id' && !others.some(({ family }) => family === 'external-id'))
    return stepsFor('external-id-metadata', { tenant: tenantOf(issuer) });
  const same = others.find(({ tenantId, family }) => tenantId !== null && tenantId === own.tenantId && family === own.family);
  if (same !== undefined && own.version === 1 && same.version === 2) return stepsFor('token-version-2', { api: null });
  if (same !== undefined && own.version === 2 && same.version === 1)
    return stepsFor('version-2-metadata', { tenant: own.tenantId, host: own.host });
  const [other] = others;
  if (same === undefined && own.family === 'workforce' && own.tenantId !== null && other?.family === 'workforce' && other.tenantId !== null)
    return stepsFor('own-tenant', { tenant: other.tenantId });
  // validate-azure-ad-token has no list of issuers.
  return idx === 'IDX40001' || validIssuers.length === 0 ? null : stepsFor('list-issuer', { issuer });
}

function findAudienceSteps({ audiences = [], validAudiences = [] }: ErrorValues): Steps | null {
  const [audience] = audiences.map(undoEscapes);
  if (audience === undefined || audience === 'empty' || audience === '' || hidden.test(audience)) return null;
  const isMicrosoft = firstPartyApis.some(api => api.audiences.includes(audience.replace(/\/$/, '')));
  return isMicrosoft ? stepsFor('own-scope', { api: findApi(validAudiences) }) : stepsFor('list-audience', { audience });
}

/** The client id of the API among the audiences that are accepted. */
function findApi(validAudiences: readonly string[]): string | null {
  return validAudiences.flatMap(valid => /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/i.exec(valid)?.[0] ?? []).at(0) ?? null;
}

function findClaimSteps({ claim, wanted }: ErrorValues): Steps | null {
  return claim === 'scp' ? stepsFor('ask-scope', { api: null, scope: wanted ?? null }) : null;
}

/** Whether the policy takes tokens of Microsoft Entra: what its administrators can do is advised for no other. */
function isForEntra({ kind, openidConfigs }: TokenPolicy): boolean {
  const families = openidConfigs.map(({ value }) => readAddress(value).family);
  return kind === 'validate-azure-ad-token' || families.some(family => family === 'workforce' || family === 'external-id');
}
