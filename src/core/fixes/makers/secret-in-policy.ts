import { decryptionKeyElements } from '../../policy/compared-values.js';
import { say } from '../../messages/message.js';
import { buildFix } from '../writing/build-fix.js';
import { replaceValue } from '../writing/edit-children.js';
import type { FixMaker } from '../fix-maker.js';
import { findUnderlinedValue } from '../writing/find-target.js';

/** Writes a named value in the place of a secret. The secret itself has to be kept there first: the title says so. */
export const secretInPolicy: FixMaker = {
  scope: 'policy',
  make(context) {
    const value = findUnderlinedValue(context);
    if (value === undefined) return [];
    const decrypts = decryptionKeyElements(context.policy).some(element => element.value === value);
    const name = decrypts ? 'token-decryption-key' : 'token-signing-key';
    return [buildFix(context, { title: say('fix-secret', { name }), edits: [replaceValue(value, `{{${name}}}`)], widens: false })];
  },
};
