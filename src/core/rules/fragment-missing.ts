import { say } from '../messages/message.js';
import { elementsNamed } from '../policy/elements-named.js';
import { findAttribute } from '../policy/policy-tree.js';
import type { PathRule } from './rule.js';

/**
 * An `include-fragment` of a fragment that the folder does not have, where it has others. A name that differs in upper and lower case only counts as there:
 * whether a gateway tells them apart is not known.
 */
export const fragmentMissing: PathRule = {
  scope: 'path',
  code: 'fragment-missing',
  severity: 'warning',
  certainty: 'inferred',
  *check({ document, path: { around } }) {
    if (document.tree === null || around === undefined || around.service.fragments.length === 0) return;
    const { workspace } = around.met;
    const known = around.service.fragments.filter(fragment => fragment.workspace === workspace || fragment.workspace === null);
    const names = new Set(known.map(({ name }) => name.toLowerCase()));
    for (const element of elementsNamed(document, 'include-fragment')) {
      const id = findAttribute(element, 'fragment-id')?.value;
      if (id?.state !== 'literal' || names.has(id.value.trim().toLowerCase())) continue;
      yield { start: id.start, end: id.end, message: say('fragment-missing', { name: id.value }), data: { name: id.value } };
    }
  },
};
