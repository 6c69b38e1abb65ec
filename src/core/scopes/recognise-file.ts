/** What a file of a folder of API Management says, by where it stands. Names are as the folders have them. */
export type FilePurpose =
  | { readonly kind: 'policy'; readonly of: 'room' }
  | { readonly kind: 'policy' | 'information' | 'specification'; readonly of: 'api'; readonly api: string }
  | { readonly kind: 'policy' | 'information'; readonly of: 'operation'; readonly api: string; readonly operation: string }
  | { readonly kind: 'policy' | 'information'; readonly of: 'product'; readonly product: string }
  | { readonly kind: 'links'; readonly of: 'product'; readonly product: string }
  | { readonly kind: 'link'; readonly of: 'product'; readonly product: string; readonly api: string }
  | { readonly kind: 'policy' | 'information'; readonly of: 'fragment'; readonly fragment: string }
  | { readonly kind: 'other'; readonly of: 'room' };

/** Where a file stands: in which folder of one API Management instance, in which workspace of it, and what it says there. */
export interface RecognisedFile {
  /** The folder that holds everything of one instance, without a slash at its end; empty where the paths begin there. */
  readonly root: string;
  /** Null for the instance itself. */
  readonly workspace: string | null;
  readonly purpose: FilePurpose;
}

/**
 * What a path says of a file: the folders of the APIOps toolkit (names with blanks), of its successor (names in camel case), and other
 * spellings that public repositories have. Null where it says nothing. A `policy.xml` in any other folder is that of a room: it counts
 * where the folder is one. Of an address (`file:///…`) the steps are decoded.
 */
export function recogniseFile(path: string): RecognisedFile | null {
  const steps = path.replaceAll('\\', '/').split('/');
  const isAddress = /^[a-z][a-z0-9+.-]+:\/\//i.test(path);
  const names = isAddress ? steps.map(decodeStep) : steps;
  const file = (names.pop() ?? '').toLowerCase().replaceAll('_', '');
  for (const { folders, files } of forms) {
    const found = matchFolders(names, folders);
    if (found === null) continue;
    const purpose = files(file, found);
    return purpose === null ? null : locate(steps, names, names.length - folders.length, purpose);
  }
  return file === 'policy.xml' ? locate(steps, names, names.length, { kind: 'policy', of: 'room' }) : null;
}

interface Form {
  /** The last folders of the path: a name, or `*` for what somebody has named. */
  readonly folders: readonly string[];
  readonly files: (file: string, named: readonly string[]) => FilePurpose | null;
}

/** The longer ones first. File names are in lower case and without underscores, folders in lower case and without anything between their words. */
const forms: readonly Form[] = [
  {
    folders: ['apis', '*', 'operations', '*'],
    files: (file, [api = '', operation = '']) => {
      const kind = policyOr(file, 'operationinformation.json');
      return kind === null ? null : { kind, of: 'operation', api, operation };
    },
  },
  {
    folders: ['products', '*', 'apis', '*'],
    files: (file, [product = '', api = '']) =>
      file === 'productapiinformation.json' ? { kind: 'link', of: 'product', product, api } : null,
  },
  {
    folders: ['products', '*'],
    files: (file, [product = '']) => {
      if (file === 'apis.json') return { kind: 'links', of: 'product', product };
      const kind = policyOr(file, 'productinformation.json');
      return kind === null ? null : { kind, of: 'product', product };
    },
  },
  {
    folders: ['apis', '*'],
    files: (file, [api = '']) => {
      if (/^specification\.(?:json|ya?ml)$/.test(file)) return { kind: 'specification', of: 'api', api };
      const kind = policyOr(file, 'apiinformation.json');
      return kind === null ? null : { kind, of: 'api', api };
    },
  },
  {
    folders: ['policyfragments', '*'],
    files: (file, [fragment = '']) => {
      const kind = policyOr(file, 'policyfragmentinformation.json');
      return kind === null ? null : { kind, of: 'fragment', fragment };
    },
  },
  {
    folders: ['namedvalues', '*'],
    files: file => (file === 'namedvalueinformation.json' ? { kind: 'other', of: 'room' } : null),
  },
];

function policyOr(file: string, information: string): 'policy' | 'information' | null {
  if (file === 'policy.xml') return 'policy';
  return file === information ? 'information' : null;
}

/** The names that stand for `*`; null where the path does not end like that. */
function matchFolders(names: readonly string[], folders: readonly string[]): string[] | null {
  const last = names.slice(-folders.length);
  if (last.length < folders.length) return null;
  const fits = folders.every((folder, index) => (folder === '*' ? last[index] !== '' : nameOfKind(last[index]) === folder));
  return fits ? last.filter((_, index) => folders[index] === '*') : null;
}

/** Whether a folder of that name, straight below the folder of an instance, holds files of scopes, fragments or values. */
export function isScopeFolder(name: string): boolean {
  return ['apis', 'products', 'policyfragments', 'namedvalues', 'workspaces'].includes(nameOfKind(name));
}

function nameOfKind(step = ''): string {
  return step.toLowerCase().replace(/[ _-]/g, '');
}

function locate(steps: readonly string[], names: readonly string[], until: number, purpose: FilePurpose): RecognisedFile {
  const isWorkspace = until >= 2 && nameOfKind(names[until - 2]) === 'workspaces';
  const root = steps.slice(0, isWorkspace ? until - 2 : until).join('/');
  return { root, workspace: isWorkspace ? (names[until - 1] ?? null) : null, purpose };
}

function decodeStep(step: string): string {
  try {
    return decodeURIComponent(step);
  } catch {
    return step;
  }
}
