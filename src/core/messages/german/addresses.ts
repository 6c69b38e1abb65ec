import type { addressMessages as English } from '../english/addresses.js';

/** Sätze über Adressen und Dokumente, die nicht abgerufen werden, nicht kommen oder nicht behalten werden. */
export const addressMessages: typeof English = {
  'address-empty': () => 'Es gibt keine Adresse, also wird nichts abgerufen.',
  'address-no-address': () => 'Das ist keine vollständige Adresse.',
  'address-not-https': () => 'Die Adresse beginnt nicht mit https:// und wird nicht abgerufen.',
  'address-credentials': () => 'Die Adresse enthält einen Benutzernamen oder ein Passwort und wird nicht abgerufen.',
  'address-too-long': () => 'Die Adresse ist länger, als jemand lesen würde, und wird nicht abgerufen.',
  'key-set-of': values => `der Schlüsselsatz, den ${values.document} nennt`,
  'document-too-deep': () =>
    'Das Dokument ist tiefer als 64 Ebenen verschachtelt und wurde nicht behalten. Auch die Bibliothek des Gateways liest nicht tiefer.',

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
};
