import { tokenPolicyFacts, type ElementFacts } from '../knowledge/elements.js';
import { say } from '../messages/message.js';
import { childElements, type PolicyElement } from '../policy/policy-tree.js';
import { trimSpan } from '../text/span.js';
import { nearestName } from '../text/nearest-name.js';
import { isBroken } from '../judgement/around-policy.js';
import type { PolicyAlone } from '../judgement/judged.js';
import type { PolicyRule, Report } from './rule.js';

/** An element where it cannot stand: misspelt, misplaced, or of the other token policy. */
export const unknownElement: PolicyRule = {
  scope: 'policy',
  code: 'unknown-element',
  severity: 'warning',
  certainty: 'documented',
  *check(context) {
    const { policy, elements } = context;
    for (const { element, facts } of elements()) {
      yield* judgeTexts(context, element, facts);
      // What was never closed seems to hold all that follows; that it is not closed is said already.
      if (element.closeTag === null && !element.selfClosing && element !== policy.element) continue;
      const names = facts.children.map(({ name }) => name);
      for (const { name, nameSpan } of childElements(element)) {
        if (names.includes(name)) continue;
        const own = parentsOf(name, tokenPolicyFacts[policy.kind]);
        const places = own.length > 0 ? own : Object.values(tokenPolicyFacts).flatMap(other => parentsOf(name, other));
        const suggestion = places.length > 0 ? null : nearestName(name, names);
        yield {
          ...nameSpan,
          message: say('unknown-element', { name, parent: element.name, suggestion, places }),
          data: { name, parent: element.name, suggestion },
        };
      }
    }
  },
};

/** Text where only elements may stand: an entry without its tags. What a template fills in is left alone. */
function* judgeTexts({ textOf, ask }: PolicyAlone, element: PolicyElement, facts: ElementFacts): Iterable<Report> {
  if (facts.text !== null) return;
  for (const piece of element.children) {
    if (piece.type !== 'text' && piece.type !== 'cdata') continue;
    const text = textOf(piece);
    const { start, end } = trimSpan(text, { start: 0, end: text.length });
    if (end <= start || /[{}$%@]/.test(text) || ask(isBroken)) continue;
    const child = facts.children.find(({ text: shape, legacy }) => shape !== null && legacy !== true)?.name ?? null;
    yield {
      start: piece.start + start,
      end: piece.start + end,
      message: say('unknown-element-text', { parent: element.name, child }),
      data: { parent: element.name, child },
    };
  }
}

/** The names of the elements, from this one down, in which a child of that name may stand. */
function parentsOf(name: string, facts: ElementFacts): string[] {
  const here = facts.children.some(child => child.name === name) ? [facts.name] : [];
  return [...new Set([...here, ...facts.children.flatMap(child => parentsOf(name, child))])];
}
