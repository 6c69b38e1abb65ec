import { say } from '../../messages/message.js';
import { isGuid } from '../../microsoft/tenant.js';
import { addToList, replaceValue } from '../writing/edit-children.js';
import type { Draft } from '../writing/build-fix.js';
import type { FixMaker } from '../fix-maker.js';
import { offerForToken } from '../trust/offer-for-token.js';

/** Accepts the token's client id. */
export const applicationMismatch: FixMaker = {
  scope: 'policy',
  make(context) {
    const { document, policy, facts } = context;
    const claims = facts.token?.claims ?? {};
    const client = claims['ver'] === '2.0' ? claims['azp'] : claims['appid'];
    if (typeof client !== 'string' || !isGuid(client) || policy.clientApplicationIds.length === 0) return [];
    const meant = policy.clientApplicationIds.find(
      ({ state, value }) => state === 'literal' && value.trim().toLowerCase() === client.toLowerCase(),
    );
    const draft: Draft =
      meant === undefined
        ? {
            title: say('fix-application-add', { client }),
            edits: addToList(document, policy, 'client-application-ids', [`<application-id>${client}</application-id>`]),
            widens: true,
          }
        : { title: say('fix-application-rewrite', { client, instead: meant.value }), edits: [replaceValue(meant, client)], widens: true };
    return offerForToken(context, 'application', [draft]);
  },
};
