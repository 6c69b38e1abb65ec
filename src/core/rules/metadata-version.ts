import { findVersionPieces, versionAsPolicyWants, type VersionPiece } from '../judgement/causes/version-pieces.js';
import { say } from '../messages/message.js';
import type { Span } from '../text/span.js';
import type { PolicyRule, Report } from './rule.js';

/** Metadata of one version; audiences, or a required claim, of the other. What placeholders hold makes no difference. */
export const metadataVersion: PolicyRule = {
  scope: 'policy',
  code: 'metadata-version',
  severity: 'warning',
  certainty: 'documented',
  silencedBy: { place: ['unsatisfiable-claims', 'claim-missing', 'claim-mismatch', 'audience-mismatch'] },
  *check(context) {
    // A token of that version tells which of the two is meant: `issuer-mismatch` says so.
    if (versionAsPolicyWants(context) !== null) return;
    const pieces = context.once(findVersionPieces);
    const [config] = context.policy.openidConfigs;
    // Cured one by one they lead from one refusal to the next: all of them want the other document.
    if (pieces.length > 1 && config !== undefined) yield gather(config, pieces);
    else yield* pieces;
  },
};

function gather({ start, end }: Span, pieces: readonly VersionPiece[]): Report {
  const names = [...new Set(pieces.map(({ data }) => String(data['claim'])))];
  const has = pieces[0]?.data['has'] === 1 ? 1 : 2;
  const wants = has === 1 ? 2 : 1;
  return { start, end, message: say('metadata-version-several', { names, has, wants }), data: { part: 'several', has, wants } };
}
