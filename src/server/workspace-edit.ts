import type { ChangeAnnotation, ClientCapabilities, WorkspaceEdit } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Edit } from '../core/index.js';
import { toTextEdit } from './to-lsp.js';

/** What changes in one document, measured on the text of this version, and what is said about it. */
export interface Change {
  readonly document: TextDocument;
  readonly edits: readonly Edit[];
  readonly note: ChangeAnnotation | null;
}

/** Whether a client shows changes, with what is said about them, before it makes them. */
export function showsPreviews({ workspace }: ClientCapabilities): boolean {
  return workspace?.workspaceEdit?.documentChanges === true && workspace.workspaceEdit.changeAnnotationSupport !== undefined;
}

/**
 * Changes as one edit, and so one undo step. The versions go with it where the client checks them, and what is said about the changes
 * where the client shows it.
 */
export function toWorkspaceEdit(client: ClientCapabilities, changes: readonly Change[]): WorkspaceEdit {
  if (client.workspace?.workspaceEdit?.documentChanges !== true) {
    return {
      changes: Object.fromEntries(changes.map(({ document, edits }) => [document.uri, edits.map(edit => toTextEdit(document, edit))])),
    };
  }
  const annotations: Record<string, ChangeAnnotation> = {};
  const documentChanges = changes.map(({ document, edits, note }, index) => {
    const noted = note !== null && showsPreviews(client) ? { annotationId: String(index) } : {};
    if (note !== null) annotations[String(index)] = note;
    const { uri, version } = document;
    return { textDocument: { uri, version }, edits: edits.map(edit => ({ ...toTextEdit(document, edit), ...noted })) };
  });
  return { documentChanges, ...(showsPreviews(client) ? { changeAnnotations: annotations } : {}) };
}
