import type { Provider } from '../../knowledge/providers/provider.js';
import { say, type Message } from '../../messages/message.js';
import { recogniseProvider } from '../../token/recognise-provider.js';
import type { PolicyAlone } from '../judged.js';

/** Who issued the token of the facts; null without one. */
export function providerOf({ facts }: PolicyAlone): Provider | null {
  return facts.token === undefined ? null : recogniseProvider(facts.token).provider;
}

/** How to get a token for this API from the token's own issuer; null for Microsoft's, of which rules say it themselves, and for those nobody knows. */
export function adviseAudience(context: PolicyAlone): Message | null {
  const provider = providerOf(context);
  if (provider === null || ['entra', 'external-id', 'own'].includes(provider.name)) return null;
  const { name, title, askAudience } = provider;
  return say('audience-ask', { provider: name, title, certain: askAudience.certainty !== 'inferred' });
}

/** What the form of the token's issuer tells about its tokens; null where it tells nothing. */
export function adviseOnIssuer(context: PolicyAlone): Message | null {
  const issuer = context.facts.token?.claims['iss'];
  if (typeof issuer !== 'string') return null;
  const note = providerOf(context)?.issuerNotes?.find(({ pattern }) => pattern.test(issuer))?.note;
  return note === undefined ? null : say('issuer-note', { note: note.value });
}
