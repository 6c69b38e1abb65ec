import { say } from '../messages/message.js';
import { elementsNamed } from '../policy/elements-named.js';
import { findAttribute } from '../policy/policy-tree.js';
import type { DocumentRule } from './rule.js';

/** An `include-fragment` in a fragment. */
export const fragmentNested: DocumentRule = {
  scope: 'document',
  code: 'fragment-nested',
  severity: 'warning',
  certainty: 'documented',
  *check({ document }) {
    if (document.root !== 'fragment') return;
    for (const element of elementsNamed(document, 'include-fragment')) {
      const name = findAttribute(element, 'fragment-id')?.value.value ?? null;
      yield { ...element.nameSpan, message: say('fragment-nested', { name }), data: { name } };
    }
  },
};
