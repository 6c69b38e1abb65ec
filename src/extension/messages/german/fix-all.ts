import type { fixAllMessages as English, Skipped } from '../english/fix-all.js';

const countFiles = (count: number): string => (count === 1 ? '1 Datei' : `${count} Dateien`);
const writeSkipped = ({ path, line, reason }: Skipped): string => `${path}${line === null ? '' : `, Zeile ${line}`}: ${reason}`;

/** Korrekturen an vielen Stellen. */
export const fixAllMessages: typeof English = {
  'fix-all-no-policy': () => 'Zuerst eine Policy öffnen, dann den Befehl noch einmal ausführen.',
  'fix-all-no-folder': () => 'Zuerst einen Ordner öffnen, dann den Befehl noch einmal ausführen.',
  'fix-all-looking': () => 'Korrekturen werden gesucht',
  'fix-all-preparing': () => 'Änderungen werden vorbereitet',
  'fix-all-progress': ({ at, total }) => `${at} von ${total} Policies`,
  'fix-all-title': ({ everywhere }) => (everywhere ? 'Alle im Arbeitsbereich korrigieren' : 'Alle in der Datei korrigieren'),
  'fix-all-which': () => 'Eine Korrektur wählen. Zuerst werden alle Änderungen gezeigt, und nur die angehakten werden gemacht.',
  'fix-all-same-answers': () => 'Jedes Token bekommt dieselbe Antwort wie vorher',
  'fix-all-no-wider': () => 'Es werden nicht mehr Tokens akzeptiert als vorher',
  'fix-all-wider': () => 'Es werden mehr Tokens akzeptiert als vorher',
  'fix-all-neutral': () => 'Ohne Wirkung auf irgendein Token',
  'fix-all-code': ({ code, variant }) => [code, variant].filter(part => part !== null).join(', '),
  'fix-all-count': ({ places, files }) =>
    `${places === 1 ? '1 Stelle' : `${places} Stellen`}${files === null ? '' : ` in ${countFiles(files)}`}`,
  'fix-all-nothing': ({ everywhere, unread }) =>
    `In ${everywhere ? 'den Policy-Dateien dieses Arbeitsbereichs' : 'dieser Policy'} ist nichts zu korrigieren.${unread === null ? '' : ` Nicht gelesen: ${writeSkipped(unread)}`}`,
  'fix-all-unchanged': () => 'Es wurde nichts geändert.',
  'fix-all-unticked': () => 'Es wurde nichts geändert, weil in der Vorschau nichts angehakt war.',
  'fix-all-done': ({ places, files }) =>
    `Fertig: Von ${places === 1 ? '1 Korrektur' : `${places} Korrekturen`} in ${countFiles(files)} wurden die angehakten gemacht.`,
  'fix-all-left': ({ skipped, more }) => `Unverändert: ${skipped.map(writeSkipped).join(' ')}${more === 0 ? '' : ` Und ${more} weitere.`}`,
  'fix-all-show-all': () => 'Alle anzeigen',

  'file-too-large-for-gateway': () => 'Die Datei ist größer, als API Management annimmt (256 KiB).',
  'files-left-out': ({ most }) =>
    `Nur die ersten ${most} Dateien dieses Arbeitsbereichs wurden angesehen. Einen kleineren Ordner öffnen, damit alle angesehen werden.`,
  'too-many-policies': () =>
    'Dieser Arbeitsbereich hat zu viele Policies für einen Durchgang. Diese Datei öffnen und "Alle in der Datei korrigieren" ausführen.',
};
