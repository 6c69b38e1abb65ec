import { acceptanceMessages } from './acceptance.js';
import { addressMessages } from './addresses.js';
import { reasonMessages } from './gateway.js';
import { fixMessages } from './fixes.js';
import { formFixMessages } from './fixes-form.js';
import { rewriteMessages } from './fixes-rewrite.js';
import { hoverMessages } from './hover.js';
import { judgedMessages } from './judged.js';
import { notPlainMessages } from './not-plain.js';
import { structureMessages } from './structure.js';
import { surroundingsMessages } from './surroundings.js';
import { tokenFindingMessages } from './token-findings.js';
import { valueMessages } from './values.js';
import { viewMessages } from './view.js';

/** Every English sentence of the product's findings, by name. No name stands in two parts. */
export const english = {
  ...reasonMessages,
  ...structureMessages,
  ...valueMessages,
  ...acceptanceMessages,
  ...addressMessages,
  ...surroundingsMessages,
  ...judgedMessages,
  ...tokenFindingMessages,
  ...notPlainMessages,
  ...viewMessages,
  ...hoverMessages,
  ...fixMessages,
  ...formFixMessages,
  ...rewriteMessages,
};

export type EnglishMessages = typeof english;
