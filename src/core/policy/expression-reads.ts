import type { ExpressionSpan, PolicyDocument } from './policy-document.js';
import { elementsNamed } from './elements-named.js';
import { findAttribute, pathTo } from './policy-tree.js';

/** Of so many expressions it is looked at what becomes of their values, so that the time does not grow with the square. */
const mostLooked = 16;

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

/** Whether an expression looks at the tenant or the issuer of a token, and not only to put it where nothing in the document looks. */
export function readsTenant(document: PolicyDocument): boolean {
  const pattern = /(?:"|'|&quot;)(?:tid|iss)(?:"|'|&quot;)|\.Issuer\b/;
  const { text } = document;
  const expressions = document.expressions.filter(({ start, end }) => end >= 0 && pattern.test(text.slice(start, end)));
  // Whoever reads the tenant often does something with it.
  return expressions.length > mostLooked || expressions.some(expression => !isKeptOnly(document, expression));
}

/** Whether the expression is the value of a variable that no other expression names. A fragment may name it where nobody sees. */
function isKeptOnly({ text, tree, expressions }: PolicyDocument, { start }: ExpressionSpan): boolean {
  if (tree === null) return false;
  const path = pathTo(tree, start);
  const element = path.at(-1);
  const name = element?.name === 'set-variable' ? findAttribute(element, 'name')?.value.value : undefined;
  if (name === undefined || elementsNamed({ text, tree }, 'include-fragment').length > 0) return false;
  const quoted = ['"', "'", '&quot;'].map(quote => `${quote}${name}${quote}`);
  return expressions.every(other => other.start === start || !quoted.some(each => text.slice(other.start, other.end).includes(each)));
}
