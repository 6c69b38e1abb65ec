import type { pathsMessages as English } from '../english/paths.js';

/** Die Ansicht der Wege von Anfragen. */
export const pathsMessages: typeof English = {
  'paths-refused': ({ refused, all }) => (refused === 0 ? '' : `${refused} von ${all} abgelehnt`),
  'paths-of-api': ({ name, where }) => (where === null ? `API ${name}` : `API ${name} in ${where}`),
  'policies-on-path': ({ kinds }) => (kinds.length === 0 ? 'keine Token-Policy' : kinds.join(', ')),
  'policy-of-scope': ({ kind, scope }) => `${kind} (${scope})`,
  'place-in-file': ({ file, line }) => `${file}:${line}`,
  'paths-left-out': ({ count }) => `${count} weitere Wege sind nicht aufgeführt.`,
};
