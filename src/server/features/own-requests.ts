import type { ServerParts } from '../server-parts.js';
import { answerApplyFix } from './apply-fix.js';
import { answerExplain } from './explain.js';
import { answerFacts } from './facts.js';
import { answerFixAll } from './fix-all.js';
import { answerMetadata } from './metadata.js';
import { answerObtainableTokens } from './obtainable-tokens.js';
import { answerPaths } from './paths.js';
import { answerReport } from './report.js';
import { answerSample } from './sample.js';
import { answerTokenText } from './token-text.js';
import { answerToken } from './token.js';
import { answerValues } from './values.js';
import { answerView } from './view.js';

/** The requests of `protocol.ts`: the extension's, and those of any client that knows them. */
export function answerOwnRequests(parts: ServerParts): void {
  answerToken(parts);
  answerTokenText(parts);
  answerObtainableTokens(parts);
  answerApplyFix(parts);
  answerReport(parts);
  answerFacts(parts);
  answerSample(parts);
  answerMetadata(parts);
  answerExplain(parts);
  answerFixAll(parts);
  answerView(parts);
  answerPaths(parts);
  answerValues(parts);
}
