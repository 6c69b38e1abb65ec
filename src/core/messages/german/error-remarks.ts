import type { ErrorFamily } from '../../knowledge/error-patterns.js';
import type { errorRemarks as English } from '../english/error-remarks.js';
import { describeDuration } from './durations.js';

const families: Readonly<Record<ErrorFamily, string>> = {
  'issuer-or-audience': 'zu Issuer oder Audience',
  validity: 'zur Gültigkeit des Tokens',
  signature: 'zur Signatur',
  algorithms: 'zu Schlüsseln und Algorithmen',
  keys: 'zu Schlüsseln',
  form: 'zur Form des Tokens',
  metadata: 'zu den Metadaten und ihren Schlüsseln',
  'entra-issuer': 'zum Issuer bei Microsoft Entra',
  token: 'zum Token',
};

/** Was über einen Code hinaus gesagt wird, wo der Text die Werte selbst enthält. */
export const errorRemarks: typeof English = {
  'code-not-known': values =>
    `Eine Meldung der Prüfbibliothek des Gateways ${families[values.about]}. Ihre genaue Bedeutung kennt dieses Werkzeug nicht.`,
  'decode-beside-policy': () => 'Das Token neben der Policy dekodieren: Die Ansicht zeigt jede Prüfung.',
  'look-code-up': values => `Den Code in der Liste der Meldungen der Bibliothek nachschlagen: ${values.idx}.`,
  'external-id-version-1': () =>
    'Der Issuer ist ein Tenant von Microsoft Entra External ID, in der Form der Version 1.0; mit requestedAccessTokenVersion 2 an der API endet er auf /v2.0.',
  'external-id': () => 'Der Issuer ist ein Tenant von Microsoft Entra External ID.',
  'external-id-name': values =>
    `Ein Issuer von External ID hat die ID des Tenants als Host, mit welchem Namen der Client auch konfiguriert ist: '${values.valid}' steht nie in einem Token. Den Issuer aus den Metadaten nehmen.`,
  'external-id-against-workforce': values =>
    `Die Metadaten der Policy kommen vom Workforce-Endpunkt desselben Tenants. https://${values.tenant}.ciamlogin.com/${values.tenant}/v2.0/.well-known/openid-configuration verwenden.`,
  'workforce-against-external-id': () =>
    'Die Metadaten der Policy kommen vom External-ID-Endpunkt des Tenants, dieses Token aber von seinem Workforce-Endpunkt. Benutzer berichten, dass App-only-Tokens von dort kommen: Beide Issuer akzeptieren.',
  b2c: () => 'Der Issuer ist ein Tenant von Azure AD B2C: Die openid-config muss die desselben User Flows sein, auf demselben Host.',
  'b2c-policy-in-issuer': () =>
    'Der Issuer enthält den User Flow (tfp): Jeder User Flow hat dann seinen eigenen Issuer und braucht seine eigene openid-config.',
  'other-cloud': values =>
    `Das Token kommt aus ${values.own}, die Policy ist für ${values.other} eingerichtet: Die openid-config jener Cloud verwenden, oder an validate-azure-ad-token authentication-endpoint setzen.`,
  cloud: values => `Der Issuer gehört zu ${values.title}; dafür ist authentication-endpoint="https://${values.host}" nötig.`,
  'key-named': values => `Das Token nennt den Schlüssel '${values.kid}': Im Schlüsselsatz danach suchen.`,
  duration: ({ seconds }) => describeDuration(seconds),
  'expired-for': values => `Als das Gateway es prüfte, war es seit ${values.time} abgelaufen.`,
  'valid-in': values => `Vom Zeitpunkt der Prüfung an wird es erst in ${values.time} gültig.`,
  slash: values => `Er unterscheidet sich von '${values.valid}' nur im Schrägstrich am Ende, und der zählt.`,
  letters: values => `Er unterscheidet sich von '${values.valid}' nur in Groß- und Kleinschreibung, und die zählt.`,
  space: values =>
    `Er unterscheidet sich von '${values.valid.trim()}' in der Policy nur durch Leerraum am Rand, und der zählt: Aus der Policy entfernen.`,
  template: values =>
    `'${values.valid}' ist die Vorlage in den Metadaten von common oder organizations, nicht der Issuer eines Tenants. Ob validate-jwt den Tenant des Tokens einsetzt, ist umstritten: Die akzeptierten Issuer aufführen, oder validate-azure-ad-token verwenden, und den Claim tid verlangen.`,
  'other-tenant': values => `Er gehört zum Tenant ${values.own}; die Policy akzeptiert den Tenant ${values.other}.`,
  'other-host': values => `Beide gehören zum Tenant ${values.tenant}, auf verschiedenen Hosts: Das Token kommt von ${values.host}.`,
  'version-2-token': values =>
    `Beide gehören zum Tenant ${values.tenant}: Das Token hat Version 2.0, die Metadaten der Policy Version 1.0. In der Adresse der openid-config /v2.0 ergänzen.`,
  'version-1-token': values =>
    `Beide gehören zum Tenant ${values.tenant}: Das Token hat Version 1.0, die Metadaten der Policy Version 2.0. In der Adresse der openid-config /v2.0 entfernen, oder in der App-Registrierung der API requestedAccessTokenVersion auf 2 setzen.`,
  'audience-microsoft': values =>
    `Dieses Token ist für ${values.title}: Eines mit einem Scope der eigenen API anfordern (api://{Client-ID der API}/{Scope} oder /.default).`,
  'audience-slash': values =>
    `Sie unterscheidet sich von '${values.valid}' nur im Schrägstrich am Ende, den Generation 5 der Bibliothek des Gateways nicht übergeht: Genau wie im Token schreiben.`,
  'audience-form': values =>
    `'${values.audience}' und '${values.valid}' sind zwei Namen derselben API: Beide aufführen, solange Tokens beider Versionen kommen.`,
  'audience-none': () => "'empty' ist das Wort der Bibliothek für ein Token ohne Audience (aud).",
  'audience-tenant': () =>
    'Diese Audience ist eine Adresse von Microsoft Entra selbst, keine API: Der Client hat ohne Scope der eigenen API angefragt.',
  'address-version-1': () =>
    'Benutzer berichten, dass Adressen der Version 1.0 auf ciamlogin.com mit 404 antworten: Das Dokument mit /v2.0/ in der Adresse verwenden.',
  address: values => `Die Adresse ist '${values.address}'.`,
  'key-symmetric': values =>
    `${values.algorithm} wurde mit einem Shared Secret versucht (SymmetricSecurityKey): Der Text eines <key> wird als solches gelesen, auch wenn er ein Zertifikat ist.`,
  'algorithm-newer': values =>
    `Gateways akzeptieren ${values.algorithm} seit dem Release von ${values.release}: Ein selbst gehostetes Gateway aktualisieren, oder den Identity Provider mit RS256 signieren lassen.`,
  'algorithm-undocumented': values => `Den Algorithmus ${values.algorithm} dokumentiert das Gateway nicht.`,
};
