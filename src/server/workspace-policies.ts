import type { SkippedPlace } from '../fix-all-protocol.js';
import type { ClientRequests, PolicyFiles, WorkspaceFile } from '../protocol.js';
import type { ServerParts } from './server-parts.js';

const listMethod = 'apimTokenDoctor/workspace/policies' satisfies keyof ClientRequests;
const openMethod = 'apimTokenDoctor/workspace/open' satisfies keyof ClientRequests;

type Asking = Pick<ServerParts, 'connection' | 'announced'>;

/** The policy documents of the workspace, as the client has them. Null from a client that does not know the question. */
export async function listPolicyFiles({ connection, announced }: Asking): Promise<PolicyFiles | null> {
  if (!announced().ownMessages) return null;
  try {
    const found: unknown = await connection.sendRequest(listMethod, null);
    if (typeof found !== 'object' || found === null) return null;
    const { files, unread } = found as Record<string, unknown>;
    return { files: Array.isArray(files) ? files.filter(isFile) : [], unread: Array.isArray(unread) ? unread.filter(isSkipped) : [] };
  } catch {
    return null;
  }
}

/** Has the client open files; gives those that it says are open then. Never rejects. */
export async function openFiles({ connection, announced }: Asking, uris: readonly string[]): Promise<ReadonlySet<unknown>> {
  if (!announced().ownMessages) return new Set();
  try {
    const opened: unknown = await connection.sendRequest(openMethod, { uris });
    return new Set(Array.isArray(opened) ? opened : []);
  } catch {
    return new Set();
  }
}

function isFile(file: unknown): file is WorkspaceFile {
  const { uri, text } = (file ?? {}) as Record<string, unknown>;
  return typeof uri === 'string' && typeof text === 'string';
}

function isSkipped(place: unknown): place is SkippedPlace {
  const { uri, line, reason } = (place ?? {}) as Record<string, unknown>;
  return typeof uri === 'string' && typeof reason === 'string' && (line === null || typeof line === 'number');
}
