import { say, type Message } from '../../messages/message.js';
import type { Facts } from '../../facts.js';
import { knowWritten } from '../../policy/known-value.js';
import type { TokenPolicy } from '../../policy/token-policy.js';
import { writeVersionCondition } from '../../policy/version-condition.js';
import { readAudiences } from '../../token/classify-token.js';
import { publicCloud } from '../../knowledge/clouds.js';
import { readAddress } from '../../microsoft/read-address.js';
import { configurationUnder, externalIdIssuer } from '../../microsoft/write-address.js';
import { findNotPlain } from '../../policy/plain-text.js';
import { findTrustworthyToken } from '../trust/token-trust.js';
import { joinAddress, type AddressPart } from './address-text.js';
import { listOffered, variantsOf, type WrittenVariant } from './variants.js';
import type { B2cTrust, ExternalIdTrust, Trust, WorkforceTrust } from './trust-kinds.js';

/** One validate-jwt of the result. */
export interface Branch {
  /** The openid-config addresses, as raw text. */
  readonly configs: readonly string[];
  /** As raw text. */
  readonly issuers: readonly string[];
  /** The claim that names the client. */
  readonly clientClaim: 'azp' | 'appid';
  /** The version the comment on that claim speaks of; null where the claim does not depend on it. */
  readonly version: '1.0' | '2.0' | null;
  /** An audience to add to those of the policy; as plain text. */
  readonly audience: string | null;
}

export interface Plan {
  readonly variant: WrittenVariant | null;
  /** One, or two that `condition` chooses between. */
  readonly branches: readonly [Branch] | readonly [Branch, Branch];
  readonly condition: string | null;
  readonly widens: boolean;
  readonly title: (callouts: readonly string[]) => Message;
}

export type GrantedTrust = Exclude<Trust, { kind: 'refused' }>;

/** What the result of a variant consists of; a message says why there is none. */
export function planRewrite(trust: GrantedTrust, variant: Plan['variant'], policy: TokenPolicy, facts: Facts): Plan | Message {
  switch (trust.kind) {
    case 'workforce': {
      const chosen = variantsOf.workforce.find(each => each === (variant ?? variantsOf.workforce[0]));
      return chosen === undefined ? refuseVariant(trust, variant) : planWorkforce(trust, chosen, policy);
    }
    case 'external-id':
      return planExternalId(trust, variant ?? variantsOf['external-id'][0], policy, facts);
    case 'b2c':
      return variant === null ? planB2c(trust) : refuseVariant(trust, variant);
  }
}

function refuseVariant({ kind }: GrantedTrust, variant: WrittenVariant | null): Message {
  return say('rewrite-refused-variant', { variant: variant ?? '', offered: listOffered(kind) });
}

function planWorkforce(
  { endpoint, tenants, listed }: WorkforceTrust,
  variant: (typeof variantsOf.workforce)[number],
  policy: TokenPolicy,
): Plan | Message {
  const address = (tenant: AddressPart, version: 1 | 2): string =>
    joinAddress(endpoint.part, { text: '/' }, tenant, { text: configurationUnder('', version) });
  const v2 = branch(tenants.map(tenant => address(tenant, 2)));
  const v1 = branch(
    tenants.map(tenant => address(tenant, 1)),
    { clientClaim: 'appid', version: '1.0' },
  );
  const named = listed ? tenants.map(tenant => ('text' in tenant ? tenant.text : '')) : null;
  const common = { widens: false, condition: null };
  switch (variant) {
    case 'v2':
      return { ...common, variant, branches: [v2], title: callouts => say('rewrite-workforce-v2', { callouts, tenants: named }) };
    case 'v1':
      return { ...common, variant, branches: [v1], title: callouts => say('rewrite-workforce-v1', { callouts, tenants: named }) };
    case 'both': {
      const title = (callouts: readonly string[]): Message => say('rewrite-workforce-both', { callouts, tenants: named });
      if (policy.clientApplicationIds.length > 0) return choose({ ...common, variant, title }, v1, v2, policy);
      const configs = tenants.flatMap(tenant => [address(tenant, 2), address(tenant, 1)]);
      return { ...common, variant, branches: [branch(configs)], title };
    }
  }
}

function planExternalId(trust: ExternalIdTrust, variant: WrittenVariant, policy: TokenPolicy, facts: Facts): Plan | Message {
  const issuerV2 = externalIdIssuer(trust.tenantText, 2);
  const issuerV1 = externalIdIssuer(trust.tenantText, 1);
  const stops = hostOf(trust.workforce);
  const names = { issuer: hostOf(issuerV2), stops };
  const hasClients = policy.clientApplicationIds.length > 0;
  const common = { widens: true, condition: null };
  const v2 = branch([trust.address]);
  switch (variant) {
    case 'v2':
      return { ...common, variant, branches: [v2], title: callouts => say('rewrite-external-id-v2', { ...names, callouts }) };
    case 'v1': {
      const missing = findMissingAudience(trust, policy, facts);
      const unwritten = missing === null ? null : findNotPlain(missing);
      const audience = unwritten === null ? missing : null;
      const v1 = branch([trust.address], { clientClaim: 'appid', version: '1.0', issuers: [issuerV2, issuerV1], audience });
      return {
        ...common,
        variant,
        branches: [v1],
        title: callouts => say('rewrite-external-id-v1', { ...names, callouts, audience, unwritten, appid: hasClients }),
      };
    }
    case 'both': {
      const title = (callouts: readonly string[]): Message => say('rewrite-external-id-both', { ...names, callouts });
      const issuers = [issuerV2, issuerV1];
      if (!hasClients) return { ...common, variant, branches: [branch([trust.address], { issuers })], title };
      return choose(
        { ...common, variant, title },
        branch([trust.address], { issuers: [issuerV1], clientClaim: 'appid', version: '1.0' }),
        v2,
        policy,
      );
    }
    case 'keep-workforce': {
      const title = (callouts: readonly string[]): Message => say('rewrite-external-id-keep-workforce', { ...names, callouts });
      const [workforceV2, workforceV1] = [configurationUnder(trust.workforce, 2), configurationUnder(trust.workforce, 1)];
      if (!hasClients) return { ...common, variant, branches: [branch([trust.address, workforceV2, workforceV1])], title };
      return choose(
        { ...common, variant, title },
        branch([workforceV1], { clientClaim: 'appid', version: '1.0' }),
        branch([trust.address, workforceV2]),
        policy,
      );
    }
  }
}

function planB2c({ address, userFlow }: B2cTrust): Plan {
  const host = hostOf(address);
  const title = (callouts: readonly string[]): Message =>
    say('rewrite-b2c', { callouts, userFlow, host, stops: host === publicCloud.loginHost ? null : publicCloud.loginHost });
  return { variant: null, condition: null, widens: true, branches: [branch([address], { version: null })], title };
}

function branch(configs: readonly string[], rest: Partial<Branch> = {}): Branch {
  return { issuers: [], clientClaim: 'azp', version: '2.0', audience: null, ...rest, configs };
}

/** Client ids stand in another claim in each version, so the version has to be told first. */
function choose(plan: Omit<Plan, 'branches'>, v1: Branch, v2: Branch, policy: TokenPolicy): Plan | Message {
  const condition = writeVersionCondition(policy);
  return condition === null ? say('rewrite-refused-source', {}) : { ...plan, condition, branches: [v1, v2] };
}

/** The audience of a version 1.0 token of the tenant at hand, where the policy lists audiences and not this one. */
function findMissingAudience({ guid }: ExternalIdTrust, policy: TokenPolicy, facts: Facts): string | null {
  const token = findTrustworthyToken(facts);
  if (token?.kind !== 'external-id-v1' || policy.audiences.length === 0) return null;
  const { iss: issuer } = token.claims;
  if (typeof issuer !== 'string' || !issuer.toLowerCase().includes(guid)) return null;
  const listed = policy.audiences.map(value => knowWritten(value, facts));
  const [audience, ...more] = readAudiences(token.claims);
  // An unknown value may be the one.
  if (audience === undefined || more.length > 0 || listed.some(value => !value.known || value.text.trim() === audience)) return null;
  return audience;
}

function hostOf(address: string): string {
  const { scheme, host } = readAddress(address);
  return scheme === 'https' ? host : address;
}
