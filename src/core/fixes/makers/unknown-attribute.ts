import { say } from '../../messages/message.js';
import { buildFix } from '../writing/build-fix.js';
import { removeAttribute } from '../writing/edit-children.js';
import type { FixMaker } from '../fix-maker.js';
import { findUnderlinedAttribute } from '../writing/find-target.js';
import { effectOfAttribute } from '../writing/rename-effect.js';
import { writeRename } from '../writing/write-rename.js';

/** Renames a misspelt attribute; removes one that nobody knows. */
export const unknownAttribute: FixMaker = {
  scope: 'policy',
  make(context) {
    const { document, policy, finding } = context;
    const found = findUnderlinedAttribute(context);
    if (found === undefined || found.attribute.name !== finding.data['name']) return [];
    const { name, nameSpan } = found.attribute;
    const { suggestion } = finding.data;
    if (typeof suggestion === 'string') {
      const edits = [{ start: nameSpan.start, end: nameSpan.end, text: suggestion }];
      const effect = effectOfAttribute(policy, found.element, found.attribute, suggestion);
      return [buildFix(context, writeRename(name, suggestion, edits, effect))];
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
