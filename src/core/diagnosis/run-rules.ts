import { severities as bySeverity, type Finding, type FindingValue, type Severity } from '../finding.js';
import type { Discretion } from '../judgement/discretion.js';
import type { Judged, JudgedPolicy } from '../judgement/judged.js';
import type { RuleCode } from '../rule-codes.js';
import type { PolicyDocument } from '../policy/policy-document.js';
import { rules as everyRule } from '../rules/registry.js';
import type { Report, Rule } from '../rules/rule.js';
import type { LineMap } from '../text/line-map.js';
import { dropRepeated } from './drop-repeated.js';
import type { KeptFindings } from './kept-findings.js';
import { readSuppressions } from './suppressions.js';
import { restsOn } from './rests-on.js';
import { findUnfinished } from './unfinished.js';
import { writeFinding } from './write-finding.js';

/** What a setting may say of a rule. */
export type RuleSeverity = Severity | 'off';

/** What whoever asks for findings may say of them. */
export interface DiagnoseOptions {
  /**
   * By rule code. `off` silences a rule; anything else switches it on and takes the place of its own severity. What a rule says
   * more mildly than its own severity, because it is not certain, never becomes more severe by a setting.
   */
  readonly severities?: Readonly<Partial<Record<RuleCode, RuleSeverity>>>;
  /** Awaited before each rule that looks at the document and before each token policy, so that a long document does not hold up its host. */
  readonly pause?: () => Promise<void>;
  /** Looked at after each await; an aborted diagnosis gives no findings. */
  readonly signal?: { readonly aborted: boolean };
  /** A rule threw: its own findings are lost, the others stand. It is given the code alone, because an error's text may quote a value. */
  readonly onRuleError?: (code: RuleCode) => void;
}

/** What is said to the rules. */
export interface RunOptions extends DiagnoseOptions {
  /** The rules to run, in the place of all of them. */
  readonly rules?: readonly Rule[];
  /** What was said of the document's token policies before, on the same facts. */
  readonly kept?: KeptFindings;
}

/** Everything the product has to say about a policy document: without a token what is wrong in any case, with one why it passes or not. */
export async function runRules(judged: Judged, options: RunOptions = {}): Promise<Finding[]> {
  const { document, lines, policies, discretion } = judged;
  if (document.root === null) return [];
  const run = (rule: Rule, about: JudgedPolicy | null, check: () => Iterable<Report>): Finding[] | null => {
    const severity = options.severities?.[rule.code] ?? (rule.offByDefault === true ? 'off' : null);
    if (severity === 'off') return [];
    try {
      // All of a rule's findings, or none: they are made before any is kept.
      const reports = [...check()];
      const from = about === null ? () => [] : findValues(rule, about, judged);
      return reports.map(report => finish(rule, about?.index ?? null, report, severity, { lines, discretion, from: from(report) }));
    } catch {
      options.onRuleError?.(rule.code);
      return null;
    }
  };
  const chosen = options.rules ?? everyRule;
  const isWanted = async (): Promise<boolean> => {
    if (options.pause !== undefined) await options.pause();
    return options.signal?.aborted !== true;
  };
  const found: Finding[] = [];
  for (const rule of chosen) {
    if (rule.scope !== 'document' && rule.scope !== 'path') continue;
    if (!(await isWanted())) return [];
    found.push(...(run(rule, null, () => rule.check(judged)) ?? []));
  }
  const kept = options.kept?.begin(judged, chosen, options) ?? null;
  for (const policy of policies) {
    const before = kept?.find(policy) ?? null;
    if (before !== null) {
      found.push(...before);
      continue;
    }
    if (!(await isWanted())) return [];
    const each = chosen.flatMap(rule => (rule.scope === 'policy' ? [run(rule, policy, () => rule.check(policy))] : []));
    const said = each.flatMap(findings => findings ?? []);
    found.push(...said);
    // A rule that threw has its turn again.
    if (!each.includes(null)) kept?.keep(policy, said);
  }
  kept?.end();
  return arrange(found, document, lines);
}

/** On which values each report of a rule rests. */
function findValues(rule: Rule, about: JudgedPolicy, { written, bare }: Judged): (report: Report) => readonly FindingValue[] {
  if (written === null || rule.scope !== 'policy') return () => [];
  let said: ReadonlySet<string> | null = null;
  const isNew = (report: Report): boolean => {
    const policy = bare()?.policies[about.index];
    said ??= new Set(policy === undefined ? [] : [...rule.check(policy)].map(identify));
    return !said.has(identify(report));
  };
  return report => restsOn(about, report, () => isNew(report));
}

function identify({ start, end, message }: Report): string {
  return JSON.stringify([start, end, message]);
}

interface Surroundings {
  readonly lines: LineMap;
  readonly discretion: Discretion;
  readonly from: readonly FindingValue[];
}

function finish(
  rule: Rule,
  policy: number | null,
  report: Report,
  setting: RuleSeverity | null,
  { lines, discretion, from }: Surroundings,
): Finding {
  const { start, end, certainty = rule.certainty } = report;
  const severity = settle(rule.severity, report.severity ?? rule.severity, setting);
  const data = discretion.values(report.data ?? {});
  const words = writeFinding(report, discretion, from);
  return { code: rule.code, severity, ...words, start, end, ...lines.positionAt(start), policy, certainty, data, from };
}

function settle(own: Severity, said: Severity, setting: RuleSeverity | null): Severity {
  if (setting === null || setting === 'off') return said;
  const milder = bySeverity.indexOf(said) < bySeverity.indexOf(own);
  return milder && bySeverity.indexOf(said) < bySeverity.indexOf(setting) ? said : setting;
}

/** What is said of the break itself. */
const breaks: ReadonlySet<RuleCode> = new Set<RuleCode>(['policy-not-well-formed', 'expression-unbalanced']);

function arrange(found: readonly Finding[], document: PolicyDocument, lines: LineMap): Finding[] {
  const silenced = readSuppressions(document, lines);
  const unfinished = findUnfinished(document);
  const finished = found.filter(({ code, start, data }) => !unfinished.has(start) || data['check'] !== undefined || breaks.has(code));
  // What is silenced does not let another finding speak in its place.
  const heard = dropRepeated(finished).filter(({ line, code }) => silenced.get(line)?.has(code) !== true);
  return heard.sort((a, b) => a.start - b.start || a.end - b.end || (a.code < b.code ? -1 : a.code > b.code ? 1 : 0));
}
