import type { answers as English } from '../english/answers.js';

/** Was der Client statt einer Antwort bekommt. */
export const answers: typeof English = {
  fixOutdated: () =>
    'Die Policy hat sich geändert, seit diese Korrektur angeboten wurde; darum wurde nichts geändert. Die Liste der Korrekturen noch einmal öffnen und daraus wählen.',
  supplyValue: ({ name }) => `Einen Wert für ${name} angeben…`,
  cannotAnswer: () => 'Der Sprachserver konnte nicht antworten. Noch einmal versuchen; sein Log sagt, wo er stehen blieb.',
  requestMalformed: () =>
    'Der Sprachserver konnte nicht antworten, wahrscheinlich fehlt der Anfrage etwas, was das Protokoll verlangt. Prüfen, was der Client sendet.',
};
