import type { TokenState, tokenMessages as English } from '../english/token.js';

function writeState({ state, seconds }: TokenState): string {
  if (state === 'early') return 'noch nicht gültig';
  if (state === 'unreadable') return 'nicht lesbar';
  if (state === 'ending') return `läuft ab in ${writeTimeLeft(seconds ?? 0)}`;
  return seconds === null ? 'ohne Ablauf' : writeTimeLeft(seconds);
}

/** Wie lange das Token noch lebt, kurz genug für eine Statusleiste. */
function writeTimeLeft(seconds: number): string {
  if (seconds <= 0) return 'abgelaufen';
  if (seconds < 60) return 'weniger als 1 min';
  const minutes = Math.floor(seconds / 60);
  if (minutes < 120) return `${minutes} min`;
  const hours = Math.floor(minutes / 60);
  return hours < 48 ? `${hours} h` : `${Math.floor(hours / 24)} d`;
}

/** Die Statusleiste. */
export const tokenMessages: typeof English = {
  'status-name': () => 'APIM Token Doctor: Token',
  'status-text': state => `Token: ${writeState(state)}`,
  'status-state': writeState,
  'status-kind': ({ kindLabel, sample }) => (sample ? `${kindLabel} (Beispiel)` : kindLabel),
  'status-click': ({ several }) =>
    several ? 'Klicken, um ein anderes Token dieser Sitzung zu verwenden.' : 'Klicken, um die Token-Ansicht zu zeigen.',
  'status-no-token': () => 'Warum 401?',
  'status-no-token-detail': () => 'Kein Token ist geladen. Klicken, um das zu dekodieren, das das Gateway ablehnt.',
  'switch-title': () => 'Tokens dieser Sitzung',
  'switch-which': () => 'Das aktuelle Token wählen',
  'no-token-yet': () => 'In dieser Sitzung gibt es noch kein Token. Zuerst eines dekodieren.',
  'status-spoken': ({ kindLabel, ...state }) => `Aktuelles Token: ${kindLabel}, ${writeState(state)}`,
};
