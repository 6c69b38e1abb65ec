import type { addressMessages as English } from '../english/addresses.js';

/** Sätze über Adressen und Dokumente, die nicht abgerufen oder nicht behalten werden. */
export const addressMessages: typeof English = {
  'address-empty': () => 'Es gibt keine Adresse, also wird nichts abgerufen.',
  'address-no-address': () => 'Das ist keine vollständige Adresse.',
  'address-not-https': () => 'Die Adresse beginnt nicht mit https:// und wird nicht abgerufen.',
  'address-credentials': () => 'Die Adresse enthält einen Benutzernamen oder ein Passwort und wird nicht abgerufen.',
  'address-too-long': () => 'Die Adresse ist länger, als jemand lesen würde, und wird nicht abgerufen.',
  'key-set-of': values => `der Schlüsselsatz, den ${values.document} nennt`,
  'document-too-deep': () =>
    'Das Dokument ist tiefer als 64 Ebenen verschachtelt und wurde nicht behalten. Auch die Bibliothek des Gateways liest nicht tiefer.',
};
