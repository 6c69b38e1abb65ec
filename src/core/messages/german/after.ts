import type { afterMessages as English } from '../english/after.js';
import { nameCheck } from './check-names.js';

const branches = {
  accepts: '→ akzeptiert, wenn dieser Zweig genommen wird',
  'if-signed': '→ akzeptiert, wenn dieser Zweig genommen wird und die Signatur stimmt',
  refuses: '→ lehnt ab, wenn dieser Zweig genommen wird',
};

/** Was nach einer Korrektur für das aktuelle Token folgt. */
export const afterMessages: typeof English = {
  'after-fix': values => {
    const why = values.check === null ? '' : `: ${nameCheck(values.check)}`;
    if (values.branch !== null) return branches[values.branch] + (values.branch === 'refuses' ? why : '');
    if (values.outcome === 'fail') return `→ ${values.still ? 'weiter ' : ''}${values.answer ?? 'abgelehnt'}${why}`;
    if (values.answer !== null) return `→ ${values.answer}`;
    return values.outcome === 'uncertain' ? `→ nicht sicher${why}` : `→ nicht entschieden${why}`;
  },

  'after-fix-but-rest': () => '→ 200, wenn der Rest besteht',

  'fix-breaks-xml': () =>
    'Es wurde nichts geschrieben: Das Ergebnis wäre für andere Leser kein XML. Von Hand ändern und diese Policy bitte ohne ihre Geheimnisse melden.',

  'fix-offer': ({ title, after }) => {
    const end = title.indexOf(': ');
    if (end === -1) return `${title} ${after}`;
    return `${title.slice(0, end)} ${after}${after.includes(':') ? ';' : ':'} ${title.slice(end + 2)}`;
  },
};
