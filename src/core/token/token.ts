import type { Credential } from './credential.js';
import type { SentHeader } from './sent-header.js';

export type JsonObject = { readonly [name: string]: unknown };

/** The JSON text of members of an object, by name: of those with a number that JavaScript would write otherwise, for it does not hold every whole number. */
export type MemberTexts = ReadonlyMap<string, string>;

/** The same for both parts of a token. */
export interface TokenTexts {
  readonly header: MemberTexts;
  readonly claims: MemberTexts;
}

/** What issued a token, and for what. */
export type TokenKind =
  | 'workforce-v1'
  | 'workforce-v2'
  | 'external-id-v1'
  | 'external-id-v2'
  | 'b2c'
  | 'microsoft-account'
  | 'graph'
  | 'id-token'
  | 'other'
  | 'encrypted'
  | 'unreadable';

/** What was taken off a pasted text to find the token in it, in the order in which it was done. */
export type Cleaning =
  | 'surrounding-space'
  | 'scheme'
  | 'header-line'
  | 'curl-command'
  | 'json-member'
  | 'parameter'
  | 'cookie'
  | 'quotes'
  | 'escapes'
  | 'percent-encoding'
  | 'line-breaks'
  | 'invisible-characters'
  | 'surrounding-text';

/** What is wrong with a token that cannot be read as a signed one. */
export type TokenProblemCode =
  | 'empty'
  | 'encrypted'
  | 'not-a-token'
  | 'opaque'
  | 'reference'
  | 'ellipsis'
  | 'placeholder'
  | 'two-segments'
  | 'segment-count'
  | 'header-not-base64url'
  | 'payload-not-base64url'
  | 'signature-not-base64url'
  | 'header-not-json'
  | 'payload-not-json'
  | 'payload-too-deep'
  | 'several-tokens'
  | 'too-large';

/** A signed (or unsigned) token whose header and claims could be read. Reading proves nothing: the signature is not checked here. */
export interface DecodedToken {
  readonly status: 'decoded';
  readonly kind: Exclude<TokenKind, 'encrypted' | 'unreadable'>;
  readonly cleaned: readonly Cleaning[];
  readonly header: JsonObject;
  readonly claims: JsonObject;
  /** How they are written; absent where that shows no other number. */
  readonly texts?: TokenTexts;
  /** The text had the decoded claims in the place of the token: nothing is known of the signature, and the compact form is empty. Absent means no. */
  readonly claimsOnly?: boolean;
  readonly problem: null;
  /** The header that it was pasted in; absent where none shows. */
  readonly sent?: SentHeader;
  /** The compact form, exactly as the gateway would get it. */
  readonly compact: Credential;
}

/** A text that is no readable token: an encrypted one (its header is known), or none at all. */
export interface TokenProblem {
  readonly status: 'problem';
  readonly kind: 'encrypted' | 'unreadable';
  readonly cleaned: readonly Cleaning[];
  /** What could be read of the header; empty otherwise. */
  readonly header: JsonObject;
  readonly claims: JsonObject;
  /** How they are written; absent where that shows no other number. */
  readonly texts?: TokenTexts;
  readonly code: TokenProblemCode;
  /** The header that it was pasted in; absent where none shows. */
  readonly sent?: SentHeader;
  /** One sentence for the user: what is wrong with the text. Quotes nothing of it. */
  readonly problem: string;
  /** What the gateway would get after the scheme. */
  readonly compact: Credential;
}
