import type { RuleCode } from '../rule-codes.js';
import { addressAsKey } from './address-as-key.js';
import { anyTenant } from './any-tenant.js';
import { applicationIdFormat } from './application-id-format.js';
import { applicationMismatch } from './application-mismatch.js';
import { asJwtWithScheme } from './as-jwt-with-scheme.js';
import { audienceMismatch } from './audience-mismatch.js';
import { authorizationOverwritten } from './authorization-overwritten.js';
import { b2cUnsupported } from './b2c-unsupported.js';
import { baseMissing } from './base-missing.js';
import { certificateAsKey } from './certificate-as-key.js';
import { claimMismatch } from './claim-mismatch.js';
import { claimMissing } from './claim-missing.js';
import { claimSeparator } from './claim-separator.js';
import { clockSkewWide } from './clock-skew-wide.js';
import { commaListInValue } from './comma-list-in-value.js';
import { corsAfterToken } from './cors-after-token.js';
import { duplicateElement } from './duplicate-element.js';
import { elementOrder } from './element-order.js';
import { emptyList } from './empty-list.js';
import { expirationNotRequired } from './expiration-not-required.js';
import { expressionUnbalanced } from './expression-unbalanced.js';
import { externalIdUnsupported } from './external-id-unsupported.js';
import { foreignClaim } from './foreign-claim.js';
import { fragmentMissing } from './fragment-missing.js';
import { fragmentNested } from './fragment-nested.js';
import { graphToken } from './graph-token.js';
import { hostNotRead } from './host-not-read.js';
import { idToken } from './id-token.js';
import { invalidValue } from './invalid-value.js';
import { invisibleCharacters } from './invisible-characters.js';
import { issuerMismatch } from './issuer-mismatch.js';
import { lastErrorInHeader } from './last-error-in-header.js';
import { mcpTokenPolicy } from './mcp-token-policy.js';
import { metadataInvalid } from './metadata-invalid.js';
import { metadataIssuerDiffers } from './metadata-issuer-differs.js';
import { metadataNeeded } from './metadata-needed.js';
import { metadataUnreachable } from './metadata-unreachable.js';
import { metadataVersion } from './metadata-version.js';
import { missingAttribute } from './missing-attribute.js';
import { noAudience } from './no-audience.js';
import { noKeys } from './no-keys.js';
import { openidConfigUrl } from './openid-config-url.js';
import { pathUnsatisfiable } from './path-unsatisfiable.js';
import { policyNotWellFormed } from './policy-not-well-formed.js';
import { policyTooLarge } from './policy-too-large.js';
import { reasonHidden } from './reason-hidden.js';
import type { Rule } from './rule.js';
import { schemeIgnored } from './scheme-ignored.js';
import { secretInPolicy } from './secret-in-policy.js';
import { signatureAlgorithmUnsupported } from './signature-algorithm-unsupported.js';
import { signatureInvalid } from './signature-invalid.js';
import { signingKeyNotFound } from './signing-key-not-found.js';
import { tokenEncrypted } from './token-encrypted.js';
import { tokenExpired } from './token-expired.js';
import { tokenLifetimeMissing } from './token-lifetime-missing.js';
import { tokenMalformed } from './token-malformed.js';
import { tokenNotYetValid } from './token-not-yet-valid.js';
import { tokenSource } from './token-source.js';
import { tokenUnsigned } from './token-unsigned.js';
import { tokenVersion } from './token-version.js';
import { unknownAttribute } from './unknown-attribute.js';
import { unknownElement } from './unknown-element.js';
import { unprotectedOperation } from './unprotected-operation.js';
import { unsatisfiableClaims } from './unsatisfiable-claims.js';
import { unsignedTokensAllowed } from './unsigned-tokens-allowed.js';
import { validationCanBeSkipped } from './validation-can-be-skipped.js';
import { valueUnresolved } from './value-unresolved.js';
import { weakKey } from './weak-key.js';
import { wrongSection } from './wrong-section.js';
import { wrongTenant } from './wrong-tenant.js';

/** Every rule by its code. In which order they run does not matter: findings are put in the order of their places. */
export const rulesByCode = {
  'address-as-key': addressAsKey,
  'any-tenant': anyTenant,
  'application-id-format': applicationIdFormat,
  'application-mismatch': applicationMismatch,
  'as-jwt-with-scheme': asJwtWithScheme,
  'audience-mismatch': audienceMismatch,
  'authorization-overwritten': authorizationOverwritten,
  'b2c-unsupported': b2cUnsupported,
  'base-missing': baseMissing,
  'certificate-as-key': certificateAsKey,
  'claim-mismatch': claimMismatch,
  'claim-missing': claimMissing,
  'claim-separator': claimSeparator,
  'clock-skew-wide': clockSkewWide,
  'comma-list-in-value': commaListInValue,
  'cors-after-token': corsAfterToken,
  'duplicate-element': duplicateElement,
  'element-order': elementOrder,
  'empty-list': emptyList,
  'expiration-not-required': expirationNotRequired,
  'expression-unbalanced': expressionUnbalanced,
  'external-id-unsupported': externalIdUnsupported,
  'foreign-claim': foreignClaim,
  'fragment-missing': fragmentMissing,
  'fragment-nested': fragmentNested,
  'graph-token': graphToken,
  'host-not-read': hostNotRead,
  'id-token': idToken,
  'invalid-value': invalidValue,
  'invisible-characters': invisibleCharacters,
  'issuer-mismatch': issuerMismatch,
  'last-error-in-header': lastErrorInHeader,
  'mcp-token-policy': mcpTokenPolicy,
  'metadata-invalid': metadataInvalid,
  'metadata-issuer-differs': metadataIssuerDiffers,
  'metadata-needed': metadataNeeded,
  'metadata-unreachable': metadataUnreachable,
  'metadata-version': metadataVersion,
  'missing-attribute': missingAttribute,
  'no-audience': noAudience,
  'no-keys': noKeys,
  'openid-config-url': openidConfigUrl,
  'path-unsatisfiable': pathUnsatisfiable,
  'policy-not-well-formed': policyNotWellFormed,
  'policy-too-large': policyTooLarge,
  'reason-hidden': reasonHidden,
  'scheme-ignored': schemeIgnored,
  'secret-in-policy': secretInPolicy,
  'signature-algorithm-unsupported': signatureAlgorithmUnsupported,
  'signature-invalid': signatureInvalid,
  'signing-key-not-found': signingKeyNotFound,
  'token-encrypted': tokenEncrypted,
  'token-expired': tokenExpired,
  'token-lifetime-missing': tokenLifetimeMissing,
  'token-malformed': tokenMalformed,
  'token-not-yet-valid': tokenNotYetValid,
  'token-source': tokenSource,
  'token-unsigned': tokenUnsigned,
  'token-version': tokenVersion,
  'unknown-attribute': unknownAttribute,
  'unknown-element': unknownElement,
  'unprotected-operation': unprotectedOperation,
  'unsatisfiable-claims': unsatisfiableClaims,
  'unsigned-tokens-allowed': unsignedTokensAllowed,
  'validation-can-be-skipped': validationCanBeSkipped,
  'value-unresolved': valueUnresolved,
  'weak-key': weakKey,
  'wrong-section': wrongSection,
  'wrong-tenant': wrongTenant,
} as const satisfies Readonly<Record<RuleCode, Rule>>;

/** Every rule. Settings, index of pages and SARIF metadata are generated from this list. */
export const rules: readonly Rule[] = Object.values(rulesByCode);
