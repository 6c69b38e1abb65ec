// Whom a rewritten policy may be made to trust: the outcome of looking at policy, metadata and token.
import type { Message } from '../../messages/message.js';
import type { AddressPart } from './address-text.js';
import type { PolicyEndpoint, PolicyTenant } from './read-tenant.js';

export interface WorkforceTrust {
  readonly kind: 'workforce';
  readonly endpoint: PolicyEndpoint;
  /** The tenant of the policy, or those that the user listed in place of `organizations` or `common`. */
  readonly tenants: readonly AddressPart[];
  readonly tenant: PolicyTenant;
  /** Whether the listed tenants stand in place of all. */
  readonly listed: boolean;
}

export interface ExternalIdTrust {
  readonly kind: 'external-id';
  /** The version 2 document, as raw text of an attribute. */
  readonly address: string;
  /** The tenant as it stands in issuers: its id in lower case, or the named value that holds it. */
  readonly tenantText: string;
  readonly guid: string;
  /** Where the same tenant's workforce documents are, without a slash at the end, as raw text. */
  readonly workforce: string;
}

export interface B2cTrust {
  readonly kind: 'b2c';
  readonly address: string;
  readonly userFlow: string;
  /** The tenant's id, where it is known. */
  readonly guid: string | null;
}

export type Trust = WorkforceTrust | ExternalIdTrust | B2cTrust | { readonly kind: 'refused'; readonly reason: Message };
