import { innerHostWarnings } from '../../../core/messages/german/inner-hosts.js';
import type { metadataMessages as English } from '../english/metadata.js';

/** Metadaten abrufen: die Frage davor, und was daraus wurde. */
export const metadataMessages: typeof English = {
  'fetch-question': ({ hosts }) =>
    `Metadaten und Signaturschlüssel von ${hosts.length === 1 ? (hosts[0] ?? '') : `${hosts.length} Hosts`} abrufen?`,
  fetch: () => 'Abrufen',
  'always-fetch': ({ count }) => (count === 1 ? 'Von diesem Host immer abrufen' : 'Von diesen Hosts immer abrufen'),
  destination: ({ address, inner }) => (inner === null ? address : `${address} (Vorsicht: ${innerHostWarnings[inner]}.)`),
  'unusual-addresses': ({ count }) =>
    `${count === 1 ? 'Das ist keine der üblichen Adressen von Microsoft' : 'Das sind nicht die üblichen Adressen von Microsoft'} für Metadaten. Eine Anfrage sendet nichts als die Adresse. Schlüsselsätze, die die Dokumente auf denselben Hosts nennen, werden mit abgerufen.`,
  'fetched-as-well': () => 'Mit abgerufen:',
  'addresses-left-out': ({ count }) =>
    count === 1 ? '1 weitere Adresse ist nicht aufgeführt.' : `${count} weitere Adressen sind nicht aufgeführt.`,

  'metadata-no-policy': () => 'Zuerst eine Policy öffnen. Ihre Token-Policy nennt den Tenant, dessen Metadaten abgerufen werden.',
  fetching: () => 'Metadaten des Tenants werden abgerufen…',
  'signature-verified': () => 'Die Signatur des Tokens stimmt.',
  'signature-not-verified': () => 'Die Signatur des Tokens wurde nicht bestätigt. Die Token-Ansicht sagt, warum.',
  'no-metadata-named': ({ hasToken }) =>
    `Die Policy nennt keine Metadaten. Eine openid-config oder tenant-id ergänzen${hasToken ? '' : ', oder ein Token eines Microsoft-Tenants dekodieren'}.`,
  'metadata-missing': ({ address, more }) => `Nicht abgerufen: ${address}${more === 0 ? '' : ` und ${more} weitere`}.`,
  'not-requested': () => 'Die Metadaten wurden nicht angefragt. Den Befehl noch einmal ausführen und "Abrufen" wählen.',
  'metadata-withheld': ({ name }) => `Der Named Value {{${name}}} ist geheim, oder sein Wert gehört nicht in eine Adresse.`,
  'metadata-left-out': ({ count }) =>
    `${count === 1 ? '1 Adresse wurde' : `${count} Adressen wurden`} ausgelassen: Ein Befehl fragt einmal und ruft höchstens 20 Dokumente ab. Für den Rest noch einmal ausführen.`,
  'save-document': () =>
    'Ohne Netz das Dokument speichern und die Datei in der Einstellung apimTokenDoctor.metadata.savedDocuments nennen.',
  'restricted-mode': () =>
    'Im eingeschränkten Modus werden keine Metadaten abgerufen, weil die Policy bestimmt, welche Adressen gefragt werden. Dem Arbeitsbereich vertrauen, um sie abzurufen.',
  'manage-trust': () => 'Vertrauensstellung des Arbeitsbereichs verwalten',
  'document-missing': () => 'Dieses Dokument ist nicht da. Zum Abrufen "APIM Token Doctor: Metadaten des Tenants anzeigen" ausführen.',
};
