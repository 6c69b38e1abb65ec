import {
  severities,
  type DecodedToken,
  type Discretion,
  type Finding,
  type LineMap,
  type Severity,
  type TokenProblem,
} from '../core/index.js';
import type { ToolAnswer, ToolHost } from './answer.js';
import { describeDocument, type ToldDocument } from './describe-document.js';
import { listChanges, tellFinding, tellRest, type FullFinding } from './describe-finding.js';
import { describeToken } from './describe-token.js';
import type { JudgedText } from './judged-text.js';
import { mostCured, mostDocuments, mostFindings } from './limits.js';
import { quoteFile } from './outside-text.js';
import type { SourceFile } from './policy-source.js';
import { englishAgent } from './sentences/english/index.js';
import { listUnread, type UnreadFile } from './unread-files.js';

/** So many findings stand in the lines for readers. */
const mostLines = 20;

interface CheckParts {
  readonly host: ToolHost;
  readonly token: DecodedToken | TokenProblem | null;
  /** The mildest severity that is reported. */
  readonly atLeast: Severity;
}

/** The answer of `check_policies`, built file by file, so that of a large folder no more is kept than what is told. */
export class PolicyCheck {
  readonly #parts: CheckParts;
  readonly #documents: ToldDocument[] = [];
  readonly #findings = new Map<Severity, FullFinding[]>(severities.map(severity => [severity, []]));
  readonly #counts = { documents: 0, error: 0, warning: 0, information: 0, hint: 0 };
  #cured = 0;

  constructor(parts: CheckParts) {
    this.#parts = parts;
  }

  /** A policy document with its findings. */
  async add(text: JudgedText, findings: readonly Finding[]): Promise<void> {
    const { file, judged, lines } = text;
    this.#counts.documents += 1;
    if (this.#documents.length < mostDocuments) this.#documents.push(describeDocument(text));
    for (const finding of findings) {
      const told = this.#keep(file, finding, lines, judged.discretion);
      if (told === null || this.#cured >= mostCured) continue;
      const changes = await listChanges(judged, finding);
      if (changes.length === 0) continue;
      this.#cured += 1;
      told.changes.push(...changes);
    }
  }

  /** What is said of a file that holds policies, beside them. */
  addRemarks(file: string, { findings, lines, discretion }: NonNullable<SourceFile['remarks']>): void {
    for (const finding of findings) this.#keep(file, finding, lines, discretion);
  }

  /** Null where it is not told. */
  #keep(file: string, finding: Finding, lines: LineMap, discretion: Discretion) {
    const { severity } = finding;
    if (severities.indexOf(severity) < severities.indexOf(this.#parts.atLeast)) return null;
    this.#counts[severity] += 1;
    const kept = this.#findings.get(severity) ?? [];
    if (kept.length >= mostFindings) return null;
    const told = {
      ...tellFinding(file, finding, lines, discretion),
      ...tellRest(finding, discretion),
      changes: [] as FullFinding['changes'][number][],
    };
    kept.push(told);
    return told;
  }

  /** The whole answer. `unread`: files that could not be read. */
  finish(unread: readonly UnreadFile[]): ToolAnswer {
    const { token } = this.#parts;
    const counts = this.#counts;
    const findings = [...severities]
      .reverse()
      .flatMap(severity => this.#findings.get(severity) ?? [])
      .slice(0, mostFindings);
    const { error, warning, information, hint } = counts;
    const left = {
      documents: counts.documents - this.#documents.length,
      findings: error + warning + information + hint - findings.length,
      files: Math.max(0, unread.length - listUnread(unread).length),
    };
    const nextStep = this.#adviseNext(findings, left.findings > 0);
    const structured = {
      note: englishAgent.note(),
      token: token === null ? null : describeToken(token),
      counts,
      documents: this.#documents,
      findings,
      left,
      unread: listUnread(unread),
      nextStep,
    };
    return { structured, text: this.#write(findings, nextStep) };
  }

  #adviseNext(findings: readonly FullFinding[], isCut: boolean): string {
    const changes = findings.flatMap(each => each.changes);
    const more = isCut ? ` ${englishAgent.askDetail()}` : '';
    if (changes.length > 0) return `${englishAgent.mend({ widens: changes.some(({ widens }) => widens) })}${more}`;
    if (findings.length > 0) return `${englishAgent.mendByHand()}${more}`;
    if (this.#parts.token === null) return englishAgent.giveToken({ host: this.#parts.host });
    const isOpen = this.#documents.some(({ outcome }) => outcome === 'unresolved' || outcome === 'uncertain');
    return isOpen ? englishAgent.settle() : englishAgent.nothingToDo();
  }

  #write(findings: readonly FullFinding[], step: string): string {
    const outcomes = this.#documents.flatMap(({ untrustedFile, line, outcome }) =>
      outcome === null ? [] : [englishAgent.prediction({ file: quoteFile(untrustedFile), line, outcome })],
    );
    const shown = findings.slice(0, mostLines);
    const found = shown.map(({ severity, rule, untrustedFile, line, about }) =>
      englishAgent.foundAt({ severity, rule, file: quoteFile(untrustedFile), line, about }),
    );
    const { documents: _, ...bySeverity } = this.#counts;
    const more = Object.values(bySeverity).reduce((sum, each) => sum + each, 0) - shown.length;
    return [
      englishAgent.summary(this.#counts),
      ...outcomes.slice(0, mostLines),
      ...found,
      ...(more > 0 ? [englishAgent.more({ count: more })] : []),
      englishAgent.next({ step }),
    ].join('\n');
  }
}
