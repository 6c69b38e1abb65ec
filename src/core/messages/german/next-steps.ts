import type { CopyKind, NextStep } from '../../next-step.js';
import type { nextSteps as English } from '../english/next-steps.js';
import { nextSteps as english } from '../english/next-steps.js';

/** Die Kopiervorlage des englischen Schritts: Befehle, Anfragen und Elemente sind in jeder Sprache gleich. */
const copyOf = (steps: readonly NextStep[], index = 0): NextStep['copy'] => steps[index]?.copy ?? null;
const only = (what: string): NextStep => ({ what, copy: null });
const letter = (what: string, text: string): NextStep => ({ what, copy: { kind: 'letter' satisfies CopyKind, text } });

const guid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const idOr = (value: string | null, blank: string): string => (value !== null && guid.test(value) ? value.toLowerCase() : `{${blank}}`);
const nameOr = (value: string | null, blank: string): string => (value !== null && /^[\w.:-]{1,120}$/.test(value) ? value : `{${blank}}`);

const registration = 'Microsoft Entra Admin Center > App-Registrierungen > die Registrierung der API';

/** Der nächste Schritt, nach dem, was nicht stimmt, als etwas zu tun: zuerst der empfohlene. */
export const nextSteps: typeof English = {
  'token-version-2': values => {
    const steps = english['token-version-2'](values);
    return [
      {
        what: `api.requestedAccessTokenVersion auf 2 setzen (${registration} > Manifest), dann ein neues Token anfordern.`,
        copy: copyOf(steps),
      },
      { what: 'Oder dies an Microsoft Graph senden.', copy: copyOf(steps, 1) },
      letter(
        'Oder dies an die Person senden, die die API in Microsoft Entra verwaltet.',
        `Bitte in der App-Registrierung ${idOr(values.api, 'Client-ID der API')} "requestedAccessTokenVersion" (im Manifest unter "api") auf 2 setzen.\n` +
          'Unser Gateway akzeptiert Tokens der Version 2, diese API bekommt aber noch Tokens der Version 1.\n' +
          'Das ändert die Tokens aller Clients dieser API: iss endet auf /v2.0, azp ersetzt appid, und aud wird die Client-ID der API.',
      ),
    ];
  },
  'version-2-metadata': values => [
    { what: 'Die Adresse des Dokuments der Version 2 schreiben.', copy: copyOf(english['version-2-metadata'](values)) },
  ],
  'external-id-metadata': values => [
    {
      what: 'validate-jwt mit den Metadaten des External-ID-Tenants verwenden.',
      copy: copyOf(english['external-id-metadata'](values)),
    },
  ],
  'list-issuer': values => [
    { what: 'Wird diesem Issuer vertraut, ihn in issuers ergänzen.', copy: copyOf(english['list-issuer'](values)) },
  ],
  'issuer-metadata': values => [
    {
      what: 'Wird diesem Issuer vertraut, seine OpenID-Konfiguration ergänzen (meist unter dieser Adresse): Auch seine Schlüssel sind nötig.',
      copy: copyOf(english['issuer-metadata'](values)),
    },
  ],
  'list-audience': values => [
    {
      what: 'Ist das Token für diese API gedacht, seine Audience in audiences ergänzen.',
      copy: copyOf(english['list-audience'](values)),
    },
  ],
  'list-client': values => [
    {
      what: 'Darf dieser Client die API aufrufen, seine ID in client-application-ids ergänzen.',
      copy: copyOf(english['list-client'](values)),
    },
  ],
  'own-scope': values => [{ what: 'Ein Token mit einem Scope der eigenen API anfordern.', copy: copyOf(english['own-scope'](values)) }],
  'own-tenant': ({ tenant }) => [
    only(`Den Client sein Token aus dem akzeptierten Tenant holen lassen: seine Authority auf ${idOr(tenant, 'Tenant-ID')} setzen.`),
  ],
  'assign-role': values => {
    const name = nameOr(values.role, 'App-Rolle');
    if (values.user)
      return [
        letter(
          `Die App-Rolle ${name} dem Benutzer oder der Gruppe zuweisen (Microsoft Entra Admin Center > Unternehmensanwendungen > die API > Benutzer und Gruppen), dann neu anmelden.`,
          `Bitte weisen Sie mir die App-Rolle "${name}" unserer API zu (Unternehmensanwendungen > die API > Benutzer und Gruppen > Benutzer/Gruppe hinzufügen).\n` +
            'Ohne sie fehlt diese Rolle in meinem Token, und unser Gateway antwortet mit 401.',
        ),
      ];
    return [
      {
        what: `Die App-Rolle ${name} der aufrufenden App oder Managed Identity zuweisen.`,
        copy: copyOf(english['assign-role'](values)),
      },
      letter(
        'Oder dies an die Person senden, die Microsoft Entra verwaltet.',
        `Bitte die App-Rolle "${name}" unserer API der App ${idOr(values.caller, 'Client-ID des Aufrufers')} zuweisen (API-Berechtigungen > Anwendungsberechtigungen, mit Administratorzustimmung).\n` +
          'Ohne sie fehlt diese Rolle in ihrem Token, und unser Gateway antwortet mit 401.',
      ),
    ];
  },
  'ask-scope': values => [{ what: 'Den Client diesen Scope anfordern lassen.', copy: copyOf(english['ask-scope'](values)) }],
  'optional-claim': ({ claim }) => [
    only(
      `${nameOr(claim, 'den Claim')} in Access Tokens aufnehmen (${registration} > Tokenkonfiguration > Optionalen Anspruch hinzufügen > Zugriff).`,
    ),
  ],
  'group-claims': values => [
    {
      what: `groups in die Tokens aufnehmen: groupMembershipClaims auf SecurityGroup setzen (${registration} > Manifest).`,
      copy: copyOf(english['group-claims'](values)),
    },
  ],
  'new-token': () => [only('Ein neues Token anfordern und dieses senden.')],
  'fetch-metadata': () => [
    only('Im Editor "APIM Token Doctor: Metadaten des Tenants anzeigen" ausführen, oder mit --metadata eine gespeicherte Datei nennen.'),
  ],
  'supply-values': values => [
    {
      what: 'Die Werte in den Einstellungen angeben, oder in einer Datei mit --named-values.',
      copy: copyOf(english['supply-values'](values)),
    },
  ],
};
