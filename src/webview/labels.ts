import type { PanelActionName } from '../panel-messages.js';
import type { Certainty, Outcome } from '../core/index.js';
import type { FindingRow, SourceRow } from '../view.js';

export const outcomeWords: Readonly<Record<Outcome, string>> = {
  pass: 'Passes',
  fail: 'Fails',
  uncertain: 'Uncertain',
  unresolved: 'Not decided',
};

export const outcomeMeanings: Readonly<Record<Outcome, string>> = {
  pass: 'The token meets the check.',
  fail: 'The gateway refuses the token here.',
  uncertain: 'What the gateway does here is not documented, depends on its version, or lies inside a tolerance.',
  unresolved: 'A document or a value is missing. What it takes is named.',
};

export const certaintyWords: Readonly<Record<Certainty, string>> = {
  documented: 'documented',
  library: 'from the library',
  observed: 'reported by users',
  inferred: 'inferred',
};

export const certaintyMeanings: Readonly<Record<Certainty, string>> = {
  documented: 'The documentation of the gateway says so.',
  library: 'The validation library that the gateway uses does so.',
  observed: 'Users reported that the gateway does so.',
  inferred: 'Nothing says so outright; it follows from what is known.',
};

export const severityWords: Readonly<Record<FindingRow['severity'], string>> = {
  error: 'Error',
  warning: 'Warning',
  information: 'Information',
  hint: 'Hint',
};

export const actionLabels: Readonly<Record<PanelActionName, string>> = {
  'decode-token': 'Decode Token…',
  'decode-token-from-clipboard': 'Decode Token from Clipboard',
  'show-tenant-metadata': 'Show Tenant Metadata',
  'clear-token': 'Clear Token',
  'open-sample': 'Open Sample',
  'explain-gateway-error': 'Explain Gateway Error…',
};

export const documentWords: Readonly<Record<SourceRow['document'], string>> = {
  configuration: 'OpenID configuration',
  keys: 'Signing keys',
};

export const originWords: Readonly<Record<NonNullable<SourceRow['from']>, string>> = {
  network: 'from the network',
  file: 'from a saved file',
  sample: 'made for the sample',
  setting: 'from the settings',
};
