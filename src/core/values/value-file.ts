/**
 * What a value is for. `any`: whoever wrote it down did not say (`NAME=VALUE`, a plain JSON object), so it serves a named value and a
 * template variable of that name alike.
 */
type ValueKind = 'named-value' | 'template' | 'any';

/** One value as a file says it. */
export interface ReadValue {
  readonly kind: ValueKind;
  readonly name: string;
  /** Null where the file gives none, or gives one that is not to be read: of a secret, of a reference to a vault. */
  readonly text: string | null;
  /** What the value is taken from, where the file names that instead: `var.tenant`, `local.tenant`, a parameter of Bicep. */
  readonly reference?: string;
  /** Whether it may be judged with, but never be shown. */
  readonly sensitive: boolean;
  /** Counted from 1. */
  readonly line: number;
}

/** What kinds of files give values. */
export type ValueForm =
  'named-values' | 'named-value-information' | 'configuration' | 'tfvars' | 'terraform' | 'bicepparam' | 'bicep' | 'parameters';

/** A file with values, read. */
export interface ValueFile {
  /** As its reader names it. */
  readonly path: string;
  readonly form: ValueForm;
  /** The set that its values belong to, by its name (`prod.tfvars`, `configuration.dev.yaml`); null where they belong to all. */
  readonly set: string | null;
  readonly values: readonly ReadValue[];
  /** Of `namedValueInformation.json`: the name of its folder, by which overrides name it. */
  readonly resource?: string;
  /** Of `namedValueInformation.json`: the folder of the instance or of the workspace whose policies meet the value. */
  readonly root?: string;
}
