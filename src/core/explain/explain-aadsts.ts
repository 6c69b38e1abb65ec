import { aadstsCodes } from '../knowledge/aadsts-codes.js';
import type { ErrorWords } from '../messages/catalogue.js';
import type { Explanation } from './explanation.js';
import { holds } from './match-answers.js';
import type { PlainText } from './read-plain.js';
import { nameAnswerer } from './who-answered.js';

/** More codes than anybody pastes. */
const mostCodes = 5;

interface AadstsRow {
  readonly codes: string;
  readonly link: keyof ErrorWords['links'];
  readonly texts?: readonly string[];
}

const rows = Object.entries<AadstsRow>(aadstsCodes) as [keyof typeof aadstsCodes, AadstsRow][];

/**
 * The codes of Microsoft Entra's token endpoint that the text holds, in their order, each with its cure and what it has to do with the API. Without
 * a code, the words that belong to one.
 */
export function explainAadsts(text: PlainText, words: ErrorWords): Explanation[] {
  const printed = [...text.plain.matchAll(/AADSTS[ -]?(\d{4,8})(?!\d)/gi)].map(([, digits = '']) => digits);
  const listed = /error_codes["']? {0,4}: {0,4}\[ {0,4}(\d{4,8})\b/i.exec(text.plain)?.[1];
  const codes = new Set([...printed, ...(listed === undefined ? [] : [listed])]);
  if (codes.size === 0) return explainWords(text, words);
  return [...codes].slice(0, mostCodes).map(code => {
    const found = rows.find(([, row]) => row.codes.split(' ').includes(code));
    return explain(found, words.who.code({ code: `AADSTS${code}` }), text, words);
  });
}

function explainWords(text: PlainText, words: ErrorWords): Explanation[] {
  for (const found of rows) {
    const sign = found[1].texts?.find(each => holds(text.squeezed, each));
    if (sign !== undefined) return [explain(found, words.who.text({ text: sign }), text, words)];
  }
  return [];
}

function explain(found: (typeof rows)[number] | undefined, evidence: string, { squeezed }: PlainText, words: ErrorWords): Explanation {
  const isAskedByPolicy = gatewayWords.some(word => squeezed.includes(word));
  const [name, row] = found ?? [];
  const { says, cures } = name === undefined ? words.evidence['aadsts-unknown'] : words.aadsts[name];
  const link = isAskedByPolicy ? words.links.gateway() : row === undefined ? null : words.links[row.link]();
  return {
    idx: null,
    check: null,
    values: {},
    explanation: [says, link].filter(sentence => sentence !== null).join(' '),
    cures,
    rules: [],
    answeredBy: nameAnswerer(words, {
      kind: 'token-request',
      service: isAskedByPolicy ? words.who['entra-for-gateway']() : words.who.entra(),
      certainty: 'documented',
      evidence: [evidence],
    }),
  };
}

/** A text with these is a trace or a log of the gateway: then one of its policies asked. */
const gatewayWords = [
  'authentication-managed-identity',
  'obtainingmanagedidentitytoken',
  'send-request',
  'get-authorization-context',
  'expressionvalueevaluationfailure',
];
