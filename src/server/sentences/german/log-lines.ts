import type { logLines as English } from '../english/log-lines.js';

/** Die Zeilen im Log des Servers, für alle, die einen Fehler melden oder suchen. */
export const logLines: typeof English = {
  failure: ({ what, where }) => `${what} Bitte diese Zeile melden: ${where}`,
  noError: () => 'etwas anderes als ein Fehler wurde geworfen',

  requestFailed: ({ method }) => `Die Anfrage ${method} ist gescheitert.`,
  hoverFailed: () => 'Der Hover ist gescheitert.',
  completionFailed: () => 'Die Vervollständigung ist gescheitert.',
  definitionFailed: () => '"Gehe zu Definition" ist gescheitert.',
  lensesFailed: () => 'Die Zeilen über den Token-Policies sind gescheitert.',
  causesFailed: () => 'Die Ursachen am Zeilenende sind gescheitert.',
  causeFailed: () => 'Die Ursache in einer anderen Datei ließ sich nicht ermitteln, darum nennt die Ansicht sie nicht.',
  silencingFailed: () => 'Das Stummschalten eines Befunds ist gescheitert und wird darum nicht angeboten.',
  linksFailed: () => 'Die Links des Dokuments sind gescheitert.',
  outlineFailed: () => 'Die Gliederung ist gescheitert.',
  foldingsFailed: () => 'Das Einklappen ist gescheitert.',
  diagnosisFailed: () => 'Die Diagnose ist gescheitert, darum zeigt das Dokument keine Befunde.',
  ruleFailed: ({ code }) =>
    `Die Regel ${code} ist gescheitert, darum fehlen ihre Befunde; die der anderen Regeln sind da. Bitte diese Zeile melden.`,
  fixesFailed: ({ code }) =>
    `Die Korrekturen ${code === null ? 'einer Token-Policy' : `für ${code}`} sind gescheitert und werden darum nicht angeboten.`,
  fixFailed: () => 'Eine gewählte Korrektur ist gescheitert, darum wurde nichts geändert.',
  neutralFixesFailed: () => 'Die Korrekturen, die kein Ergebnis ändern, sind gescheitert und werden darum nicht angeboten.',
  fileFixesFailed: () => 'Die Korrekturen für die ganze Datei sind gescheitert und werden darum nicht angeboten.',
  errorRewritesFailed: () => 'Die Umschreibungen zu einem erklärten Fehler sind gescheitert und werden darum nicht angeboten.',
  namedValuesNotWatched: () =>
    'Der Client ließ sich nicht bitten, geänderte Named Values zu melden. Nach einer Änderung den Sprachserver neu starten.',
  scopeProblem: ({ at, why }) => `${at}: ${why}`,
  fileTooLong: ({ uri }) => `Nicht gelesen, weil zu lang: ${uri}`,
  filesLeftOut: ({ most, endings }) =>
    `Nur die ersten ${most} Dateien wurden gelesen, und es gibt mehr: ${endings.join(', ')}. Einen kleineren Ordner öffnen, damit alle gelesen werden.`,
  settingsNotWatched: () =>
    'Der Client ließ sich nicht bitten, geänderte Einstellungen zu melden. Nach einer Änderung der Einstellungen den Sprachserver neu starten.',
};
