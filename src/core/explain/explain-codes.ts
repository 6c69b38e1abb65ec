import { errorCodes } from '../knowledge/error-codes.js';
import { errorFamilies } from '../knowledge/error-patterns.js';
import type { ErrorWords } from '../messages/catalogue.js';
import { compareAudiences } from './compare-audiences.js';
import { compareIssuers } from './compare-issuers.js';
import type { ErrorValues, Explanation } from './explanation.js';
import { extractErrorValues } from './extract-error-values.js';
import { makeQuotable, quotableValues, withoutTokens } from './quoted-values.js';
import { findRelatedRules } from './related-rules.js';
import { remarkOnKeys } from './remark-on-keys.js';
import { remarkOnTimes } from './remark-on-times.js';

/** An explanation before it is known who answered. */
export type UnnamedExplanation = Omit<Explanation, 'answeredBy'>;

const informational: ReadonlySet<string> = new Set(
  errorCodes.filter(({ isNews }) => isNews === true).flatMap(({ codes }) => codes.split(' ')),
);

/** Whether a code only tells what the gateway is doing. */
export function isNews({ idx }: Pick<Explanation, 'idx'>): boolean {
  return informational.has(idx ?? '');
}

/** The codes of the validation library that the text holds, each once, the outermost first; codes in links do not count. */
export function explainCodes(trace: string, words: ErrorWords): UnnamedExplanation[] {
  // A code behind a slash stands in a link to the library's help; an escape in front of a code ends with a letter or a digit.
  const places = [...trace.matchAll(/(?:(?<![/\w])|(?<=\\[nrt]|\\u(?!002[fF])[\da-fA-F]{4}))IDX[ -]?\d{5}(?!\d)/gi)];
  const seen = new Set<string>();
  const explanations: UnnamedExplanation[] = [];
  for (const [index, place] of places.entries()) {
    const idx = place[0].toUpperCase().replace(/[ -]/, '');
    if (seen.has(idx)) continue;
    seen.add(idx);
    explanations.push(explainCode(idx, trace.slice(place.index, places[index + 1]?.index), words));
  }
  return explanations;
}

function explainCode(idx: string, message: string, words: ErrorWords): UnnamedExplanation {
  const extracted = extractErrorValues(message);
  const values = withoutTokens(extracted);
  const known = errorCodes.find(({ codes }) => codes.split(' ').includes(idx));
  if (known) {
    const remarks = [...remarkOn(known.check, quotableValues(extracted), words), ...remarkOnKeys(idx, makeQuotable(message), words)];
    const rules = findRelatedRules(idx, known.check);
    const { says, cures } = words.codes[known.name];
    return { idx, check: known.check, values, explanation: [says, ...remarks].join(' '), cures, rules };
  }
  const family = errorFamilies.find(each => each.pattern.test(idx));
  const check = family?.check ?? 'form';
  return {
    idx,
    check,
    values,
    explanation: words.remarks['code-not-known']({ about: family?.about ?? 'token' }),
    cures: [words.remarks['decode-beside-policy'](), words.remarks['look-code-up']({ idx })],
    rules: findRelatedRules(idx, check),
  };
}

/** What the values of a text add to the explanation of its check. */
export function remarkOn(check: Explanation['check'], values: ErrorValues, words: ErrorWords): readonly string[] {
  switch (check) {
    case 'issuer':
      return compareIssuers(values, words);
    case 'audience':
      return compareAudiences(values, words);
    case 'lifetime':
      return remarkOnTimes(values, words);
    case 'signature':
      return values.kid === undefined || values.kid === '' ? [] : [words.remarks['key-named']({ kid: values.kid })];
    default:
      return [];
  }
}
