import { configurationUnder, publicEndpoint } from '../../microsoft/write-address.js';
import { say } from '../../messages/message.js';
import { buildFix } from '../writing/build-fix.js';
import { insertChild } from '../writing/edit-children.js';
import type { FixMaker } from '../fix-maker.js';

/** Inserts the metadata of the tenant, as a named value to be filled in. */
export const noKeys: FixMaker = {
  scope: 'policy',
  make(context) {
    const { document, policy } = context;
    const url = configurationUnder(`${publicEndpoint}/{{tenant-id}}`, 2);
    const edits = insertChild(document, policy, { name: 'openid-config', attributes: [['url', url]] });
    return edits.length === 0 ? [] : [buildFix(context, { title: say('fix-insert-metadata', {}), edits, widens: true })];
  },
};
