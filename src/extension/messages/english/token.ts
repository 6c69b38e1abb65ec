/** What is in the status bar of the token in force. */
export interface TokenState {
  /** `left`: nothing is wrong with it but its age. */
  readonly state: 'left' | 'early' | 'unreadable';
  /** Until it expires, negative afterwards; null where it does not expire. */
  readonly seconds: number | null;
}

function writeState({ state, seconds }: TokenState): string {
  if (state === 'early') return 'not valid yet';
  if (state === 'unreadable') return 'not readable';
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
  'status-click': (): string => 'Click to show the token panel.',
  'status-spoken': ({ kindLabel, ...state }: TokenState & { readonly kindLabel: string }): string =>
    `Token in force: ${kindLabel}, ${writeState(state)}`,
};
