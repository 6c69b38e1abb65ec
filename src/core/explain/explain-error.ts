import { errorCodes } from '../knowledge/error-codes.js';
import { errorFamilies, errorPatterns, type ErrorPattern } from '../knowledge/error-patterns.js';
import { surroundingsPatterns } from '../knowledge/surroundings-patterns.js';
import { errorRemarks } from '../messages/english/error-remarks.js';
import type { PolicyDocument } from '../policy/policy-document.js';
import { findAttribute } from '../policy/policy-tree.js';
import type { TokenPolicy } from '../policy/token-policy.js';
import { compareAudiences } from './compare-audiences.js';
import { compareIssuers } from './compare-issuers.js';
import type { ErrorValues, Explanation } from './explanation.js';
import { extractErrorValues } from './extract-error-values.js';
import { locateCause } from './locate-cause.js';
import { makeQuotable, quotableValues, withoutTokens } from './quoted-values.js';
import { findRelatedRules } from './related-rules.js';
import { remarkOnKeys } from './remark-on-keys.js';
import { remarkOnTimes } from './remark-on-times.js';
import { undoEscapes } from './undo-escapes.js';

/** Longer texts are cut: no trace line is longer, and a pasted file must not cost time. */
const longestText = 1_000_000;

/**
 * Explains what an API gateway said: a trace (JSON or text), a response body, a message of the validation library.
 * The outermost code comes first, then those quoted inside it; codes in links do not count. Without any code that says
 * what failed the documented and observed texts of the gateway are tried. Empty where nothing is recognised.
 *
 * @param document the policy document at hand, if any: an explanation then says where in it the cause stands.
 * Never quotes a token, though older generations of the library print whole tokens and a caller may put anything into `kid`. The values are
 * verbatim but for tokens (`[token]`); sentences quote no e-mail address either.
 */
export function explainTrace(pasted: string, document?: PolicyDocument): Explanation[] {
  const trace = pasted.slice(0, longestText);
  const codes = explainCodes(trace);
  const isOnlyNews = codes.every(({ idx }) => informational.has(idx ?? ''));
  const patterns = explainPatterns(trace).filter(({ besideCodes }) => isOnlyNews || besideCodes);
  const found = [...codes, ...patterns.map(({ explanation }) => explanation)];
  if (document === undefined) return found;
  const { tokenPolicies } = document;
  const known = found.length > 0 ? found : explainOwnText(trace, tokenPolicies);
  return known.map(explanation => ({ ...explanation, ...locateCause(explanation, tokenPolicies, trace) }));
}

/** Codes that only tell what the gateway is doing. */
const informational: ReadonlySet<string> = new Set(
  errorCodes.filter(({ isNews }) => isNews === true).flatMap(({ codes }) => codes.split(' ')),
);

function explainCodes(trace: string): Explanation[] {
  // A code behind a slash stands in a link to the library's help; an escape in front of a code ends with a letter or a digit.
  const places = [...trace.matchAll(/(?:(?<![/\w])|(?<=\\[nrt]|\\u(?!002[fF])[\da-fA-F]{4}))IDX[ -]?\d{5}(?!\d)/gi)];
  const seen = new Set<string>();
  const explanations: Explanation[] = [];
  for (const [index, place] of places.entries()) {
    const idx = place[0].toUpperCase().replace(/[ -]/, '');
    if (seen.has(idx)) continue;
    seen.add(idx);
    explanations.push(explainCode(idx, trace.slice(place.index, places[index + 1]?.index)));
  }
  return explanations;
}

function explainCode(idx: string, message: string): Explanation {
  const extracted = extractErrorValues(message);
  const values = withoutTokens(extracted);
  const known = errorCodes.find(({ codes }) => codes.split(' ').includes(idx));
  if (known) {
    const remarks = [...remarkOn(known.check, quotableValues(extracted)), ...remarkOnKeys(idx, makeQuotable(message))];
    const rules = findRelatedRules(idx, known.check);
    return { idx, check: known.check, values, explanation: [known.explanation, ...remarks].join(' '), cures: known.cures, rules };
  }
  const family = errorFamilies.find(each => each.pattern.test(idx));
  const check = family?.check ?? 'form';
  return {
    idx,
    check,
    values,
    explanation: errorRemarks['code-not-known']({ about: family?.about ?? null }),
    cures: [errorRemarks['decode-beside-policy'](), errorRemarks['look-code-up']({ idx })],
    rules: findRelatedRules(idx, check),
  };
}

/** What the values of a text add to the explanation of its check. */
function remarkOn(check: Explanation['check'], values: ErrorValues): readonly string[] {
  switch (check) {
    case 'issuer':
      return compareIssuers(values);
    case 'audience':
      return compareAudiences(values);
    case 'lifetime':
      return remarkOnTimes(values);
    case 'signature':
      return values.kid === undefined || values.kid === '' ? [] : [errorRemarks['key-named']({ kid: values.kid })];
    default:
      return [];
  }
}

interface FoundPattern {
  readonly explanation: Explanation;
  readonly besideCodes: boolean;
}

/** The first text that fits; those that stand beside a code, too, however many. */
function explainPatterns(trace: string): FoundPattern[] {
  const found: FoundPattern[] = [];
  const plain = undoEscapes(trace);
  for (const pattern of [...surroundingsPatterns, ...errorPatterns]) {
    const besideCodes = pattern.besideCodes === true;
    if (found.some(other => !other.besideCodes) && !besideCodes) continue;
    const explanation = explainPattern(pattern, trace, plain);
    if (explanation !== null) found.push({ explanation, besideCodes });
  }
  return found;
}

function explainPattern({ pattern, check, explanation, cures, rules }: ErrorPattern, trace: string, plain: string): Explanation | null {
  const match = pattern.exec(trace) ?? pattern.exec(plain);
  if (!match) return null;
  const claim = match.groups?.['claim'] ?? match.groups?.['claim2'];
  const extracted = { ...extractErrorValues(trace), ...(claim === undefined ? {} : { claim }) };
  const values = withoutTokens(extracted);
  const remarks = remarkOn(check, quotableValues(extracted));
  return { idx: null, check, values, explanation: [explanation, ...remarks].join(' '), cures, rules: findRelatedRules(null, check, rules) };
}

/** Whether the text is the policy's own failed-validation-error-message, which says nothing about the reason. */
function explainOwnText(trace: string, tokenPolicies: readonly TokenPolicy[]): Explanation[] {
  const messages = tokenPolicies.map(({ element }) => findAttribute(element, 'failed-validation-error-message')?.value.value.trim() ?? '');
  const isOwn = messages.some(message => message.length > 3 && trace.includes(message));
  const hidden = errorPatterns.find(({ rules }) => rules?.includes('reason-hidden'));
  if (!isOwn || hidden === undefined) return [];
  const { explanation, cures } = hidden;
  return [{ idx: null, check: null, values: {}, explanation, cures, rules: ['reason-hidden'] }];
}
