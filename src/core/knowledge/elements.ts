/**
 * The two token policies, element by element: what may stand where, what it means, and what the gateway assumes where
 * it is absent. Completion, hover and the rules all read this one table.
 *
 * Sources: the policy reference (learn.microsoft.com/azure/api-management, pages of 2025-06-17 and 2026-02-25) and the
 * public XML schemas of the product's own editor extension (microsoft/vscode-apimanagement, resources/policySchemas).
 */

/** Whether a policy expression may stand there. `not-stated`: neither the page nor the schema says. */
export type ExpressionUse = 'allowed' | 'not-allowed' | 'not-stated';

/** What a value must look like where it is literal. */
export type ValueShape =
  'text' | 'boolean' | 'whole-number' | 'status' | 'scheme' | 'tenant' | 'address' | 'application-id' | 'match' | 'key' | 'variable';

/** What the catalogue has a sentence for: the meanings of elements and attributes. */
export type ElementMeaning =
  | 'failed-validation-httpcode'
  | 'failed-validation-error-message'
  | 'output-token-variable-name'
  | 'query-parameter-name'
  | 'token-value'
  | 'policy-id'
  | 'audience'
  | 'value'
  | 'claim'
  | 'name'
  | 'match'
  | 'separator'
  | 'required-claims'
  | 'application-id'
  | 'certificate-id'
  | 'key-id'
  | 'signing-key'
  | 'n'
  | 'e'
  | 'decryption-key'
  | 'openid-config'
  | 'url'
  | 'validate-connectivity'
  | 'schema-only'
  | 'validate-jwt'
  | 'header-name'
  | 'require-expiration-time'
  | 'require-scheme'
  | 'require-signed-tokens'
  | 'clock-skew'
  | 'issuer-signing-keys'
  | 'decryption-keys'
  | 'audiences'
  | 'issuers'
  | 'issuer'
  | 'validate-azure-ad-token'
  | 'tenant-id'
  | 'header-name-default'
  | 'authentication-endpoint'
  | 'require-scheme-entra'
  | 'backend-application-ids'
  | 'client-application-ids'
  | 'audiences-entra';

export interface AttributeFacts {
  readonly name: string;
  /** What it means, by the name of a sentence. */
  readonly meaning: ElementMeaning;
  readonly required: boolean;
  /** What the gateway assumes where the attribute is absent; null where it assumes nothing. */
  readonly default: string | null;
  readonly shape: ValueShape;
  readonly expressions: ExpressionUse;
  /** The page does not mention it, the public schema does. */
  readonly undocumented?: boolean;
}

export interface ElementFacts {
  readonly name: string;
  /** What it means, by the name of a sentence. */
  readonly meaning: ElementMeaning;
  readonly attributes: readonly AttributeFacts[];
  /** In the order of the policy statement. */
  readonly children: readonly ElementFacts[];
  /** How often it may stand in its parent. */
  readonly most: 1 | 'any';
  /** How many children make the element worth standing: 0, or 1 for a list. */
  readonly fewest: 0 | 1;
  /** The shape of its text; null where it holds none. */
  readonly text: ValueShape | null;
  readonly expressions: ExpressionUse;
  /** Kept for old documents; not offered. */
  readonly legacy?: boolean;
  /** Whether the keys that check the signature come from it. */
  readonly givesKeys?: boolean;
}

interface TokenPolicyFacts extends ElementFacts {
  /** The page that describes it. */
  readonly documentation: string;
  /** Whether the schema fixes the order of the children (`xs:sequence`), or only the page asks for it (`xs:all`). */
  readonly order: 'schema' | 'page';
  /** The sections in which it may stand. */
  readonly sections: readonly string[];
}

type AttributeExtras = Partial<Omit<AttributeFacts, 'name' | 'meaning'>>;
type ElementExtras = Partial<Omit<ElementFacts, 'name' | 'meaning'>>;

/** An optional attribute that takes text and expressions, unless the extras say otherwise. */
function attribute(name: string, meaning: ElementMeaning, extras: AttributeExtras = {}): AttributeFacts {
  return { required: false, default: null, shape: 'text', expressions: 'allowed', ...extras, name, meaning };
}

/** An element without attributes, children and text that may stand once, unless the extras say otherwise. */
function element(name: string, meaning: ElementMeaning, extras: ElementExtras = {}): ElementFacts {
  return { attributes: [], children: [], most: 1, fewest: 0, text: null, expressions: 'not-stated', ...extras, name, meaning };
}

const statusCode = attribute('failed-validation-httpcode', 'failed-validation-httpcode', {
  default: '401',
  shape: 'status',
});
const errorMessage = attribute('failed-validation-error-message', 'failed-validation-error-message');
const outputVariable = attribute('output-token-variable-name', 'output-token-variable-name', {
  shape: 'variable',
  expressions: 'not-allowed',
});
const queryParameter = attribute('query-parameter-name', 'query-parameter-name');
const tokenValue = attribute('token-value', 'token-value');
const identifier = attribute('id', 'policy-id', { expressions: 'not-stated' });

const audience = element('audience', 'audience', {
  most: 'any',
  text: 'text',
  expressions: 'allowed',
});
const claimValue = element('value', 'value', {
  most: 'any',
  text: 'text',
  expressions: 'allowed',
});
const claim = element('claim', 'claim', {
  most: 'any',
  attributes: [
    attribute('name', 'name', { required: true }),
    attribute('match', 'match', { default: 'all', shape: 'match' }),
    attribute('separator', 'separator'),
  ],
  children: [claimValue],
});
const requiredClaims = element('required-claims', 'required-claims', { children: [claim], fewest: 1 });
const applicationId = element('application-id', 'application-id', {
  most: 'any',
  text: 'application-id',
  expressions: 'not-allowed',
});

const certificate = attribute('certificate-id', 'certificate-id', {
  expressions: 'not-stated',
});
const keyId = attribute('id', 'key-id', {
  expressions: 'not-stated',
});
const signingKey = element('key', 'signing-key', {
  most: 'any',
  text: 'key',
  attributes: [
    keyId,
    certificate,
    attribute('n', 'n', { shape: 'key', expressions: 'not-allowed' }),
    attribute('e', 'e', { shape: 'key', expressions: 'not-allowed' }),
  ],
});
const decryptionKey = element('key', 'decryption-key', { most: 'any', text: 'key', attributes: [keyId, certificate] });

const openidConfig = element('openid-config', 'openid-config', {
  most: 'any',
  givesKeys: true,
  attributes: [
    attribute('url', 'url', {
      required: true,
      shape: 'address',
      expressions: 'not-stated',
    }),
    attribute('validate-connectivity', 'validate-connectivity', {
      default: 'true',
      shape: 'boolean',
      expressions: 'not-stated',
    }),
    attribute('host', 'schema-only', { expressions: 'not-stated', undocumented: true }),
  ],
});

/** `validate-jwt`: tokens of any issuer. */
export const validateJwt: TokenPolicyFacts = {
  ...element('validate-jwt', 'validate-jwt', {
    attributes: [
      attribute('header-name', 'header-name'),
      queryParameter,
      tokenValue,
      statusCode,
      errorMessage,
      attribute('require-expiration-time', 'require-expiration-time', { default: 'true', shape: 'boolean' }),
      attribute('require-scheme', 'require-scheme', {
        shape: 'scheme',
      }),
      attribute('require-signed-tokens', 'require-signed-tokens', { default: 'true', shape: 'boolean' }),
      attribute('clock-skew', 'clock-skew', { default: '0', shape: 'whole-number' }),
      outputVariable,
      identifier,
    ],
    children: [
      openidConfig,
      element('issuer-signing-tokens', 'schema-only', {
        legacy: true,
        givesKeys: true,
        children: [element('token', 'schema-only', { most: 'any', text: 'key' })],
      }),
      element('issuer-signing-keys', 'issuer-signing-keys', {
        children: [signingKey, element('zumo-master-key', 'schema-only', { most: 'any', text: 'key', legacy: true })],
        fewest: 1,
        givesKeys: true,
      }),
      element('decryption-keys', 'decryption-keys', { children: [decryptionKey], fewest: 1 }),
      element('audiences', 'audiences', {
        children: [audience],
        fewest: 1,
      }),
      element('issuers', 'issuers', {
        children: [
          element('issuer', 'issuer', {
            most: 'any',
            text: 'text',
            expressions: 'allowed',
          }),
        ],
        fewest: 1,
      }),
      requiredClaims,
    ],
  }),
  documentation: 'https://learn.microsoft.com/azure/api-management/validate-jwt-policy',
  order: 'schema',
  sections: ['inbound'],
};

/** `validate-azure-ad-token`: tokens of Microsoft Entra workforce tenants only. */
export const validateAzureAdToken: TokenPolicyFacts = {
  ...element('validate-azure-ad-token', 'validate-azure-ad-token', {
    attributes: [
      attribute('tenant-id', 'tenant-id', {
        required: true,
        shape: 'tenant',
      }),
      attribute('header-name', 'header-name-default', { default: 'Authorization' }),
      queryParameter,
      tokenValue,
      attribute('authentication-endpoint', 'authentication-endpoint', {
        default: 'https://login.microsoftonline.com',
        shape: 'address',
        expressions: 'not-stated',
      }),
      statusCode,
      errorMessage,
      outputVariable,
      identifier,
      attribute('require-scheme', 'require-scheme-entra', {
        shape: 'scheme',
        undocumented: true,
      }),
      attribute('allow-protected-forwarded-tokens', 'schema-only', { shape: 'boolean', undocumented: true }),
      attribute('allow-proof-of-possession-tokens', 'schema-only', { shape: 'boolean', undocumented: true }),
    ],
    children: [
      element('backend-application-ids', 'backend-application-ids', {
        children: [applicationId],
        fewest: 1,
      }),
      element('client-application-ids', 'client-application-ids', {
        children: [applicationId],
        fewest: 1,
      }),
      element('audiences', 'audiences-entra', { children: [audience], fewest: 1 }),
      requiredClaims,
      element('decryption-keys', 'decryption-keys', { children: [decryptionKey], fewest: 1 }),
    ],
  }),
  documentation: 'https://learn.microsoft.com/azure/api-management/validate-azure-ad-token-policy',
  order: 'page',
  sections: ['inbound'],
};

/** The facts of a token policy, by its element's name. */
export const tokenPolicyFacts = { 'validate-jwt': validateJwt, 'validate-azure-ad-token': validateAzureAdToken } as const;
