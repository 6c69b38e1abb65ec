import { sendNotification } from '../messages.js';
import type { ServerParts } from '../server-parts.js';

/** How long typing must rest before what stands around the text is asked for again (milliseconds). */
const rest = 300;

/** After a change of one document among scopes, the others there are asked for again: what they meet may be something else now. */
export function tellChangedScopes(parts: ServerParts): void {
  const { connection, scopes, client } = parts;
  const waiting: { timer?: ReturnType<typeof setTimeout> } = {};
  const tell = (): void => {
    sendNotification(parts, 'apimTokenDoctor/scopesChanged', { found: (scopes.current?.services.length ?? 0) > 0 });
    if (client().workspace?.diagnostics?.refreshSupport !== true) return;
    connection.languages.diagnostics.refresh().catch(() => undefined);
  };
  scopes.onChange(() => {
    clearTimeout(waiting.timer);
    waiting.timer = setTimeout(tell, rest);
  });
}
