import type { Catalogue } from '../messages/catalogue.js';
import { say } from '../messages/message.js';
import { render } from '../messages/render.js';
import type { ScopeProblem } from '../scopes/scopes.js';

/** What is wrong with a file or a resource of the scopes, in a sentence or two that do not name the file. */
export function wordScopeProblem(problem: ScopeProblem, catalogue: Catalogue): string {
  const { code, name } = problem;
  return render(say('scope-problem', { code, name, near: problem.near ?? null }), catalogue);
}
