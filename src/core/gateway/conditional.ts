import { findTemplateBlock, type TemplateBlock } from '../policy/template-blocks.js';
import type { PolicyDocument } from '../policy/policy-document.js';
import type { PolicyElement } from '../policy/policy-tree.js';
import type { CheckName, Prediction } from './prediction.js';

/** What does not ask the lists of a token policy: directives inside it change nothing of them. */
const ownOfToken: readonly CheckName[] = ['source', 'form', 'lifetime'];

/**
 * The directive block of a template on which it depends whether a token policy refuses as predicted; null where it refuses whatever the template is
 * filled in with: no block is around it, and one in its lists matters to nothing that fails.
 */
export function findBlockOfRefusal(
  { blocks }: PolicyDocument,
  element: Pick<PolicyElement, 'start' | 'end' | 'openTag'>,
  { checks }: Pick<Prediction, 'checks'>,
): TemplateBlock | null {
  const block = findTemplateBlock(blocks, element);
  if (block === null || block.start < element.openTag.end) return block;
  return checks.some(({ check, outcome }) => outcome === 'fail' && ownOfToken.includes(check)) ? null : block;
}
