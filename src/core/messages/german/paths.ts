import type { BranchWords, pathMessages as English, UnreadOnPath } from '../english/paths.js';
import { nameCheck } from './check-names.js';

function nameScope(name: string | null): string {
  if (name === null) return '<base />';
  return name === 'global' ? 'die globale Policy' : `die Policy von ${name}`;
}

function nameUnread({ kind, name, at, reason }: UnreadOnPath): string {
  const place = at ?? '';
  const more = (text: string): string => (place === '' ? ` (${text})` : ` (${place}, ${text})`);
  const here = place === '' ? '' : ` (${place})`;
  if (kind === 'condition') return `die Bedingung ${name ?? ''}${here}`;
  if (kind === 'expression') return `der Ausdruck ${name ?? ''}${here}`;
  const what = kind === 'fragment' ? `include-fragment ${name ?? ''}`.trim() : nameScope(name);
  switch (reason) {
    case 'base-inside':
      return `<base />${more('in einer anderen Anweisung')}`;
    case 'base-twice':
      return `<base />${more('zum zweiten Mal in einem Abschnitt')}`;
    case 'fragment-nested':
      return `${what}${more('in einem Fragment, was kein Gateway annimmt')}`;
    case 'fragment-circle':
      return `${what}${more('bindet sich selbst ein')}`;
    case 'unreadable':
      return `${what}${more('keine Policy oder nicht wohlgeformt')}`;
    case 'conditional':
      return `${what}${more('unter einer Bedingung bereitgestellt')}`;
    case 'not-plain':
      return `${what}${more('ein Ausdruck')}`;
    case 'too-long':
      return `was folgt${more('zu viel')}`;
    default:
      return `${what}${here}`;
  }
}

function nameStatus({ outcome, status, check }: Omit<BranchWords, 'condition'>, complete: boolean): string {
  if (outcome === 'uncertain') return 'nicht sicher';
  if (outcome === 'unresolved') return 'nicht entschieden';
  const read = outcome === 'fail' || complete ? '' : ', soweit gelesen';
  const number = status === null ? 'ein unbekannter Status' : String(status);
  return `${number}${check === null ? '' : ` ${nameCheck(check)}`}${read}`;
}

const named = (name: string | null): string => (name === null ? '' : ` ${name}`);

type ScopeProblem = Parameters<(typeof English)['scope-problem']>[0]['code'];

/** Warum eine Datei oder Ressource der Scopes nicht so verwendet wird, wie ihr Ort es sagt. */
const scopeProblems: Readonly<Record<ScopeProblem, (name: string | null, near: string | null) => string>> = {
  unreadable: () => 'Sie ist nicht lesbar, also fehlt in den Wegen, was darin steht.',
  'too-large': () => 'Sie ist zu groß, also fehlt in den Wegen, was darin steht.',
  'not-json': () => 'Sie ist nicht so geschrieben, wie ihr Name sagt, also fehlt in den Wegen, was darin steht.',
  'no-policy': () => 'Sie enthält keine Policy.',
  twice: () => 'Eine andere Datei oder Ressource hat die Policy desselben Scopes.',
  'unknown-api': name => `Sie nennt eine API, die nicht da ist:${named(name)}.`,
  'unknown-operation': (name, near) =>
    `Die Spezifikation hat keine Operation${named(name)}, also trifft keine Anfrage auf diese Policy.${near === null ? '' : ` Gemeint ist vielleicht ${near}.`}`,
  'other-operation': (name, near) =>
    `Keine Operation heißt${named(name)}, also wurde beurteilt, was für alle anderen Operationen gilt.${near === null ? '' : ` Gemeint ist vielleicht ${near}.`}`,
  'file-missing': name => `Die Policy soll aus${named(name)} gelesen werden, und das ist nicht da. Der Scope zählt als nicht gelesen.`,
  'name-unknown': name =>
    `Der Name${named(name)} ist vor der Bereitstellung nicht bekannt. In den Wegen steht der Ausdruck an seiner Stelle.`,
  'policy-unknown': name => `Die Policy${named(name)} ist ein Ausdruck, der nicht ausgewertet wird. Der Scope zählt als nicht gelesen.`,
};

/** Was vom Weg einer Anfrage gesagt wird: die Antwort, und was nicht gelesen wurde. */
export const pathMessages: typeof English = {
  'path-answer': ({ outcome, status, check, certain, complete, accepted = false }) => {
    const answer = nameStatus({ outcome, status, check }, complete);
    if (outcome === null) return accepted ? `${answer}, sobald das Token akzeptiert ist` : `${answer}, welches Token auch kommt`;
    return outcome === 'fail' && !certain ? `spätestens ${answer}` : answer;
  },

  'path-not-read': ({ unread, refused }) => {
    const what = [...new Set(unread.map(nameUnread))];
    const [follows, refuses] = what.length === 1 ? ['Es kann', 'das Token auch ablehnen'] : ['Sie können', 'das Token auch ablehnen'];
    return `Nicht gelesen: ${what.join(', ')}. ${follows} ${refused ? 'vorher antworten' : refuses}.`;
  },

  'scope-problem': ({ code, name, near }) => scopeProblems[code](name, near),

  'path-branches': ({ branches, complete }) => {
    const said = branches.map(branch => {
      const head = branch.condition === null ? 'sonst' : `bei \`${branch.condition}\``;
      return `${head}: ${nameStatus(branch, complete || branch.condition !== null)}`;
    });
    const line = said.join('; ');
    return `${line.charAt(0).toUpperCase()}${line.slice(1)}.`;
  },

  'path-name': ({ workspace, api, operation, product }) =>
    `${workspace === null ? '' : `${workspace} / `}${api} / ${operation ?? 'alle anderen Operationen'} (${product === null ? 'ohne Produkt' : `Produkt ${product}`})`,
};
