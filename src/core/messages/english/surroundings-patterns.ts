import type { AnswerSentences } from '../answer-sentences.js';
import type { SurroundingsName } from '../../knowledge/surroundings-patterns.js';

/** What error texts of the portal, the browser and other policies mean, and what cures them. */
export const surroundingsSentences: Readonly<Record<SurroundingsName, AnswerSentences>> = {
  cors: {
    says: 'A browser sends its preflight request without a token. If cors comes after the token policy, that request gets the 401 instead of the answer of cors; if the origin is not listed, it gets an empty answer.',
    cures: [
      'Put cors first in inbound, and delete any OPTIONS operation of the API.',
      'List the exact origin in <allowed-origins>: scheme, host and port, no slash at the end.',
    ],
  },
  'header-line-break': {
    says: "A policy writes LastError.Message into a header, and the library's text has line breaks: the 401 became a 500.",
    cures: ['Strip carriage return and line feed in the expression, or write a fixed text.'],
  },
  'child-order': {
    says: 'The policy could not be saved: its child elements are in the wrong order, or one of them does not belong there.',
    cures: ['Put them in the order openid-config, issuer-signing-keys, decryption-keys, audiences, issuers, required-claims.'],
  },
  'not-well-formed': {
    says: 'The policy was sent as XML, but it is not well-formed XML, usually because its expressions are not escaped.',
    cures: ['Send it in the rawxml format, or escape quotes, < and & inside the expressions.'],
  },
  'not-loaded': {
    says: 'The portal could not read the policy: often a named value that does not exist.',
    cures: ['Check the {{named values}} of the policy.'],
  },
  'as-jwt-null': {
    says: 'AsJwt() returns null for a text that still contains the word Bearer.',
    cures: ["Strip the scheme before AsJwt(), or use the token policy's output-token-variable-name."],
  },
};
