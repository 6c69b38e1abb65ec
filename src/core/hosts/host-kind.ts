/** What a file is that may hold policies. The first three are read wherever they are met, the others only where that was asked for. */
export type HostKind = 'terraform' | 'bicep' | 'json' | 'markdown' | 'yaml' | 'csharp' | 'typescript' | 'python' | 'powershell';

const kinds: readonly (readonly [RegExp, HostKind])[] = [
  [/\.(?:tf|tofu|tfvars)$/i, 'terraform'],
  [/\.bicep(?:param)?$/i, 'bicep'],
  [/\.jsonc?$/i, 'json'],
  [/\.(?:md|markdown)$/i, 'markdown'],
  [/\.ya?ml$/i, 'yaml'],
  [/\.csx?$/i, 'csharp'],
  [/\.[cm]?[jt]sx?$/i, 'typescript'],
  [/\.py$/i, 'python'],
  [/\.psm?1$/i, 'powershell'],
];

/** The kind of a host file by its name or path; null where it is none, so that its text is a policy document or nothing of ours. */
export function hostKindOf(name: string): HostKind | null {
  return kinds.find(([pattern]) => pattern.test(name))?.[1] ?? null;
}

/** Whether files of that kind are read without being asked for. */
export function isReadAlways(kind: HostKind): boolean {
  return kind === 'terraform' || kind === 'bicep' || kind === 'json';
}
