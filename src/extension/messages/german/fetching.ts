import type { fetchMessages as English } from '../english/fetching.js';

/** Von Anfragen, und warum eine Datei nicht da ist und was zu tun ist. Warum ein Dokument nicht da ist, sagt der Katalog des Kerns. */
export const fetchMessages: typeof English = {
  'sent-from-remote': ({ remote }) => `Die Anfrage ging vom Remotecomputer aus (${remote}).`,

  'file-not-json': ({ file }) => `Die Datei ${file} ist kein JSON. Das Dokument noch einmal so speichern, wie der Server es gesendet hat.`,
  'file-no-values': ({ file }) =>
    `Die Datei ${file} hat keine Named Values. Ein JSON-Objekt aus Namen und Werten schreiben, oder Zeilen NAME=WERT.`,
  'file-too-large': ({ file }) => `Die Datei ${file} ist größer als 1 MiB und wurde nicht gelesen. Eine kleinere verwenden.`,
  'file-not-read': ({ file }) => `Die Datei ${file} ließ sich nicht lesen. Pfad und Berechtigungen prüfen.`,
  'file-of-setting': () => 'Sie ist in der Einstellung apimTokenDoctor.namedValueFiles genannt.',
};
