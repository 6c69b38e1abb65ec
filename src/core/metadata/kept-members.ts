import { configurationMembers, keyLists, keyTexts } from './library-members.js';

/**
 * The members of metadata documents that are kept, in lower case: everything else of a document that was fetched or saved is
 * dropped before it travels. What this product reads is here, and so is every member that the gateway's library reads: one of the
 * wrong kind makes the library refuse the whole document (measured for key sets of 8.23.0, 7.7.3 and 5.7.2 and for configurations of
 * 8.23.0 and 7.7.3), so dropping it would hide why. The library takes names in any case (`Keys` in place of `keys`, measured).
 */

/** Read here: the issuer, where the keys are, the keys, and the issuer of access tokens that AD FS names apart. */
const readHere = ['issuer', 'jwks_uri', 'keys', 'access_token_issuer'];

/** The members of a document that are kept. */
export const keptMembers: ReadonlySet<string> = new Set([...readHere, ...configurationMembers.flatMap(({ names }) => names)]);

/**
 * The members of each key that are kept: those read here, the private parts (where one is published, the library verifies nothing with
 * the key) and those that only the library reads.
 */
export const keptKeyMembers: ReadonlySet<string> = new Set([...keyTexts, ...keyLists]);
