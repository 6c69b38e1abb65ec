import { isRuleCode, type RuleCode } from '../rule-codes.js';
import type { FixMaker } from './fix-maker.js';
import { addressAsKey } from './makers/address-as-key.js';
import { applicationMismatch } from './makers/application-mismatch.js';
import { asJwtWithScheme } from './makers/as-jwt-with-scheme.js';
import { audienceMismatch } from './makers/audience-mismatch.js';
import { b2cUnsupported } from './makers/b2c-unsupported.js';
import { baseMissing } from './makers/base-missing.js';
import { claimMismatch } from './makers/claim-mismatch.js';
import { claimMissing } from './makers/claim-missing.js';
import { claimSeparator } from './makers/claim-separator.js';
import { clockSkewWide } from './makers/clock-skew-wide.js';
import { commaListInValue } from './makers/comma-list-in-value.js';
import { corsAfterToken } from './makers/cors-after-token.js';
import { duplicateElement } from './makers/duplicate-element.js';
import { elementOrder } from './makers/element-order.js';
import { emptyList } from './makers/empty-list.js';
import { expirationNotRequired } from './makers/expiration-not-required.js';
import { externalIdUnsupported } from './makers/external-id-unsupported.js';
import { foreignClaim } from './makers/foreign-claim.js';
import { invalidValue } from './makers/invalid-value.js';
import { invisibleCharacters } from './makers/invisible-characters.js';
import { issuerMismatch } from './makers/issuer-mismatch.js';
import { lastErrorInHeader } from './makers/last-error-in-header.js';
import { metadataVersion } from './makers/metadata-version.js';
import { missingAttribute } from './makers/missing-attribute.js';
import { noAudience } from './makers/no-audience.js';
import { noKeys } from './makers/no-keys.js';
import { openidConfigUrl } from './makers/openid-config-url.js';
import { policyNotWellFormed } from './makers/policy-not-well-formed.js';
import { schemeIgnored } from './makers/scheme-ignored.js';
import { secretInPolicy } from './makers/secret-in-policy.js';
import { signatureInvalid } from './makers/signature-invalid.js';
import { tokenSource } from './makers/token-source.js';
import { unknownAttribute } from './makers/unknown-attribute.js';
import { unknownElement } from './makers/unknown-element.js';
import { unsatisfiableClaims } from './makers/unsatisfiable-claims.js';
import { unsignedTokensAllowed } from './makers/unsigned-tokens-allowed.js';

/** Who cures which finding. Rules do not know fixes: a finding names its code, and this table knows the rest. */
const makers = {
  'address-as-key': addressAsKey,
  'application-mismatch': applicationMismatch,
  'as-jwt-with-scheme': asJwtWithScheme,
  'audience-mismatch': audienceMismatch,
  'b2c-unsupported': b2cUnsupported,
  'base-missing': baseMissing,
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
  'external-id-unsupported': externalIdUnsupported,
  'foreign-claim': foreignClaim,
  'invalid-value': invalidValue,
  'invisible-characters': invisibleCharacters,
  'issuer-mismatch': issuerMismatch,
  'last-error-in-header': lastErrorInHeader,
  'metadata-version': metadataVersion,
  'missing-attribute': missingAttribute,
  'no-audience': noAudience,
  'no-keys': noKeys,
  'openid-config-url': openidConfigUrl,
  'policy-not-well-formed': policyNotWellFormed,
  'scheme-ignored': schemeIgnored,
  'secret-in-policy': secretInPolicy,
  'signature-invalid': signatureInvalid,
  'token-source': tokenSource,
  'unknown-attribute': unknownAttribute,
  'unknown-element': unknownElement,
  'unsatisfiable-claims': unsatisfiableClaims,
  'unsigned-tokens-allowed': unsignedTokensAllowed,
} as const satisfies Readonly<Partial<Record<RuleCode, FixMaker>>>;

/** The code of a rule whose findings have a fix. */
type FixableCode = keyof typeof makers;

/** The fix of a code; undefined where no edit of a policy cures it. */
export function findFixMaker(code: RuleCode): FixMaker | undefined {
  return isFixable(code) ? makers[code] : undefined;
}

function isFixable(code: RuleCode): code is FixableCode {
  return Object.hasOwn(makers, code);
}

/** Every code that has a fix. */
export function listFixableCodes(): readonly RuleCode[] {
  return Object.keys(makers).filter(isRuleCode);
}
