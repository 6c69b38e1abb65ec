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

export interface AttributeFacts {
  readonly name: string;
  readonly meaning: string;
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
  readonly meaning: string;
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
function attribute(name: string, meaning: string, extras: AttributeExtras = {}): AttributeFacts {
  return { required: false, default: null, shape: 'text', expressions: 'allowed', ...extras, name, meaning };
}

/** An element without attributes, children and text that may stand once, unless the extras say otherwise. */
function element(name: string, meaning: string, extras: ElementExtras = {}): ElementFacts {
  return { attributes: [], children: [], most: 1, fewest: 0, text: null, expressions: 'not-stated', ...extras, name, meaning };
}

const statusCode = attribute('failed-validation-httpcode', 'The HTTP status that the caller gets when the token is refused.', {
  default: '401',
  shape: 'status',
});
const errorMessage = attribute(
  'failed-validation-error-message',
  'The text that the caller gets when the token is refused. Without it the text depends on the reason, for example "JWT not present.". It hides the reason from callers; the trace still shows it.',
);
const outputVariable = attribute('output-token-variable-name', 'The context variable that receives the token as an object of type Jwt.', {
  shape: 'variable',
  expressions: 'not-allowed',
});
const queryParameter = attribute('query-parameter-name', 'The query parameter that holds the token.');
const tokenValue = attribute('token-value', 'An expression that gives the token itself. It must not give the word Bearer in front of it.');
const identifier = attribute('id', 'A name for this policy. An error reports it as PolicyId.', { expressions: 'not-stated' });

const audience = element('audience', "One accepted value of the token's aud, compared letter by letter.", {
  most: 'any',
  text: 'text',
  expressions: 'allowed',
});
const claimValue = element('value', 'One accepted value of the claim, compared letter by letter.', {
  most: 'any',
  text: 'text',
  expressions: 'allowed',
});
const claim = element('claim', 'A claim that the token must have. Without a value it only has to be there.', {
  most: 'any',
  attributes: [
    attribute('name', 'The name of the claim.', { required: true }),
    attribute(
      'match',
      'all: every listed value must be in the token. any: one of them is enough. Matters where more than one value is listed.',
      { default: 'all', shape: 'match' },
    ),
    attribute(
      'separator',
      'Splits the value of the token\'s claim into several, for example " " for scp. It does not split the value listed here.',
    ),
  ],
  children: [claimValue],
});
const requiredClaims = element('required-claims', 'The claims that the token must have.', { children: [claim], fewest: 1 });
const applicationId = element('application-id', 'The id of an application: a GUID.', {
  most: 'any',
  text: 'application-id',
  expressions: 'not-allowed',
});

const certificate = attribute('certificate-id', 'The certificate of the API Management instance that holds the key.', {
  expressions: 'not-stated',
});
const keyId = attribute('id', "The key's id. The token's kid picks the key; where none fits, each key is tried.", {
  expressions: 'not-stated',
});
const signingKey = element(
  'key',
  'A key that checks the signature: base64 text of a shared secret, a certificate, or an RSA key by n and e.',
  {
    most: 'any',
    text: 'key',
    attributes: [
      keyId,
      certificate,
      attribute('n', "The RSA key's modulus, base64url. Stands with e.", { shape: 'key', expressions: 'not-allowed' }),
      attribute('e', "The RSA key's exponent, base64url. Stands with n.", { shape: 'key', expressions: 'not-allowed' }),
    ],
  },
);
const decryptionKey = element('key', 'A key that opens encrypted tokens.', { most: 'any', text: 'key', attributes: [keyId, certificate] });

const openidConfig = element(
  'openid-config',
  'The address of an OpenID configuration document. The signing keys and the accepted issuer come from it. The gateway keeps it for an hour, and fetches it again, at most every five minutes, for a key it does not know.',
  {
    most: 'any',
    givesKeys: true,
    attributes: [
      attribute('url', 'The address of the document. It must be https and end in /.well-known/openid-configuration.', {
        required: true,
        shape: 'address',
        expressions: 'not-stated',
      }),
      attribute(
        'validate-connectivity',
        'false: the address is not tried when the policy is saved. For addresses that public DNS does not know.',
        {
          default: 'true',
          shape: 'boolean',
          expressions: 'not-stated',
        },
      ),
      attribute('host', 'In the public schema only.', { expressions: 'not-stated', undocumented: true }),
    ],
  },
);

/** `validate-jwt`: tokens of any issuer. */
export const validateJwt: TokenPolicyFacts = {
  ...element('validate-jwt', 'Checks a JSON Web Token of any issuer: signature, lifetime, audience, issuer, claims.', {
    attributes: [
      attribute(
        'header-name',
        'The header that holds the token. There is no default: one of header-name, query-parameter-name and token-value must stand.',
      ),
      queryParameter,
      tokenValue,
      statusCode,
      errorMessage,
      attribute('require-expiration-time', 'Whether a token without exp is refused.', { default: 'true', shape: 'boolean' }),
      attribute(
        'require-scheme',
        'The word that must stand before the token in the Authorization header, for example Bearer. Ignored where header-name is another header.',
        {
          shape: 'scheme',
        },
      ),
      attribute('require-signed-tokens', 'Whether a token without signature is refused.', { default: 'true', shape: 'boolean' }),
      attribute('clock-skew', 'How many seconds the clocks of issuer and gateway may differ.', { default: '0', shape: 'whole-number' }),
      outputVariable,
      identifier,
    ],
    children: [
      openidConfig,
      element('issuer-signing-tokens', 'In the public schema only.', {
        legacy: true,
        givesKeys: true,
        children: [element('token', 'In the public schema only.', { most: 'any', text: 'key' })],
      }),
      element('issuer-signing-keys', "The issuer's keys, written into the policy. Beside or instead of openid-config.", {
        children: [signingKey, element('zumo-master-key', 'In the public schema only.', { most: 'any', text: 'key', legacy: true })],
        fewest: 1,
        givesKeys: true,
      }),
      element('decryption-keys', 'The keys that open encrypted tokens.', { children: [decryptionKey], fewest: 1 }),
      element(
        'audiences',
        'The accepted audiences: one of them must be in the aud of the token. Without this element aud is not checked.',
        {
          children: [audience],
          fewest: 1,
        },
      ),
      element(
        'issuers',
        'Accepted issuers. Whether they add to the issuer of the openid-config or replace it is not documented: list all you want.',
        {
          children: [
            element('issuer', 'One accepted issuer, compared letter by letter; a slash at the end counts.', {
              most: 'any',
              text: 'text',
              expressions: 'allowed',
            }),
          ],
          fewest: 1,
        },
      ),
      requiredClaims,
    ],
  }),
  documentation: 'https://learn.microsoft.com/azure/api-management/validate-jwt-policy',
  order: 'schema',
  sections: ['inbound'],
};

/** `validate-azure-ad-token`: tokens of Microsoft Entra workforce tenants only. */
export const validateAzureAdToken: TokenPolicyFacts = {
  ...element(
    'validate-azure-ad-token',
    'Checks a token of a Microsoft Entra workforce tenant. External ID is documented as not supported.',
    {
      attributes: [
        attribute('tenant-id', 'The id or address of the tenant, or one of the well-known tenants organizations and common.', {
          required: true,
          shape: 'tenant',
        }),
        attribute('header-name', 'The header that holds the token.', { default: 'Authorization' }),
        queryParameter,
        tokenValue,
        attribute(
          'authentication-endpoint',
          'The sign-in address of the cloud, for example https://login.microsoftonline.us. https:// may be left out.',
          {
            default: 'https://login.microsoftonline.com',
            shape: 'address',
            expressions: 'not-stated',
          },
        ),
        statusCode,
        errorMessage,
        outputVariable,
        identifier,
        attribute('require-scheme', 'The word that must stand before the token in the Authorization header.', {
          shape: 'scheme',
          undocumented: true,
        }),
        attribute('allow-protected-forwarded-tokens', 'In the public schema only.', { shape: 'boolean', undocumented: true }),
        attribute('allow-proof-of-possession-tokens', 'In the public schema only.', { shape: 'boolean', undocumented: true }),
      ],
      children: [
        element(
          'backend-application-ids',
          'The accepted backend applications. Needed in advanced cases only; what is compared is not documented.',
          {
            children: [applicationId],
            fewest: 1,
          },
        ),
        element('client-application-ids', 'The accepted client applications: the azp (version 2) or appid (version 1) of the token.', {
          children: [applicationId],
          fewest: 1,
        }),
        element('audiences', 'The accepted audiences: one of them must be in the aud of the token.', { children: [audience], fewest: 1 }),
        requiredClaims,
        element('decryption-keys', 'The keys that open encrypted tokens.', { children: [decryptionKey], fewest: 1 }),
      ],
    },
  ),
  documentation: 'https://learn.microsoft.com/azure/api-management/validate-azure-ad-token-policy',
  order: 'page',
  sections: ['inbound'],
};

/** The facts of a token policy, by its element's name. */
export const tokenPolicyFacts = { 'validate-jwt': validateJwt, 'validate-azure-ad-token': validateAzureAdToken } as const;
