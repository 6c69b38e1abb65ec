import type { Send } from '../fetching/fetch-document.js';

/** The command line's one door to the network. What may go through it is decided in `fetch-documents.ts`. */
export const send: Send = (address, options) => fetch(address, options);
