import { tokenPolicyFacts } from '../knowledge/elements.js';
import { languageOf } from '../messages/catalogue.js';
import type { PolicyDocument } from '../policy/policy-document.js';
import { findAttribute } from '../policy/policy-tree.js';
import type { TokenPolicy } from '../policy/token-policy.js';
import { knownAttributes, knownElements, type KnownElement } from '../policy/known-elements.js';
import { trimSpan, type Span } from '../text/span.js';
import { describeAttribute, describeElement } from './describe-name.js';
import { describeAttributeValue, describePlaceholder, describeText, type Described, type KnownNames } from './describe-value.js';

/** What a name or a value in a token policy means. */
export interface Hover extends Span {
  /** Which token policy of the document it belongs to. */
  readonly policy: number;
  /** Whether it is the token policy's own name, not something inside. */
  readonly whole: boolean;
  readonly markdown: string;
}

/**
 * What stands at the offset inside a token policy: the name of an element or attribute, a claim, an address, a named value,
 * an expression. Null everywhere else. Of the document only names are quoted; of named values it is said whether they are known.
 */
export function hover(document: PolicyDocument, offset: number, known: KnownNames = {}): Hover | null {
  for (const [policy, tokenPolicy] of document.tokenPolicies.entries()) {
    if (!covers(tokenPolicy, offset)) continue;
    const found = describeAt(document.text, tokenPolicy, offset, known);
    if (found !== null) return { ...found.described, policy, whole: found.whole };
  }
  return null;
}

interface Answer {
  readonly described: Described;
  readonly whole: boolean;
}

function describeAt(text: string, policy: TokenPolicy, offset: number, known: KnownNames): Answer | null {
  const page = tokenPolicyFacts[policy.kind].documentation;
  let claim: string | null = null;
  for (const each of knownElements(policy)) {
    const { element, facts } = each;
    if (element.name === 'claim') claim = findAttribute(element, 'name')?.value.value.trim() ?? null;
    if (!covers(element, offset)) continue;
    const whole = element === policy.element;
    const named = (span: Span): Answer => ({
      described: { ...spanOf(span), markdown: describeElement(facts, page, languageOf(known)) },
      whole,
    });
    if (covers(element.nameSpan, offset)) return named(element.nameSpan);
    const described = describeAttributeAt(text, each, offset, page, known) ?? describeTextAt(text, each, offset, claim, page, known);
    if (described !== null) return { described, whole: false };
    if (element.closeTag !== null && covers(element.closeTag, offset)) return named(element.closeTag);
  }
  return null;
}

function describeAttributeAt(text: string, each: KnownElement, offset: number, page: string, known: KnownNames): Described | null {
  const found = knownAttributes(each).find(({ attribute }) => covers(attribute, offset));
  if (found === undefined) return null;
  const { attribute, facts } = found;
  if (covers(attribute.nameSpan, offset))
    return { ...spanOf(attribute.nameSpan), markdown: describeAttribute(facts, page, languageOf(known)) };
  const { value } = attribute;
  if (!covers(value, offset)) return null;
  const placeholder = describePlaceholder(text, offset, value, known);
  return placeholder ?? { ...spanOf(value), markdown: describeAttributeValue(facts, each.facts, value, page, languageOf(known)) };
}

function describeTextAt(
  text: string,
  { element, facts }: KnownElement,
  offset: number,
  claim: string | null,
  page: string,
  known: KnownNames,
): Described | null {
  if (facts.text === null || !covers(element.value, offset)) return null;
  const span = trimSpan(text, element.value);
  if (span.start === span.end || !covers(span, offset)) return null;
  return (
    describePlaceholder(text, offset, element.value, known) ?? {
      ...span,
      markdown: describeText(facts, element.value, claim, page, languageOf(known)),
    }
  );
}

/** The cursor just behind a name still means the name. */
function covers(span: Span, offset: number): boolean {
  return span.start <= offset && offset <= span.end;
}

function spanOf({ start, end }: Span): Span {
  return { start, end };
}
