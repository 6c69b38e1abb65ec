import type { tokenFindingMessages as English } from '../english/token-findings.js';
import { brief, briefDifference, longestTitle } from '../said.js';

/** Eine Aufzählung im Satz: in Anführungszeichen, die letzten beiden durch "oder" verbunden. */
function either(values: readonly string[]): string {
  const quoted = values.map(value => `"${value}"`);
  return quoted.length < 2 ? quoted.join('') : `${quoted.slice(0, -1).join(', ')} oder ${quoted.at(-1) ?? ''}`;
}

const manifest =
  'im Manifest der App-Registrierung der API requestedAccessTokenVersion (älterer Name: accessTokenAcceptedVersion) auf 2 setzen und ein neues Token anfordern';

const oldTokens =
  'Vorher ausgestellte Tokens haben sie nicht (siehe iat): Ein neues anfordern. Das Token einer Managed Identity bleibt bis zu 24 Stunden im Cache.';

const claimAsWritten = (name: string): string => brief(name, 20);

/** Sätze über ein Token unter einer Policy, wo der Satz des Grundes nicht genug sagt. */
export const tokenFindingMessages: typeof English = {
  'token-malformed-empty': () => ({ title: 'Es gibt kein Token. Dort senden, wo die Policy es sucht.', detail: '' }),
  'token-malformed-scheme': values =>
    values.header === null
      ? {
          title: '"Bearer" wird einmal zu oft gesendet. "Bearer", ein Leerzeichen und das Token senden.',
          detail: 'So gehört es in den Authorization-Header; ein Query-Parameter oder token-value nimmt nur das Token.',
        }
      : {
          title: 'Das Token wird mit "Bearer" gesendet, aber ein eigener Header nimmt nur das Token. "Bearer" weglassen.',
          detail: `${values.header}: {token} senden. require-scheme wirkt bei diesem Header nicht. Oder die Policy Authorization lesen lassen.`,
        },
  'token-malformed-space': () => ({
    title: 'Im Token steht ein Leerzeichen oder Zeilenumbruch. Entfernen: Ein Token ist ein Text ohne beides.',
    detail: 'Terminals und Mailprogramme brechen lange Zeilen um; das Kopierte hat dann mittendrin einen Umbruch.',
  }),
  'token-problem': values => {
    const { problem } = values;
    if (problem.length <= longestTitle) return { title: problem, detail: '' };
    const [, first = '', rest = ''] = /^(.{1,100}?)[.:] (.*)$/su.exec(problem) ?? [];
    return first === '' ? { title: 'Der Text ist kein lesbares Token.', detail: problem } : { title: `${first}.`, detail: rest };
  },
  'metadata-needed': () =>
    'Der Befehl "Metadaten des Tenants anzeigen" ruft es ab. Ohne Netz eine gespeicherte Datei in der Einstellung apimTokenDoctor.metadata.savedDocuments nennen (auf der Kommandozeile: --metadata).',
  'metadata-unreachable': values => ({
    title: `${brief(values.address.replace(/^https:\/\//, ''), 44)} ließ sich von hier nicht abrufen. Adresse und Netz prüfen.`,
    detail: `${values.address}: ${values.problem} Kann auch das Gateway es nicht abrufen, meldet es IDX20803 oder IDX20807: Die Adresse Zeichen für Zeichen vergleichen, Namensauflösung und Firewall zwischen Gateway und Issuer prüfen.`,
  }),
  'metadata-unreachable-version-1': () =>
    'Benutzer berichten, dass Adressen der Version 1 auf ciamlogin.com nicht antworten: Das Dokument der Version 2 verwenden (/v2.0/ vor .well-known).',
  'signing-key-external-id': values =>
    `Das Token kommt von External ID; dessen Schlüssel auf ciamlogin.com sind andere als die am Workforce-Endpunkt: https://${values.tenant}.ciamlogin.com/${values.tenant}/v2.0/.well-known/openid-configuration verwenden.`,
  'metadata-issuer-differs': values => {
    const [has, promised] = briefDifference(values.issuer, values.promised, 24);
    return {
      title: `Issuer des Dokuments: ${has}, seine Adresse verspricht ${promised}. Die Herkunft prüfen.`,
      detail: `Im Dokument steht "${values.issuer}"; für diese Adresse ist "${values.promised}" dokumentiert. Das Gateway richtet sich nach dem Dokument. Eine gespeicherte Datei gehört vielleicht zu einer anderen Adresse.`,
    };
  },
  'value-supply': () => 'Named Values kommen aus der Einstellung apimTokenDoctor.namedValues (auf der Kommandozeile: --named-values).',

  'external-id-unsupported-token': values => ({
    title: 'validate-azure-ad-token lehnt Tokens von External ID ab. validate-jwt verwenden.',
    detail: `Der Issuer ist "${values.issuer}". validate-azure-ad-token akzeptiert nur die Issuer am Workforce-Endpunkt des Tenants (login.microsoftonline.com). Die Korrektur schreibt ein validate-jwt mit der OpenID-Konfiguration des External-ID-Tenants.`,
  }),
  'external-id-unsupported-tenant': () => ({
    title: 'Das ist ein External-ID-Tenant, den validate-azure-ad-token nicht unterstützt. validate-jwt verwenden.',
    detail:
      'So steht es in der Dokumentation: Seine Tokens werden abgelehnt (IDX40001). validate-jwt braucht die OpenID-Konfiguration des Tenants.',
  }),
  'external-id-unsupported-endpoint': () => ({
    title: 'Das ist ein External-ID-Endpunkt, laut Dokumentation hier nicht unterstützt. Sicherer ist validate-jwt.',
    detail: 'Die Bibliothek des Gateways akzeptiert solche Tokens. validate-jwt braucht die OpenID-Konfiguration des Tenants.',
  }),
  'b2c-unsupported-token': values => ({
    title: 'Azure AD B2C hat dieses Token ausgestellt; validate-azure-ad-token nimmt nur Workforce. validate-jwt verwenden.',
    detail: `Der Issuer ist "${values.issuer}". validate-jwt mit der OpenID-Konfiguration des User Flows verwenden, der es ausgestellt hat.`,
  }),
  'b2c-unsupported-endpoint': () => ({
    title: 'Diese Policy ist nicht für B2C-Endpunkte dokumentiert. validate-jwt mit den Metadaten des User Flows verwenden.',
    detail: 'Jeder User Flow von B2C hat eigene Metadaten, die validate-azure-ad-token nicht nennen kann.',
  }),
  'b2c-unsupported-tenant': () => ({
    title: 'Das ist ein B2C-Tenant; validate-azure-ad-token akzeptiert nur Workforce-Tenants. validate-jwt verwenden.',
    detail:
      'Die OpenID-Konfiguration des User Flows verwenden (https://{tenant}.b2clogin.com/{tenant}.onmicrosoft.com/{policy}/v2.0/.well-known/openid-configuration).',
  }),
  'wrong-tenant': values => ({
    title: `${values.personal ? 'Das Token gehört zu einem privaten Konto' : `Das Token kommt aus Tenant ${brief(values.tenant, 20)}`}; die Policy akzeptiert ${brief(values.accepted.join(' oder '), 24)}. Dort anfordern.`,
    detail: `${values.personal ? 'Das Token gehört zu einem privaten Microsoft-Konto' : `Das Token kommt aus dem Tenant ${values.tenant}`}, aber die Policy akzeptiert ${values.accepted.join(' oder ')}. In den Einstellungen des Clients die Authority (den Tenant) setzen. Um auch den Tenant des Tokens zu akzeptieren, ihn in der Policy ergänzen.`,
  }),

  'issuer-mismatch-version-1': values => ({
    title: 'Token: Version 1, Policy: Version 2. requestedAccessTokenVersion auf 2 setzen oder beide akzeptieren.',
    detail: `Die Policy akzeptiert den Issuer "${values.accepted}"; der Issuer des Tokens "${values.issuer}" ist die Form der Version 1 desselben Tenants. Über die Version entscheidet die API, nicht der Client: ${manifest}. Oder hier auch die Form der Version 1 akzeptieren.`,
  }),
  'issuer-mismatch-version-2': values => ({
    title: 'Token: Version 2, Policy: Version 1. In der openid-config /v2.0 vor /.well-known schreiben.',
    detail: `Die Policy akzeptiert den Issuer "${values.accepted}"; der Issuer des Tokens "${values.issuer}" ist die Form der Version 2 desselben Tenants.`,
  }),
  'issuer-mismatch-slash': values => ({
    title: 'Die Issuer unterscheiden sich nur im Schrägstrich am Ende, und der zählt. Genau wie im Token schreiben.',
    detail: `Im Token steht "${values.issuer}", in der Policy "${values.accepted}".`,
  }),
  'issuer-mismatch-case': values => ({
    title: 'Die Issuer unterscheiden sich nur in Groß- und Kleinschreibung, und die zählt. Genau wie im Token schreiben.',
    detail: `Im Token steht "${values.issuer}", in der Policy "${values.accepted}".`,
  }),
  'issuer-mismatch-space': values => ({
    title: 'Der Issuer der Policy hat Leerraum am Rand und passt darum nicht. Den Leerraum entfernen.',
    detail: `Der Issuer des Tokens ist "${values.issuer}".`,
  }),
  'issuer-mismatch-cloud': values => ({
    title: `Das Token kommt aus ${brief(values.own, 26)}; die Policy ist für ${brief(values.other, 26)}. Eine Cloud verwenden.`,
    detail:
      `Der Issuer des Tokens ist "${values.issuer}". ` +
      (values.hasEndpoint
        ? `Ist jene Cloud gemeint, authentication-endpoint="https://${values.host}" setzen; sonst den Client in der Cloud der Policy anfragen lassen.`
        : `Ist jene Cloud gemeint, die openid-config des Tenants auf https://${values.host} in der Version des Tokens verwenden; sonst den Client in der Cloud der Policy anfragen lassen.`),
  }),
  'issuer-mismatch-external-id-name': values => ({
    title: 'Issuer von External ID haben die Tenant-ID als Host, die Policy einen Namen. Den Issuer wie im Token schreiben.',
    detail: `Die Policy akzeptiert "${values.accepted}"; im Token steht "${values.issuer}", mit welchem Namen der Client auch konfiguriert ist. Das schreiben, oder die openid-config des Tenants verwenden.`,
  }),
  'issuer-mismatch-b2c': values => ({
    title: 'Das sind nicht die Metadaten des User Flows, der das Token ausgestellt hat. Dessen openid-config verwenden.',
    detail: `Der Issuer des Tokens ist "${values.issuer}", und die Policy akzeptiert ${either(values.accepted)}. In Azure AD B2C hängt der Issuer von Host und User Flow ab: Je User Flow eine openid-config ergänzen, auf dem Host, der das Token ausgestellt hat.`,
  }),
  'issuer-mismatch-b2c-form': values => ({
    title: 'Der Issuer hat im Token eine andere Form als in den Metadaten des B2C-User-Flows. Beide neu holen.',
    detail: `Der Issuer des Tokens ist "${values.issuer}", in den Metadaten desselben User Flows steht "${values.accepted}". Welche Form beide haben, bestimmt im User Flow die Einstellung "Issuer (iss) claim" (in einer benutzerdefinierten Policy IssuanceClaimPattern); eines davon ist also wohl älter als die Einstellung.`,
  }),
  'issuer-mismatch-external-id': values => ({
    title: 'Token von External ID, Metadaten vom Workforce-Endpunkt. Die openid-config auf ciamlogin.com verwenden.',
    detail: `Der Issuer des Tokens ist "${values.issuer}", der der Metadaten "${values.accepted}". https://${values.tenant}.ciamlogin.com/${values.tenant}/v2.0/.well-known/openid-configuration verwenden; auch die Schlüssel sind andere.`,
  }),
  'issuer-mismatch-workforce': values => ({
    title: 'Token vom Workforce-Endpunkt, Policy für External ID. Beide aufführen, oder auf ciamlogin.com anfordern.',
    detail: `Der Issuer des Tokens ist "${values.issuer}", und die Policy akzeptiert "${values.accepted}". Benutzer berichten, dass App-only-Tokens vom Workforce-Endpunkt kommen: Beide openid-config aufführen, oder den Client auf ciamlogin.com anfragen lassen.`,
  }),

  'token-version-1': values => ({
    title: 'Für Tokens der Version 2 an der API requestedAccessTokenVersion auf 2 setzen; der Endpunkt ist egal.',
    detail:
      `Das ist ein Token der Version 1, und die Policy ist für Version 2 geschrieben. Für Tokens der Version 2 ${manifest}. Das betrifft jeden Client und jeden Prüfer dieser API: Der Issuer ändert sich, die Client-ID wandert von appid nach azp, und aud wird die Client-ID der API. Policies und Backends vorher beide Formen akzeptieren lassen.` +
      (values.address !== null && values.passes
        ? ` aud besteht jetzt nur, weil die Policy auch "${values.address}" aufführt; in Version 2 ist es ${values.id === null ? 'die Client-ID der API' : `"${values.id}"`}.`
        : ''),
  }),
  'token-version-2': () => ({
    title: 'Das ist ein Token der Version 2, die Policy ist für Version 1 geschrieben. Die Policy auf Version 2 umstellen.',
    detail:
      'In der Adresse der openid-config /v2.0 vor /.well-known, azp statt appid und die Client-ID der API als Audience verwenden. Die Adresse der Version 1 behalten, solange noch Tokens der Version 1 kommen.',
  }),

  'audience-mismatch-microsoft': values => ({
    title: `Das Token ist für ${brief(values.title, 30)}, nicht für diese API. Eines mit einem Scope der eigenen anfordern.`,
    detail: `Seine Audience ist "${values.audience}". Den Scope api://{Client-ID der API}/{Scope} anfordern, oder /.default.`,
  }),
  'audience-mismatch-space': values => ({
    title: 'Die Audience der Policy hat Leerraum am Rand und passt darum nicht. Den Leerraum entfernen.',
    detail: `Die Audience des Tokens ist "${values.audience}".`,
  }),
  'audience-mismatch-case': values => ({
    title: 'Die Audiences unterscheiden sich nur in Groß- und Kleinschreibung, und die zählt. Wie im Token schreiben.',
    detail: `Im Token steht "${values.audience}", in der Policy "${values.accepted}".`,
  }),
  'audience-mismatch-form': values => {
    const [found, accepted] = [brief(values.audience, 21), brief(values.accepted, 21)];
    return {
      title: `${found} und ${accepted} sind eine API, aber Audiences werden genau verglichen. Beide aufführen.`,
      detail: `Die Audience des Tokens ist "${values.audience}", die Policy akzeptiert "${values.accepted}". Tokens der Version 2 haben die Client-ID der API als Audience, Tokens der Version 1 ihre Client-ID oder ihre Adresse. Beide aufführen, solange Tokens beider Versionen kommen.`,
    };
  },
  'audience-mismatch-version-1': values => ({
    title: 'Token: Version 1, Policy: Version 2. requestedAccessTokenVersion auf 2 setzen oder beide akzeptieren.',
    detail: `Die Audience des Tokens ist "${values.audience}", die Policy akzeptiert "${values.accepted}": zwei Namen derselben API, je nach Version. Sein Issuer wird aus demselben Grund abgelehnt, also hilft es nicht, nur die Audience aufzuführen. Über die Version entscheidet die API, nicht der Client: ${manifest}.`,
  }),
  'audience-refresh-token': () => ({
    title: 'Das ist ein Refresh Token, nur für seinen Issuer bestimmt. Das Access Token senden, das mit ihm kam.',
    detail: 'Das sagt sein Claim typ. In der Tokenantwort access_token nehmen.',
  }),
  'graph-token': () => ({
    title: 'Dieses Token ist für Microsoft Graph; nur Graph kann es prüfen. Ein Token für die eigene API anfordern.',
    detail: 'Einen ihrer Scopes anfordern: api://{Client-ID der API}/{Scope}, oder /.default.',
  }),
  'id-token': values => ({
    title: 'Das ist ein ID-Token, nicht für APIs gedacht. Das Access Token senden, das mit ihm kam.',
    detail: `Ein ID-Token sagt ${values.client === null ? 'dem Client' : `dem Client "${values.client}"`}, wer sich angemeldet hat. In der Tokenantwort access_token nehmen, und einen Scope dieser API anfordern.`,
  }),

  'claim-missing': values => ({
    title: `Dem Token fehlt der Claim ${claimAsWritten(values.name)}. Vom Issuer ergänzen lassen oder nicht mehr verlangen.`,
    detail: `Namen werden genau verglichen: "${values.name}". In Microsoft Entra als optionalen Claim in der App-Registrierung der API ergänzen.`,
  }),
  'claim-missing-letters': values => ({
    title: `Im Token steht ${claimAsWritten(values.has)}, nicht ${claimAsWritten(values.name)}. Genau wie im Token schreiben.`,
    detail: '',
  }),
  'claim-missing-version': values => ({
    title: `Tokens der Version ${values.version} haben ${claimAsWritten(values.has)}, nicht ${claimAsWritten(values.name)}. ${claimAsWritten(values.has)} verlangen${values.version === 1 ? ' (oder V2)' : ''}.`,
    detail: values.version === 1 ? `Für Tokens der Version 2 ${manifest}.` : '',
  }),
  'claim-missing-scp': values =>
    values.app
      ? {
          title: 'Das ist ein App-only-Token und hat darum kein scp. Für solche Aufrufer roles verlangen.',
          detail: 'Oder einen Benutzer anmelden lassen.',
        }
      : {
          title: 'Das Token hat kein scp. Ein Token mit einem Scope dieser API anfordern.',
          detail: 'scp nennt die Scopes, die ein Benutzer dem Client gewährt hat; App-only-Tokens haben stattdessen roles.',
        },
  'claim-missing-roles': values =>
    values.user
      ? {
          title: 'Der Benutzer hat keine App-Rolle dieser API, darum fehlt roles. Eine zuweisen oder scp verlangen.',
          detail:
            'Die Rolle dem Benutzer oder der Gruppe zuweisen (Unternehmensanwendung der API, Benutzer und Gruppen) und neu anmelden lassen, oder für solche Aufrufer scp verlangen.',
        }
      : {
          title: 'Der Aufrufer hat keine App-Rolle dieser API, darum fehlt roles im Token. Eine zuweisen.',
          detail: `Bei einer App: API-Berechtigungen mit Administratorzustimmung; bei einer Managed Identity: eine App-Rollenzuweisung. ${oldTokens}`,
        },
  'claim-missing-groups': values =>
    values.overage
      ? {
          title: 'Der Benutzer ist in mehr als 200 Gruppen, darum fehlt groups im Token. Stattdessen App-Rollen verwenden.',
          detail: 'Das Token sagt nur, wo die Gruppen nachzusehen sind.',
        }
      : {
          title: 'Das Token hat kein groups. In der App-Registrierung groupMembershipClaims setzen, oder App-Rollen verwenden.',
          detail: 'Benutzer in mehr als 200 Gruppen haben nie groups im Token; App-Rollen gehen für alle.',
        },
  'claim-mismatch-granted': values =>
    values.name === 'scp'
      ? `Um den Aufruf zu erlauben, ein Token mit ${either(values.accepted)} anfordern, oder den Scope des Tokens in der Policy ergänzen.`
      : `Um den Aufruf zu erlauben, dem Aufrufer ${either(values.accepted)} zuweisen, oder seine Rolle in der Policy ergänzen. ${values.user ? 'Der Benutzer bekommt sie bei der nächsten Anmeldung.' : oldTokens}`,
  'claim-mismatch-version': () => `Für Tokens der Version 2 ${manifest}.`,
};
