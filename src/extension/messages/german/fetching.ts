import type { fetchMessages as English } from '../english/fetching.js';

/** Warum ein Dokument oder eine Datei nicht da ist, und was zu tun ist. */
export const fetchMessages: typeof English = {
  redirects: ({ target }) =>
    target === null
      ? 'Der Server leitet an eine andere Adresse um, und Umleitungen wird nicht gefolgt. Die Adresse im Browser öffnen und die verwenden, wo sie endet.'
      : `Der Server leitet an ${target} um, und Umleitungen wird nicht gefolgt. Stattdessen diese Adresse verwenden.`,
  'answered-status': ({ status }) =>
    `Der Server antwortete mit ${status}. ${status >= 500 ? 'Später noch einmal versuchen.' : 'Die Adresse prüfen.'}`,
  'answer-too-large': ({ kilobytes }) => `Die Antwort ist größer als ${kilobytes} KiB und wurde nicht gelesen. Die Adresse prüfen.`,
  'answers-too-large': () =>
    'Die Antworten auf diesen Befehl sind zusammen größer, als er liest, darum wurde diese nicht gelesen. Den Befehl noch einmal ausführen.',
  'answer-not-json': () => 'Die Antwort ist kein JSON. Die Adresse prüfen.',
  'no-answer': ({ seconds }) => `Innerhalb von ${seconds} Sekunden kam keine Antwort. Das Netz prüfen und noch einmal versuchen.`,
  'not-reached': ({ code }) =>
    `Der Server war nicht erreichbar${code === null ? '' : ` (${code})`}. Adresse, Netz und Proxyeinstellungen prüfen.`,
  'sent-from-remote': ({ remote }) => `Die Anfrage ging vom Remotecomputer aus (${remote}).`,

  'file-not-json': ({ file }) => `Die Datei ${file} ist kein JSON. Das Dokument noch einmal so speichern, wie der Server es gesendet hat.`,
  'file-no-values': ({ file }) =>
    `Die Datei ${file} hat keine Named Values. Ein JSON-Objekt aus Namen und Werten schreiben, oder Zeilen NAME=WERT.`,
  'file-too-large': ({ file }) => `Die Datei ${file} ist größer als 1 MiB und wurde nicht gelesen. Eine kleinere verwenden.`,
  'file-not-read': ({ file }) => `Die Datei ${file} ließ sich nicht lesen. Pfad und Berechtigungen prüfen.`,
  'file-of-setting': () => 'Sie ist in der Einstellung apimTokenDoctor.namedValueFiles genannt.',
};
