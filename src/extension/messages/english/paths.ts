/** The view of request paths. */
export const pathsMessages = {
  'paths-refused': ({ refused, all }: { readonly refused: number; readonly all: number }): string =>
    refused === 0 ? '' : `${refused} of ${all} refused`,
  /** `where`: the folder or workspace, where there are several. */
  'paths-of-api': ({ name, where }: { readonly name: string; readonly where: string | null }): string =>
    where === null ? `API ${name}` : `API ${name} in ${where}`,
  'policies-on-path': ({ kinds }: { readonly kinds: readonly string[] }): string =>
    kinds.length === 0 ? 'no token policy' : kinds.join(', '),
  'policy-of-scope': ({ kind, scope }: { readonly kind: string; readonly scope: string }): string => `${kind} (${scope})`,
  'place-in-file': ({ file, line }: { readonly file: string; readonly line: number }): string => `${file}:${line}`,
  'paths-left-out': ({ count }: { readonly count: number }): string => `${count} more paths are not listed.`,
};
