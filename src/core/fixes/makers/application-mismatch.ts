import { say } from '../../messages/message.js';
import { isGuid } from '../../microsoft/tenant.js';
import { addToList, replaceValue } from '../writing/edit-children.js';
import type { Draft } from '../writing/build-fix.js';
import { findPublicClient } from '../../knowledge/public-clients.js';
import { findInOtherClaim } from '../../token/elsewhere/find-elsewhere.js';
import type { FixMaker, PolicyFixContext } from '../fix-maker.js';
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
    const known = findPublicClient(client);
    if (known !== undefined) {
      const title = say('fix-application-public', { client, title: known.title });
      return offerForToken(context, 'application', [{ ...draft, title, preferred: false, alone: true }], { isPublicClient: true });
    }
    return offerForToken(context, 'application', [...replaceObjectId(context, client), draft]);
  },
};

/** Whoever listed the object id of the caller meant the caller: its client id in that place. */
function replaceObjectId({ policy, facts }: PolicyFixContext, client: string): Draft[] {
  const literal = policy.clientApplicationIds.filter(({ state }) => state === 'literal');
  const found = findInOtherClaim(
    'appid',
    literal.map(({ value }) => value.trim()),
    { oid: facts.token?.claims['oid'] },
  );
  const listed = found === null ? undefined : literal.find(({ value }) => value.trim() === found.wanted);
  if (listed === undefined) return [];
  const title = say('fix-application-instead', { client, wanted: listed.value });
  return [{ title, edits: [replaceValue(listed, client)], widens: true }];
}
