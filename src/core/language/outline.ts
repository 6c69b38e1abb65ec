// The outline of a policy document as far as tokens are concerned: its token policies and what they hold.
import { childElements, findAttribute, type PolicyElement } from '../policy/policy-tree.js';
import type { PolicyDocument } from '../policy/policy-document.js';
import type { Span } from '../text/span.js';

export interface OutlineSymbol extends Span {
  readonly name: string;
  /** What tells it from its like: a tenant, an address, a value; empty where nothing does. */
  readonly detail: string;
  readonly nameSpan: Span;
  readonly children: readonly OutlineSymbol[];
}

/** How many levels are shown: twice as many as a token policy has. What is nested deeper is no token policy's, and no editor could show it. */
const mostLevels = 8;

/** One symbol for each token policy, with its elements below it. */
export function outline(document: PolicyDocument): OutlineSymbol[] {
  return document.tokenPolicies.map(({ element }) => describe(element, mostLevels));
}

function describe(element: PolicyElement, levels: number): OutlineSymbol {
  const { name, nameSpan, start, end } = element;
  const children = levels > 1 ? childElements(element).map(child => describe(child, levels - 1)) : [];
  return { name, detail: detailOf(element), nameSpan, start, end, children };
}

const tellingAttributes: Readonly<Record<string, string>> = {
  'validate-azure-ad-token': 'tenant-id',
  'validate-jwt': 'header-name',
  'openid-config': 'url',
  claim: 'name',
};

function detailOf(element: PolicyElement): string {
  const telling = tellingAttributes[element.name];
  if (telling !== undefined) return findAttribute(element, telling)?.value.value ?? '';
  // Keys are never shown, wherever they stand.
  return element.name === 'key' || childElements(element).length > 0 ? '' : element.value.value.trim();
}
