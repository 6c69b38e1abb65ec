import { wordScopeProblem } from '../../core/index.js';
import { sendNotification } from '../messages.js';
import type { ServerParts } from '../server-parts.js';

/** How long typing must rest before what stands around the text is asked for again (milliseconds). */
const rest = 300;

/** So many problems of files are written to the log. */
const mostSaid = 200;

/**
 * After a change of one document among scopes, the others there are asked for again: what they meet may be something else now. What of their files is of no use is
 * written to the log.
 */
export function tellChangedScopes(parts: ServerParts): void {
  const { connection, scopes, client, log, language } = parts;
  const said = new Set<string>();
  const waiting: { timer?: ReturnType<typeof setTimeout> } = {};
  // Each once: what is typed may be wrong and right again many times.
  const sayProblems = (): void => {
    for (const problem of scopes.current?.problems ?? []) {
      const { path, line } = problem;
      const at = line === undefined ? path : `${path}:${String(line)}`;
      const why = wordScopeProblem(problem, language.core);
      if (said.size < mostSaid && !said.has(`${at} ${why}`)) log.warn(words => words.scopeProblem({ at, why }));
      said.add(`${at} ${why}`);
    }
  };
  const tell = (): void => {
    sayProblems();
    sendNotification(parts, 'apimTokenDoctor/scopesChanged', { found: (scopes.current?.services.length ?? 0) > 0 });
    if (client().workspace?.diagnostics?.refreshSupport !== true) return;
    connection.languages.diagnostics.refresh().catch(() => undefined);
  };
  scopes.onChange(() => {
    clearTimeout(waiting.timer);
    waiting.timer = setTimeout(tell, rest);
  });
}
