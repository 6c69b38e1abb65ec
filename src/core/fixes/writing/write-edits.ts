import type { EmbeddedPolicy } from '../../hosts/host-file.js';
import { writeBack, type HostSource, type WrittenBack } from '../../hosts/write-back.js';
import { say } from '../../messages/message.js';
import { isTakenAsXml } from '../../policy/second-opinion.js';
import { applyEdits, type Edit } from '../../text/edit.js';

/**
 * The last step before a file is changed: edits of a policy text as edits of its file, or why nothing is to be written. What another reader of
 * XML took before, it has to take afterwards; and a host has to mean by the result what was meant.
 *
 * @param policy one of those that `readHost` found in that file; null where the file is the policy
 * @param edits measured on the policy's text
 */
export function writeEdits(source: HostSource, policy: EmbeddedPolicy | null, edits: readonly Edit[]): WrittenBack {
  if (edits.length === 0) return { edits };
  const { text } = policy ?? source;
  if (!isTakenAsXml(applyEdits(text, edits)) && isTakenAsXml(text)) return { refusal: say('fix-breaks-xml', {}) };
  return policy === null ? { edits } : writeBack(source, policy, edits);
}
