import { findField } from '../hosts/host-value.js';
import { scanJson } from '../hosts/scan-host.js';
import { readConfiguration } from './read-configuration.js';
import { readBicepparam, readBicepValues, readParameters, readTerraformValues, readTfvars } from './read-host-values.js';
import { readJsonValues, readLineValues } from './read-json-values.js';
import { readNamedValueInformation } from './read-named-value-information.js';
import type { ReadValue, ValueFile, ValueForm } from './value-file.js';
import { setOf, valueFormOf } from './value-form.js';

/** The longest text that is read, in UTF-16 code units: nobody's values are longer. */
export const longestValueFile = 1_048_576;

/**
 * Reads the values of a file. Its name says what it is; `named` says that somebody named this very file, so that any JSON object
 * and lines `NAME=VALUE` count. Null where it gives none. Never throws, whatever the text; linear in its length.
 */
export function readValueFile(path: string, text: string, named = false): ValueFile | null {
  if (text.length > longestValueFile) return null;
  const form = valueFormOf(path) ?? (named ? recognise(path, text) : null);
  if (form === null) return null;
  if (form === 'named-value-information') return readNamedValueInformation(path, text);
  const values = readForm(form, path, text);
  return values.length === 0 ? null : { path, form, set: setOf(path, form), values };
}

function recognise(path: string, text: string): ValueForm {
  if (/\.ya?ml$/i.test(path)) return 'configuration';
  const root = scanJson(text);
  if (root?.kind !== 'object') return 'named-values';
  const parameters = findField(root, 'parameters');
  if (parameters?.kind === 'object' && findField(root, '$schema') !== null) return 'parameters';
  const properties = findField(root, 'properties');
  return properties?.kind === 'object' && findField(properties, 'displayName') !== null ? 'named-value-information' : 'named-values';
}

function readForm(form: Exclude<ValueForm, 'named-value-information'>, path: string, text: string): ReadValue[] {
  switch (form) {
    case 'configuration':
      return readConfiguration(text);
    case 'tfvars':
      return readTfvars(path, text);
    case 'terraform':
      return readTerraformValues(text);
    case 'bicepparam':
      return readBicepparam(text);
    case 'bicep':
      return readBicepValues(text);
    case 'parameters':
      return readParameters(text);
    case 'named-values': {
      const found = readJsonValues(text);
      return found.length > 0 ? found : readLineValues(text);
    }
  }
}
