// Rolls the declarations of the library into dist/core.d.ts, and compares its signatures with docs/library.api.md. `npm run build` writes that
// report anew where it differs; where CI is set, or `check` is asked for, a difference is a failure.
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { Extractor, ExtractorConfig } from '@microsoft/api-extractor';
import { root } from './run-command.mjs';

/** What API Extractor complains of, or that the report is not the library's; empty where all is well. The declarations must be compiled. */
export function rollUpTypes({ check }) {
  const complaints = [];
  const config = ExtractorConfig.loadFileAndPrepare(path.join(root, 'api-extractor.json'));
  const { succeeded, apiReportChanged } = Extractor.invoke(config, {
    localBuild: !check,
    messageCallback(message) {
      if (message.logLevel === 'error' || message.logLevel === 'warning') complaints.push(message.text);
      message.handled = true;
    },
  });
  if (check && apiReportChanged)
    complaints.push('The signatures of the library changed, and docs/library.api.md does not say so: npm run build writes it.');
  return succeeded || complaints.length > 0 ? (check || !succeeded ? complaints : []) : ['API Extractor failed.'];
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const complaints = rollUpTypes({ check: Boolean(process.env.CI) });
  for (const complaint of complaints) console.error(complaint);
  if (complaints.length > 0) process.exitCode = 1;
}
