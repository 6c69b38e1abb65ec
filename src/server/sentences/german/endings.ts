import type { endings as English, FrameProblem } from '../english/endings.js';

const frames: Readonly<Record<FrameProblem, string>> = {
  'endless-header': 'ein Header nicht endet',
  'no-carriage-return': 'eine Zeile eines Headers ohne Wagenrücklauf endet',
  'no-colon': 'eine Zeile eines Headers keinen Doppelpunkt hat',
  'no-length': 'ein Header keine gültige Content-Length hat',
  'too-long': 'eine Nachricht von mehr als 64 MiB angekündigt ist',
};

/** Warum der Prozess des Servers vorzeitig endet. */
export const endings: typeof English = {
  ending: ({ why }) => `apim-token-doctor: ${why} Der Sprachserver endet; er muss neu gestartet werden.`,
  restNotLoaded: () => 'Ein Teil des Sprachservers lässt sich nicht laden; vielleicht muss er neu installiert werden.',
  outputClosed: () => 'Die Standardausgabe lässt sich nicht beschreiben.',
  unreadableInput: ({ problem }) => `Was der Client sendet, ist nicht lesbar, weil ${frames[problem]}.`,
};
