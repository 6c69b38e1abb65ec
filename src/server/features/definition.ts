import type { Location, LocationLink, Position, Range } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { findReference, readPolicies, type Reference } from '../../core/index.js';
import type { WorkspaceFile } from '../../protocol.js';
import type { ServerParts } from '../server-parts.js';
import { listLoadedFiles } from '../loaded-file.js';
import type { Reading } from '../readings.js';
import { ServedText } from '../served-text.js';
import { toDocumentRange } from '../to-lsp.js';

/** Leads from a named value to the file that describes it, from an include-fragment to the fragment's file, and from a host to what it loads. */
export function answerDefinition(parts: ServerParts): void {
  const { connection, readings, log, client } = parts;
  connection.onDefinition(async ({ textDocument, position }, cancellation): Promise<Location[] | LocationLink[] | null> => {
    try {
      const reading = await readings.read(textDocument.uri, position);
      const found = reading === null ? await findLoaded(parts, textDocument.uri, position) : await findReferred(parts, reading, position);
      if (cancellation.isCancellationRequested || found === null || found.locations.length === 0) return null;
      const { locations, originSelectionRange } = found;
      if (client().textDocument?.definition?.linkSupport !== true) return locations;
      return locations.map(({ uri, range }) => ({ originSelectionRange, targetUri: uri, targetRange: range, targetSelectionRange: range }));
    } catch (error) {
      log.failure(words => words.definitionFailed(), error);
      return null;
    }
  });
}

/** Where something leads, and the place that leads there. */
interface Found {
  readonly locations: Location[];
  readonly originSelectionRange: Range;
}

async function findReferred(parts: ServerParts, { text, document }: Reading, position: Position): Promise<Found | null> {
  const reference = findReference(document, text.offsetAt(position));
  return reference && { locations: await locate(parts, reference, text.uri), originSelectionRange: text.rangeOf(reference) };
}

/** In a host file: the policy that is loaded by the call whose path stands there, if there is such a file. */
async function findLoaded({ readings, documents, files }: ServerParts, uri: string, position: Position): Promise<Found | null> {
  const served = readings.serve(uri);
  const document = documents.get(uri);
  if (served === null || document === undefined) return null;
  const offset = document.offsetAt(position);
  const loaded = listLoadedFiles(uri, served).find(({ loader: { pathSpan } }) => pathSpan.start <= offset && offset <= pathSpan.end);
  if (loaded === undefined) return null;
  const originSelectionRange = toDocumentRange(document, loaded.loader.pathSpan);
  const { files: found } = await files.find([loaded.ending]);
  const locations = found.filter(file => isSameAddress(file.uri, loaded.uri)).map(file => toLocation(file, 0, 0));
  return { locations, originSelectionRange };
}

/** Clients do not agree on what they escape in an address. */
function isSameAddress(one: string, other: string): boolean {
  try {
    return decodeURIComponent(one) === decodeURIComponent(other);
  } catch {
    return one === other;
  }
}

async function locate(parts: ServerParts, { kind, name }: Reference, uri: string): Promise<Location[]> {
  if (kind === 'fragment') return locateFragment(parts, name, uri);
  return (await parts.workspace.placesOf(name, uri)).map(({ file, start, end }) => toLocation(file, start, end));
}

/** APIOps keeps a fragment as `policy fragments/<id>/policy.xml`; others name the file after it. */
async function locateFragment({ files }: ServerParts, id: string, uri: string): Promise<Location[]> {
  if (!/^[A-Za-z0-9._-]{1,256}$/.test(id)) return [];
  const { files: found } = await files.find([
    `${id}/policy.xml`,
    `${id}.xml`,
    `${id}.fragment.xml`,
    `${id}.policy.xml`,
    `${id}/fragment.xml`,
  ]);
  const fragments = found.filter(file => readPolicies(file.text).root === 'fragment');
  return nearest(fragments, uri).map(file => toLocation(file, 0, 0));
}

/** Those that share most of their path with the document: a workspace may hold several instances. */
function nearest(files: readonly WorkspaceFile[], uri: string): readonly WorkspaceFile[] {
  const shared = (file: WorkspaceFile): number => {
    const [one, other] = [file.uri.split('/'), uri.split('/')];
    const apart = one.findIndex((part, index) => part !== other[index]);
    return apart < 0 ? one.length : apart;
  };
  const most = Math.max(...files.map(shared));
  return files.filter(file => shared(file) === most);
}

function toLocation(file: WorkspaceFile, start: number, end: number): Location {
  return { uri: file.uri, range: new ServedText(TextDocument.create(file.uri, '', 0, file.text)).rangeOf({ start, end }) };
}
