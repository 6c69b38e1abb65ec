import { applyEdits, LineMap, makeFixes, type Edit } from '../../core/index.js';
import type { AppliedFix } from '../../protocol.js';
import { answer } from '../messages.js';
import type { ServerParts } from '../server-parts.js';
import { toWorkspaceEdit } from '../workspace-edit.js';

const nothing: AppliedFix = { applied: false, lines: null };

/** Applies a fix that a view offered, worked out anew on the text as it is: who typed meanwhile gets the edit of the newest text, or none. */
export function answerApplyFix(parts: ServerParts): void {
  answer(parts, 'apimTokenDoctor/fix/apply', async ({ uri, position, finding, title }, cancellation): Promise<AppliedFix> => {
    const { connection, client, documents, readings } = parts;
    const diagnosis = uri === null ? null : await readings.diagnose(uri, cancellation, position);
    if (diagnosis === null || client().workspace?.applyEdit !== true) return nothing;
    const { text, judged, findings } = diagnosis;
    for (const each of findings.filter(({ code }) => code === finding)) {
      const fix = (await makeFixes(judged, each)).find(one => one.title === title);
      if (fix === undefined) continue;
      const written = text.write(fix.edits);
      if ('refusal' in written || documents.get(text.uri)?.version !== text.version) return nothing;
      const edit = toWorkspaceEdit(client(), [{ document: text.document, edits: written.edits, note: null }]);
      const { applied } = await connection.workspace.applyEdit({ label: title, edit });
      return applied ? { applied, lines: linesOf(text.document.getText(), written.edits) } : nothing;
    }
    return nothing;
  });
}

/** Which lines of the new text were written. */
function linesOf(text: string, edits: readonly Edit[]): AppliedFix['lines'] {
  const [first, ...rest] = [...edits].sort((one, other) => one.start - other.start);
  if (first === undefined) return null;
  const last = rest.at(-1) ?? first;
  const lines = new LineMap(applyEdits(text, edits));
  const grown = edits.reduce((sum, { start, end, text: written }) => sum + written.length - (end - start), 0);
  return { first: lines.positionAt(first.start).line - 1, last: lines.positionAt(last.end + grown).line - 1 };
}
