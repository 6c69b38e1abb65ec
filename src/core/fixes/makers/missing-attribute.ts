import { configurationUnder, publicEndpoint } from '../../microsoft/write-address.js';
import { say } from '../../messages/message.js';
import { buildFix } from '../writing/build-fix.js';
import { insertAttributes } from '../writing/edit-children.js';
import type { FixMaker } from '../fix-maker.js';
import { findNamedElement } from '../writing/find-target.js';

/** What stands for the value until its author knows it: a named value, so that the policy says what is missing. */
const placeholders: Readonly<Record<string, string>> = {
  'tenant-id': '{{tenant-id}}',
  url: configurationUnder(`${publicEndpoint}/{{tenant-id}}`, 2),
  name: '{{claim-name}}',
  'certificate-id': '{{certificate-id}}',
};

/** Inserts a required attribute, with a named value to be filled in. */
export const missingAttribute: FixMaker = {
  scope: 'policy',
  make(context) {
    const element = findNamedElement(context);
    const { name } = context.finding.data;
    const value = typeof name === 'string' ? placeholders[name] : undefined;
    if (element === undefined || typeof name !== 'string' || value === undefined) return [];
    const edits = [insertAttributes(context.document, element, [[name, value]])];
    return [buildFix(context, { title: say('fix-insert-attribute', { attribute: `${name}="${value}"` }), edits, widens: false })];
  },
};
