import { applyEdits, LineMap, makeFixes, render, type Edit, type Fix } from '../../core/index.js';
import type { AppliedFix } from '../../protocol.js';
import { answer } from '../messages.js';
import type { ServedText } from '../served-text.js';
import type { ServerParts } from '../server-parts.js';
import { toWorkspaceEdit } from '../workspace-edit.js';

const nothing: AppliedFix = { applied: false, lines: null };

/** Applies a fix that a view offered, worked out anew on the text as it is: who typed meanwhile gets the edit of the newest text, or none. */
export function answerApplyFix(parts: ServerParts): void {
  answer(parts, 'apimTokenDoctor/fix/apply', async ({ uri, position, finding, title }, cancellation): Promise<AppliedFix> => {
    const { client, readings } = parts;
    const diagnosis = uri === null ? null : await readings.diagnose(uri, cancellation, position);
    if (diagnosis === null || client().workspace?.applyEdit !== true) return nothing;
    const { text, judged, findings } = diagnosis;
    for (const each of findings.filter(({ code }) => code === finding)) {
      const fix = (await makeFixes(judged, each)).find(one => one.title === title);
      if (fix === undefined) continue;
      const edits = await applyFix(parts, text, fix);
      return typeof edits === 'string' ? nothing : { applied: true, lines: linesOf(text.document.getText(), edits) };
    }
    return nothing;
  });
}

/** Has the client apply a fix of a text. Gives its edits of the document; why nothing was changed, in a sentence, where the text is an older one, or its host cannot hold them. */
export async function applyFix(
  { connection, client, documents, language }: ServerParts,
  text: ServedText,
  { title, edits }: Fix,
): Promise<readonly Edit[] | string> {
  const written = text.write(edits);
  if ('refusal' in written) return render(written.refusal, language.core);
  if (documents.get(text.uri)?.version !== text.version) return language.words.fixOutdated();
  const edit = toWorkspaceEdit(client(), [{ document: text.document, edits: written.edits, note: null }]);
  const { applied } = await connection.workspace.applyEdit({ label: title, edit });
  return applied ? written.edits : language.words.fixOutdated();
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
