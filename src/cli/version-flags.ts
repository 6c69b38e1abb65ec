/** Whether the first argument asks for no more than the version. */
export function asksForVersion(arg: string | undefined): boolean {
  return arg === '--version' || arg === '-v' || arg === '-V';
}
