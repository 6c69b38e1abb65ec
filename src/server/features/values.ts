import { CodeActionKind, type CodeAction } from 'vscode-languageserver';
import { isSecretName, judgeSuppliedValue, mentionedNames, type Finding } from '../../core/index.js';
import type { RefusedValue } from '../../protocol.js';
import { answer } from '../messages.js';
import type { Diagnosis } from '../readings.js';
import type { ServerParts } from '../server-parts.js';

/** The client's command that asks for a value; its argument is the name. */
const supplyCommand = 'apimTokenDoctor.supplyValue';

/** Which sets of values there are to choose from, once the workspace's files were read; and takes what somebody typed in for a missing value. */
export function answerValues(parts: ServerParts): void {
  const { workspace, values, grounds, facts } = parts;
  answer(parts, 'apimTokenDoctor/values/sets', async ({ uri }, cancellation) => {
    await workspace.whenRead(cancellation);
    return grounds.valueSetsFor(uri ?? '');
  });
  answer(parts, 'apimTokenDoctor/values/supply', params => {
    const refused: RefusedValue[] = [];
    const taken = Object.entries(params.values).filter(([name, value]) => {
      const reason = values.isSecret(name) ? 'secret-name' : judgeSuppliedValue(name, value);
      if (reason !== null) refused.push({ name, reason });
      return reason === null;
    });
    values.supply(Object.fromEntries(taken));
    facts.changed();
    return refused;
  });
}

/** Offers to type in what these findings wait for: named values and template variables that are unknown, and no secrets. */
export function offerValues(
  { values, language }: ServerParts,
  { document, judged }: Diagnosis,
  findings: readonly Finding[],
): CodeAction[] {
  if (!values.canBeSupplied) return [];
  const missing = new Set(findings.flatMap(({ data }) => (Array.isArray(data['missing']) ? (data['missing'] as readonly string[]) : [])));
  if (missing.size === 0) return [];
  const { sources = {}, templateSources = {} } = judged.facts;
  const { namedValues, templateVariables } = mentionedNames(document.text);
  const written = new Map([...namedValues].map(name => [name, `{{${name}}}`]));
  for (const name of templateVariables) written.set(name.replace(/^var\./, ''), name);
  const isSecret = (name: string): boolean =>
    isSecretName(name) || values.isSecret(name) || sources[name]?.secret === true || templateSources[name]?.secret === true;
  return [...written].flatMap(([name, shown]): CodeAction[] => {
    if (!(missing.has(name) || missing.has(shown)) || isSecret(name)) return [];
    const title = language.words.supplyValue({ name: shown });
    return [{ title, kind: CodeActionKind.QuickFix, command: { title, command: supplyCommand, arguments: [name] } }];
  });
}
