import type { fixAllMessages as English } from '../english/fix-all.js';

/** Was zu mehreren Korrekturen gesagt wird, die zusammen angewendet werden. */
export const fixAllMessages: typeof English = {
  'fix-all-neutral': () =>
    'Alles korrigieren, was kein Ergebnis ändert: Reihenfolge, falsch geschriebene Namen, ignorierte oder doppelte Einträge',
  'fix-all-in-file': values => `Alle in dieser Datei korrigieren: ${values.title}`,
  'fix-all-other': values => `Die Korrektur dort akzeptiert etwas anderes als gewählt: ${values.title}.`,
  'fix-all-no-preview': () =>
    'Dieser Editor kann Änderungen an mehreren Dateien nicht vorher zeigen, darum wurde nichts geändert. Eine Datei nach der anderen korrigieren.',
  'fix-all-no-files': () => 'Dieser Editor sagt nicht, welche Dateien der Arbeitsbereich hat. Eine Datei nach der anderen korrigieren.',
  'fix-all-not-open': () =>
    'Die Datei ließ sich im Editor nicht als XML öffnen, darum konnten ihre Änderungen nicht gegen ihren neuesten Text geprüft werden.',
  'fix-all-too-many': values =>
    `So viele Dateien werden höchstens auf einmal geändert: ${String(values.most)}. Für die übrigen den Befehl noch einmal ausführen.`,
  'fix-all-moved': () =>
    'Eine Datei hat sich geändert, seit die Korrekturen berechnet wurden; darum wurde nichts geändert. Den Befehl noch einmal ausführen.',
};
