// A token policy in a half-typed document is read on its own, from its opening tag: an island. Its closing tag may not be typed yet, and
// then everything after it looks like its content; it ends before the first element that is none of its own.
import type { PolicyElement } from './policy-tree.js';

const ownElements: ReadonlySet<string> = new Set([
  'openid-config',
  'issuer-signing-keys',
  'issuer-signing-tokens',
  'decryption-keys',
  'audiences',
  'issuers',
  'required-claims',
  'client-application-ids',
  'backend-application-ids',
]);

/** The token policy's element as far as it is its own: the same where it was closed, else without what follows it. */
export function cutIsland(element: PolicyElement): PolicyElement {
  if (element.selfClosing || element.closeTag !== null) return element;
  const foreign = element.children.findIndex(child => child.type === 'element' && !ownElements.has(child.name));
  const kept = foreign < 0 ? [...element.children] : element.children.slice(0, foreign);
  while (kept.length > 0 && kept.at(-1)?.type !== 'element') kept.pop();
  return { ...element, children: kept, end: kept.at(-1)?.end ?? element.openTag.end };
}
