import type { Disagreement } from '../english/gateway-engines.js';
import type { MemberFault, signatureReasons as English } from '../english/gateway-signature.js';
import { brief } from '../said.js';
import { nameEngines } from './gateway-engines.js';

const camps = ({ refused, accepted }: Disagreement): string =>
  `von ${nameEngines(refused)} der Bibliothek des Gateways abgelehnt und von ${nameEngines(accepted)} akzeptiert`;

const wantedKinds: Readonly<Record<Exclude<MemberFault['wanted'], 'key' | 'document'>, string>> = {
  text: 'ein Text',
  texts: 'eine Liste von Texten',
  boolean: 'true oder false, ohne Anführungszeichen',
  'written-boolean': 'true oder false',
};

const jsonKinds: Readonly<Record<MemberFault['found'], string>> = {
  text: 'ein Text',
  number: 'eine Zahl',
  boolean: 'true oder false',
  null: 'null',
  list: 'eine Liste',
  object: 'ein Objekt',
};

/** So viele Angaben werden genannt. */
const mostNamed = 3;

function describeFaults(faults: readonly MemberFault[]): string {
  const named = faults.slice(0, mostNamed).map(describeFault);
  const rest = faults.length - named.length;
  return `${named.join('; ')}${rest > 0 ? `; und ${String(rest)} weitere` : ''}`;
}

function describeFault({ member, wanted, found }: MemberFault): string {
  const is = jsonKinds[found];
  if (wanted === 'document') return `es ist ${is} und müsste ein Objekt sein`;
  if (wanted === 'key')
    return `"${member}" ist ${is} und müsste ${member.endsWith(']') ? 'ein Schlüssel' : 'eine Liste von Schlüsseln'} sein`;
  const mixed = wanted === 'texts' && found === 'list' ? 'eine Liste, in der noch anderes steht,' : is;
  return `"${member}" ist ${mixed} und müsste ${wantedKinds[wanted]} sein`;
}

const withoutScheme = (address: string, most: number): string => brief(address.replace(/^https:\/\//, ''), most);

/** Warum die Prüfung Signatur so ausging: was geschehen ist und was zu tun ist. */
export const signatureReasons: typeof English = {
  'signature-verified': values =>
    `Die Signatur stimmt: Sie wurde mit dem Schlüssel ${values.kid === null ? '' : `"${values.kid}" `}${values.from === null ? 'in der Policy' : `erstellt, der auf ${values.from} veröffentlicht ist`}${values.from === null ? ' erstellt' : ''}.`,
  'signature-not-required': () =>
    'Das Token ist nicht signiert, und die Policy akzeptiert das (require-signed-tokens="false"): Jeder kann ein solches Token erfinden.',
  'signature-absent': () => ({
    title: 'Das Token ist nicht signiert, aber die Policy verlangt eine Signatur. Das ganze signierte Token senden.',
    detail: 'require-signed-tokens nur auf false setzen, wenn es so gemeint ist.',
  }),
  'signature-wrong': values => ({
    title: `Die Signatur ist ungültig: Schlüssel ${brief(values.kid, 22)} hat das Token nicht signiert. Das ganze neu kopieren.`,
    detail: `Der Schlüssel "${values.kid}" ${values.from === null ? 'steht in der Policy' : `ist auf ${values.from} veröffentlicht`}. Das Token wurde nach dem Ausstellen verändert oder abgeschnitten, oder ein anderer Schlüssel hat dieselbe ID.`,
  }),
  'signature-wrong-graph': () => ({
    title: 'Nur Microsoft kann dieses Token prüfen: Sein Header hat eine nonce. Ein Token für die eigene API anfordern.',
    detail: 'Es ist für Microsoft Graph oder eine andere API von Microsoft. Einen Scope wie api://{eigene API}/.default anfordern.',
  }),
  'secret-too-short': values => ({
    title: `Das Secret der Policy hat ${String(values.bits)} Bit; ${brief(values.algorithm, 16)} braucht ${String(values.wanted)}. Ein längeres verwenden.`,
    detail:
      'In der Policy ändern und dort, wo Tokens signiert werden. Die Signatur passt zum jetzigen; manche Generationen der Bibliothek des Gateways akzeptieren 128 Bit.',
  }),
  'secret-without-base64': values => ({
    title: 'Das Secret in der Policy ist kein Base64, und das Gateway dekodiert es. Dasselbe Secret in Base64 schreiben.',
    detail: `Die Signatur (${values.algorithm}) dieses Tokens passt zum Text, wie er dasteht.`,
  }),
  'elliptic-key-inline': values => ({
    title: `${brief(values.algorithm, 16)} braucht einen EC-Schlüssel, den key nicht aufnimmt. openid-config oder certificate-id verwenden.`,
    detail: 'Der Text eines key-Elements ist ein Shared Secret; n und e sind ein RSA-Schlüssel.',
  }),
  'text-key-for-rsa': values => ({
    title: `${brief(values.algorithm, 16)} braucht einen öffentlichen Schlüssel, aber Text in key ist ein Shared Secret. Besser openid-config.`,
    detail: `${values.isCertificate ? 'Auch ein dort eingefügtes Zertifikat zählt als Secret. ' : ''}Oder certificate-id verwenden, oder n und e des öffentlichen Schlüssels.`,
  }),
  'signature-algorithm': values => ({
    title: `Der Algorithmus ${brief(values.algorithm, 20)} des Tokens passt nicht zum Schlüssel. Anderen Algorithmus oder seinen Schlüssel.`,
    detail: `${values.kid === null ? '' : `Der Schlüssel ist "${values.kid}". `}Namen von Algorithmen werden genau verglichen, in Großbuchstaben.`,
  }),
  'signing-key-not-found': values => ({
    title: `Kein Schlüssel der Policy hat die kid ${brief(values.kid, 20)} des Tokens. Die Metadaten seines Issuers verwenden.`,
    detail: `Auch die anderen Schlüssel haben es nicht signiert${values.published.length === 0 ? '' : ` (veröffentlicht: ${values.published.join(', ')})`}. Entweder kommt das Token aus einem anderen Tenant oder von einem anderen Issuer: iss mit ${values.addresses.length === 0 ? 'den Schlüsseln in der Policy' : values.addresses.join(' und ')} vergleichen. Oder die Schlüssel haben in der letzten Stunde gewechselt.`,
  }),
  'signing-key-not-named': () => ({
    title: 'Kein Schlüssel passt zur Signatur. Die Metadaten des Issuers verwenden und das Token unverändert senden.',
    detail: 'Das Token sagt nicht, welcher Schlüssel es signiert hat (keine kid).',
  }),
  'no-signing-keys': () => ({
    title: 'Es gibt keinen Schlüssel, um die Signatur zu prüfen. Eine openid-config ergänzen.',
    detail: 'Kein Schlüsselsatz hat einen Signaturschlüssel, und die Policy hat keinen eigenen.',
  }),
  'documents-missing': values => ({
    title: 'Die Signatur ist noch nicht geprüft: Die Signaturschlüssel fehlen hier. Metadaten abrufen.',
    detail: `Nötig: ${values.addresses.join(', ')}.`,
  }),
  'document-unreadable': values => ({
    title: `${brief(values.addresses.join(', '), 36)} ist weder OpenID-Konfiguration noch Schlüsselsatz. Öffnen und vergleichen.`,
    detail: `Eine OpenID-Konfiguration hat issuer und jwks_uri, ein Schlüsselsatz hat keys: ${values.addresses.join(', ')}.`,
  }),
  'document-refused': values => ({
    title: `Das Gateway kann das Dokument auf ${withoutScheme(values.address, 36)} nicht lesen. Vom Betreiber berichtigen lassen.`,
    detail: `Die Bibliothek des Gateways lehnt das ganze Dokument auf ${values.address} ab: ${describeFaults(values.faults)}. Also bekommt jedes Token ein 401, wer es auch signiert hat, selbst wenn andere Prüfer das Dokument lesen.`,
  }),
  'document-refused-by-some': values => ({
    title: `Nicht jedes Gateway liest das Dokument auf ${withoutScheme(values.address, 36)}. Vom Betreiber berichtigen lassen.`,
    detail: `Auf ${values.address}: ${describeFaults(values.faults)}. Das ganze Dokument wird ${camps(values)}.`,
  }),
  'document-refused-beside': values => ({
    title: `Ein Dokument kann das Gateway nicht lesen: ${withoutScheme(values.address, 30)}. Berichtigen lassen oder entfernen.`,
    detail: `Die Bibliothek des Gateways lehnt das ganze Dokument auf ${values.address} ab: ${describeFaults(values.faults)}. Die Signatur passt zu einem Schlüssel eines anderen Dokuments; ob das Gateway ohne dieses weitermacht, ist nicht dokumentiert. Vom Betreiber berichtigen lassen, oder seine Adresse entfernen.`,
  }),
  'keys-over-http': values => ({
    title: 'Der Schlüsselsatz hat eine http-Adresse, das Gateway verlangt https. Eine jwks_uri mit https verlangen.',
    detail: `Die Signatur stimmt, aber der Schlüsselsatz liegt auf ${values.address}, und die Bibliothek des Gateways verlangt https.`,
  }),
  'key-in-gateway': values => ({
    title: 'Die Signatur lässt sich hier nicht prüfen: Der Schlüssel liegt im Gateway.',
    detail: `Der Schlüssel: ${values.keys.join(', ')}.`,
  }),
  'inline-key-unreadable': () => ({
    title: 'Ein Schlüssel in der Policy ist nicht lesbar. Berichtigen.',
    detail:
      'Der Text eines Schlüssels ist Base64; n und e sind base64url und gehören zusammen. Was das Gateway mit anderem macht, ist nicht dokumentiert.',
  }),
  'algorithm-not-documented': values => ({
    title: `${brief(values.algorithm, 24)} dokumentiert das Gateway nicht. Vom Issuer mit einem dokumentierten signieren lassen.`,
    detail: `Die Signatur stimmt, und die Bibliothek des Gateways würde sie akzeptieren. Dokumentiert sind nur RS256, RS512, PS256, ES256, HS256 und HS512; hier ist es ${values.algorithm}.`,
  }),
  'key-length-differs': values => ({
    title: `Der Schlüssel hat nur ${String(values.bits)} Bit, zu wenig für manche Gateways. Einen längeren verwenden.`,
    detail: `Die Signatur stimmt. Für ${values.algorithm} wird ein solcher Schlüssel ${camps(values)}.`,
  }),
  'signature-form-differs': values => ({
    title: 'Die Signatur hat Zeichen, die nicht jedes Gateway akzeptiert. Das Token genau wie ausgestellt senden.',
    detail: `Leerraum, Padding oder einfaches Base64 im letzten Teil eines Tokens wird ${camps(values)}.`,
  }),
  'signature-key-form-differs': values => ({
    title: 'Den Schlüssel in dieser Form liest nicht jedes Gateway. Vom Issuer als base64url veröffentlichen lassen.',
    detail: `Seine Zahlen haben Leerraum, Padding oder einfaches Base64; das wird ${camps(values)}.`,
  }),
  'signature-malformed': () => ({
    title: 'Die Signatur, der letzte Teil des Tokens, ist kein base64url. Das ganze Token neu kopieren.',
    detail: '',
  }),
  'signature-key-elsewhere': values => ({
    title: 'Das Token nennt einen Schlüssel und ist mit einem anderen signiert. Ob es besteht, hängt vom Gateway ab.',
    detail: `Das wird ${camps(values)}.`,
  }),
};
