import type { NotPlain } from '../../knowledge/template-steps.js';
import type { notPlainMessages as English } from '../english/not-plain.js';

/** Was mit einem Text in einer Policy geschähe, der dort etwas anderes bedeutet. */
const reasons: Readonly<Record<NotPlain, string>> = {
  expression: 'das Gateway würde sie als Ausdruck lesen',
  placeholder: 'das Gateway oder eine Template-Engine würde sie als Platzhalter lesen',
  pipeline: 'eine Pipeline würde sie als Variable lesen',
  tag: 'eine Template-Engine würde sie als Tag lesen',
  invisible: 'sie enthält unsichtbare Zeichen',
  space: 'sie beginnt oder endet mit Leerraum',
  long: 'sie ist länger als 400 Zeichen',
};

/** Was ein Titel über eine Audience des Tokens sagt, die nicht geschrieben wird. */
export function writeUnwritten(why: NotPlain | null): string {
  return why === null ? '' : `; die Audience des Tokens wird nicht ergänzt: ${reasons[why]}`;
}

export const notPlainMessages: typeof English = {
  'value-not-plain': values => `Diese Angabe schreibt keine Korrektur in die Policy: ${reasons[values.why]}.`,
};
