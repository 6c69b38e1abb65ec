import type { aadstsCodes } from '../../knowledge/aadsts-codes.js';
import type { AnswerSentences } from '../answer-sentences.js';
import { aadstsApiSentences } from './aadsts-api.js';
import { aadstsClientSentences } from './aadsts-client.js';
import { aadstsUserSentences } from './aadsts-user.js';
import { appServiceAnswerSentences } from './answers-app-service.js';
import { azureApiAnswerSentences } from './answers-azure-api.js';
import { azureDataAnswerSentences } from './answers-azure-data.js';
import { frameworkAnswerSentences } from './answers-frameworks.js';
import { gatewayAnswerSentences } from './answers-gateway.js';
import { otherAnswerSentences } from './answers-other.js';
import { errorCodeSentences } from './error-codes.js';
import { errorPatternSentences } from './error-patterns.js';
import { errorRemarks } from './error-remarks.js';
import { surroundingsSentences } from './surroundings-patterns.js';
import { aadstsLinks, evidenceSentences, whoAnswered, whoRemarks, whoWords } from './who-answered.js';

const aadsts: Readonly<Record<keyof typeof aadstsCodes, AnswerSentences>> = {
  ...aadstsApiSentences,
  ...aadstsClientSentences,
  ...aadstsUserSentences,
};

/** What the explanation of a pasted refusal says: who answered, what a code or a text means, what cures it. */
export const errorWords = {
  codes: errorCodeSentences,
  patterns: errorPatternSentences,
  surroundings: surroundingsSentences,
  answers: {
    ...gatewayAnswerSentences,
    ...appServiceAnswerSentences,
    ...azureApiAnswerSentences,
    ...azureDataAnswerSentences,
    ...frameworkAnswerSentences,
    ...otherAnswerSentences,
  },
  aadsts,
  links: aadstsLinks,
  evidence: evidenceSentences,
  answered: whoAnswered,
  who: whoWords,
  whoRemarks,
  remarks: errorRemarks,
};
