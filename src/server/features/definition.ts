import type { Location, LocationLink } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { findReference, readPolicies, type Reference } from '../../core/index.js';
import type { WorkspaceFile } from '../../protocol.js';
import type { ServerParts } from '../server-parts.js';
import { toRange } from '../to-lsp.js';

/** Leads from a named value to the file that describes it, and from an include-fragment to the fragment's file. */
export function answerDefinition(parts: ServerParts): void {
  const { connection, readings, log, client } = parts;
  connection.onDefinition(async ({ textDocument, position }, cancellation): Promise<Location[] | LocationLink[] | null> => {
    try {
      const reading = await readings.read(textDocument.uri);
      const reference = reading && findReference(reading.document, reading.text.offsetAt(position));
      if (reading === null || reference === null) return null;
      const locations = await locate(parts, reference, textDocument.uri);
      if (cancellation.isCancellationRequested || locations.length === 0) return null;
      if (client().textDocument?.definition?.linkSupport !== true) return locations;
      const originSelectionRange = toRange(reading.text, reference);
      return locations.map(({ uri, range }) => ({ originSelectionRange, targetUri: uri, targetRange: range, targetSelectionRange: range }));
    } catch (error) {
      log.failure(words => words.definitionFailed(), error);
      return null;
    }
  });
}

async function locate(parts: ServerParts, { kind, name }: Reference, uri: string): Promise<Location[]> {
  if (kind === 'fragment') return locateFragment(parts, name, uri);
  return (await parts.workspace.placesOf(name, uri)).map(({ file, start, end }) => toLocation(file, start, end));
}

/** APIOps keeps a fragment as `policy fragments/<id>/policy.xml`; others name the file after it. */
async function locateFragment({ files }: ServerParts, id: string, uri: string): Promise<Location[]> {
  if (!/^[A-Za-z0-9._-]{1,256}$/.test(id)) return [];
  const found = await files.find([`${id}/policy.xml`, `${id}.xml`, `${id}.fragment.xml`, `${id}.policy.xml`, `${id}/fragment.xml`]);
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
  return { uri: file.uri, range: toRange(TextDocument.create(file.uri, '', 0, file.text), { start, end }) };
}
