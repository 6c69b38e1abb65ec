/** What is in the status bar of the token in force. */
export interface TokenState {
  /** `left`: nothing is wrong with it but its age; `ending`: that will be wrong soon. */
  readonly state: 'left' | 'ending' | 'early' | 'unreadable';
  /** Until it expires, negative afterwards; null where it does not expire. */
  readonly seconds: number | null;
}

function writeState({ state, seconds }: TokenState): string {
  if (state === 'early') return 'not valid yet';
  if (state === 'unreadable') return 'not readable';
  if (state === 'ending') return `expires in ${writeTimeLeft(seconds ?? 0)}`;
  return seconds === null ? 'no expiry' : writeTimeLeft(seconds);
}

/** How long the token still lives, or that it does not: short enough for a status bar. */
function writeTimeLeft(seconds: number): string {
  if (seconds <= 0) return 'expired';
  if (seconds < 60) return 'less than 1 min';
  const minutes = Math.floor(seconds / 60);
  if (minutes < 120) return `${minutes} min`;
  const hours = Math.floor(minutes / 60);
  return hours < 48 ? `${hours} h` : `${Math.floor(hours / 24)} d`;
}

/** The status bar. */
export const tokenMessages = {
  'status-name': (): string => 'APIM Token Doctor: Token',
  'status-text': (state: TokenState): string => `Token: ${writeState(state)}`,
  'status-state': writeState,
  'status-kind': ({ kindLabel, sample }: { readonly kindLabel: string; readonly sample: boolean }): string =>
    sample ? `${kindLabel} (sample)` : kindLabel,
  'status-click': ({ several }: { readonly several: boolean }): string =>
    several ? 'Click to put another token of this session in force.' : 'Click to show the token panel.',
  'status-no-token': (): string => 'Why 401?',
  'status-no-token-detail': (): string => 'No token is in force. Click to decode the one that the gateway refuses.',
  'switch-title': (): string => 'Tokens of this session',
  'switch-which': (): string => 'Choose the token in force',
  'no-token-yet': (): string => 'There is no token in this session. Decode one first.',
  'status-spoken': ({ kindLabel, ...state }: TokenState & { readonly kindLabel: string }): string =>
    `Token in force: ${kindLabel}, ${writeState(state)}`,
};
