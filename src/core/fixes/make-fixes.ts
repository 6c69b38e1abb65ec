import type { Finding } from '../finding.js';
import { withoutValues, type Judged } from '../judgement/judged.js';
import { allElements, type PolicyElement } from '../policy/policy-tree.js';
import type { ValuePart } from '../policy/value.js';
import type { Fix } from './fix.js';
import { findWrittenSecret, writesPrivateValue } from './writing/keep-secret.js';
import { findFixMaker } from './registry.js';

/**
 * The fixes of one finding, worked out on the document as it is now: the finding says what it is about, every position is found anew.
 * The best stands first; none where no edit of the policy is the cure. At most one is preferred. They start from the values as the
 * document writes them, and none writes a text in the place of a named value that is known: it is the value that wants another text.
 */
export async function makeFixes(filled: Judged, finding: Finding): Promise<Fix[]> {
  const judged = withoutValues(filled);
  const maker = findFixMaker(finding.code);
  if (maker === undefined) return [];
  const { document, facts } = judged;
  const isOpen = ({ edits }: Fix): boolean =>
    findWrittenSecret(document.text, edits, facts) === null && !writesPrivateValue(document.text, edits, facts);
  if (maker.scope === 'document') return (await maker.make({ ...judged, finding })).filter(isOpen);
  const policy = finding.policy === null ? undefined : judged.policies[finding.policy];
  if (policy === undefined) return [];
  const fixes = (await maker.make({ ...policy, finding })).filter(isOpen);
  const seen = filled.policies[policy.index]?.policy.element;
  const kept = judged === filled || seen === undefined ? [] : listFilled(seen);
  const discreet = fixes.map(fix => ({ ...fix, title: filled.discretion.text(fix.title) }));
  return kept.length === 0 ? discreet : discreet.filter(({ edits }) => !edits.some(edit => kept.some(part => replaces(edit, part))));
}

/** What the policy writes where something was filled in. */
function listFilled(element: PolicyElement): ValuePart[] {
  const values = allElements(element).flatMap(({ attributes, value }) => [...attributes.map(attribute => attribute.value), value]);
  return values.flatMap(({ filled }) => filled?.written.parts.filter(({ kind }) => kind !== 'literal') ?? []);
}

/** Whether an edit writes another text in the place of that part. Taking it out with its element, or carrying it along, is no such edit. */
function replaces({ start, end, text }: { start: number; end: number; text: string }, part: ValuePart): boolean {
  return start <= part.start && part.end <= end && text !== '' && !text.includes(part.text);
}
