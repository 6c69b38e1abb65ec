import { innerHostWarnings } from '../../../core/messages/german/inner-hosts.js';
import type { commands as English } from '../english/commands.js';

/** Was zu den Befehlen gesagt wird, die jeder Editor ausführen kann. */
export const commands: typeof English = {
  unknownCommand: () => 'Diesen Befehl hat der Sprachserver nicht. Seine Dokumentation nennt alle, die er hat.',
  nameOpenDocument: () => 'Als erstes Argument ein offenes Dokument mit seiner Adresse nennen (file:///…).',
  nameTokenFile: () => 'Als erstes Argument die Datei mit dem Token mit ganzem Pfad nennen.',
  tokenAsArgument: () =>
    'Ein Token darf kein Argument sein, denn Editoren schreiben Argumente in ihre Logs. Den Token in eine Datei legen und die Datei nennen.',
  noFilesHere: () => 'Der Sprachserver liest hier keine Dateien, kann also keinen Token aus einer nehmen.',
  noNetworkHere: () => 'Der Sprachserver hat hier kein Netz, darum wird nichts abgerufen.',
  noEditsHere: () =>
    'Dieser Editor führt keine Änderungen eines Sprachservers aus, darum wurde nichts geändert. Die Liste seiner Code-Aktionen benutzen.',
  noTokenInFile: () => 'In der Datei steht nichts. Ihr Token gilt, sobald er darin steht.',
  tokenInForce: ({ kindLabel, problem }) => `Der geltende Token: ${kindLabel}.${problem === null ? '' : ` ${problem}`}`,
  tokenForgotten: () => 'Der Token ist vergessen.',
  nothingToReport: () => 'Es gibt nichts zu berichten: Kein Token gilt, oder das Dokument hat keine Token-Policy.',
  giveErrorText: () => 'Als erstes Argument den Text des Gateway-Fehlers geben (höchstens 1 MiB).',
  nothingKnown: () =>
    'Nichts in dem Text ist bekannt. Die ganze Antwort oder den ganzen Trace geben, mit dem Code (IDX…), falls einer dabei ist.',
  causeAtLine: ({ line }) => `Die Ursache steht in Zeile ${line}.`,
  foundAtLine: ({ title, line }) => `Zeile ${line}: ${title}`,
  noRewrite: ({ variants }) =>
    variants.length === 0
      ? 'Hier gibt es keine Umschreibung für eine Token-Policy, darum wurde nichts geändert.'
      : `Diese Umschreibung gibt es nicht, darum wurde nichts geändert. Es gibt: ${variants.join(', ')}.`,

  fetchNeeded: () => 'Die Metadaten abrufen, die diese Policy braucht',
  showReport: () => 'Zeigen, was das Gateway auf den Token antwortet',
  fetchQuestion: ({ count }) =>
    `Metadaten und Signaturschlüssel von ${count === 1 ? 'dieser Adresse abrufen? Sie ist keine der üblichen von Microsoft' : 'diesen Adressen abrufen? Sie sind nicht die üblichen von Microsoft'}. Eine Anfrage sendet nichts als die Adresse.`,
  fetchThese: () => 'Abrufen',
  fetchNone: () => 'Abbrechen',
  destination: ({ address, inner }) => (inner === null ? address : `${address} (Vorsicht: ${innerHostWarnings[inner]}.)`),
  fetched: ({ count }) =>
    count === 0 ? 'Nichts wurde abgerufen.' : `${count === 1 ? '1 Dokument wurde' : `${count} Dokumente wurden`} abgerufen.`,
};
