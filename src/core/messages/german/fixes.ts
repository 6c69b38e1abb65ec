import type { fixMessages as English } from '../english/fixes.js';
import { shortenPath } from '../english/shorten-path.js';
import { fixAllMessages } from './fix-all.js';
import { writeUnwritten } from './not-plain.js';

const list = (values: readonly string[]): string => values.join(', ');
const versions = { 1: '1.0', 2: '2.0' } as const;
const other = (version: 1 | 2): string => versions[version === 1 ? 2 : 1];

/** Titel der Korrekturen: was sich ändert und, wo sich das Akzeptierte ändert, was hinzukommt und was wegfällt. */
export const fixMessages: typeof English = {
  ...fixAllMessages,
  'fix-issuer-add-metadata': ({ version }) =>
    `Metadaten der Version ${versions[version]} ergänzen: Tokens der Version ${versions[version]} dieses Tenants werden auch akzeptiert`,
  'fix-issuer-switch-metadata': ({ version }) =>
    `Auf Metadaten der Version ${versions[version]} wechseln: Tokens der Version ${other(version)} werden nicht mehr akzeptiert, die der Version ${versions[version]} dieses Tenants schon`,
  'fix-issuer-list': values => `Die Issuer aufführen: Tokens von ${shortenPath(values.issuer)} werden auch akzeptiert`,
  'fix-issuer-add-workforce': values =>
    `Metadaten von ${values.host} ergänzen: Von dort ausgestellte Tokens der Version ${versions[values.version]} dieses Tenants werden auch akzeptiert`,
  'fix-issuer-take-external-id': values =>
    `Metadaten von External ID verwenden: Tokens von ${values.stops} werden nicht mehr akzeptiert, Tokens von ${values.host} schon${values.version === 1 ? ', in beiden Formen' : ''}`,
  'fix-issuer-add-external-id': values =>
    `Metadaten von External ID ergänzen: Tokens von ${values.host} werden${values.version === 1 ? ' in beiden Formen' : ''} auch akzeptiert`,
  'fix-issuer-accept-version-1': values =>
    (values.appid
      ? 'Stattdessen Version 1.0 akzeptieren, mit appid statt azp: Tokens der Version 2.0 werden nicht mehr akzeptiert, Tokens'
      : 'Auch Version 1.0 akzeptieren: Tokens') +
    ` von ${shortenPath(values.issuer)} werden akzeptiert` +
    (values.audience === null ? '' : `, auch für die Audience ${values.audience}`) +
    writeUnwritten(values.unwritten),
  'fix-issuer-user-flow': values => `Metadaten von ${values.userFlow} ergänzen: Tokens dieses User Flows werden auch akzeptiert`,
  'fix-issuer-rewrite-value': values => `Den Issuer wie im Token schreiben: ${values.issuer} wird statt ${values.instead} akzeptiert`,
  'fix-audience-add': values => `Diese Audience ergänzen: Tokens für ${values.audience} werden auch akzeptiert`,
  'fix-audience-rewrite': values => `Die Audience wie im Token schreiben: ${values.audience} wird statt ${values.instead} akzeptiert`,
  'fix-application-add': values => `Diese Client-ID ergänzen: Tokens für ${values.client} werden auch akzeptiert`,
  'fix-application-rewrite': values => `Die Client-ID wie im Token schreiben: ${values.client} wird statt ${values.instead} akzeptiert`,
  'fix-claim-separator': values =>
    `${values.claim} an "${values.separator}" zerlegen: Tokens mit mehr Werten als den aufgeführten werden auch akzeptiert`,
  'fix-claim-match-any': values =>
    `match="any" schreiben: Tokens mit nur einem der aufgeführten Werte von ${values.claim} werden auch akzeptiert`,
  'fix-claim-add-value': values => `Diesen Wert ergänzen: Tokens mit ${values.claim} ${values.value} werden auch akzeptiert`,
  'fix-claim-rewrite': values =>
    `Den Wert von ${values.claim} wie im Token schreiben: ${values.value} wird statt ${values.instead} akzeptiert`,
  'fix-claim-rename': values =>
    `${values.wanted} statt ${values.claim} verlangen: ` +
    (values.version ? 'Tokens der anderen Version werden nicht mehr akzeptiert, ' : '') +
    `Tokens mit ${values.wanted} werden akzeptiert`,

  'fix-rename': values => `${values.from} in ${values.to} umbenennen`,
  'fix-rename-widens': values => `${values.from} in ${values.to} umbenennen: Dann wirkt es, es können also mehr Tokens akzeptiert werden`,
  'fix-remove-element': values => `${values.name} entfernen`,
  'fix-put-into': values => `${values.name} in ${values.list} stellen`,
  'fix-close-tag': values => `</${values.to}> statt </${values.from}> schreiben`,
  'fix-close-bracket': values => `Das Tag beenden: ${values.tag}>`,
  'fix-escape': values => `${values.by} statt ${values.what} schreiben`,
  'fix-secret': ({ name }) => `{{${name}}} statt des Secrets schreiben; das Secret vorher in einem Named Value dieses Namens ablegen`,
  'fix-strip-scheme-value': () => 'Das Schema vom Token entfernen: Mit Bearer gesendete Tokens werden akzeptiert',
  'fix-remove-list': values => `Das leere ${values.name} entfernen: Das Gateway prüft es dann nicht`,
  'fix-insert-attribute': values => `${values.attribute} einfügen`,
  'fix-insert-source': () =>
    'Das Token aus dem Authorization-Header lesen: header-name="Authorization" und require-scheme="Bearer" einfügen',
  'fix-keep-source': values => `Das Token nur aus ${values.keep} lesen: ${list(values.drop)} entfernen`,
  'fix-order': values => `Die Unterelemente von ${values.parent} ordnen`,
  'fix-merge': values => `Die Elemente ${values.name} zusammenlegen: Die Einträge aller zählen`,
  'fix-value': values => `${values.name}="${values.value}" schreiben`,
  'fix-trim': values => `Die unsichtbaren Zeichen aus ${values.name} entfernen`,
  'fix-trim-widens': values => `Die unsichtbaren Zeichen aus ${values.name} entfernen: Tokens mit ${values.value} werden akzeptiert`,
  'fix-address': values => `${values.address} schreiben`,
  'fix-restore-default': values => `${values.attribute} entfernen: Es gilt die Vorgabe ${values.default}, weniger Tokens werden akzeptiert`,
  'fix-insert-audiences': () => 'audiences mit einem Platz für die Audience der eigenen API einfügen',
  'fix-insert-metadata': () => 'Eine openid-config mit einem Platz für den eigenen Tenant einfügen: Seine Tokens werden akzeptiert',
  'fix-split-list': values => `In ${String(values.count)} Werte teilen: Jeder davon wird akzeptiert`,
  'fix-claim-other-version': values =>
    `${values.counterpart} statt ${values.claim} verlangen: Tokens ohne ${values.counterpart} werden nicht mehr akzeptiert, die damit schon`,
  'fix-claim-version': ({ version }) =>
    `ver="${versions[version]}" schreiben: Tokens der Version ${other(version)} werden nicht mehr akzeptiert, die der Version ${versions[version]} schon`,
  'fix-switch-metadata': ({ version }) =>
    `Auf Metadaten der Version ${versions[version]} wechseln: Tokens der Version ${other(version)} werden nicht mehr akzeptiert, die der Version ${versions[version]} schon`,
  'fix-add-base': () => '<base /> ergänzen: Auch die Token-Policies der weiteren Scopes laufen',
  'fix-move-cors': () => 'cors an den Anfang von inbound verschieben',
  'fix-strip-scheme': () => 'Das Schema vor AsJwt() entfernen',
  'fix-strip-line-breaks': () => 'Zeilenumbrüche aus der Meldung entfernen',
};
