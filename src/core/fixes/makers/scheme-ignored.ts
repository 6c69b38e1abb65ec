import { say } from '../../messages/message.js';
import { buildFix } from '../writing/build-fix.js';
import { removeAttribute } from '../writing/edit-children.js';
import type { FixMaker } from '../fix-maker.js';
import { findUnderlinedAttribute } from '../writing/find-target.js';

/** Removes a require-scheme that the gateway ignores. */
export const schemeIgnored: FixMaker = {
  scope: 'policy',
  make(context) {
    const attribute = findUnderlinedAttribute(context)?.attribute;
    if (attribute?.name !== 'require-scheme') return [];
    const edits = [removeAttribute(context.document.text, attribute)];
    return [
      buildFix(context, {
        title: say('fix-remove-element', { name: 'require-scheme' }),
        edits,
        widens: false,
        neutral: true,
        preferred: true,
      }),
    ];
  },
};
