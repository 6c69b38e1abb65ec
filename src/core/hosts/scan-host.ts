// The host files that have a structure of their own, read with places. Terraform, Bicep and their files of values, JSON.
import { buildValues } from './build-values.js';
import type { HostObject, HostValue } from './host-value.js';
import { lexBicep } from './lex-bicep.js';
import { lexHcl } from './lex-hcl.js';
import { lexJson } from './lex-json.js';

/** A file of Terraform (`*.tf`, `*.tfvars`): its blocks and attributes are the fields. Never throws, whatever the text; linear in its length. */
export function scanHcl(text: string): HostObject {
  return buildValues(lexHcl(text), text.length);
}

/** A file of Bicep (`*.bicep`, `*.bicepparam`): its statements are the fields. Never throws, whatever the text; linear in its length. */
export function scanBicep(text: string): HostObject {
  return buildValues(lexBicep(text), text.length);
}

/** A file of JSON, with comments and trailing commas: its only value, null where it has none. Never throws, whatever the text; linear in its length. */
export function scanJson(text: string): HostValue | null {
  const first = lexJson(text);
  // As if it were the value of a field, so that any value may stand there.
  const [field] = buildValues(
    [{ kind: 'word', text: 'value', start: 0, end: 0 }, { kind: 'sign', text: ':', start: 0, end: 0 }, ...first],
    text.length,
  ).fields;
  return field?.value ?? null;
}
