import type { EncryptedPart, formReasons as English, PartFault, UnknownValue } from '../english/gateway-form.js';
import { brief } from '../said.js';
import { nameEngines } from './gateway-engines.js';

/** Eine Aufzählung im Satz: in Anführungszeichen, die letzten beiden durch `oder` verbunden. */
export function listQuoted(values: readonly string[]): string {
  const quoted = values.map(value => `"${value}"`);
  const last = quoted.at(-1);
  if (last === undefined) return 'nichts';
  return quoted.length === 1 ? last : `${quoted.slice(0, -1).join(', ')} oder ${last}`;
}

/** Ein Ausdruck kann Seiten lang sein; sein Anfang sagt, welcher es ist. */
function shortenExpression(expression: string): string {
  const line = expression.replace(/\s+/g, ' ');
  return line.length > 80 ? `${line.slice(0, 79)}…` : line;
}

const partFaults: Readonly<Record<Exclude<PartFault['kind'], 'member-kinds'>, string>> = {
  empty: 'er ist leer',
  'not-base64url': 'er ist kein base64url',
  'unusual-characters': 'er hat Leerraum, Padding oder andere Zeichen, die nicht hineingehören',
  null: 'er ist null',
  nested: 'er ist zu tief verschachtelt',
  'no-object': 'er ist JSON, aber kein Objekt',
  'no-json': 'er ist kein JSON',
  'text-after': 'nach dem JSON-Objekt folgt noch etwas',
  'loose-json': 'er ist kein Standard-JSON',
};

function describeFault(fault: PartFault): string {
  if (fault.kind !== 'member-kinds') return partFaults[fault.kind];
  return `${fault.names.join(' und ')} ${fault.names.length === 1 ? 'hat' : 'haben'} eine Art von Wert, die nicht dorthin gehört`;
}

const encryptedParts: Readonly<Record<EncryptedPart, string>> = {
  header: 'der Header',
  'encrypted-key': 'der verschlüsselte Schlüssel',
  'initialization-vector': 'der Initialisierungsvektor',
  ciphertext: 'der Geheimtext',
  'authentication-tag': 'das Authentication Tag',
  enc: '"enc" im Header',
  zip: '"zip" im Header',
};

const unknownValues: Readonly<Record<UnknownValue, string>> = {
  'header-name': 'header-name',
  'query-parameter-name': 'query-parameter-name',
  'token-value': 'token-value',
  'require-scheme': 'require-scheme',
  'clock-skew': 'clock-skew',
  'require-expiration-time': 'require-expiration-time',
  'require-signed-tokens': 'require-signed-tokens',
  audience: 'Eine akzeptierte Audience',
  issuer: 'Ein akzeptierter Issuer',
  client: 'Eine akzeptierte Client-ID',
  claim: 'Ein verlangter Claim',
  'signing-key': 'Ein Signaturschlüssel oder seine Adresse',
  tenant: 'Der Tenant oder sein Endpunkt',
};

const readAs = (
  { refused, accepted }: { readonly refused: Parameters<typeof nameEngines>[0]; readonly accepted: Parameters<typeof nameEngines>[0] },
  verb: string,
): string => `wird von ${nameEngines(refused)} der Bibliothek des Gateways abgelehnt und von ${nameEngines(accepted)} ${verb}`;

/** Warum die Prüfungen Quelle und Form so ausgingen: was geschehen ist und was zu tun ist. */
export const formReasons: typeof English = {
  'value-unknown': ({ what, missing }) =>
    missing.every(name => name.startsWith('@'))
      ? {
          title: `${unknownValues[what]} kommt aus einem Ausdruck, der hier nicht ausgewertet wird.`,
          detail: missing.length === 0 ? '' : `Der Ausdruck: ${missing.map(shortenExpression).join(', ')}.`,
        }
      : {
          title: `${unknownValues[what]} ist hier nicht bekannt. ${brief(missing.join(', '), 42)} angeben.`,
          detail: missing.join(', ').length > 42 ? `Nötig: ${listQuoted(missing)}.` : '',
        },
  'boolean-unclear': values => ({
    title: `${brief(values.name, 30)}="${brief(values.value, 16)}" ist weder "true" noch "false". Eines davon schreiben.`,
    detail: 'Was das Gateway damit macht, ist nicht dokumentiert.',
  }),
  'token-empty': () => ({ title: 'Es gibt kein Token. Dort senden, wo die Policy es sucht.', detail: '' }),
  'source-none': () => ({
    title: 'Die Policy sagt nicht, wo das Token steht. header-name="Authorization" ergänzen.',
    detail: 'validate-jwt braucht header-name, query-parameter-name oder token-value.',
  }),
  'source-several': values => ({
    title: `Die Policy nennt mehrere Stellen für das Token (${brief(values.places.join(', '), 50)}). Eine behalten.`,
    detail: 'Welche das Gateway nimmt, ist nicht dokumentiert.',
  }),
  'source-header': values =>
    values.scheme === null
      ? `Das Gateway liest das Token aus dem Header ${values.header}.`
      : `Das Gateway liest das Token aus dem Header ${values.header}, nach dem Schema ${values.scheme}. Ohne dieses Wort antwortet es "JWT not present.".`,
  'sent-without-scheme': values => ({
    title: `Das Token wird ohne das Schema "${brief(values.scheme, 16)}" gesendet. Authorization: ${brief(values.scheme, 16)} {token} senden.`,
    detail: `Die Policy verlangt "${values.scheme}" vor dem Token; im eingefügten Header steht dort nichts.`,
  }),
  'sent-other-scheme': values => ({
    title: `Das Token wird nach "${brief(values.sent, 20)}" gesendet. Authorization: ${brief(values.scheme, 20)} {token} senden.`,
    detail: `Die Policy verlangt "${values.scheme}" vor dem Token; im eingefügten Header steht "${values.sent}".`,
  }),
  'sent-scheme-twice': values => ({
    title: `Das Schema wird zweimal gesendet: "${brief(values.word, 20)} ${brief(values.word, 20)}". Einmal senden.`,
    detail: 'Das Gateway liest das zweite Wort als Anfang des Tokens. Viele Werkzeuge setzen das Schema selbst davor.',
  }),
  'sent-scheme-case': values => ({
    title: `Das Schema wird als "${brief(values.sent, 20)}" gesendet. "${brief(values.scheme, 20)}" senden.`,
    detail: `Ob Groß- und Kleinschreibung im Schema zählt, ist nicht dokumentiert; "${values.scheme}" ist sicher.`,
  }),
  'sent-odd-space': values => ({
    title: `Zwischen "${brief(values.sent, 20)}" und dem Token genau ein Leerzeichen senden.`,
    detail: 'Im eingefügten Header steht dort anderer Leerraum, und wie das Gateway ihn liest, ist nicht dokumentiert.',
  }),
  'sent-several': values => ({
    title: `Im eingefügten Text steht der Header ${brief(values.name, 30)} mehr als einmal. Einmal senden.`,
    detail: 'Welchen das Gateway liest, ist nicht dokumentiert.',
  }),
  'sent-scheme-unclear': values => ({
    title:
      values.name.toLowerCase() === 'authorization'
        ? `Das Token wird nach "${brief(values.sent, 26)}" gesendet. Bearer senden und require-scheme="Bearer" schreiben.`
        : `Das Token wird nach "${brief(values.sent, 26)}" gesendet. In ${brief(values.name, 26)} nur das Token senden.`,
    detail: `Die Policy verlangt in ${values.name} kein Schema; ob das Gateway "${values.sent}" entfernt, ist nicht dokumentiert.`,
  }),
  'sent-elsewhere': values => ({
    title: `Das Token wird in ${brief(values.sent, 24)} gesendet, aber die Policy liest ${brief(values.asked, 24)}. Dort senden.`,
    detail: `Sendet der Client es nur in ${values.sent}, antwortet das Gateway "JWT not present.".`,
  }),
  'source-custom-header': values =>
    `Das Gateway liest das Token aus dem Header ${values.header}: Dort nur das Token senden, ohne "Bearer ".` +
    (values.scheme === null ? '' : ` Es übergeht require-scheme="${values.scheme}"; das wirkt nur beim Authorization-Header.`),
  'source-query': values => `Das Gateway liest das Token aus dem Query-Parameter ${values.parameter}.`,
  'source-token-value': values => ({
    title: 'Das Token kommt aus einem Ausdruck, der hier nicht ausgewertet wird. Er muss das Token allein liefern.',
    detail: `Der Ausdruck: ${shortenExpression(values.expression)}. Die anderen Prüfungen stimmen, wenn er genau dieses Token liefert, ohne "Bearer ".`,
  }),
  'source-token-value-stripped': () => 'Das Gateway liest das Token aus dem Authorization-Header, ohne das Schema.',
  'source-token-value-with-scheme': () => ({
    title: 'token-value liefert den ganzen Authorization-Header samt "Bearer". header-name="Authorization" verwenden.',
    detail: 'Einen solchen Wert lehnt das Gateway als fehlerhaft ab. Oder im Ausdruck das Schema entfernen.',
  }),
  'source-token-value-fixed': () => ({
    title: 'token-value ist ein fester Text: Was der Aufrufer sendet, zählt nie. header-name="Authorization" verwenden.',
    detail: '',
  }),
  'claims-only': () => ({
    title: 'Nicht bekannt: Der Text enthält die dekodierten Claims, nicht das Token.',
    detail: 'Das Token selbst einfügen, dann wird es geprüft.',
  }),
  'needs-readable-token': () => 'Das lässt sich nicht prüfen, weil das Token nicht lesbar ist.',
  'token-too-large': values => ({
    title: `Das Token hat ${String(values.length)} Zeichen, mehr, als das Gateway liest. Eines mit weniger Claims anfordern.`,
    detail: `Die Bibliothek des Gateways liest höchstens ${String(values.limit)} Zeichen.`,
  }),
  'token-segments': values =>
    values.dots === 0
      ? {
          title: 'Das ist kein JSON Web Token: Es hat keine Punkte. Eines mit einem Scope der eigenen API anfordern.',
          detail: 'Vielleicht ist es ein opakes Token, eine Referenz oder ein Passwort.',
        }
      : values.dots === 1
        ? {
            title: 'Der Text hat einen Punkt, ein signiertes Token zwei. Die Signatur mitkopieren, oder ein JWT anfordern.',
            detail: '',
          }
        : {
            title: `Der Text hat ${String(values.dots)} Punkte; ein signiertes Token hat zwei, ein verschlüsseltes vier. Genau eines kopieren.`,
            detail: '',
          },
  'token-header-unreadable': values => ({
    title: 'Der Header des Tokens ist nicht lesbar. Das Token allein senden, genau wie ausgestellt.',
    detail: `Der Header ist der erste Teil: ${describeFault(values.fault)}.`,
  }),
  'token-claims-unreadable': values => ({
    title: 'Die Claims des Tokens sind nicht lesbar. Das ganze Token noch einmal kopieren.',
    detail: `Die Claims sind der mittlere Teil: ${describeFault(values.fault)}.`,
  }),
  'token-form-differs': values => ({
    title: 'Nicht jedes Gateway liest dieses Token. Ein Token in genauer Standardform verwenden.',
    detail: `Ein Teil hat eine ungewöhnliche Form: ${describeFault(values.fault)}. Es ${readAs(values, 'gelesen')}.`,
  }),
  'actor-unreadable': values => ({
    title: 'Der Claim actort muss ein ganzes Token sein. Vom Issuer so schreiben oder weglassen lassen.',
    detail: `Ein solcher Claim ${readAs(values, 'übergangen')}.`,
  }),
  'encrypted-part': values => ({
    title: `In diesem verschlüsselten Token fehlt ${encryptedParts[values.part]} oder ist beschädigt. Das ganze Token neu kopieren.`,
    detail: 'Der Text hat fünf Teile wie ein verschlüsseltes Token. Zwei verbundene Tokens oder ein mit "..." gekürztes sehen genauso aus.',
  }),
  'encrypted-no-key': () => ({
    title: 'Das Token ist verschlüsselt, und die Policy hat keinen Schlüssel dafür. Ein signiertes, unverschlüsseltes anfordern.',
    detail: 'Soll diese API es öffnen, den Schlüssel in decryption-keys ergänzen.',
  }),
  'encrypted-key-unknown': values => ({
    title: 'Das Token ist verschlüsselt, der Schlüssel hier nicht bekannt: Seine Claims lassen sich nicht prüfen.',
    detail: `Den Schlüssel hat das Gateway: ${values.keys.join(', ')}.`,
  }),
  'encrypted-compressed': () => ({
    title: 'Das Token ist verschlüsselt und komprimiert (zip); seine Claims lassen sich hier nicht prüfen.',
    detail: 'Laut Dokumentation akzeptiert das Gateway solche Tokens.',
  }),
  'encrypted-wrong-key': () => ({
    title: 'Keiner der Schlüssel der Policy öffnet dieses Token. Den verwenden, für den der Issuer verschlüsselt.',
    detail: 'Seine Länge muss zum Algorithmus passen.',
  }),
  'encrypted-not-supported': values => ({
    title: `Verschlüsselt mit ${brief(values.algorithm, 24)}, das das Gateway nicht dokumentiert. Vom Issuer ein anderes verlangen.`,
    detail: `Für Schlüssel in der Policy dokumentiert das Gateway direkte Verschlüsselung mit A128CBC-HS256, A192CBC-HS384 und A256CBC-HS512; das Token verwendet ${values.algorithm}.`,
  }),
};
