import type { logMessages as English } from '../english/log.js';

/** Zeilen im Ausgabekanal. */
export const logMessages: typeof English = {
  'log-facts-failed': () => 'Die Fakten ließen sich nicht an den Sprachserver senden',
  'log-token-failed': () => 'Das Token ließ sich nicht an den Sprachserver senden',
  'log-server-failed': () => 'Der Sprachserver konnte nicht starten',
  'log-message-lost': () => 'Eine Nachricht kam beim Sprachserver nicht an',
  'log-files-failed': () => 'Die in den Einstellungen genannten Dateien ließen sich nicht lesen',
  'log-command-failed': ({ command }) => `Der Befehl ${command} ist gescheitert`,
  'log-fetched': ({ written }) => `Abgerufen: ${written}`,
  'log-not-fetched': ({ written, reason }) => `${written}: ${reason}`,
};
