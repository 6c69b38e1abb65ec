import { addressMessages } from '../../../core/messages/german/addresses.js';
import type { Catalogue } from '../catalogue.js';
import { commandMessages } from './commands.js';
import { fetchMessages } from './fetching.js';
import { fixAllMessages } from './fix-all.js';
import { getTokenMessages } from './get-token.js';
import { logMessages } from './log.js';
import { metadataMessages } from './metadata.js';
import { pathsMessages } from './paths.js';
import { tokenMessages } from './token.js';
import { toolMessages } from './tools.js';
import { valuesMessages } from './values.js';

/** Deutsch. */
export const german: Catalogue = {
  language: 'de',
  sentences: {
    ...addressMessages,
    ...commandMessages,
    ...fetchMessages,
    ...fixAllMessages,
    ...getTokenMessages,
    ...logMessages,
    ...metadataMessages,
    ...pathsMessages,
    ...tokenMessages,
    ...toolMessages,
    ...valuesMessages,
    quoted: ({ text }) => text,
  },
};
