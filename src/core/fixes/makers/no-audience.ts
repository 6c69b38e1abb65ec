import { say } from '../../messages/message.js';
import { buildFix } from '../writing/build-fix.js';
import { insertChild } from '../writing/edit-children.js';
import type { FixMaker } from '../fix-maker.js';

/** Inserts the audience of the API, as a named value to be filled in. */
export const noAudience: FixMaker = {
  scope: 'policy',
  make(context) {
    const { document, policy } = context;
    const edits = insertChild(document, policy, { name: 'audiences', entries: ['<audience>{{api-audience}}</audience>'] });
    return edits.length === 0 ? [] : [buildFix(context, { title: say('fix-insert-audiences', {}), edits, widens: false })];
  },
};
