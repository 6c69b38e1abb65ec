// Whole token policies, to be filled in, where one may begin.
import { policySnippets, type PolicySnippetName } from '../knowledge/policy-snippets.js';
import type { Catalogue } from '../messages/catalogue.js';
import { say } from '../messages/message.js';
import { render } from '../messages/render.js';
import type { Edit } from '../text/edit.js';
import { detectStyle, indentationAt } from '../text/style.js';
import { tokenPoliciesAt } from './complete.js';
import { findCompletionPlace } from './completion-place.js';

/** A whole token policy. */
interface PolicyProposal {
  readonly name: PolicySnippetName;
  readonly documentation: string;
  /** Its text has stops, as the Language Server Protocol writes them. */
  readonly edit: Edit;
}

/** No name is longer, in UTF-16 code units. */
const longestName = 40;

/** The token policies that may be written in the place of the word before the offset; none where no token policy can stand. */
export function completePolicies(text: string, offset: number, catalogue: Catalogue): PolicyProposal[] {
  let start = offset;
  while (offset - start < longestName && /[\w-]/.test(text.charAt(start - 1))) start -= 1;
  if (/[^\s>]/.test(text.charAt(start - 1))) return [];
  const place = findCompletionPlace(text, offset);
  if (place?.kind !== 'text' || tokenPoliciesAt(place.parents).length === 0) return [];
  const { indent, lineEnding } = detectStyle(text);
  const lineBreak = lineEnding + indentationAt(text, start);
  return (Object.keys(policySnippets) as PolicySnippetName[]).map(name => ({
    name,
    documentation: render(say('complete-policy', { name }), catalogue),
    edit: { start, end: offset, text: policySnippets[name].map(line => line.replaceAll('\t', indent)).join(lineBreak) },
  }));
}
