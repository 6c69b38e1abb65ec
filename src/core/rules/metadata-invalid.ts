import { enginesFor } from '../gateway/library/engines.js';
import { judgedCheck } from '../judgement/judged-check.js';
import type { PolicyAlone } from '../judgement/judged.js';
import { say } from '../messages/message.js';
import { placeOfAddress } from '../metadata/address-place.js';
import { findRefusedDocuments, isRefusedByAll } from '../metadata/document-faults.js';
import { knowValue } from '../policy/known-value.js';
import { reportCheck } from './check-rule.js';
import type { PolicyRule, Report } from './rule.js';

const ofDocuments = [
  'document-unreadable',
  'document-refused',
  'document-refused-by-some',
  'document-refused-beside',
  'keys-over-http',
] as const;

/** A document that is at hand and is not what it should be. */
export const metadataInvalid: PolicyRule = {
  scope: 'policy',
  code: 'metadata-invalid',
  severity: 'error',
  certainty: 'documented',
  *check(context) {
    const judged = judgedCheck(context, 'signature', [...ofDocuments, 'no-signing-keys']) ?? judgedCheck(context, 'issuer', ofDocuments);
    if (judged === null) {
      if (context.prediction === null) yield* reportRefused(context);
      return;
    }
    const { policy } = context;
    // Without any source of keys the policy is at fault: `no-keys`.
    if (judged.reason.code === 'no-signing-keys' && policy.kind === 'validate-jwt' && policy.openidConfigs.length === 0) return;
    yield reportCheck(context, judged, placeOfAddress(context.policy, context.facts, addressOf(judged.reason)));
  },
};

function addressOf(reason: { readonly code: string; readonly values: object }): string {
  const values: { readonly addresses?: readonly string[]; readonly address?: string } = reason.values;
  return values.address ?? values.addresses?.[0] ?? '';
}

/** Without a token: each document that the library refuses as a whole. */
function* reportRefused({ policy, facts }: PolicyAlone): Iterable<Report> {
  const engines = enginesFor(policy.kind);
  const generations = [...new Set(engines.map(({ generation }) => generation))];
  for (const url of policy.openidConfigs) {
    const known = knowValue(url, facts.namedValues);
    if (!known.known) continue;
    const refused = findRefusedDocuments(facts.metadata, known.text, facts.keyRing);
    for (const { address, faults } of refused) {
      const isByAll = isRefusedByAll(refused, generations);
      const refuses = (generation: (typeof generations)[number]): boolean => faults.some(({ refusedBy }) => refusedBy.includes(generation));
      const values = {
        address,
        faults,
        refused: engines.filter(({ generation }) => refuses(generation)),
        accepted: engines.filter(({ generation }) => !refuses(generation)),
      };
      yield {
        ...placeOfAddress(policy, facts, address),
        message: isByAll ? say('document-refused', { address, faults }) : say('document-refused-by-some', values),
        severity: isByAll ? 'error' : 'warning',
        certainty: 'inferred',
      };
    }
  }
}
