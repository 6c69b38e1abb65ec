import { readAddress, type MicrosoftAddress } from '../../microsoft/read-address.js';
import { findDocumentedIssuer } from '../../microsoft/write-address.js';
import { findConfiguration } from '../../metadata/read-metadata.js';
import { knowWritten } from '../../policy/known-value.js';
import { childElements, findAttribute, type PolicyElement } from '../../policy/policy-tree.js';
import type { PolicyValue } from '../../policy/value.js';
import type { PolicyFixContext } from '../fix-maker.js';

/** An openid-config of a policy whose document is a certain tenant's. */
export interface TenantConfig {
  readonly element: PolicyElement;
  readonly value: PolicyValue;
  readonly family: MicrosoftAddress['family'];
  readonly version: MicrosoftAddress['version'];
  /** With named values filled in. */
  readonly address: string;
  /** The issuer that its document has, or is documented to have; null where it is not known. */
  readonly issuer: string | null;
}

/** The openid-config elements that belong to a tenant, by the id in their address or by what their document says. */
export function listTenantConfigs({ policy, facts }: PolicyFixContext, tenant: string): TenantConfig[] {
  return childElements(policy.element, 'openid-config').flatMap(element => {
    const value = findAttribute(element, 'url')?.value;
    const known = value === undefined ? null : knowWritten(value, facts);
    if (value === undefined || known?.known !== true) return [];
    const { family, version, tenantId } = readAddress(known.text);
    const issuer = findConfiguration(facts.metadata, known.text)?.issuer ?? findDocumentedIssuer(known.text);
    const ids = [tenantId, issuer === null ? null : readAddress(issuer).tenantId];
    return ids.includes(tenant) ? [{ element, value, family, version, address: known.text, issuer }] : [];
  });
}
