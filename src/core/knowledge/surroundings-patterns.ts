// Error texts that are not the token policy's: of the portal when a policy is saved, of other policies, of what stands before and behind the gateway.

/** The same as an error pattern of the token policy, but for its check: there is none. */
interface SurroundingsPattern {
  readonly pattern: RegExp;
  readonly check: null;
  readonly certainty: 'documented' | 'observed';
  readonly explanation: string;
  readonly cures: readonly string[];
  /** The rules whose findings are about the same thing. */
  readonly rules?: readonly string[];
  /** Whether it is told even where a code says what failed. */
  readonly besideCodes?: boolean;
}

export const surroundingsPatterns: readonly SurroundingsPattern[] = [
  {
    pattern: /missing subscription key|invalid subscription key|AzureApiManagementKey/i,
    check: null,
    certainty: 'documented',
    explanation: 'This 401 is about the subscription key, not about the token: the gateway asks for a key before it runs the policies.',
    cures: ['Send the key (Ocp-Apim-Subscription-Key), or switch off "Subscription required" on the API or product.'],
  },
  {
    // The challenge of ASP.NET's JwtBearerHandler; the gateway's own answers have their reason in the body.
    pattern:
      /error_description="|Bearer error="|The signature key was not found|The (audience|issuer) '[^'\n]{0,300}' is invalid|The token expired at '/,
    check: null,
    certainty: 'observed',
    explanation:
      'This is how a backend answers (the WWW-Authenticate challenge of ASP.NET and others): the gateway let the token pass, and the backend refused it.',
    cures: [
      "Compare responseCode and backendResponseCode in the gateway's log: are both 401, the backend said it.",
      "Set up the backend's own validation for the same issuer and audience, or give it a token of its own (authentication-managed-identity after the token policy).",
    ],
  },
  {
    pattern: /backendResponseCode"?\s*[:=]\s*"?401/i,
    check: null,
    certainty: 'observed',
    explanation: 'The backend answered 401: the gateway let the token pass.',
    cures: ["Look at the backend's own validation: its issuer and audience, and whether the Authorization header reaches it."],
  },
  {
    pattern: /Only one scheme should be used|DirectApiRequestHasMoreThanOneAuthorization/i,
    check: null,
    certainty: 'observed',
    explanation:
      "Logic Apps refuses a request that holds both a SAS signature and a Bearer token: the caller's Authorization header went on to it.",
    cures: ['After the token policy, delete the header: <set-header name="Authorization" exists-action="delete" />.'],
  },
  {
    pattern:
      /blocked by CORS policy|No 'Access-Control-Allow-Origin' header|preflight request doesn't pass|CORS (header|request) (did not succeed|missing)/i,
    check: null,
    certainty: 'documented',
    explanation:
      'A browser sends its preflight request without a token. Where cors stands after the token policy, that request gets the 401 instead of the answer of cors; where the origin is not listed, it gets an empty answer.',
    cures: [
      'Put cors first in inbound, and delete an OPTIONS operation of the API.',
      'List the exact origin in <allowed-origins>: scheme, host and port, no slash at the end.',
    ],
    rules: ['cors-after-token'],
  },
  {
    pattern: /invalid CRLF characters/i,
    check: null,
    certainty: 'observed',
    explanation: "A policy writes LastError.Message into a header, and the library's text has line breaks: the 401 became a 500.",
    cures: ['Strip carriage return and line feed in the expression, or write a fixed text.'],
    rules: ['last-error-in-header'],
    besideCodes: true,
  },
  {
    pattern:
      /element '(validate-jwt|validate-azure-ad-token|required-claims|audiences|issuers|claim)' has invalid child element|invalid child element '(openid-config|audiences|issuers|required-claims|issuer-signing-keys|decryption-keys)'/i,
    check: null,
    certainty: 'observed',
    explanation: 'The policy could not be saved: its child elements stand in the wrong order, or one of them does not belong there.',
    cures: ['Put them in the order openid-config, issuer-signing-keys, decryption-keys, audiences, issuers, required-claims.'],
    rules: ['element-order', 'unknown-element', 'duplicate-element'],
  },
  {
    pattern: /Data at the root level is invalid|Name cannot begin with the '.' character|is an unexpected token\. The expected token is/i,
    check: null,
    certainty: 'observed',
    explanation: 'The policy was sent as XML, but it is not well-formed XML: mostly because its expressions are not escaped.',
    cures: ['Send it in the format rawxml, or escape quotes, < and & inside the expressions.'],
    rules: ['policy-not-well-formed', 'expression-unbalanced'],
  },
  {
    pattern: /Could not load policies/i,
    check: null,
    certainty: 'observed',
    explanation: 'The portal could not read the policy: often a named value that does not exist.',
    cures: ['Check the {{named values}} of the policy.'],
    rules: ['value-unresolved'],
  },
  {
    pattern:
      /(?:Expression evaluation failed|Object reference not set)[\s\S]{0,1000}AsJwt|AsJwt\(\)[\s\S]{0,300}(?:null|NullReference|Object reference)/i,
    check: null,
    certainty: 'observed',
    explanation: 'AsJwt() gives null for a text that still holds the word Bearer.',
    cures: ['Strip the scheme before AsJwt(), or use output-token-variable-name of the token policy.'],
    rules: ['as-jwt-with-scheme'],
  },
];
