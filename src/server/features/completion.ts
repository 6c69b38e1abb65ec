import { CompletionItemKind, InsertTextFormat, InsertTextMode, type ClientCapabilities, type CompletionItem } from 'vscode-languageserver';
import { complete, completePolicies, sniffPolicy, type Catalogue, type Completion } from '../../core/index.js';
import { isTrigger, type Trigger } from '../capabilities.js';
import type { ServerParts } from '../server-parts.js';
import type { ServedText } from '../served-text.js';
import { toTextEdit } from '../to-lsp.js';

/** What each character asks for when it was typed: a list that opens by itself must not be in the way. */
const wantedAfter: Readonly<Record<Trigger, readonly Completion['kind'][]>> = {
  '<': ['element', 'closing-tag'],
  '/': ['closing-tag'],
  '"': ['value', 'named-value'],
  "'": ['value', 'named-value'],
  ' ': ['attribute'],
  '{': ['named-value'],
};

const kinds: Readonly<Record<Completion['kind'], CompletionItemKind>> = {
  element: CompletionItemKind.Property,
  'closing-tag': CompletionItemKind.Property,
  attribute: CompletionItemKind.Value,
  value: CompletionItemKind.Unit,
  'named-value': CompletionItemKind.Variable,
};

/** What may be typed inside a token policy, or where one may begin; nothing elsewhere, for there others complete. */
export function answerCompletion({ connection, readings, grounds, workspace, log, language, client }: ServerParts): void {
  connection.onCompletion(async ({ textDocument, position, context }, cancellation): Promise<CompletionItem[]> => {
    try {
      const served = readings.textAt(textDocument.uri, position);
      const text = served?.getText() ?? '';
      if (served === null || !sniffPolicy(text)) return [];
      const offset = served.offsetAt(position);
      const { namedValues = {} } = await grounds.factsFor(served.uri);
      const listNames = (): Set<string> => new Set([...Object.keys(namedValues), ...workspace.namesFor(served.uri)]);
      if (missesName(text.slice(0, offset), listNames())) await workspace.lookAgain();
      if (cancellation.isCancellationRequested) return [];
      const typed = context?.triggerCharacter;
      const wanted = isTrigger(typed) ? wantedAfter[typed] : undefined;
      return complete(text, offset, [...listNames()].sort(), language.core)
        .filter(({ kind }) => wanted?.includes(kind) !== false)
        .flatMap((completion, index) => toItem(served, offset, completion, index, client()) ?? [])
        .concat(wanted === undefined ? proposePolicies(served, offset, text, language.core, client()) : []);
    } catch (error) {
      log.failure(words => words.completionFailed(), error);
      return [];
    }
  });
}

/** Whole token policies, to be filled in, for clients that know how to. In a host its escapes would stand in the stops' way. */
function proposePolicies(
  served: ServedText,
  offset: number,
  text: string,
  catalogue: Catalogue,
  client: ClientCapabilities,
): CompletionItem[] {
  const abilities = client.textDocument?.completion?.completionItem;
  if (abilities?.snippetSupport !== true || served.isEmbedded) return [];
  return completePolicies(text, offset, catalogue).map(({ name, documentation, edit }) => ({
    label: name,
    kind: CompletionItemKind.Snippet,
    documentation,
    sortText: `~${name}`, // behind the elements
    textEdit: toTextEdit(served.document, edit),
    insertTextFormat: InsertTextFormat.Snippet,
    ...(abilities.insertTextModeSupport === undefined ? {} : { insertTextMode: InsertTextMode.asIs }),
  }));
}

/** Whether a named value is being written of which nothing known has the beginning. */
function missesName(before: string, names: ReadonlySet<string>): boolean {
  const begun = /\{\{([A-Za-z0-9._-]{0,256})$/.exec(before)?.[1];
  return begun !== undefined && ![...names].some(name => name.startsWith(begun));
}

/** Null for what cannot be written on the cursor's line: an item may replace nothing else. And for what a host cannot hold. */
function toItem(
  served: ServedText,
  offset: number,
  { label, kind, documentation, edit, also = [], caret }: Completion,
  index: number,
  client: ClientCapabilities,
): CompletionItem | null {
  const abilities = client.textDocument?.completion?.completionItem;
  const snippets = abilities?.snippetSupport === true;
  const line = served.lineOf(offset);
  if (served.lineOf(edit.start) !== line) return null;
  const end = served.lineOf(edit.end) === line ? edit.end : offset;
  const main = served.propose({ ...edit, end });
  const others = also.map(other => served.propose(other)).filter(other => other !== null);
  if (main === null || others.length < also.length) return null;
  const before = caret === undefined ? null : served.propose({ ...edit, end, text: edit.text.slice(0, caret) });
  const text = snippets ? toSnippet(main.text, before?.text.length) : main.text;
  return {
    label,
    kind: kinds[kind],
    documentation,
    sortText: String(index).padStart(4, '0'),
    // What is replaced may begin with a bracket or a brace, and what was typed is compared with this.
    filterText: kind === 'attribute' ? label : edit.text.split(/[\s>]/, 1)[0] || edit.text,
    textEdit: toTextEdit(served.document, { ...main, text }),
    ...(others.length > 0 ? { additionalTextEdits: others.map(other => toTextEdit(served.document, other)) } : {}),
    insertTextFormat: snippets ? InsertTextFormat.Snippet : InsertTextFormat.PlainText,
    // The text is indented already.
    ...(abilities?.insertTextModeSupport === undefined ? {} : { insertTextMode: InsertTextMode.asIs }),
    // The cursor lands between quotes: the client may ask for the values at once.
    ...(caret !== undefined && edit.text[caret - 1] === '"' ? { data: { asksAgain: true } } : {}),
  };
}

/** The text as a snippet, with the cursor's place and the tenant in an address to fill in. */
function toSnippet(text: string, caret: number | undefined): string {
  const escape = (part: string): string => part.replace(/[\\$}]/g, '\\$&').replaceAll('{tenant-id\\}', '${1:tenant-id}');
  return caret === undefined || caret === text.length ? escape(text) : `${escape(text.slice(0, caret))}$0${escape(text.slice(caret))}`;
}
