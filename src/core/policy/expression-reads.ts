import type { PolicyDocument } from './policy-document.js';

/**
 * Whether an expression of the document looks at a claim of a token: by its name in quotes, or by a member that .NET gives it. Then
 * another policy may well limit what the token policy lets pass.
 */
export function expressionReads({ text, expressions }: PolicyDocument, claims: readonly string[], member: string): boolean {
  const names = new RegExp(String.raw`(?:"|'|&quot;)(?:${claims.join('|')})(?:"|'|&quot;)|\.${member}\b`);
  return expressions.some(({ start, end }) => end >= 0 && names.test(text.slice(start, end)));
}
