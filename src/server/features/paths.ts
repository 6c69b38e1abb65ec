import type { CancellationToken } from 'vscode-languageserver';
import { keyOfTarget, wordPath, type JudgedPath } from '../../core/index.js';
import type { ApiPaths, RequestPath, RequestPaths } from '../../paths-protocol.js';
import { answer } from '../messages.js';
import type { ServerParts } from '../server-parts.js';
import { outcomeOf } from '../view/path-cards.js';
import { PathPlaces } from '../view/path-places.js';
import { toPolicyStations } from '../view/station-cards.js';

/** The APIs and operations of the workspace, with what a request to each meets. */
export function answerPaths(parts: ServerParts): void {
  answer(parts, 'apimTokenDoctor/paths', ({ most }, cancellation) => listRequestPaths(parts, most, cancellation));
}

async function listRequestPaths(parts: ServerParts, most: number, cancellation: CancellationToken): Promise<RequestPaths> {
  const { scopes, paths } = parts;
  await scopes.wake(null);
  const services = scopes.current?.services ?? [];
  const apis = new Map<string, ApiPaths & { readonly paths: RequestPath[] }>();
  let more = 0;
  let left = most;
  for (const { root } of services) {
    const judged = await paths.judge(root, cancellation);
    for (const path of judged?.paths ?? []) {
      if (left === 0) {
        more += 1;
        continue;
      }
      left -= 1;
      const { workspace, api: name } = path.target;
      const where = [services.length > 1 ? root : '', workspace ?? ''].filter(part => part !== '').join(' / ');
      const key = JSON.stringify([root, workspace, name]);
      const api = apis.get(key) ?? { key, name, where: where === '' ? null : where, paths: [] };
      api.paths.push(toRequestPath(path, parts));
      apis.set(key, api);
    }
  }
  return { apis: [...apis.values()], more, unread: parts.language.words.unread(scopes.unread) || null };
}

function toRequestPath(path: JudgedPath, { scopes, language }: ServerParts): RequestPath {
  const { target, verdict } = path;
  const places = new PathPlaces(scopes, path);
  const words = verdict === null ? null : wordPath(verdict, places.nameFile, language.core);
  const policies = toPolicyStations(path, places, language.words);
  return {
    key: keyOfTarget(target),
    name: language.words.wayOfApi(target),
    answer: words?.headline ?? null,
    notRead: words?.notRead ?? null,
    outcome: outcomeOf(verdict),
    place: places.place(verdict?.answer.decidedBy ?? null) ?? policies[0]?.place ?? null,
    policies,
  };
}
