import { errorCodes } from '../knowledge/error-codes.js';
import { errorFamilies, errorPatterns } from '../knowledge/error-patterns.js';
import { compareIssuers } from './compare-issuers.js';
import type { ErrorValues, Explanation } from './explanation.js';
import { extractErrorValues } from './extract-error-values.js';
import { locateCause } from './locate-cause.js';

/** Longer texts are cut: no trace line is longer, and a pasted file must not cost time. */
const longestText = 1_000_000;

/**
 * Explains what an API gateway said: a trace (JSON or text), a response body, a message of the validation library.
 * The outermost code comes first, then those quoted inside it; codes in links do not count. Without any code the
 * documented and observed texts of the gateway are tried. Empty where nothing is recognised.
 *
 * @param text the policy document at hand, if any: an explanation then says where in it the cause stands.
 * Never quotes a token, though older generations of the library print whole tokens.
 */
export function explainError(pasted: string, text?: string): Explanation[] {
  const trace = pasted.slice(0, longestText);
  const explanations = explainCodes(trace);
  const found = explanations.length > 0 ? explanations : explainPatterns(trace);
  return text === undefined ? found : found.map(explanation => ({ ...explanation, ...locateCause(explanation, text) }));
}

function explainCodes(trace: string): Explanation[] {
  // A code behind a slash stands in a link to the library's help; behind a line break that is escaped stands a letter.
  const places = [...trace.matchAll(/(?:(?<![/\w])|(?<=\\[nrt]|\\u000[aAdD]))IDX[ -]?\d{5}(?!\d)/gi)];
  const seen = new Set<string>();
  const explanations: Explanation[] = [];
  for (const [index, place] of places.entries()) {
    const idx = place[0].toUpperCase().replace(/[ -]/, '');
    if (seen.has(idx)) continue;
    seen.add(idx);
    explanations.push(explainCode(idx, extractErrorValues(trace.slice(place.index, places[index + 1]?.index))));
  }
  return explanations;
}

function explainCode(idx: string, values: ErrorValues): Explanation {
  const known = errorCodes.find(({ codes }) => codes.split(' ').includes(idx));
  if (known) {
    const remarks = known.check === 'issuer' ? compareIssuers(values) : [];
    return { idx, check: known.check, values, explanation: [known.explanation, ...remarks].join(' '), cures: known.cures };
  }
  const family = errorFamilies.find(each => each.pattern.test(idx));
  return {
    idx,
    check: family?.check ?? 'form',
    values,
    explanation: `A message of the gateway's validation library about ${family?.about ?? 'the token'}. What exactly it means is not known to this tool.`,
    cures: [
      'Decode the token beside the policy: the panel goes through every check.',
      `Look the code up in the library's own list of messages: ${idx}.`,
    ],
  };
}

function explainPatterns(trace: string): Explanation[] {
  for (const { pattern, check, explanation, cures } of errorPatterns) {
    const match = pattern.exec(trace);
    if (!match) continue;
    const claim = match.groups?.['claim'] ?? match.groups?.['claim2'];
    return [{ idx: null, check, values: claim === undefined ? {} : { claim }, explanation, cures }];
  }
  return [];
}
