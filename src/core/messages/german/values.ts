import type { FindingValue } from '../../finding.js';
import type { Unseen, valueMessages as English } from '../english/values.js';
import { brief } from '../said.js';
import { elementMeanings } from './element-meanings.js';

/** Was in einem Wert niemand sieht, in Worten. */
const unseen: Readonly<Record<Unseen, string>> = {
  'zero-width': 'ein unsichtbares Zeichen',
  'no-break-space': 'ein geschütztes Leerzeichen',
  'line-break': 'einen Zeilenumbruch',
  'space-before': 'Leerraum am Anfang',
  'space-after': 'Leerraum am Ende',
};

const asSecret =
  "Text in einem key wird als Shared Secret gelesen, also scheitert jedes mit RS256 signierte Token (IDX10634: … Algorithm: 'RS256', SecurityKey: 'Microsoft.IdentityModel.Tokens.SymmetricSecurityKey' is not supported).";

/** "{{tenant}} = contoso.onmicrosoft.com (prod.tfvars, Zeile 3)"; ohne den Wert, wo er nicht gezeigt werden darf. */
function tellValue({ kind, name, value, source, path, line, set }: FindingValue): string {
  const written = kind === 'named-value' ? `{{${name}}}` : `der Template-Variablen ${name}`;
  const place = path === null ? null : line === null ? path : `${path}, Zeile ${line}`;
  const given = { file: 'eine Datei', setting: 'Einstellungen', option: 'Kommandozeile', input: 'selbst eingegeben' };
  const from = [place ?? (source === null ? null : given[source]), set === null ? null : `Satz ${set}`].filter(part => part !== null);
  return `${written}${value === null ? '' : ` = ${value}`}${from.length === 0 ? '' : ` (${from.join(', ')})`}`;
}

/** Sätze über einzelne Werte. */
export const valueMessages: typeof English = {
  'rests-on': values => `Beurteilt mit ${values.from.map(tellValue).join(' und ')}.`,
  'invalid-value-empty': values => ({
    title: `${brief(values.name, 40)} ist leer. Einen Wert schreiben.`,
    detail: elementMeanings[values.meaning],
  }),
  'invalid-value-status': values => ({
    title: `"${brief(values.value, 30)}" ist kein HTTP-Status. Eine Zahl von 100 bis 599 schreiben, etwa 401.`,
    detail: '',
  }),
  'invalid-value-boolean': values => ({
    title: `${brief(values.name, 40)} muss true oder false sein, nicht "${brief(values.value, 30)}".`,
    detail: '',
  }),
  'invalid-value-number': values => ({
    title: `${brief(values.name, 30)} muss eine ganze Zahl von Sekunden sein, nicht "${brief(values.value, 30)}".`,
    detail: '',
  }),
  'invalid-value-match': values => ({
    title: `match muss all oder any sein, nicht "${brief(values.value, 30)}".`,
    detail: '',
  }),
  'invalid-value-expression': values => ({
    title: `${brief(values.name, 40)} darf kein Policy-Ausdruck sein. Einen Named Value verwenden ({{name}}).`,
    detail: '',
  }),
  'invisible-characters': values => ({
    title: `${brief(values.name, 30)} hat ${unseen[values.what]}, was in keinem Token steht. Entfernen.`,
    detail: 'Werte werden Zeichen für Zeichen verglichen.',
  }),
  'application-id-format': values => ({
    title: `"${brief(values.value, 24)}" ist keine Anwendungs-ID. Die GUID von der Übersicht der App-Registrierung schreiben.`,
    detail: 'Dort heißt sie Anwendungs-ID (Client).',
  }),
  'openid-config-url-http': () => ({
    title: 'Die Adresse muss mit https beginnen, sonst lehnt das Gateway sie ab. https schreiben.',
    detail: 'Das Gateway sagt "IDX20108: The address specified … is not valid as per HTTPS scheme".',
  }),
  'openid-config-url-endpoint': values => ({
    title: `Das ist der Endpunkt ${brief(values.endpoint, 16)}. Die Adresse auf /.well-known/openid-configuration schreiben.`,
    detail:
      'Dort melden sich Benutzer oder Clients an; das Gateway braucht die Adresse der OpenID-Konfiguration' +
      (values.suggestion === null ? '.' : `: ${values.suggestion}`),
  }),
  'openid-config-url-no-discovery': values => ({
    title: 'Das ist keine OpenID-Konfiguration. Die Adresse schreiben, die auf /.well-known/openid-configuration endet.',
    detail: values.suggestion === null ? '' : `Gemeint ist vielleicht ${values.suggestion}`,
  }),
  'openid-config-url-misspelt': values => ({
    title: `Der Host ${brief(values.host, 34)} sieht falsch geschrieben aus. ${brief(values.meant, 34)} schreiben.`,
    detail: values.suggestion === null ? '' : `Gemeint ist vielleicht ${values.suggestion}`,
  }),
  'openid-config-url-tenant-name': values => ({
    title: `${brief(values.host, 34)} ist der Name eines Tenants, kein Host. ${brief(values.meant, 28)}/ davor schreiben.`,
    detail: values.suggestion === null ? '' : `Gemeint ist vielleicht ${values.suggestion}`,
  }),
  'openid-config-url-user-flow': values => ({
    title: 'Azure AD B2C hat ein Dokument je User Flow, und keines ohne. Den User Flow hinter den Tenant schreiben.',
    detail:
      values.suggestion === null
        ? 'Sein Name steht im Claim tfp (oder acr) der Tokens und im Portal unter "Benutzerflows".'
        : `Gemeint ist vielleicht ${values.suggestion}`,
  }),
  'openid-config-url-slashes': values => ({
    title: 'Die Adresse hat einen doppelten Schrägstrich; die meisten Server antworten darauf mit 404. Einen entfernen.',
    detail: `So schreiben: ${values.suggestion}`,
  }),
  'comma-list-in-value': values => ({
    title: `Diese Liste wird als ein Text verglichen, kein Token passt. ${values.count} Elemente schreiben, eines je Wert.`,
    detail: `"${values.separator}" zählt als Teil des Textes. (Das Attribut separator zerlegt den Claim des Tokens, nicht diesen Wert.)`,
  }),
  'comma-list-in-named-value': values => ({
    title: `${brief(values.name, 28)} ist eine Liste, wird aber als ein Text verglichen: Kein Token passt. Ein Element je Wert.`,
    detail: 'Die Trennzeichen zählen als Teil des Textes. (Das Attribut separator zerlegt den Claim des Tokens, nicht diesen Wert.)',
  }),
  'weak-key-rsa': values => ({
    title: `Dieser RSA-Schlüssel hat ${values.bits} Bit und ist unsicher. Einen mit mindestens 2048 verwenden.`,
    detail: 'Vor kürzeren warnt Azure Advisor.',
  }),
  'weak-key-symmetric': values => ({
    title: `Dieser Schlüssel hat ${values.bits} Bit; ${brief(values.algorithm, 20)} braucht mindestens ${values.wanted}. Einen längeren verwenden.`,
    detail: '',
  }),
  'certificate-as-key': () => ({
    title: 'Das ist ein Zertifikat, aber key wird als Shared Secret gelesen. Hochladen und certificate-id verwenden.',
    detail: `${asSecret} Oder den RSA-Schlüssel als n und e schreiben.`,
  }),
  'public-key-as-key': () => ({
    title: 'Das ist ein öffentlicher Schlüssel, aber key wird als Shared Secret gelesen. Als n und e schreiben.',
    detail: `${asSecret} Oder das Zertifikat hochladen und certificate-id verwenden.`,
  }),
  'secret-in-policy': () => ({
    title: 'Hier steht ein Shared Secret im Klartext. In einem geheimen Named Value oder Key Vault ablegen; {{name}} schreiben.',
    detail: 'Wer die Policy oder ihr Repository lesen kann, kann es lesen.',
  }),
  'scheme-ignored': values => ({
    title: `require-scheme wird beim Header ${brief(values.header, 30)} ignoriert. Dort nur das Token senden.`,
    detail: `require-scheme wirkt nur beim Authorization-Header: In ${values.header} das Token ohne "${values.scheme}" senden.`,
  }),
};
