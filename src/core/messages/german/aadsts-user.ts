import type { aadstsUserSentences as English } from '../english/aadsts-user.js';

/** Die Codes einer Tokenanfrage, bei denen es um die Person geht, die sich anmeldet. */
export const aadstsUserSentences: typeof English = {
  'account-elsewhere': {
    says: 'Das Konto ist nicht im Tenant der Anfrage.',
    cures: [
      'Mit einem Konto dieses Tenants anmelden, oder dieses als Gast einladen.',
      'Oder beim Tenant des Kontos anfragen, wenn die App mehrere Tenants zulässt.',
    ],
  },
  'nobody-signed-in': {
    says: 'Ein Token wurde ohne Interaktion angefordert, aber niemand ist angemeldet.',
    cures: ['Zuerst interaktiv anmelden; ein Browser, der Cookies Dritter blockiert, wirkt genauso.'],
  },
  'second-factor-for-api': {
    says: 'Conditional Access verlangt für diese API einen zweiten Faktor.',
    cures: ['Interaktiv ein Token für diese API anfordern.', 'Eine Zwischenschicht muss die Claims Challenge an den Client zurückgeben.'],
  },
  'second-factor': {
    says: 'Ein zweiter Faktor ist nötig: nicht bestanden, abgelaufen oder nicht eingerichtet.',
    cures: ['Interaktiv anmelden und abschließen; mit Passwort-Flows geht das nicht.'],
  },
  'code-used': {
    says: 'Der Code oder der Ablauf ist abgelaufen, oder der Code wurde schon eingelöst.',
    cures: ['Neu anmelden; eine Seite, die zweimal lädt, löst den Code zweimal ein.'],
  },
  'password-wrong': {
    says: 'Benutzername oder Passwort ist falsch.',
    cures: ['Beides prüfen. Konten mit zweitem Faktor oder anderem Identity Provider können den Passwort-Flow nicht verwenden.'],
  },
  'access-forbidden': {
    says: 'Conditional Access oder die Sicherheitsstandards des Tenants blockieren das Token.',
    cures: [
      'Einen Administrator fragen: Das Anmeldeprotokoll nennt zur Correlation ID des Textes die Regel.',
      'Eine Pipeline kann keine Regel über Geräte erfüllen: Einen Service Principal oder eine Managed Identity verwenden.',
    ],
  },
  'refresh-token-over': {
    says: 'Das Refresh Token wurde widerrufen, zu lange nicht verwendet, oder ist abgelaufen (bei Single-Page-Apps nach 24 Stunden).',
    cures: ['Neu anmelden.'],
  },
  'cross-tenant': {
    says: 'Die Art des Kontos oder eine Regel für mandantenübergreifenden Zugriff erlaubt es nicht.',
    cures: ['Einen Administrator des Tenants fragen, den der Text nennt: Einstellungen für mandantenübergreifenden Zugriff.'],
  },
  'consent-declined': {
    says: 'Der Benutzer hat die Zustimmung abgelehnt.',
    cures: ['Noch einmal anfragen und zustimmen, oder einen Administrator zustimmen lassen.'],
  },
};
