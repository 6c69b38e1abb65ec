import type { PolicyDocument } from './policy-document.js';

/**
 * Whether an expression of the document looks at a claim of a token: by its name in quotes, or by a member that .NET gives it. Then
 * another policy may well limit what the token policy lets pass.
 */
function expressionReads({ text, expressions }: PolicyDocument, pattern: RegExp): boolean {
  return expressions.some(({ start, end }) => end >= 0 && pattern.test(text.slice(start, end)));
}

/** Whether an expression looks at the audience of a token. */
export function readsAudience(document: PolicyDocument): boolean {
  return expressionReads(document, /(?:"|'|&quot;)aud(?:"|'|&quot;)|\.Audiences\b/);
}

/** Whether an expression looks at the tenant or the issuer of a token. */
export function readsTenant(document: PolicyDocument): boolean {
  return expressionReads(document, /(?:"|'|&quot;)(?:tid|iss)(?:"|'|&quot;)|\.Issuer\b/);
}
