import type { CodeActionKind } from 'vscode-languageserver';
import { type CancellationToken, type CodeAction, type WorkspaceEdit } from 'vscode-languageserver';
import { isRuleCode, silenceHere, type Edit, type Finding } from '../../core/index.js';
import { findSubjectAgain, nameFix } from '../fix-identity.js';
import type { Diagnosis } from '../readings.js';
import type { ServerParts } from '../server-parts.js';
import { toWorkspaceEdit } from '../workspace-edit.js';

/** The client's command that switches a rule off for the workspace; its arguments are the rule's code and the document. */
const silenceCommand = 'apimTokenDoctor.silenceRule';

/** Who selects much touches the findings of many rules; no menu has room for all of them. */
const mostCodes = 5;

/** What stands in the place of a fix's name. */
const comment = 'silence';

/** What silences these findings, each rule once: by a comment at the place of its first one, and by a setting. `kind`: among what it is listed. */
export function offerSilence(parts: ServerParts, diagnosis: Diagnosis, findings: readonly Finding[], kind: CodeActionKind): CodeAction[] {
  const { language, client, announced } = parts;
  const { text } = diagnosis;
  const resolves = client().textDocument?.codeAction?.resolveSupport?.properties.includes('edit') === true;
  const first = new Map<string, Finding>();
  for (const finding of findings) if (!first.has(finding.code)) first.set(finding.code, finding);
  return [...first.values()].slice(0, mostCodes).flatMap((finding): CodeAction[] => {
    const { code } = finding;
    const actions: CodeAction[] = [];
    const title = language.words.silenceHere({ code });
    if (resolves) {
      // What was offered on an older text would land in the wrong place.
      const edit = commentFor(diagnosis, finding);
      if (edit !== null && text.propose(edit) !== null)
        actions.push({ title, kind, data: nameFix(diagnosis, finding, { code: comment, title }) });
    } else {
      const edit = writeComment(parts, diagnosis, finding);
      if (edit !== null) actions.push({ title, kind, edit });
    }
    if (announced().runsCommands) {
      const everywhere = language.words.silenceInWorkspace({ code });
      actions.push({ title: everywhere, kind, command: { title: everywhere, command: silenceCommand, arguments: [code, text.uri] } });
    }
    return actions;
  });
}

/** The edit of a chosen comment, for the newest text; undefined where the action is none, null where its finding is not there any more. */
export async function resolveSilence(
  parts: ServerParts,
  { data }: CodeAction,
  cancellation: CancellationToken,
): Promise<WorkspaceEdit | null | undefined> {
  if ((data as { readonly fix?: unknown } | undefined)?.fix !== comment) return undefined;
  const found = await findSubjectAgain(parts, data, cancellation);
  return found === null || found.subject.code === null ? null : writeComment(parts, found.diagnosis, found.subject);
}

/** Null where no comment can stand there, and where the host cannot hold it. */
function writeComment({ client }: ServerParts, diagnosis: Diagnosis, finding: Finding): WorkspaceEdit | null {
  const { text } = diagnosis;
  const edit = commentFor(diagnosis, finding);
  const written = edit === null ? null : text.write([edit]);
  if (written === null || 'refusal' in written) return null;
  return toWorkspaceEdit(client(), [{ document: text.document, edits: written.edits, note: null }]);
}

function commentFor({ document }: Diagnosis, finding: Finding): Edit | null {
  return isRuleCode(finding.code) ? silenceHere(document, finding, finding.code) : null;
}
