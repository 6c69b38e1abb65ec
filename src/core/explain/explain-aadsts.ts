import { aadstsCodes } from '../knowledge/aadsts-codes.js';
import { aadstsApiSentences } from '../messages/english/aadsts-api.js';
import { aadstsClientSentences } from '../messages/english/aadsts-client.js';
import { aadstsUserSentences } from '../messages/english/aadsts-user.js';
import { aadstsLinks, evidenceSentences, whoWords } from '../messages/english/who-answered.js';
import type { Explanation } from './explanation.js';
import type { AnswerSentences } from './match-answers.js';
import type { PlainText } from './read-plain.js';
import { nameAnswerer } from './who-answered.js';

// The compiler finds a code without sentences, and a link without one.
const sentences: Readonly<Record<keyof typeof aadstsCodes, AnswerSentences>> = {
  ...aadstsApiSentences,
  ...aadstsClientSentences,
  ...aadstsUserSentences,
};

/** More codes than anybody pastes. */
const mostCodes = 5;

/** The codes of Microsoft Entra's token endpoint that the text holds, in their order, each with its cure and what it has to do with the API. */
export function explainAadsts(text: PlainText): Explanation[] {
  const printed = [...text.plain.matchAll(/AADSTS[ -]?(\d{4,8})(?!\d)/gi)].map(([, digits = '']) => digits);
  const listed = /error_codes["']? {0,4}: {0,4}\[ {0,4}(\d{4,8})\b/i.exec(text.plain)?.[1];
  const codes = new Set([...printed, ...(listed === undefined ? [] : [listed])]);
  return [...codes].slice(0, mostCodes).map(code => explain(code, text));
}

function explain(code: string, { squeezed }: PlainText): Explanation {
  const isAskedByPolicy = gatewayWords.some(word => squeezed.includes(word));
  const [name, row] = Object.entries(aadstsCodes).find(([, { codes }]) => codes.split(' ').includes(code)) ?? [];
  const { says, cures } = name === undefined ? evidenceSentences['aadsts-unknown'] : sentences[name as keyof typeof aadstsCodes];
  const link = isAskedByPolicy ? aadstsLinks.gateway() : row === undefined ? null : aadstsLinks[row.link]();
  return {
    idx: null,
    check: null,
    values: {},
    explanation: [says, link].filter(sentence => sentence !== null).join(' '),
    cures,
    rules: [],
    answeredBy: nameAnswerer({
      kind: 'token-request',
      service: isAskedByPolicy ? whoWords['entra-for-gateway']() : whoWords.entra(),
      certainty: 'documented',
      evidence: [whoWords.code({ code: `AADSTS${code}` })],
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
