import type { callerReasons as English } from '../english/gateway-caller.js';

/** Warum der Aufrufer etwas anderes sehen kann als die Antwort einer Token-Policy. */
export const callerReasons: typeof English = {
  'caller-on-error': () =>
    'Eine Token-Policy lehnt das Token ab, aber on-error kann die Antwort ändern: Was der Aufrufer sieht, ist hier nicht bekannt.',
  'caller-branch': () => 'Es hängt davon ab, welcher Zweig von choose genommen wird: Bedingungen werden hier nicht ausgewertet.',
  'caller-template': () => 'Es hängt davon ab, womit die Vorlage gefüllt wird: %{ if } und %{ for } werden hier nicht ausgewertet.',
  'caller-answered-before': () => 'Ein return-response oder mock-response kann antworten, bevor die Token-Policy erreicht wird.',
  'caller-section-missing': () =>
    'Eine Policy auf dem Weg hat keinen Abschnitt inbound, also bindet kein <base /> die umgebenden Scopes ein. Ob das Gateway ihn als leer behandelt, ist nicht dokumentiert.',
};
