import type { PageCatalogue } from './catalogue.js';

const severities = { error: 'Fehler', warning: 'Warnung', information: 'Information', hint: 'Hinweis' };

const copyLabels = {
  command: 'Befehl kopieren',
  request: 'Anfrage kopieren',
  element: 'Element kopieren',
  setting: 'Einstellung kopieren',
  letter: 'Text kopieren',
};

/** Höchstens zwei Einheiten: "40 min", "3 h 5 min", "2 d". */
function writeSpan(seconds: number): string {
  const whole = Math.abs(Math.trunc(seconds));
  if (whole < 60) return `${whole} s`;
  const minutes = Math.floor(whole / 60);
  if (minutes < 120) return `${minutes} min`;
  const hours = Math.floor(minutes / 60);
  return hours < 48 ? `${hours} h ${minutes % 60} min` : `${Math.floor(hours / 24)} d`;
}

const withLine = (kind: string, line: number): string => `${kind}, Zeile ${line}`;

/** Deutsch. */
export const german: PageCatalogue = {
  words: {
    outcomes: { pass: 'Besteht', fail: 'Scheitert', uncertain: 'Nicht sicher', unresolved: 'Nicht entschieden' },
    stations: {
      pass: 'akzeptiert',
      fail: 'lehnt ab',
      uncertain: 'nicht sicher',
      unresolved: 'nicht entschieden',
      answers: 'antwortet selbst',
      'may-answer': 'antwortet vielleicht selbst',
      'not-read': 'nicht gelesen',
      silent: 'keine Token-Policy',
      'not-reached': 'nicht erreicht',
      waiting: 'wartet auf ein Token',
    },
    outcomeMeanings: {
      pass: 'Das Token besteht diese Prüfung.',
      fail: 'Das Gateway lehnt das Token hier ab.',
      uncertain: 'Was das Gateway hier tut, ist nicht dokumentiert, hängt von seiner Version ab oder liegt in einer Toleranz.',
      unresolved: 'Ein Dokument oder ein Wert fehlt. Die Prüfung sagt, welcher.',
    },
    certainties: {
      documented: 'dokumentiert',
      library: 'aus der Bibliothek',
      observed: 'von Benutzern berichtet',
      inferred: 'erschlossen',
    },
    certaintyMeanings: {
      documented: 'So steht es in der Dokumentation des Gateways.',
      library: 'So macht es die Prüfbibliothek, die das Gateway verwendet.',
      observed: 'Benutzer haben berichtet, dass das Gateway das tut.',
      inferred: 'Nichts sagt es ausdrücklich; es folgt aus dem Bekannten.',
    },
    severities,
    actions: {
      'decode-token': 'Token dekodieren…',
      'decode-token-from-clipboard': 'Token aus Zwischenablage dekodieren',
      'fetch-metadata': 'Metadaten des Tenants abrufen',
      'clear-token': 'Token vergessen',
      'restore-token': 'Voriges Token verwenden',
      'open-sample': 'Beispiel öffnen',
      'use-other-sample': 'Die andere Version verwenden',
      'explain-gateway-error': 'Gateway-Fehler erklären…',
    },
    documents: { configuration: 'OpenID-Konfiguration', keys: 'Signaturschlüssel' },
    origins: {
      network: 'aus dem Netz',
      file: 'aus einer gespeicherten Datei',
      sample: 'für das Beispiel erzeugt',
      setting: 'aus den Einstellungen',
    },
    copyLabels,
    tabs: {
      compared: 'Token und Policy',
      claims: 'Alle Claims',
      gateway: 'Text des Gateways',
      metadata: 'Metadaten',
      path: 'Weg der Anfrage',
    },
    claimGroups: {
      issuer: 'Wer es ausgestellt hat',
      audience: 'Für wen',
      times: 'Wann',
      client: 'Client',
      rights: 'Scopes und Rollen',
      person: 'Person',
      other: 'Weitere',
    },
    kinds: {
      'workforce-v1': 'Workforce v1.0',
      'workforce-v2': 'Workforce v2.0',
      'external-id-v1': 'External ID v1.0',
      'external-id-v2': 'External ID v2.0',
      b2c: 'Azure AD B2C',
      'microsoft-account': 'Microsoft-Konto',
      graph: 'Microsoft Graph',
      'id-token': 'ID-Token',
      other: 'anderer Issuer',
      encrypted: 'verschlüsselt',
      unreadable: 'nicht lesbar',
    },
  },
  sentences: {
    product: () => 'Token Doctor',
    actions: () => 'Aktionen',
    'no-token': () =>
      'Noch kein Token. Eines dekodieren, um zu sehen, wie das Gateway es beantwortet. Es bleibt im Arbeitsspeicher und kommt nie auf die Platte.',
    'no-policy': () => 'Eine Policy öffnen, um zu sehen, wie das Gateway dieses Token beantwortet.',

    away: () => 'Eine andere Datei ist vorn.',
    spoken: ({ answer, headline }) => `${answer}. ${headline}`,
    'file-line': ({ name, line }) => `${name}:${line}`,
    'policy-at-line': ({ kind, line }) => withLine(kind, line),
    line: ({ line }) => `Zeile ${line}`,
    'token-has': ({ name }) => `${name} im Token`,
    'line-takes': ({ line }) => `Zeile ${line}`,
    takes: () => 'Policy',
    'policy-takes': () => 'Die Policy will',
    'has-none': () => 'fehlt',
    'or-more': ({ count }) => `oder ${count} weitere`,
    'copy-value': ({ name }) => `${name} kopieren`,
    'copy-wanted': () => 'Kopieren, was die Policy will',
    'copy-gateway-text': () => 'Text des Gateways kopieren',
    'copy-explanation': () => 'Die Erklärung kopieren',
    'copy-claims': () => 'Alle Claims als JSON kopieren',
    'copy-report': () => 'Geschwärzten Bericht kopieren',
    'more-fixes': ({ count }) => `${count} weitere`,
    'by-hand': () => 'Von Hand',
    'one-undo': ({ title }) => `${title}. Ein Schritt zum Rückgängigmachen.`,
    'open-station': ({ scope, line }) => `${scope} öffnen, Zeile ${line}`,
    'signature-unchecked': () => 'Signatur nicht geprüft.',
    'fetch-keys': () => 'Schlüssel abrufen',

    'token-in-force': () => 'Aktuelles Token',
    'no-token-chosen': () => 'kein Token',
    'token-choice': ({ number, kind, left }) => `${number}: ${kind}${left === '' ? '' : `, ${left}`}`,
    'time-left': ({ seconds }) => {
      if (seconds === null) return 'ohne Ablauf';
      return seconds <= 0 ? `vor ${writeSpan(seconds)} abgelaufen` : `noch ${writeSpan(seconds)}`;
    },
    'from-now': ({ seconds }) => (seconds < 0 ? `vor ${writeSpan(seconds)}` : `in ${writeSpan(seconds)}`),
    'compare-with': () => 'Vergleichen mit',
    'compare-no-more': () => 'Nicht mehr vergleichen',
    'comparison-heading': ({ differing, same }) => `${differing} verschieden, ${same} gleich`,
    'comparison-caption': () => 'Zwei Tokens, Claim für Claim',

    'path-heading': () => 'Weg der Anfrage',
    station: ({ scope, kind }) => `${scope}: ${kind}`,
    'station-decides': () => 'entscheidet',
    'station-conditional': () => 'nur in einem Zweig von choose',
    'station-place': ({ file, line }) => `${file}:${line}`,
    'paths-heading': ({ count }) => `${count} Wege treffen auf diese Policy`,
    'path-choice': ({ name, answer }) => `${name}: ${answer}`,
    'paths-more': ({ count }) => `${count} weitere sind nicht aufgeführt.`,

    sample: () => 'Beispiel',
    cleaned: ({ what }) => `Aus dem eingefügten Text entfernt: ${what.join(', ')}.`,
    'lifetime-heading': () => 'Gültigkeit des Tokens',

    'tabs-heading': () => 'Einzelheiten',
    'tab-with-count': ({ label, count }) => `${label} (${count})`,
    'compared-caption': () => 'Was die Policy vergleicht',
    'compared-columns': () => ['Claim', 'Wert', 'Ergebnis', 'Kopieren'],

    'checks-heading': () => 'Was das Gateway prüft',
    'policies-heading': () => 'Token-Policies',
    'policy-findings': ({ count }) => (count === 1 ? '1 Befund' : `${count} Befunde`),
    'gateway-reports': ({ refuses }) => `Die Policy ${refuses}, und das Gateway meldet`,
    'text-unknown': () => 'Der genaue Text ist nicht bekannt.',
    'nothing-reported': () => 'Nichts wird sicher abgelehnt, also gibt es nichts zu melden.',
    'may-report': () => 'Ein anderer Code ist möglich:',
    'fails-next': () => 'Was als Nächstes scheitern würde:',
    'explained-heading': () => 'Was der Text bedeutet',
    'needed-to-decide': () => 'Nötig, um zu entscheiden:',

    'spoken-severity': ({ severity }) => `${severities[severity]}: `,
    'go-to-line': ({ line }) => `Zu Zeile ${line}`,
    'spoken-go-to-line': ({ line, code }) => `Zu Zeile ${line}: ${code}`,
    'show-fixes': () => 'Korrekturen anzeigen',
    'show-fixes-at': ({ line }) => `Korrekturen in Zeile ${line} anzeigen`,
    'spoken-show-fixes': ({ line, code }) => `Korrekturen für ${code} anzeigen, Zeile ${line}`,
    'spoken-copy': ({ kind, what }) => `${copyLabels[kind]}: ${what}`,
    copied: () => 'Kopiert.',
    'not-copied': () => 'Nicht kopiert. Den Text auswählen und selbst kopieren.',

    'sources-caption': () => 'Metadatendokumente und Schlüsselsätze',
    'source-columns': () => ['Dokument', 'Zustand'],
    'show-document': () => 'JSON öffnen',
    'spoken-show-document': ({ address }) => `JSON öffnen: ${address}`,
    'signed-with-key': () => 'Der Schlüssel des Tokens:',
    available: ({ moment }) => `Vorhanden, ${moment}`,
    missing: ({ moment }) => (moment === null ? 'Fehlt' : `Fehlt, ${moment}`),
    failed: ({ moment }) => (moment === null ? 'Gescheitert' : `Gescheitert, ${moment}`),

    'header-heading': () => 'Header',
    'payload-heading': () => 'Payload',
    'header-caption': () => 'Header des Tokens',
    'claim-columns': () => ['Name', 'Wert', 'Kopieren'],
    'claim-column': () => 'Claim',
    'claims-more': ({ count }) => `${count} weitere sind nicht aufgeführt. Filtern, oder alle kopieren.`,
    'filter-claims': () => 'Claims filtern',
    'personal-values': () => 'Persönliche Werte',
    'raw-json': () => 'Rohes JSON',
    'json-cut': () => 'Was folgt, wird nicht gezeigt. Kopieren nimmt alles.',
    'value-cut': () => '… (Kopieren nimmt alles)',
    groups: ({ count }) => `${count} Gruppen`,
    entries: ({ count }) => (count === 1 ? '1 Eintrag' : `${count} Einträge`),
    hidden: ({ isKnown }) => (isKnown ? 'verborgen (persönlich)' : 'verborgen (vielleicht persönlich)'),
    characters: ({ count }) => `${count} Zeichen`,
  },
};
