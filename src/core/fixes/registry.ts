import { applicationMismatch } from './makers/application-mismatch.js';
import { audienceMismatch } from './makers/audience-mismatch.js';
import { claimMismatch } from './makers/claim-mismatch.js';
import { claimMissing } from './makers/claim-missing.js';
import type { FixMaker } from './fix-maker.js';
import { issuerMismatch } from './makers/issuer-mismatch.js';
import { offerRewrites } from './rewrite/offer-rewrites.js';
import { asJwtWithScheme } from './makers/as-jwt-with-scheme.js';
import { claimSeparator } from './makers/claim-separator.js';
import { commaListInValue } from './makers/comma-list-in-value.js';
import { corsAfterToken } from './makers/cors-after-token.js';
import { duplicateElement } from './makers/duplicate-element.js';
import { elementOrder } from './makers/element-order.js';
import { emptyList } from './makers/empty-list.js';
import { noAudience, noKeys } from './makers/insert-child.js';
import { invalidValue } from './makers/invalid-value.js';
import { invisibleCharacters } from './makers/invisible-characters.js';
import { lastErrorInHeader } from './makers/last-error-in-header.js';
import { metadataVersion } from './makers/metadata-version.js';
import { missingAttribute } from './makers/missing-attribute.js';
import { openidConfigUrl } from './makers/openid-config-url.js';
import { policyNotWellFormed } from './makers/policy-not-well-formed.js';
import { restoreDefault } from './makers/restore-default.js';
import { schemeIgnored } from './makers/scheme-ignored.js';
import { secretInPolicy } from './makers/secret-in-policy.js';
import { tokenSource } from './makers/token-source.js';
import { unknownAttribute } from './makers/unknown-attribute.js';
import { unknownElement } from './makers/unknown-element.js';

/** Who cures which finding. Rules do not know fixes: a finding names its code, and this table knows the rest. */
const makers: ReadonlyMap<string, FixMaker> = new Map<string, FixMaker>([
  // What a token shows.
  ['external-id-unsupported', offerRewrites],
  ['b2c-unsupported', offerRewrites],
  ['issuer-mismatch', issuerMismatch],
  ['audience-mismatch', audienceMismatch],
  ['application-mismatch', applicationMismatch],
  ['claim-mismatch', claimMismatch],
  ['claim-missing', claimMissing],
  // What the policy shows by itself.
  ['policy-not-well-formed', policyNotWellFormed],
  ['unknown-attribute', unknownAttribute],
  ['unknown-element', unknownElement],
  ['missing-attribute', missingAttribute],
  ['token-source', tokenSource],
  ['element-order', elementOrder],
  ['duplicate-element', duplicateElement],
  ['empty-list', emptyList],
  ['invalid-value', invalidValue],
  ['invisible-characters', invisibleCharacters],
  ['openid-config-url', openidConfigUrl],
  ['comma-list-in-value', commaListInValue],
  ['scheme-ignored', schemeIgnored],
  ['secret-in-policy', secretInPolicy],
  ['metadata-version', metadataVersion],
  ['no-audience', noAudience],
  ['no-keys', noKeys],
  ['unsigned-tokens-allowed', restoreDefault],
  ['expiration-not-required', restoreDefault],
  ['clock-skew-wide', restoreDefault],
  ['claim-separator', claimSeparator],
  ['cors-after-token', corsAfterToken],
  ['as-jwt-with-scheme', asJwtWithScheme],
  ['last-error-in-header', lastErrorInHeader],
]);

/** The fix of a code; undefined where no edit of a policy cures it. */
export function findFixMaker(code: string): FixMaker | undefined {
  return makers.get(code);
}

/** Every code that has a fix. */
export function listFixableCodes(): readonly string[] {
  return [...makers.keys()];
}
