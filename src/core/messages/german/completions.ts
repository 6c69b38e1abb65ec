import type { completionMessages as English } from '../english/completions.js';

/** Wozu eine ganze Token-Policy zum Ausfüllen da ist. */
const policies = {
  'token-workforce': 'validate-azure-ad-token: Tokens eines Workforce-Tenants von Microsoft Entra, in beiden Versionen',
  'token-multi-tenant': 'validate-azure-ad-token: Tokens der aufgezählten Workforce-Tenants von Microsoft Entra',
  'token-external-id': 'validate-jwt: Tokens der Version 2.0 eines Tenants von Microsoft Entra External ID',
  'token-b2c': 'validate-jwt: Tokens eines Benutzerflows oder einer Policy von Azure AD B2C',
  'token-app-only': 'validate-jwt: App-only-Tokens der Version 2.0 eines Workforce-Tenants, mit einer der App-Rollen',
  'token-delegated': 'validate-jwt: Tokens der Version 2.0 eines Workforce-Tenants für angemeldete Benutzer, mit einem der Scopes',
};

/** Was beim Schreiben neben einem Vorschlag steht. */
export const completionMessages: typeof English = {
  'complete-space': () => '(Leerzeichen)',
  'complete-policy': ({ name }) => policies[name],
  'complete-close': ({ name }) => `Schließt ${name}.`,
  'complete-named-value': () => 'Ein Named Value der API-Management-Instanz.',
  'complete-match-all': () => 'Das Token muss jeden aufgeführten Wert haben. Die Vorgabe.',
  'complete-match-any': () => 'Das Token muss einen der aufgeführten Werte haben.',
  'complete-status-401': () => 'Nicht angemeldet (Unauthorized). Die Vorgabe.',
  'complete-status-403': () => 'Verboten (Forbidden).',
  'complete-tenant': () => 'Ein Tenant, den dieses Dokument nennt.',
  'complete-organizations': () => 'Jeder Geschäfts- oder Schul-Tenant. Die Tenants mit einem verlangten Claim tid begrenzen.',
  'complete-common': () => 'Jeder Geschäfts- oder Schul-Tenant und private Konten. Die Tenants mit einem verlangten Claim tid begrenzen.',
  'complete-authorization': () => 'Der Header für Bearer Tokens.',
  'complete-separator': () => 'Für scp: Seine Scopes sind durch Leerzeichen getrennt.',
  'complete-workforce': ({ version }) => `Workforce-Tenant, Tokens der Version ${version === 1 ? '1.0' : '2.0'}.`,
  'complete-external-id': () => 'Tenant von Microsoft Entra External ID, Tokens der Version 2.0.',
};
