// Values in the files of Terraform, Bicep and Azure Resource Manager.
import { findField, type HostObject, type HostValue } from '../hosts/host-value.js';
import { scanBicep, scanHcl, scanJson } from '../hosts/scan-host.js';
import { LineMap } from '../text/line-map.js';
import { textOf } from './read-json-values.js';
import type { ReadValue } from './value-file.js';

/** `name = "value"` of a `.tfvars`, or of its JSON form. */
export function readTfvars(path: string, text: string): ReadValue[] {
  const lines = new LineMap(text);
  const root = /\.json$/i.test(path) ? scanJson(text) : scanHcl(text);
  if (root?.kind !== 'object') return [];
  return root.fields.flatMap(({ name, value, start, isBlock }) =>
    isBlock || value?.kind === 'reference' ? [] : template(name, value, lines, start),
  );
}

/** What a `.tf` declares: a variable's `default`, and whether it is sensitive; `locals` under their full names, `local.name`. */
export function readTerraformValues(text: string): ReadValue[] {
  const lines = new LineMap(text);
  return scanHcl(text).fields.flatMap(field => {
    const body = field.value?.kind === 'object' ? field.value : null;
    if (body === null || !field.isBlock) return [];
    if (field.name === 'locals') return body.fields.flatMap(({ name, value, start }) => template(`local.${name}`, value, lines, start));
    const [, label] = field.keys;
    return field.name === 'variable' && label !== undefined ? readVariable(label.text, body, lines, field.start) : [];
  });
}

function readVariable(name: string, body: HostObject, lines: LineMap, start: number): ReadValue[] {
  const given = body.fields.find(field => field.name === 'default');
  const found = given === undefined ? [] : template(name, given.value, lines, given.start);
  if (!isTrue(findField(body, 'sensitive'))) return found;
  // Without a default it is still known that nobody may see it.
  const [value = { kind: 'template', name, text: null, sensitive: true, line: lines.positionAt(start).line } as const] = found;
  return [{ ...value, sensitive: true }];
}

/** `param name = 'value'` of a `.bicepparam`. */
export function readBicepparam(text: string): ReadValue[] {
  const lines = new LineMap(text);
  return scanBicep(text).fields.flatMap(field => {
    const [word, name] = field.keys;
    return word?.text === 'param' && name !== undefined ? template(name.text, field.value, lines, field.start) : [];
  });
}

/** What a `.bicep` declares: the default of a parameter, and whether it is secure; variables. */
export function readBicepValues(text: string): ReadValue[] {
  const lines = new LineMap(text);
  return scanBicep(text).fields.flatMap((field): ReadValue[] => {
    const [word, name] = field.keys;
    if (name === undefined || (word?.text !== 'param' && word?.text !== 'var')) return [];
    const secure = field.decorators.includes('secure');
    const found = template(name.text, field.value, lines, field.start);
    if (!secure) return found;
    return [{ kind: 'template', name: name.text, text: found[0]?.text ?? null, sensitive: true, line: lines.positionAt(field.start).line }];
  });
}

/** The parameters of a deployment: `{ "parameters": { "name": { "value": … } } }`. A reference to a vault has no value. */
export function readParameters(text: string): ReadValue[] {
  const root = scanJson(text);
  const parameters = root?.kind === 'object' ? findField(root, 'parameters') : null;
  if (parameters?.kind !== 'object') return [];
  const lines = new LineMap(text);
  return parameters.fields.flatMap(({ name, value, start }): ReadValue[] => {
    if (value?.kind !== 'object') return [];
    if (findField(value, 'reference') !== null)
      return [{ kind: 'template', name, text: null, sensitive: true, line: lines.positionAt(start).line }];
    return template(name, findField(value, 'value'), lines, start);
  });
}

function template(name: string, value: HostValue | null, lines: LineMap, start: number): ReadValue[] {
  const text = textOf(value);
  const reference = value?.kind === 'reference' ? value.text : undefined;
  if (text === null && reference === undefined) return [];
  const line = lines.positionAt(start).line;
  return [{ kind: 'template', name, text, sensitive: false, line, ...(reference === undefined ? {} : { reference }) }];
}

function isTrue(value: HostValue | null): boolean {
  return value?.kind === 'literal' && value.value === true;
}
