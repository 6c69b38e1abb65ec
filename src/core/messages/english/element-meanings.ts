import type { ElementMeaning } from '../../knowledge/elements.js';

/** What the elements and attributes of the token policies mean. */
export const elementMeanings: Readonly<Record<ElementMeaning, string>> = {
  'failed-validation-httpcode': 'The HTTP status that the caller gets when the token is refused.',
  'failed-validation-error-message':
    'The text that the caller gets when the token is refused. Without it the text depends on the reason, for example "JWT not present.". It hides the reason from callers; the trace still shows it.',
  'output-token-variable-name': 'The context variable that receives the token as an object of type Jwt.',
  'query-parameter-name': 'The query parameter that contains the token.',
  'token-value': 'An expression that returns the bare token, without the word Bearer.',
  'policy-id': 'A name for this policy. An error reports it as PolicyId.',
  audience: "One accepted value of the token's aud, compared letter by letter.",
  value: 'One accepted value of the claim, compared letter by letter.',
  claim: 'A claim that the token must have. Without a value it only has to be present.',
  name: 'The name of the claim.',
  match: 'all: every listed value must be in the token. any: one of them is enough. Matters if more than one value is listed.',
  separator: 'Splits the value of the token\'s claim into several, for example " " for scp. It does not split the value listed here.',
  'required-claims': 'The claims that the token must have.',
  'application-id': 'The id of an application: a GUID.',
  'certificate-id': 'The API Management certificate that contains the key.',
  'key-id': "The key's id. The token's kid picks the key; if none matches, each key is tried.",
  'signing-key': 'A key that checks the signature: base64 text of a shared secret, a certificate, or an RSA key by n and e.',
  n: "The RSA key's modulus, base64url. Used together with e.",
  e: "The RSA key's exponent, base64url. Used together with n.",
  'decryption-key': 'A key that opens encrypted tokens.',
  'openid-config':
    'The address of an OpenID configuration document. The signing keys and the accepted issuer come from it. The gateway keeps it for an hour, and fetches it again, at most every five minutes, for a key it does not know.',
  url: 'The address of the document. It must be https and end in /.well-known/openid-configuration.',
  'validate-connectivity': 'false: the address is not tried when the policy is saved. For addresses that public DNS does not know.',
  'schema-only': 'Only in the public schema; the documentation does not mention it.',
  'validate-jwt': 'Checks a JSON Web Token of any issuer: signature, lifetime, audience, issuer, claims.',
  'header-name':
    'The header that contains the token. There is no default: one of header-name, query-parameter-name and token-value is required.',
  'require-expiration-time': 'Whether a token without exp is refused.',
  'require-scheme':
    'The word that must come before the token in the Authorization header, for example Bearer. Ignored if header-name is another header.',
  'require-signed-tokens': 'Whether a token without signature is refused.',
  'clock-skew': 'How many seconds the clocks of issuer and gateway may differ.',
  'issuer-signing-keys': "The issuer's keys, written into the policy. Beside or instead of openid-config.",
  'decryption-keys': 'The keys that open encrypted tokens.',
  audiences: "The accepted audiences: one of them must be in the token's aud. Without this element aud is not checked.",
  issuers:
    'Accepted issuers. Whether they add to the issuer of the openid-config or replace it is not documented: list every issuer you accept.',
  issuer: 'One accepted issuer, compared letter by letter; a slash at the end counts.',
  'validate-azure-ad-token': 'Checks a token of a Microsoft Entra workforce tenant. External ID is documented as not supported.',
  'tenant-id': 'The id or address of the tenant, or one of the well-known tenants organizations and common.',
  'header-name-default': 'The header that contains the token.',
  'authentication-endpoint': 'The sign-in address of the cloud, for example https://login.microsoftonline.us. https:// may be omitted.',
  'require-scheme-entra': 'The word that must come before the token in the Authorization header.',
  'backend-application-ids': 'The accepted backend applications. Needed in advanced cases only; what is compared is not documented.',
  'client-application-ids': 'The accepted client applications: the azp (version 2) or appid (version 1) of the token.',
  'audiences-entra': "The accepted audiences: one of them must be in the token's aud.",
};
