import type { SampleToken } from '../../../protocol.js';
import type { WrittenSetting } from '../../settings.js';
import type { commandMessages as English } from '../english/commands.js';

const samples: Readonly<Record<SampleToken, string>> = {
  'external-id-v1': 'Token von External ID, Version 1.0',
  'external-id-v2': 'Token von External ID, Version 2.0',
  'workforce-v1': 'Token eines Workforce-Tenants, Version 1.0',
  'workforce-v2': 'Token eines Workforce-Tenants, Version 2.0',
};

const settingsOf: Readonly<Record<WrittenSetting, string>> = {
  folder: 'den Einstellungen des Ordners',
  workspace: 'den Einstellungen des Arbeitsbereichs',
  user: 'den Benutzereinstellungen',
};

/** Befehle: was sie fragen, was sie falsch fanden, was sie getan haben. */
export const commandMessages: typeof English = {
  'panel-title': () => 'Token Doctor',

  'start-failed': () => 'APIM Token Doctor konnte nicht starten. Das Fenster neu laden. Hilft das nicht, in seinen Ausgabekanal sehen.',
  'reload-window': () => 'Fenster neu laden',
  failed: () => 'Das konnte APIM Token Doctor nicht. Das Fenster neu laden, um es neu zu starten.',
  'command-failed': () =>
    'Das konnte APIM Token Doctor nicht. Das Fenster neu laden, um es neu zu starten; sein Ausgabekanal zeigt, wo es stehen blieb.',
  'show-output': () => 'Ausgabe anzeigen',

  'decode-title': () => 'Warum 401? Token dekodieren',
  'decode-prompt': () =>
    'Das Token so einfügen, wie es vorliegt: mit Bearer, als Header, in einem curl-Befehl oder in JSON. Es bleibt nur im Arbeitsspeicher.',
  'decode-placeholder': () => 'Token',
  'clipboard-empty': () => 'In der Zwischenablage ist kein Text. Das Token kopieren und den Befehl noch einmal ausführen.',
  'nothing-selected': () => 'Nichts ist ausgewählt. Das Token im Editor auswählen und den Befehl noch einmal ausführen.',
  'use-token-here': () => 'Dieses Token verwenden',
  'token-moved': () => 'Das Token steht nicht mehr dort. Auswählen und "Token aus Auswahl dekodieren" ausführen.',
  'not-a-token': () => 'Der Text ist kein Token. Nur das Token kopieren und den Befehl noch einmal ausführen.',
  'token-kept': () => 'Das aktuelle Token ist dasselbe geblieben.',
  'use-previous-token': () => 'Voriges Token verwenden',
  'token-taken': ({ kindLabel }) => `${kindLabel}.`,
  'token-cleaned': ({ what }) => `Entfernt: ${what.join(', ')}.`,
  'no-previous-token': () => 'Es gibt kein voriges Token: Keines wurde ersetzt, oder es ist vergessen. Stattdessen ein Token dekodieren.',
  'previous-token-taken': ({ kindLabel }) => `${kindLabel}: gilt wieder.`,

  'explain-title': () => 'Gateway-Fehler erklären',
  'explain-prompt': () =>
    'Einfügen, was angekommen ist: eine Antwort mit ihren Headern, eine Zeile aus Trace oder Log, oder ein Anmeldefehler. Es bleibt verdeckt, weil solche Texte oft Token enthalten.',
  'explain-placeholder': () => 'IDX10205: Issuer validation failed. …',
  'nothing-recognised': () =>
    'Von diesem Text ist hier nichts bekannt. Die ganze Zeile des Trace einfügen, oder die Antwort mit ihren Headern.',
  'rule-off': ({ code, where }) => `${code} ist in ${settingsOf[where]} ausgeschaltet: apimTokenDoctor.rules.`,

  'sample-open': ({ token }) => `Das Beispiel ist offen. Token im Arbeitsspeicher erzeugt: ${samples[token]}.`,
  'fixes-title': ({ line }) => `Korrekturen für Zeile ${line}`,
  'fixes-which': () => 'Eine Korrektur wählen. Sie ändert die Policy sofort; „Rückgängig“ nimmt sie zurück.',
  'fixes-none': ({ line }) => `Für Zeile ${line} wird nichts mehr angeboten.`,
  'fix-not-applied': () => 'Es wurde nichts geändert: Die Policy ist inzwischen eine andere. Die Korrekturen noch einmal ansehen.',
};
