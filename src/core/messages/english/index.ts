import { tokenMessages } from './token.js';

/** Every English sentence of the product's findings, by name. */
export const english = { ...tokenMessages };

export type EnglishMessages = typeof english;
