/** How long the token still lives, or since when it does not: short enough for a status bar. `seconds` may be negative. */
export function writeTimeLeft(seconds: number): string {
  if (seconds <= 0) return 'expired';
  if (seconds < 60) return 'less than 1 min';
  const minutes = Math.floor(seconds / 60);
  if (minutes < 120) return `${minutes} min`;
  const hours = Math.floor(minutes / 60);
  return hours < 48 ? `${hours} h` : `${Math.floor(hours / 24)} d`;
}
