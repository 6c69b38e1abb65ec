import { answer } from '../messages.js';
import type { ServerParts } from '../server-parts.js';
import { toPlace } from '../view/policy-cards.js';

/** Explains an error that the user pasted, and where in the policy document in front its cause stands. */
export function answerExplain(parts: ServerParts): void {
  const { documents, judgement } = parts;
  answer(parts, 'apimTokenDoctor/explain', ({ pasted, uri }) => {
    const document = uri === null ? undefined : documents.get(uri);
    return judgement.explainError(pasted, document?.getText()).map(({ idx, explanation, cures, location }) => ({
      idx,
      explanation,
      cures,
      place: document === undefined || location === undefined ? null : toPlace(document, location),
    }));
  });
}
