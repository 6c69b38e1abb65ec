import type { WellKnownTenant } from '../../knowledge/clouds.js';
import type { ExpressionUse, ValueShape } from '../../knowledge/elements.js';
import type { hoverMessages as English, PlatformVersion } from '../english/hover.js';
import { claimMeanings } from './claim-meanings.js';
import { elementMeanings } from './element-meanings.js';

const versions: Readonly<Record<PlatformVersion, string>> = { 1: '1.0', 2: '2.0' };

const shapes: Readonly<Record<ValueShape, string | null>> = {
  text: null,
  boolean: 'Erlaubt: `true`, `false`.',
  'whole-number': 'Erlaubt: eine ganze Zahl, in Sekunden.',
  status: 'Erlaubt: ein HTTP-Statuscode, etwa `401`.',
  scheme: 'Erlaubt: ein Wort, etwa `Bearer`.',
  tenant: 'Erlaubt: ID, Domänenname oder Adresse eines Tenants, `organizations` oder `common`.',
  address: 'Erlaubt: eine Adresse.',
  'application-id': 'Erlaubt: eine GUID.',
  match: 'Erlaubt: `all`, `any`.',
  key: 'Erlaubt: Text in Base64.',
  variable: 'Erlaubt: der Name einer Kontextvariablen.',
};

const expressionUses: Readonly<Record<ExpressionUse, string>> = {
  allowed: 'Policy-Ausdrücke sind erlaubt.',
  'not-allowed': 'Policy-Ausdrücke sind nicht erlaubt.',
  'not-stated': 'Ob Policy-Ausdrücke erlaubt sind, ist nicht dokumentiert.',
};

const occurrences = {
  'access-v1': 'Access Tokens der Version 1.0',
  'access-v2': 'Access Tokens der Version 2.0',
  id: 'ID-Tokens',
  b2c: 'Tokens von Azure AD B2C',
};

const wellKnownTenants: Readonly<Record<WellKnownTenant, string>> = {
  common: 'Jedes Geschäfts- oder Schulkonto jedes Tenants und private Microsoft-Konten.',
  organizations: 'Jedes Geschäfts- oder Schulkonto jedes Tenants.',
  consumers: 'Nur private Microsoft-Konten.',
};

/** Was Hovers über Namen und Werte in einer Token-Policy sagen. Markdown. */
export const hoverMessages: typeof English = {
  'element-meaning': ({ meaning }) => elementMeanings[meaning],
  'claim-meaning': claim => (claim.part === 'header' ? claimMeanings.header[claim.name] : claimMeanings.claims[claim.name]),
  'hover-required': () => '(Pflicht)',
  'hover-holds': ({ children }) => `Darf ${children.map(name => `\`${name}\``).join(', ')} enthalten.`,
  'hover-often': ({ most }) => (most === 1 ? 'Einmal erlaubt.' : 'Mehrmals erlaubt.'),
  'hover-default': ({ value }) => `Vorgabe: \`${value}\`.`,
  'hover-shape': ({ shape }) => shapes[shape] ?? '',
  'hover-expressions': ({ use }) => expressionUses[use],
  'hover-undocumented': () => 'Die Policy-Referenz erwähnt es nicht, das öffentliche Schema schon.',
  'hover-page': ({ page }) => `[Dokumentation](${page})`,

  'hover-named-value': () =>
    'Ein Named Value der API-Management-Instanz. Das Gateway setzt seinen Wert hier ein, bevor es die Policy liest.',
  'hover-named-value-known': ({ from }) =>
    `Sein Wert ist hier bekannt${from === 'other' ? '' : from === 'file' ? ', aus einer Datei' : ', aus den Einstellungen'}: Die Policy wird damit geprüft.`,
  'hover-named-value-unknown': () => 'Sein Wert ist hier nicht bekannt; was davon abhängt, bleibt offen.',
  'named-value-secret': () => 'Er ist geheim, darum steht sein Wert nicht im Arbeitsbereich.',
  'named-value-ambiguous': () => 'Mehrere Dateien des Arbeitsbereichs geben ihm verschiedene Werte.',
  'named-value-without-value': () => 'Die Datei, die ihn beschreibt, enthält keinen Wert.',

  'hover-expression': () => 'Ein Policy-Ausdruck: C#, das das Gateway bei jeder Anfrage auswertet. Sein Ergebnis ist hier nicht bekannt.',
  'hover-literal-expression': () => 'Ein Policy-Ausdruck mit demselben Ergebnis für jede Anfrage: Er wird wie dieser Text geprüft.',
  'hover-terraform': () => 'Eine Terraform-Vorlage: Terraform füllt sie aus, bevor das Gateway die Policy bekommt.',
  'hover-placeholder': () => 'Ein Platzhalter: Er muss gefüllt werden, bevor das Gateway die Policy bekommt.',

  'hover-claim': () => 'ein Claim des Tokens',
  'hover-claim-occurs': ({ kinds }) =>
    kinds.length === 0 ? 'Tokens von Microsoft Entra haben ihn nicht.' : `Steht in: ${kinds.map(kind => occurrences[kind]).join(', ')}.`,
  'hover-claim-unknown': () => 'Kein bekannter Claim. APIs und Issuer können eigene definieren.',

  'hover-metadata-workforce': ({ version, cloud }) =>
    `Die OpenID-Konfiguration eines Workforce-Tenants${version === null ? '' : `, Version ${versions[version]}`} (${cloud}).`,
  'hover-metadata-external': () => 'Die OpenID-Konfiguration eines Tenants von Microsoft Entra External ID.',
  'hover-metadata-b2c': () =>
    'Die OpenID-Konfiguration eines User Flows oder einer Policy von Azure AD B2C. Der akzeptierte Issuer steht im Dokument und ist selbst keine Discovery-Adresse.',
  'hover-metadata-other': () => 'Eine OpenID-Konfiguration. Sie nennt den akzeptierten Issuer und die Signaturschlüssel.',
  'hover-tenant-word': ({ word }) => `\`${word}\`: ${wellKnownTenants[word]}`,
  'hover-issuer-is': ({ issuer, template }) =>
    `Ihr dokumentierter Issuer: \`${issuer}\`${template ? ', wobei `{tenantid}` der Tenant des jeweiligen Tokens ist' : ''}.`,
  'hover-issuer-in-document': () => 'Welchen Issuer sie akzeptiert, ist für diese Adresse nicht dokumentiert: Es steht im Dokument.',

  'hover-issuer-workforce': ({ version, cloud }) =>
    `Der Issuer von Tokens der Version ${versions[version]} eines Workforce-Tenants (${cloud}).`,
  'hover-issuer-external': ({ version }) =>
    version === 2
      ? 'Der Issuer von Tokens der Version 2.0 eines Tenants von Microsoft Entra External ID.'
      : 'Der Issuer von Tokens der Version 1.0 eines Tenants von Microsoft Entra External ID, wie er in Tokens steht; dokumentiert ist er nicht.',
  'hover-issuer-b2c': () => 'Ein Issuer von Azure AD B2C.',

  'hover-endpoint': ({ cloud }) => `Die Anmeldeadresse von ${cloud}.`,
  'hover-endpoint-foreign': () => 'Keine bekannte Anmeldeadresse für Workforce-Tenants.',
  'hover-tenant-guid': () => 'Eine Tenant-ID.',
  'hover-tenant-name': () => 'Name oder Adresse eines Tenants.',
  'hover-tenant-foreign': ({ kind }) =>
    `Ein Tenant von ${kind === 'external' ? 'Microsoft Entra External ID' : 'Azure AD B2C'}. Diese Policy ist nur für Workforce-Tenants dokumentiert.`,
  'hover-public-client': ({ title }) => `${title}; die ID ist in jedem Tenant gleich. Eigene Apps haben andere IDs.`,
  'hover-first-party': ({ title }) => `${title}, eine API von Microsoft. Ein Token dafür ist kein Token für die eigene API.`,
};
