import { say } from '../messages/message.js';
import { elementsNamed } from '../policy/elements-named.js';
import { childElements } from '../policy/policy-tree.js';
import { listMetPolicies, writePlace } from '../scopes/met-policies.js';
import type { PathRule } from './rule.js';

/** A section `inbound` without `<base />`, or none at all, where a broader scope has a token policy. Silent where the scopes around are not known. */
export const baseMissing: PathRule = {
  scope: 'path',
  code: 'base-missing',
  severity: 'warning',
  certainty: 'documented',
  *check({ document, path: { around } }) {
    const { tree, root } = document;
    if (tree === null || root !== 'policies' || around === undefined) return;
    const sections = childElements(tree, 'inbound');
    if (elementsNamed(document, 'base').some(({ start }) => sections.some(section => section.start <= start && start < section.end)))
      return;
    const ways = around.upward.map(({ product, beyond }) => ({ product, dropped: listMetPolicies(beyond) }));
    const way =
      ways.find(({ product, dropped }) => product === null && dropped.length > 0) ?? ways.find(({ dropped }) => dropped.length > 0);
    if (way === undefined) return;
    const hasOther = document.tokenPolicies.some(({ section }) => section === 'inbound');
    const places = way.dropped.map(({ policy, at }) => writePlace(at, policy.start));
    yield {
      ...(sections[0] ?? tree).nameSpan,
      message: say('base-missing', { kind: way.dropped[0]?.policy.kind ?? '', places, product: way.product, hasOther }),
      // Whether a section that is not there is an empty one is not documented.
      ...(sections.length === 0 ? { certainty: 'inferred' as const } : {}),
      ...(hasOther ? { severity: 'information' as const } : {}),
      data: { dropped: places },
    };
  },
};
