import { acceptanceMessages } from './acceptance.js';
import { reasonMessages } from './gateway.js';
import { structureMessages } from './structure.js';
import { surroundingsMessages } from './surroundings.js';
import { valueMessages } from './values.js';

/** Every English sentence of the product's findings, by name. No name stands in two parts. */
export const english = {
  ...reasonMessages,
  ...structureMessages,
  ...valueMessages,
  ...acceptanceMessages,
  ...surroundingsMessages,
};

export type EnglishMessages = typeof english;
