import type { CancellationToken } from 'vscode-languageserver';
import { judge, makeFixes, offerFixes, pathWithin, putPrimaryFirst, render, runRules, say } from '../../core/index.js';
import type { Cause } from '../../view.js';
import { toSignal } from '../grounds.js';
import type { ServerParts } from '../server-parts.js';
import type { MetPaths } from './path-cards.js';
import { PathPlaces } from './path-places.js';

/**
 * Why the token policy that decides a path answers so, where it stands in another file than the one in front: what the diagnosis of that file says
 * about the check, and whether something is offered there. Null where the file itself decides, where no finding is about it, and where the
 * file has changed meanwhile. Never rejects: without a cause the verdict still names the check.
 */
export async function findCause(parts: ServerParts, met: MetPaths, cancellation: CancellationToken): Promise<Cause | null> {
  return workOut(parts, met, cancellation).catch((error: unknown) => {
    parts.log.failure(words => words.causeFailed(), error);
    return null;
  });
}

async function workOut(
  { grounds, scopes, language }: ServerParts,
  { inForce, key }: MetPaths,
  cancellation: CancellationToken,
): Promise<Cause | null> {
  const decides = inForce.verdict?.answer.policy ?? null;
  if (decides === null || decides.at.source.key === key) return null;
  const { source } = decides.at;
  const { facts, factsOf } = await grounds.pathFactsFor(inForce.target.root);
  const path = scopes.current === null ? null : pathWithin(scopes.current, source.key, factsOf);
  const uri = scopes.uriOf(source.path);
  if (path === null || uri === undefined || path.document !== source.document) return null;
  const judged = await judge(path, factsOf?.(decides.at) ?? facts);
  const findings = await runRules(judged, await grounds.optionsFor(uri, toSignal(cancellation)));
  const { reports, checks, outcome } = decides.prediction;
  const check = reports?.check ?? checks.find(each => each.outcome !== 'pass')?.check;
  const index = judged.policies.find(({ policy }) => policy.start === decides.policy.start)?.index;
  const about = findings.filter(({ policy, data }) => policy === index && data['check'] === check && data['outcome'] === outcome);
  const [first, ...others] = putPrimaryFirst(judged, about);
  if (first === undefined) return null;
  const places = new PathPlaces(scopes, inForce);
  for (const finding of [first, ...others]) {
    const [fix] = await offerFixes(judged, await makeFixes(judged, finding).catch(() => []));
    const place = places.toFilePlace(source, finding);
    if (fix === undefined || place === null) continue;
    return { title: first.title, place, fixes: render(say('show-fixes', {}), language.core), after: fix.after?.words ?? null };
  }
  const place = places.toFilePlace(source, first);
  return place && { title: first.title, place, fixes: null, after: null };
}
