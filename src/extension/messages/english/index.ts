import { addressMessages } from '../../../core/messages/english/addresses.js';
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

/** English: the catalogue by whose shape every other language is measured. No name stands in two parts. */
export const english = {
  /** As VS Code and the panel's page name it. */
  language: 'en',
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
    quoted: ({ text }: { readonly text: string }): string => text,
  },
};
