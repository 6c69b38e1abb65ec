/** What a file is that may hold policies. The first three are read wherever they are met, the others only where that was asked for. */
export type HostKind = 'terraform' | 'bicep' | 'json' | 'markdown' | 'yaml' | 'csharp' | 'typescript' | 'python' | 'powershell';

/** How their names end, in lower case. */
const endings: Readonly<Record<HostKind, readonly string[]>> = {
  terraform: ['tf', 'tofu', 'tfvars'],
  bicep: ['bicep', 'bicepparam'],
  json: ['json', 'jsonc'],
  markdown: ['md', 'markdown'],
  yaml: ['yaml', 'yml'],
  csharp: ['cs', 'csx'],
  typescript: ['ts', 'tsx', 'mts', 'mtsx', 'cts', 'ctsx', 'js', 'jsx', 'mjs', 'mjsx', 'cjs', 'cjsx'],
  python: ['py'],
  powershell: ['ps1', 'psm1'],
};

const kinds: readonly HostKind[] = ['terraform', 'bicep', 'json', 'markdown', 'yaml', 'csharp', 'typescript', 'python', 'powershell'];

const kindByEnding = new Map(kinds.flatMap(kind => endings[kind].map(ending => [ending, kind] as const)));

/** The kind of a host file by its name or path; null where it is none, so that its text is a policy document or nothing of ours. */
export function hostKindOf(name: string): HostKind | null {
  return kindByEnding.get(/\.([a-z0-9]+)$/i.exec(name)?.[1]?.toLowerCase() ?? '') ?? null;
}

/** How the names of hosts end, in lower case and without the dot. `all`: of those that are read on demand, too. */
export function hostEndings(all: boolean): readonly string[] {
  return kinds.filter(kind => all || isReadAlways(kind)).flatMap(kind => endings[kind]);
}

/** Whether files of that kind are read without being asked for. */
export function isReadAlways(kind: HostKind): boolean {
  return kind === 'terraform' || kind === 'bicep' || kind === 'json';
}
