import type { Unread, verdictMessages as English } from '../english/verdict.js';
import { nameCheck } from './check-names.js';

function nameUnread({ kind, name }: Unread): string {
  switch (kind) {
    case 'base':
      return name === null ? '<base />' : `<base /> (${name})`;
    case 'fragment':
      return `include-fragment${name === null ? '' : ` ${name}`}`;
    case 'expression':
      return `der Ausdruck ${name ?? ''}`.trimEnd();
    case 'condition':
      return `die Bedingung ${name ?? ''}`.trimEnd();
  }
}

/** "<base /> (Zeilen 3, 9)" und "include-fragment check-token (Zeile 4)"; in einer anderen Datei "(policy.xml:4)". */
function listUnread(unread: readonly Unread[]): string[] {
  const lines = new Map<string, number[]>();
  const others: string[] = [];
  for (const each of unread) {
    const words = nameUnread(each);
    if (each.path === null) lines.set(words, [...(lines.get(words) ?? []), each.line]);
    else others.push(`${words} (${each.path}:${String(each.line)})`);
  }
  return [...[...lines].map(([words, at]) => `${words} (${at.length === 1 ? 'Zeile' : 'Zeilen'} ${at.join(', ')})`), ...new Set(others)];
}

/** Was um den gelesenen Text herum stehen kann. */
const around = {
  'including-policy': 'die Policy, die dieses Fragment einbindet',
  'after-break': 'was der Fehler im Dokument verdeckt',
};

/** Was ein Urteil sagt: von einer Anfrage einen Status, nie ohne das, was nicht gelesen wurde. */
export const verdictMessages: typeof English = {
  'verdict-accepts': ({ complete, onlySignature }) =>
    ['200', ...(onlySignature ? ['wenn die Signatur stimmt'] : []), ...(complete ? [] : ['soweit gelesen'])].join(', '),

  'verdict-headline': ({ outcome, answer }) => {
    switch (outcome) {
      case 'fail':
        return answer === null ? 'Das Gateway lehnt dieses Token ab.' : `Das Gateway beantwortet dieses Token mit ${answer}.`;
      case 'pass':
        return `Das Gateway akzeptiert dieses Token: ${answer ?? '200'}.`;
      case 'uncertain':
        return 'Ob das Gateway dieses Token akzeptiert, ist nicht sicher.';
      case 'unresolved':
        return 'Es fehlt etwas, um die Antwort des Gateways vorherzusagen.';
    }
  },

  'verdict-not-read': values => {
    const hidden = values.refused || values.around === null ? [] : [around[values.around]];
    const what = [...listUnread(values.unread), ...hidden];
    const isOne = what.length === 1;
    const follows = values.refused
      ? `${isOne ? 'Es läuft' : 'Sie laufen'} zuerst und ${isOne ? 'kann' : 'können'} vorher antworten`
      : `${isOne ? 'Es kann' : 'Sie können'} das Token auch ablehnen`;
    return `Nicht gelesen: ${what.join(', ')}. ${follows}.`;
  },

  'verdict-elsewhere': values =>
    values.outcome === 'fail'
      ? `${values.kind} in ${values.place} lehnt es ab${values.check === null ? '' : ` (${nameCheck(values.check)})`}.`
      : `Es hängt von ${values.kind} in ${values.place} ab.`,

  'show-fixes': () => 'Korrekturen anzeigen',
  'cure-other-token': () => 'Ein anderes Token ist die Lösung.',

  'policy-verdict': ({ outcome, status }) => {
    switch (outcome) {
      case 'pass':
        return 'akzeptiert';
      case 'fail':
        return status === null ? 'lehnt ab' : `lehnt ab (${status})`;
      case 'uncertain':
        return 'nicht sicher';
      case 'unresolved':
        return 'nicht entschieden';
    }
  },
};
