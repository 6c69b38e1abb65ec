import type { Finding } from '../finding.js';
import type { HostFile } from '../hosts/host-file.js';
import { openDiscretion } from '../judgement/discretion.js';
import type { Catalogue } from '../messages/catalogue.js';
import { rules as everyRule } from '../rules/registry.js';
import type { LineMap } from '../text/line-map.js';
import type { DiagnoseOptions } from './run-rules.js';
import { writeFinding } from './write-finding.js';

/**
 * What there is to say of a file that holds policies, beside what is said of each policy: places are those of the file.
 *
 * @param lines those of the file
 * @param catalogue the language
 */
export function runHostRules(
  host: HostFile,
  lines: LineMap,
  catalogue: Catalogue,
  { severities, onRuleError }: DiagnoseOptions = {},
): Finding[] {
  const discretion = openDiscretion(catalogue);
  const found: Finding[] = [];
  for (const rule of everyRule) {
    if (rule.scope !== 'host') continue;
    const setting = severities?.[rule.code] ?? rule.severity;
    if (setting === 'off') continue;
    try {
      for (const report of [...rule.check(host)]) {
        const { start, end, certainty = rule.certainty, data = {} } = report;
        const place = { start, end, ...lines.positionAt(start) };
        found.push({
          code: rule.code,
          severity: setting,
          ...writeFinding(report, discretion, []),
          ...place,
          policy: null,
          certainty,
          data,
          from: [],
        });
      }
    } catch {
      onRuleError?.(rule.code);
    }
  }
  return found;
}
