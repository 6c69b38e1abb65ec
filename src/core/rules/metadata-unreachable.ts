import { say } from '../messages/message.js';
import { judgedCheck } from '../judgement/judged-check.js';
import { reportCheck } from './check-rule.js';
import { readAddress } from '../microsoft/read-address.js';
import { placeOfAddress } from '../metadata/address-place.js';
import type { PolicyRule } from './rule.js';

/** A document that was asked for and did not come. */
export const metadataUnreachable: PolicyRule = {
  scope: 'policy',
  code: 'metadata-unreachable',
  severity: 'information',
  certainty: 'documented',
  *check(context) {
    const judged = judgedCheck(context, 'signature', ['documents-missing']) ?? judgedCheck(context, 'issuer', ['issuer-documents-missing']);
    for (const address of judged?.reason.values.addresses ?? []) {
      const problem = context.facts.sources?.[address]?.problem;
      if (judged === null || problem === undefined) continue;
      const { family, version } = readAddress(address);
      const more = family === 'external-id' && version === 1 ? say('metadata-unreachable-version-1', {}) : null;
      yield reportCheck(
        context,
        judged,
        placeOfAddress(context.policy, context.facts, address),
        say('metadata-unreachable', { address, problem }),
        more,
      );
    }
  },
};
