import { readScopes } from '../../src/core/scopes/read-scopes.js';
import type { Uncertainty } from '../../src/core/scopes/scopes.js';

/** Everything that files tell of scopes, a line for each thing. `files`: their texts by their paths. */
export function tellScopes(files: Readonly<Record<string, string>>): string[] {
  const { services, problems, missing } = readScopes(Object.entries(files).map(([path, text]) => ({ path, text })));
  const words = (...parts: readonly (string | number | boolean | null | undefined)[]): string =>
    parts.flatMap(part => (part === undefined || part === null || part === false ? [] : [String(part)])).join(' ');
  const open = (uncertain: Uncertainty | undefined): string | null =>
    uncertain === undefined ? null : words(uncertain.name && 'name?', uncertain.policy && 'policy?');
  const key = (needed: boolean | null): string => (needed === null ? 'key?' : needed ? 'key' : 'no-key');
  return [
    ...services.flatMap(({ root, form, global, workspaces, products, apis, fragments }) => [
      words(form, JSON.stringify(root), global),
      ...workspaces.map(each => words('workspace', each.name, each.policy, open(each.uncertain))),
      ...products.map(each =>
        words('product', each.workspace, each.name, each.policy, open(each.uncertain), key(each.subscriptionRequired), ...each.apis),
      ),
      ...apis.flatMap(each => [
        words(
          'api',
          each.workspace,
          each.name,
          each.policy,
          open(each.uncertain),
          each.path,
          key(each.subscriptionRequired),
          each.isMcp && 'mcp',
        ),
        ...each.operations.map(({ name, policy, uncertain }) => words('  operation', name, policy, open(uncertain))),
      ]),
      ...fragments.map(each => words('fragment', each.workspace, each.name, each.policy, each.references?.join(), open(each.uncertain))),
    ]),
    ...problems.map(({ path, line, code, name }) => words('problem', path, line, code, name)),
    ...missing.map(path => words('missing', path)),
  ];
}
