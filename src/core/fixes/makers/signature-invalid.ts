import { isSignedBy } from '../../gateway/checks/explain-secret.js';
import { say } from '../../messages/message.js';
import { decodeBase64url, encodePaddedBase64 } from '../../metadata/base64.js';
import { signingKeyElements } from '../../policy/compared-values.js';
import { offerForToken } from '../trust/offer-for-token.js';
import type { Draft } from '../writing/build-fix.js';
import { replaceValue } from '../writing/edit-children.js';
import type { FixMaker } from '../fix-maker.js';

/** Writes the secret that made the signature in base64, where it stands in the policy as it is. */
export const signatureInvalid: FixMaker = {
  scope: 'policy',
  async make(context) {
    const { policy, facts, finding } = context;
    if (finding.data['reason'] !== 'secret-without-base64' || facts.token?.status !== 'decoded') return [];
    const { header, compact } = facts.token;
    const text = compact.reveal();
    const end = text.lastIndexOf('.');
    const signature = decodeBase64url(text.slice(end + 1));
    const algorithm = header['alg'];
    if (signature === null || typeof algorithm !== 'string') return [];
    const drafts: Draft[] = [];
    for (const { value } of signingKeyElements(policy)) {
      if (value.state !== 'literal' || !(await isSignedBy({ signed: text.slice(0, end) }, value.value, algorithm, signature))) continue;
      const edits = [replaceValue(value, encodePaddedBase64(new TextEncoder().encode(value.value.trim())))];
      drafts.push({ title: say('fix-secret-base64', {}), edits, widens: true });
    }
    // The secret is the policy's own, and no issuer comes in by it.
    return offerForToken(context, 'signature', drafts, { isNamed: true });
  },
};
