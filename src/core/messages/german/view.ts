import type { Origin, viewMessages as English } from '../english/view.js';
import { nameCheck } from './check-names.js';

/** Sätze der Token-Ansicht und der Hovers: was eine Vorhersage im Ganzen sagt und was die Dokumente sind. */
export const viewMessages: typeof English = {
  'check-label': ({ check }) => nameCheck(check),

  'answer-reason': ({ label, idx, sentence }) => `${label}${idx === null ? '' : ` (${idx})`}: ${sentence}`,

  'policy-answer': ({ outcome, status, check }) => {
    switch (outcome) {
      case 'fail': {
        const where = check === null ? '' : ` (${nameCheck(check)})`;
        return `Sie **lehnt** das aktuelle Token **ab**${status === null ? '' : ` (${status})`}${where}.`;
      }
      case 'pass':
        return 'Sie **akzeptiert** das aktuelle Token.';
      case 'uncertain':
        return 'Ob sie das aktuelle Token akzeptiert, ist nicht sicher.';
      case 'unresolved':
        return 'Es fehlt etwas, um vorherzusagen, ob sie das aktuelle Token akzeptiert.';
    }
  },

  'explained-rewrite': () =>
    'Der Issuer im Text gehört zum Tenant dieser Policy, und validate-azure-ad-token unterstützt ihn nicht. Die Liste der Korrekturen hat jede Variante der Umschreibung.',
  'no-token-policy': () => 'Dieses Dokument hat keine Token-Policy.',
  'no-policy-document': () => 'Das aktive Dokument ist keine Policy.',
  'branch-taken': ({ condition, otherwise }) => {
    if (otherwise) return 'Wenn keine Bedingung von choose zutrifft';
    return condition === null ? 'Wenn dieser Zweig von choose genommen wird' : `Bei ${condition}`;
  },

  'cure-rewrite': ({ line }) => `Zeile ${line} umschreiben`,

  'explained-expected': ({ idx, check }) => `${idx ?? nameCheck(check)} ist auch für das aktuelle Token zu erwarten.`,
  'explained-possible': ({ idx }) =>
    `${idx} ist auch für das aktuelle Token möglich: Es hängt von der Version des Gateways ab, oder von etwas, das hier nicht bekannt ist.`,
  'explained-differs': values => {
    const said = values.idx ?? (values.check === null ? 'etwas anderes' : nameCheck(values.check));
    const { expected } = values;
    if (expected === null)
      return `Im Text steht ${said}; das aktuelle Token wird hier akzeptiert: Es war ein anderes Token, oder eine andere Policy.`;
    const wanted = expected.idx ?? nameCheck(expected.check);
    return `Im Text steht ${said}; für das aktuelle Token ist ${wanted} zu erwarten: Es war ein anderes Token, oder eine andere Policy.`;
  },

  'document-purpose': ({ usedBy }) => (usedBy === 'policy' ? 'von der Policy genannt' : 'Issuer des Tokens'),

  'document-moment': origin => writeOrigin(origin),
  'document-origin': origin =>
    `Dieses Dokument wurde ${writeOrigin(origin)}.${origin.from === 'sample' ? '' : ' Behalten wird nur, worauf es ankommt.'}`,
  'issuer-compared': ({ issuer, same }) =>
    same ? 'Sein Issuer ist Zeichen für Zeichen der des Tokens.' : `Sein Issuer ist nicht der des Tokens: Im Token steht ${issuer}`,
  'key-compared': ({ kid, found }) =>
    found ? `Der Schlüssel des Tokens ist dabei: ${kid}` : `Der Schlüssel des Tokens ist nicht dabei: ${kid}`,

  'configuration-summary': ({ issuer }) => (issuer === null ? 'ohne Issuer' : `Issuer ${issuer}`),
  'key-set-summary': ({ keys }) => `${keys} Schlüssel`,
  'named-value-withheld': ({ names }) =>
    `Wird nicht abgerufen: ${names.map(name => `{{${name}}}`).join(', ')} ${names.length === 1 ? 'ist geheim, oder der Wert hat' : 'sind geheim, oder die Werte haben'} nicht die Form eines Tenants, eines Hosts oder eines Teils einer Adresse. Das Dokument speichern und die Datei in der Einstellung apimTokenDoctor.metadata.savedDocuments nennen.`,
  'not-readable': ({ kind }) => (kind === 'configuration' ? 'Das ist keine OpenID-Konfiguration.' : 'Das ist kein Schlüsselsatz.'),
};

function writeOrigin({ from, ago }: Origin): string {
  if (from === 'sample') return 'für das Beispiel erzeugt';
  const [verb, when] = from === 'network' ? ['abgerufen', ago] : ['aus einer Datei gelesen', ago];
  return when === null ? verb : `${agoInWords(when)} ${verb}`;
}

/** `seconds`: vor jetzt, ungefähr. */
function agoInWords(seconds: number): string {
  if (seconds < 60) return 'gerade eben';
  const minutes = Math.floor(seconds / 60);
  if (minutes < 60) return minutes === 1 ? 'vor 1 Minute' : `vor ${minutes} Minuten`;
  const hours = Math.floor(minutes / 60);
  return hours === 1 ? 'vor 1 Stunde' : `vor ${hours} Stunden`;
}
