import {
  DiagnosticSeverity,
  type ClientCapabilities,
  type Diagnostic,
  type DiagnosticRelatedInformation,
  type Range,
  type TextEdit,
} from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { listLines, pageOfRule, type Catalogue, type Edit, type Finding, type NextStep, type Severity, type Span } from '../core/index.js';
import { diagnosticSource } from './capabilities.js';
import type { ServedText } from './served-text.js';

const severities: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

/** `data` carries meaning only: which rule, which token policy, which names. Next steps are there for clients that show what belongs to a diagnostic. */
export function toDiagnostic(text: ServedText, finding: Finding, { textDocument }: ClientCapabilities, catalogue: Catalogue): Diagnostic {
  const range = text.rangeOf(finding);
  const { diagnostic, publishDiagnostics } = textDocument ?? {};
  const shows = diagnostic?.relatedInformation === true || publishDiagnostics?.relatedInformation === true;
  return {
    range,
    severity: severities[finding.severity],
    source: diagnosticSource,
    code: finding.code,
    codeDescription: { href: pageOfRule(finding.code) },
    message: listLines(finding, catalogue).join('\n'),
    data: { policy: finding.policy, certainty: finding.certainty, ...finding.data },
    ...(shows && finding.nextSteps.length > 0 ? { relatedInformation: listRelated(text.uri, range, finding.nextSteps) } : {}),
  };
}

/** What to do, with what to copy: editors show one line. Other ways than the first are left out where their text has several. The place is the finding's own. */
function listRelated(uri: string, range: Range, steps: readonly NextStep[]): DiagnosticRelatedInformation[] {
  const isLine = ({ copy }: NextStep): boolean => copy === null || !copy.text.includes('\n');
  return steps
    .filter((step, index) => index === 0 || isLine(step))
    .map(step => ({
      location: { uri, range },
      message: step.copy !== null && isLine(step) ? `${step.what} ${step.copy.text}` : step.what,
    }));
}

/** @param span measured on the document; of a policy text, ask that for its range */
export function toDocumentRange(document: TextDocument, { start, end }: Span): Range {
  return { start: document.positionAt(start), end: document.positionAt(end) };
}

/** @param edit measured on the document */
export function toTextEdit(document: TextDocument, edit: Edit): TextEdit {
  return { range: toDocumentRange(document, edit), newText: edit.text };
}
