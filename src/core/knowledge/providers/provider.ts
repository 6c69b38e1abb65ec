// How a record of a provider looks. The records stand beside it, a file for each kind.

/** Where a fact comes from: a vendor's documentation or source, a sample or a report, or a deduction that nobody wrote down. */
type FactCertainty = 'documented' | 'observed' | 'inferred';

export type ProviderName =
  | 'entra'
  | 'external-id'
  | 'b2c'
  | 'ad-fs'
  | 'bot-framework'
  | 'auth0'
  | 'okta'
  | 'keycloak'
  | 'cognito'
  | 'google'
  | 'firebase'
  | 'pingone'
  | 'ping-federate'
  | 'duende'
  | 'salesforce'
  | 'xsuaa'
  | 'sap-ias'
  | 'hydra'
  | 'github-actions'
  | 'kubernetes'
  | 'aks'
  | 'own';

/** Why tokens have no audience, by the name of a sentence. */
export type NoAudience = Extract<ProviderName, 'auth0' | 'keycloak' | 'cognito' | 'duende' | 'ping-federate' | 'xsuaa'>;

/** What an issuer of a certain form tells, by the name of a sentence. */
export type IssuerNote = 'okta-org' | 'google-without-scheme';

/** Where something is from, and how sure it is. */
interface Sourced {
  readonly certainty: FactCertainty;
  readonly source: string;
}

/** A value with its source. */
interface Fact<Value> extends Sourced {
  readonly value: Value;
}

/** A claim that lists what a caller may do. */
interface GrantClaim {
  readonly claim: string;
  /** One text with spaces between the entries, a list of texts, or an object that holds lists somewhere inside. */
  readonly form: 'text' | 'list' | 'object';
}

/** What makes a token recognisable beside its issuer: every mark of one entry must be there. */
export interface Marks {
  /** Members of the header, and what their text fits; null where any value counts. */
  readonly header?: Readonly<Record<string, RegExp | null>>;
  /** The same of the claims. */
  readonly claims?: Readonly<Record<string, RegExp | null>>;
}

/** What is known of those who issue tokens in one way. */
export interface Provider {
  readonly name: ProviderName;
  /** What people call it. */
  readonly title: string;
  /** How its issuers look: with placeholders in braces, and as a pattern over the whole text; null where the owner chooses it. */
  readonly issuer: Fact<{ readonly form: string; readonly pattern: RegExp | null }>;
  /** Where the OpenID configuration stands, with `{iss}` for the issuer without a slash at its end; null where there is none to be had. */
  readonly document: Fact<string | null>;
  /** The claims that name the client, the likeliest first; none where a token names none. */
  readonly clientClaims: Fact<readonly string[]>;
  /** What the client sends so that the token is for an API: the catalogue says it under the provider's name. */
  readonly askAudience: Sourced;
  /** Audiences that stand in its tokens and are never an API of the owner's. */
  readonly foreignAudiences?: Fact<RegExp>;
  /** What it means when the token has no audience; null where nothing is known. */
  readonly noAudience: Fact<NoAudience> | null;
  readonly scopes: Fact<GrantClaim | null>;
  readonly roles: Fact<readonly GrantClaim[]>;
  /** What an issuer of a certain form tells about its tokens. */
  readonly issuerNotes?: readonly { readonly pattern: RegExp; readonly note: Fact<IssuerNote> }[];
  /** Forms of its tokens that are no JWT, by their names in `opaque-forms`, and that of its encrypted ones. */
  readonly opaque: readonly string[];
  /** Tried where the issuer does not tell: any of them is enough. */
  readonly marks: readonly Marks[];
}
