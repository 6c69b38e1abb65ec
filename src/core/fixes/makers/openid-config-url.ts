import { say } from '../../messages/message.js';
import { buildFix } from '../writing/build-fix.js';
import { replaceValue } from '../writing/edit-children.js';
import type { FixMaker } from '../fix-maker.js';
import { escapeXml } from '../rewrite/address-text.js';
import { isWritten } from '../writing/written-part.js';

/** Writes the discovery address that was meant. */
export const openidConfigUrl: FixMaker = {
  scope: 'policy',
  make(context) {
    const { policy, finding } = context;
    const { suggestion } = finding.data;
    const value = policy.openidConfigs.find(({ start, end }) => start === finding.start && end === finding.end);
    if (value === undefined || typeof suggestion !== 'string' || value.parts.some(isWritten)) return [];
    return [
      buildFix(context, {
        title: say('fix-address', { address: suggestion }),
        edits: [replaceValue(value, escapeXml(suggestion))],
        widens: false,
        preferred: true,
      }),
    ];
  },
};
