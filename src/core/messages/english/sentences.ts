import { acceptanceMessages } from './acceptance.js';
import { afterMessages } from './after.js';
import { addressMessages } from './addresses.js';
import { completionMessages } from './completions.js';
import { configMessages } from './config.js';
import { engineMessages } from './gateway-engines.js';
import { elsewhereMessages } from './elsewhere.js';
import { reasonMessages } from './gateway.js';
import { fixMessages } from './fixes.js';
import { formFixMessages } from './fixes-form.js';
import { policyComments } from './policy-comments.js';
import { pathMessages } from './paths.js';
import { rewriteMessages } from './fixes-rewrite.js';
import { rewriteBackMessages } from './rewrite-back.js';
import { hostMessages } from './hosts.js';
import { hoverMessages } from './hover.js';
import { judgedMessages } from './judged.js';
import { noTokenMessages } from './no-token.js';
import { notPlainMessages } from './not-plain.js';
import { scopeFindings } from './scope-findings.js';
import { structureMessages } from './structure.js';
import { surroundingsMessages } from './surroundings.js';
import { tokenFindingMessages } from './token-findings.js';
import { valueMessages } from './values.js';
import { verdictMessages } from './verdict.js';
import { viewMessages } from './view.js';

/** Every English sentence of the product's findings, by name. No name stands in two parts. Exported for tests. */
export const english = {
  ...reasonMessages,
  ...engineMessages,
  ...structureMessages,
  ...valueMessages,
  ...acceptanceMessages,
  ...noTokenMessages,
  ...addressMessages,
  ...afterMessages,
  ...surroundingsMessages,
  ...scopeFindings,
  ...judgedMessages,
  ...tokenFindingMessages,
  ...elsewhereMessages,
  ...notPlainMessages,
  ...verdictMessages,
  ...pathMessages,
  ...viewMessages,
  ...hostMessages,
  ...hoverMessages,
  ...fixMessages,
  ...formFixMessages,
  ...rewriteMessages,
  ...policyComments,
  ...rewriteBackMessages,
  ...completionMessages,
  ...configMessages,
};

export type EnglishMessages = typeof english;
