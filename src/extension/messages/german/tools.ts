import type { toolMessages as English } from '../english/tools.js';

/** Die Werkzeuge für Sprachmodelle. */
export const toolMessages: typeof English = {
  'tool-check-title': () => 'Policies von API Management prüfen?',
  'tool-explain-title': () => 'Einen Gateway-Fehler erklären?',
  'tool-propose-title': () => 'Die Änderung einer Policy vorschlagen?',
  'tool-reads': ({ path }) =>
    path === null
      ? 'Gelesen wird jede Policy in diesem Arbeitsbereich. Das Sprachmodell erfährt, was daran falsch ist, mit Fundstellen und Ausschnitten ihres Textes.'
      : `Gelesen werden die Policies dieses Arbeitsbereichs unter "${path}". Das Sprachmodell erfährt, was daran falsch ist, mit Fundstellen und Ausschnitten ihres Textes.`,
  'tool-reads-nothing': () => 'Es wird keine Datei gelesen: Das Sprachmodell erfährt, was der Text bedeutet, den es übergibt.',
  'tool-uses-token': () =>
    'Vom aktuellen Token erfährt das Modell, was das Gateway antwortet, die Namen der Claims und die Werte von iss, aud, azp, appid, ver, tid, exp, nbf und iat: keinen anderen Wert, und nie das Token selbst.',
  'tool-writes-nothing': () => 'Keine Datei wird geändert.',
  'tool-runs': () => 'Policies von API Management werden gelesen',
  'tool-untrusted': () => 'Dem Arbeitsbereich wird nicht vertraut, deshalb wurde nichts gelesen. Bitten Sie die Person, ihm zu vertrauen.',
  'tool-unasked': () => 'Es wurde nichts gelesen, weil niemand gefragt wurde. Dieses Werkzeug antwortet nur in einem Chat.',
  'tool-failed': () => 'Das Werkzeug konnte nicht antworten. Bitten Sie die Person, in die Ausgabe von APIM Token Doctor zu sehen.',
};
