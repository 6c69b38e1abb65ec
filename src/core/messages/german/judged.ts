import type { judgedMessages as English } from '../english/judged.js';
import { nameCheck } from './check-names.js';

/** Was die Befunde zu einem Token nach Ursache und Lösung über die Antwort des Gateways sagen. */
export const judgedMessages: typeof English = {
  'judged-reported': values => {
    const status = values.status === null ? 'dem Status, den die Policy setzt' : String(values.status);
    const reports = values.idx === null ? '' : ` und meldet ${values.idx}`;
    const answers = values.branch
      ? `Wird dieser Zweig genommen, antwortet das Gateway mit ${status}${reports}.`
      : `Das Gateway antwortet mit ${status}${reports}.`;
    const versions = values.versions.length === 0 ? '' : ` Je nach Version meldet es stattdessen ${values.versions.join(' oder ')}.`;
    const earlier = values.earlier.map(
      ({ idx, check }) => ` Es meldet stattdessen ${idx}, wenn vorher die Prüfung "${nameCheck(check)}" scheitert.`,
    );
    return `${answers}${versions}${earlier.join('')}`;
  },
  'judged-next': ({ branch }) =>
    `${branch ? 'Wird dieser Zweig genommen, lehnt das Gateway' : 'Das Gateway lehnt'} das Token auch deswegen ab, sobald die gemeldete Prüfung besteht.`,
  'judged-uncertain': ({ branch }) =>
    branch
      ? 'Wird dieser Zweig genommen, ist nicht sicher, ob das Gateway das Token deswegen ablehnt.'
      : 'Ob das Gateway das Token deswegen ablehnt, ist nicht sicher.',
  'judged-branch': () => 'Das zählt nur, wenn dieser Zweig genommen wird.',
  'gateway-text': ({ text }) => `Gateway: ${text}`,
};
