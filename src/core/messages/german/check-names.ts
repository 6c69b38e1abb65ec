const names: Readonly<Record<string, string>> = {
  source: 'Quelle',
  form: 'Form',
  signature: 'Signatur',
  lifetime: 'Gültigkeit',
  audience: 'Audience',
  issuer: 'Issuer',
  application: 'Anwendung',
  claims: 'Claims',
};

/** Wie eine Prüfung des Gateways heißt. */
export function nameCheck(check: string): string {
  return names[check] ?? check;
}
