// Error texts that are not the token policy's: of the portal when a policy is saved, of other policies, of what stands before and behind the gateway.

/** The same as an error pattern of the token policy, but for its check: there is none. */
export interface SurroundingsPattern<Name extends string = string> {
  /** Its meaning and cures stand in the catalogue under this name. */
  readonly name: Name;
  readonly pattern: RegExp;
  readonly check: null;
  /** Who says it: the browser, the API that saves policies, or a policy at work. */
  readonly who: 'client' | 'management' | 'policy';
  readonly certainty: 'documented' | 'observed';
  /** The rules whose findings are about the same thing. */
  readonly rules?: readonly string[];
  /** Whether it is told even where a code says what failed. */
  readonly besideCodes?: boolean;
}

/** The rows as they are; the compiler learns their names, and asks the catalogue for each. */
function rowsOf<const Name extends string>(rows: readonly SurroundingsPattern<Name>[]): readonly SurroundingsPattern<Name>[] {
  return rows;
}

export const surroundingsPatterns = rowsOf([
  {
    name: 'cors',
    pattern:
      /blocked by CORS policy|No 'Access-Control-Allow-Origin' header|preflight request doesn't pass|CORS (header|request) (did not succeed|missing)/i,
    check: null,
    who: 'client',
    certainty: 'documented',
    rules: ['cors-after-token'],
  },
  {
    name: 'header-line-break',
    pattern: /invalid CRLF characters/i,
    check: null,
    who: 'policy',
    certainty: 'observed',
    rules: ['last-error-in-header'],
    besideCodes: true,
  },
  {
    name: 'child-order',
    pattern:
      /element '(validate-jwt|validate-azure-ad-token|required-claims|audiences|issuers|claim)' has invalid child element|invalid child element '(openid-config|audiences|issuers|required-claims|issuer-signing-keys|decryption-keys)'/i,
    check: null,
    who: 'management',
    certainty: 'observed',
    rules: ['element-order', 'unknown-element', 'duplicate-element'],
  },
  {
    name: 'not-well-formed',
    pattern: /Data at the root level is invalid|Name cannot begin with the '.' character|is an unexpected token\. The expected token is/i,
    check: null,
    who: 'management',
    certainty: 'observed',
    rules: ['policy-not-well-formed', 'expression-unbalanced'],
  },
  {
    name: 'not-loaded',
    pattern: /Could not load policies/i,
    check: null,
    who: 'management',
    certainty: 'observed',
    rules: ['value-unresolved'],
  },
  {
    name: 'as-jwt-null',
    pattern:
      /(?:Expression evaluation failed|Object reference not set)[\s\S]{0,1000}AsJwt|AsJwt\(\)[\s\S]{0,300}(?:null|NullReference|Object reference)/i,
    check: null,
    who: 'policy',
    certainty: 'observed',
    rules: ['as-jwt-with-scheme'],
  },
]);

export type SurroundingsName = (typeof surroundingsPatterns)[number]['name'];
