import { mayDescribeScopes, readScopes, recogniseFile } from '../core/index.js';
import type { WorkspaceFile } from '../protocol.js';
import type { WorkspaceFiles } from './workspace-files.js';

/** The files in which resources of API Management stand, by their names. Other JSON is too much to be looked through. */
export const resourceFiles: readonly string[] = ['*.tf', '*.tofu', '*.bicep', 'azuredeploy*.json', 'mainTemplate.json', '*.template.json'];

/** The files that resources load as policies, by their names: they may stand anywhere. */
export const loadedFiles: readonly string[] = ['*.xml', '*.tftpl', '*.tmpl', '*.tpl', '*.cshtml'];

/** Whether a file has such a name. */
export function isLoaded(uri: string): boolean {
  return /\.(?:xml|tftpl|tmpl|tpl|cshtml)$/i.test(uri);
}

/** Whether resources of API Management stand in a file. */
export function isResourceFile({ uri, text }: WorkspaceFile): boolean {
  return mayDescribeScopes(uri) && recogniseFile(uri) === null && /azurerm_api_management|Microsoft\.ApiManagement/i.test(text);
}

/** How often what resources load is looked for. */
const mostRounds = 4;

/** The workspace's files with resources and what these load, by their addresses; none where nothing of API Management stands in them. */
export async function findResourceFiles(files: WorkspaceFiles): Promise<readonly WorkspaceFile[]> {
  const found = (await files.findReal(resourceFiles)).files.filter(({ uri }) => mayDescribeScopes(uri) && recogniseFile(uri) === null);
  if (!found.some(isResourceFile)) return [];
  return [...found, ...(await findLoaded(files, found))];
}

/** What resources load that is not among these files; links are not followed. */
export async function findLoaded(files: WorkspaceFiles, known: readonly WorkspaceFile[]): Promise<readonly WorkspaceFile[]> {
  const found: WorkspaceFile[] = [];
  const looked = new Set(known.map(({ uri }) => uri));
  for (let round = 0; round < mostRounds; round++) {
    const { missing } = readScopes([...known, ...found].map(({ uri, text }) => ({ path: uri, text })));
    // The files of a module were found by their names.
    const asked = missing.filter(uri => !looked.has(uri) && !uri.endsWith('/'));
    if (asked.length === 0) break;
    for (const uri of asked) looked.add(uri);
    found.push(...(await files.readReal(asked)).files);
  }
  return found;
}
