import { anyTenant } from './any-tenant.js';
import { applicationIdFormat } from './application-id-format.js';
import { asJwtWithScheme } from './as-jwt-with-scheme.js';
import { authorizationOverwritten } from './authorization-overwritten.js';
import { certificateAsKey } from './certificate-as-key.js';
import { claimSeparator } from './claim-separator.js';
import { clockSkewWide } from './clock-skew-wide.js';
import { commaListInValue } from './comma-list-in-value.js';
import { corsAfterToken } from './cors-after-token.js';
import { duplicateElement } from './duplicate-element.js';
import { elementOrder } from './element-order.js';
import { emptyList } from './empty-list.js';
import { expirationNotRequired } from './expiration-not-required.js';
import { expressionUnbalanced } from './expression-unbalanced.js';
import { invalidValue } from './invalid-value.js';
import { invisibleCharacters } from './invisible-characters.js';
import { lastErrorInHeader } from './last-error-in-header.js';
import { metadataVersion } from './metadata-version.js';
import { missingAttribute } from './missing-attribute.js';
import { noAudience } from './no-audience.js';
import { noKeys } from './no-keys.js';
import { openidConfigUrl } from './openid-config-url.js';
import { policyNotWellFormed } from './policy-not-well-formed.js';
import { policyTooLarge } from './policy-too-large.js';
import { reasonHidden } from './reason-hidden.js';
import type { Rule } from './rule.js';
import { schemeIgnored } from './scheme-ignored.js';
import { secretInPolicy } from './secret-in-policy.js';
import { tokenSource } from './token-source.js';
import { unknownAttribute } from './unknown-attribute.js';
import { unknownElement } from './unknown-element.js';
import { unsatisfiableClaims } from './unsatisfiable-claims.js';
import { unsignedTokensAllowed } from './unsigned-tokens-allowed.js';
import { validationCanBeSkipped } from './validation-can-be-skipped.js';
import { weakKey } from './weak-key.js';
import { wrongSection } from './wrong-section.js';

/** Every rule. Settings, index of pages and SARIF metadata are generated from this list. */
export const rules: readonly Rule[] = [
  // The document.
  policyNotWellFormed,
  expressionUnbalanced,
  policyTooLarge,
  // The two elements.
  unknownAttribute,
  unknownElement,
  missingAttribute,
  tokenSource,
  elementOrder,
  duplicateElement,
  emptyList,
  wrongSection,
  // Their values.
  invalidValue,
  invisibleCharacters,
  applicationIdFormat,
  openidConfigUrl,
  commaListInValue,
  schemeIgnored,
  certificateAsKey,
  weakKey,
  secretInPolicy,
  // What they accept.
  metadataVersion,
  anyTenant,
  noAudience,
  noKeys,
  unsignedTokensAllowed,
  expirationNotRequired,
  clockSkewWide,
  claimSeparator,
  unsatisfiableClaims,
  // What stands around them.
  authorizationOverwritten,
  corsAfterToken,
  validationCanBeSkipped,
  asJwtWithScheme,
  lastErrorInHeader,
  reasonHidden,
];
