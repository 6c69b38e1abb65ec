import type { CancellationToken } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Explanation } from '../../core/explain/explanation.js';
import { selectRelatedFindings } from '../../core/explain/related-findings.js';
import type { ErrorExplanation, RelatedFinding } from '../../protocol.js';
import type { Diagnosis } from '../diagnoser.js';
import { answer } from '../messages.js';
import type { ServerParts } from '../server-parts.js';
import { toPlace } from '../view/policy-cards.js';

/**
 * Explains an error that the user pasted, where in the policy document in front its cause stands, and what was found there anyway. A pasted
 * text chooses no fix: what is offered are the fixes of findings, under the same rules as ever.
 */
export function answerExplain(parts: ServerParts): void {
  const { documents, judgement, diagnoser } = parts;
  answer(parts, 'apimTokenDoctor/explain', async ({ pasted, uri }, cancellation) => {
    const document = uri === null ? undefined : documents.get(uri);
    const explanations = judgement.explainError(pasted, document?.getText());
    if (document === undefined) return explanations.map(explanation => describe(explanation, null, []));
    const diagnosis = await diagnoser.diagnose(document, cancellation);
    const described: ErrorExplanation[] = [];
    for (const explanation of explanations) {
      const findings = diagnosis === null ? [] : await relate(parts, document, explanation, diagnosis, cancellation);
      described.push(describe(explanation, document, findings));
    }
    return described;
  });
}

function describe(
  { idx, explanation, cures, location }: Explanation,
  document: TextDocument | null,
  findings: readonly RelatedFinding[],
): ErrorExplanation {
  const place = document === null || location === undefined ? null : toPlace(document, location);
  return { idx, explanation, cures, place, findings };
}

async function relate(
  { judgement, log }: ServerParts,
  document: TextDocument,
  explanation: Explanation,
  { findings, facts }: Diagnosis,
  cancellation: CancellationToken,
): Promise<RelatedFinding[]> {
  const policies = judgement.readPolicies(document.getText());
  const related: RelatedFinding[] = [];
  for (const finding of selectRelatedFindings(explanation, findings)) {
    if (cancellation.isCancellationRequested) return [];
    let fix: string | null = null;
    try {
      fix = (await judgement.fixInDocument(policies, finding, facts))[0]?.title ?? null;
    } catch (error) {
      log.failure(`The fixes of ${finding.code} failed`, error);
    }
    related.push({ code: finding.code, message: finding.message, place: toPlace(document, finding), fix });
  }
  return related;
}
