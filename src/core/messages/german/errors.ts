import type { errorWords as English } from '../english/errors.js';
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

const aadsts = {
  ...aadstsApiSentences,
  ...aadstsClientSentences,
  ...aadstsUserSentences,
};

/** Was die Erklärung einer eingefügten Ablehnung sagt: wer geantwortet hat, was ein Code oder Text bedeutet, was hilft. */
export const errorWords: typeof English = {
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
