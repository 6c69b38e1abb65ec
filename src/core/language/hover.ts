import { tokenPolicyFacts, type AttributeFacts, type ElementFacts } from '../knowledge/elements.js';
import type { PolicyDocument } from '../policy/policy-document.js';
import { knownAttributes, knownElements } from '../rules/known-elements.js';
import type { Span } from '../text/span.js';

/** What a name in a token policy means. */
export interface Hover extends Span {
  /** Which token policy of the document the name belongs to. */
  readonly policy: number;
  /** Whether it is the token policy's own name, not that of something inside. */
  readonly whole: boolean;
  readonly markdown: string;
}

/**
 * What stands at the offset: the name of a token policy, of an element inside one, or of an attribute. Null everywhere
 * else. The text comes from the table of elements alone; nothing of the document is quoted.
 */
export function hover(document: PolicyDocument, offset: number): Hover | null {
  for (const [index, policy] of document.tokenPolicies.entries()) {
    if (!covers(policy, offset)) continue;
    const page = tokenPolicyFacts[policy.kind].documentation;
    for (const known of knownElements(policy)) {
      const { element, facts } = known;
      const names = element.closeTag === null ? [element.nameSpan] : [element.nameSpan, element.closeTag];
      const name = names.find(span => covers(span, offset));
      if (name !== undefined) {
        return { ...spanOf(name), policy: index, whole: element === policy.element, markdown: describeElement(facts, page) };
      }
      const attribute = knownAttributes(known).find(({ attribute }) => covers(attribute.nameSpan, offset));
      if (attribute !== undefined) {
        return { ...spanOf(attribute.attribute.nameSpan), policy: index, whole: false, markdown: describeAttribute(attribute.facts, page) };
      }
    }
  }
  return null;
}

/** The cursor just behind a name still means the name. */
function covers(span: Span, offset: number): boolean {
  return span.start <= offset && offset <= span.end;
}

function spanOf({ start, end }: Span): Span {
  return { start, end };
}

function describeElement(facts: ElementFacts, page: string): string {
  const inside = facts.children.filter(({ legacy }) => legacy !== true).map(({ name }) => `\`${name}\``);
  return paragraphs([
    `**${facts.name}**`,
    facts.meaning,
    inside.length > 0 ? `May hold ${inside.join(', ')}.` : null,
    `[Policy reference](${page})`,
  ]);
}

function describeAttribute(facts: AttributeFacts, page: string): string {
  const kept = facts.default === null ? null : `Default: \`${facts.default}\`.`;
  return paragraphs([
    `**${facts.name}**${facts.required ? ' (required)' : ''}`,
    facts.meaning,
    kept,
    facts.undocumented === true ? 'The policy reference does not mention it; the public schema does.' : null,
    `[Policy reference](${page})`,
  ]);
}

function paragraphs(parts: readonly (string | null)[]): string {
  return parts.filter(part => part !== null).join('\n\n');
}
