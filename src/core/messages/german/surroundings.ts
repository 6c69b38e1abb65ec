import type { surroundingsMessages as English } from '../english/surroundings.js';
import { brief } from '../said.js';

/** Sätze über das, was um eine Token-Policy herum steht. */
export const surroundingsMessages: typeof English = {
  'authorization-overwritten': values => ({
    title: `${brief(values.by, 40)} weiter oben ersetzt den Authorization-Header. Unter diese Policy verschieben.`,
    detail:
      'Das Token des Aufrufers ist weg, bevor diese Policy es liest. Hat jene Policy ein output-token-variable-name, lässt sich stattdessen das verwenden.',
  }),
  'cors-after-token': () => ({
    title: 'cors steht nach der Token-Policy, also bekommen Preflight-Anfragen ein 401. cors in inbound an den Anfang.',
    detail: 'Ein Browser schickt seine Preflight-Anfrage ohne Token.',
  }),
  'validation-can-be-skipped': () => ({
    title: 'Trifft kein Zweig dieses choose zu, kommt die Anfrage ohne Token durch. Ein prüfendes otherwise ergänzen.',
    detail: 'Alle Token-Policies stehen hier in Zweigen eines choose ohne otherwise.',
  }),
  'as-jwt-with-scheme': values => ({
    title: 'AsJwt() liest einen Header, der mit "Bearer " beginnt, vielleicht nicht. Sicherheitshalber das Schema entfernen.',
    detail:
      'Dokumentiert ist das nicht, und die Berichte widersprechen sich. ' +
      (values.caught
        ? 'Liest es ihn nicht, liefert es null, und die Policy läuft weiter, als gäbe es kein Token.'
        : 'Liest es ihn nicht, liefert es null, nichts fängt das hier ab, und der nächste Schritt endet mit 500.') +
      ` So schreiben: …GetValueOrDefault("Authorization", "").Split(' ').Last().AsJwt().`,
  }),
  'last-error-in-header': () => ({
    title: 'LastError.Message kann Zeilenumbrüche enthalten, und die machen aus dem 401 ein 500. CR und LF entfernen.',
    detail:
      'Der Aufrufer bekommt "Specified value has invalid CRLF characters". Ältere Gateways schreiben auch das ganze Token hinein. Oder einen festen Text schreiben.',
  }),
  'reason-hidden': () => ({
    title: 'Dieser Text verbirgt, warum ein Token abgelehnt wurde. Der Grund steht im Trace oder in Application Insights.',
    detail: 'Für Aufrufer ist das richtig: Sie sollen den Grund nicht sehen.',
  }),
  'policy-too-large': values => ({
    title: `Das Dokument hat ${values.kilobytes} KiB; API Management nimmt höchstens 256 KiB. Teile in Fragmente auslagern.`,
    detail: 'Der Consumption-Tarif nimmt höchstens 16 KiB.',
  }),
};
