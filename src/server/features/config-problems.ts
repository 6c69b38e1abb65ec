import { DiagnosticSeverity, type Diagnostic } from 'vscode-languageserver';
import { findUnknownSet, wordConfigProblem, type ConfigProblem } from '../../core/index.js';
import type { ServerParts } from '../server-parts.js';
import { diagnosticSource } from '../capabilities.js';
import type { PlacedConfig } from '../workspace-configs.js';

/** Shows what is wrong with the workspace's configs on their own lines, whether somebody has opened them or not. Also a client that pulls takes these. */
export function tellConfigProblems(parts: ServerParts): void {
  const { connection, configs, workspace, facts, grounds, language } = parts;
  const shown = new Map<string, string>();
  let turn = 0;

  const toDiagnostic = (problem: ConfigProblem): Diagnostic => {
    const start = { line: problem.line - 1, character: problem.column - 1 };
    return {
      range: { start, end: { line: start.line, character: start.character + Math.max(problem.end - problem.start, 1) } },
      severity: problem.severity === 'error' ? DiagnosticSeverity.Error : DiagnosticSeverity.Warning,
      source: diagnosticSource,
      code: 'config',
      message: wordConfigProblem(problem, language.core),
    };
  };
  const list = async (found: PlacedConfig): Promise<readonly ConfigProblem[]> => {
    const { sets } = await grounds.valueSetsFor(`${found.folder}/policy.xml`);
    const unknown = findUnknownSet(found, sets);
    return unknown === null ? found.problems : [...found.problems, unknown];
  };
  const tell = async (): Promise<void> => {
    const own = (turn += 1);
    const problems = new Map<string, readonly ConfigProblem[]>();
    for (const found of configs.all) problems.set(found.path, await list(found));
    if (own !== turn) return;
    for (const uri of new Set([...shown.keys(), ...problems.keys()])) {
      const diagnostics = (problems.get(uri) ?? []).map(toDiagnostic);
      const print = JSON.stringify(diagnostics);
      if ((shown.get(uri) ?? '[]') === print) continue;
      shown.set(uri, print);
      await connection.sendDiagnostics({ uri, diagnostics });
    }
  };
  const refresh = (): void => void tell().catch(() => undefined);
  configs.onChange(() => facts.changed());
  configs.onChange(refresh);
  workspace.onChange(refresh);
}
