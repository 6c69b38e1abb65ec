// How much an answer holds: it goes into a context that has room for little, and what is longer is no answer. Texts in UTF-16 units.

/** A path. */
export const longestPath = 1000;
/** A piece of outside text that is quoted as it is: a name, a value. */
export const longestName = 200;
/** A sentence that may quote what others wrote. */
export const longestSentence = 800;
/** What is copied for a next step. */
export const longestCopy = 2000;
/** A text that is to be explained. */
export const longestError = 100_000;
/** A proposed change. */
export const longestDiff = 60_000;
/** Findings in one answer, the most severe first. */
export const mostFindings = 60;
/** Findings of which the changes that cure them are worked out. */
export const mostCured = 20;
/** Documents in one answer. */
export const mostDocuments = 40;
/** Token policies of one document, and reasons of one prediction. */
export const mostPolicies = 20;
/** Steps, changes, cures, lines that are told of one thing. */
export const mostSteps = 6;
/** Names and values in one list. */
export const mostNames = 60;
