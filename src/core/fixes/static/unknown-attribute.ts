import { say } from '../../messages/message.js';
import { buildFix } from '../build-fix.js';
import { removeAttribute } from '../edit-children.js';
import type { FixMaker } from '../fix-maker.js';
import { findUnderlinedAttribute } from './find-target.js';

/** Renames a misspelt attribute; removes one that nobody knows. */
export const unknownAttribute: FixMaker = {
  scope: 'policy',
  make(context) {
    const { document, finding } = context;
    const found = findUnderlinedAttribute(context);
    if (found === undefined || found.attribute.name !== finding.data['name']) return [];
    const { name, nameSpan } = found.attribute;
    const { suggestion } = finding.data;
    if (typeof suggestion === 'string') {
      const edits = [{ start: nameSpan.start, end: nameSpan.end, text: suggestion }];
      return [
        buildFix(context, {
          title: say('fix-rename', { from: name, to: suggestion }),
          edits,
          widens: false,
          neutral: true,
          preferred: true,
        }),
      ];
    }
    return [
      buildFix(context, {
        title: say('fix-remove-element', { name }),
        edits: [removeAttribute(document.text, found.attribute)],
        widens: false,
      }),
    ];
  },
};
