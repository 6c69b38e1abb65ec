// Error texts that are not the token policy's: of the portal when a policy is saved, of other policies, of what stands before and behind the gateway.

/** The same as an error pattern of the token policy, but for its check: there is none. */
export interface SurroundingsPattern {
  readonly pattern: RegExp;
  readonly check: null;
  /** Who says it: the browser, the API that saves policies, or a policy at work. */
  readonly who: 'client' | 'management' | 'policy';
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
    pattern:
      /blocked by CORS policy|No 'Access-Control-Allow-Origin' header|preflight request doesn't pass|CORS (header|request) (did not succeed|missing)/i,
    check: null,
    who: 'client',
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
    who: 'policy',
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
    who: 'management',
    certainty: 'observed',
    explanation: 'The policy could not be saved: its child elements stand in the wrong order, or one of them does not belong there.',
    cures: ['Put them in the order openid-config, issuer-signing-keys, decryption-keys, audiences, issuers, required-claims.'],
    rules: ['element-order', 'unknown-element', 'duplicate-element'],
  },
  {
    pattern: /Data at the root level is invalid|Name cannot begin with the '.' character|is an unexpected token\. The expected token is/i,
    check: null,
    who: 'management',
    certainty: 'observed',
    explanation: 'The policy was sent as XML, but it is not well-formed XML: mostly because its expressions are not escaped.',
    cures: ['Send it in the format rawxml, or escape quotes, < and & inside the expressions.'],
    rules: ['policy-not-well-formed', 'expression-unbalanced'],
  },
  {
    pattern: /Could not load policies/i,
    check: null,
    who: 'management',
    certainty: 'observed',
    explanation: 'The portal could not read the policy: often a named value that does not exist.',
    cures: ['Check the {{named values}} of the policy.'],
    rules: ['value-unresolved'],
  },
  {
    pattern:
      /(?:Expression evaluation failed|Object reference not set)[\s\S]{0,1000}AsJwt|AsJwt\(\)[\s\S]{0,300}(?:null|NullReference|Object reference)/i,
    check: null,
    who: 'policy',
    certainty: 'observed',
    explanation: 'AsJwt() gives null for a text that still holds the word Bearer.',
    cures: ['Strip the scheme before AsJwt(), or use output-token-variable-name of the token policy.'],
    rules: ['as-jwt-with-scheme'],
  },
];
