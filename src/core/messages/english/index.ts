import { claimMeanings } from './claim-meanings.js';
import { elementMeanings } from './element-meanings.js';
import { errorWords } from './errors.js';
import { ruleSummaries } from './rule-summaries.js';
import { nextSteps } from './next-steps.js';
import { english } from './sentences.js';
import { tokenWords } from './token-words.js';

/**
 * English: the catalogue by whose shape every other language is measured. Each member is asked for where something is said: a program that has nothing to say
 * need not load it.
 */
export const englishCatalogue = {
  get sentences() {
    return english;
  },
  get steps() {
    return nextSteps;
  },
  get words() {
    return tokenWords;
  },
  get claims() {
    return claimMeanings;
  },
  get elements() {
    return elementMeanings;
  },
  get rules() {
    return ruleSummaries;
  },
  get errors() {
    return errorWords;
  },
};
