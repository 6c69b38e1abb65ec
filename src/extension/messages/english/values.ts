/** Of a set of values. */
export interface WithSet {
  readonly set: string;
}

/** Values of named values and template variables. */
export const valuesMessages = {
  'values-title': (): string => 'Choose Values',
  'values-which': (): string => 'Choose the set that policies are judged with. It is remembered in the settings of this workspace.',
  'values-set': ({ set }: WithSet): string => set,
  'values-in-force': (): string => 'in force',
  'values-every-set': (): string => 'No set: only values that belong to every set',
  'values-only-set': (): string => 'No choice: the only set is in force',
  'values-chosen': ({ set }: WithSet): string => `Policies are judged with the values of ${set}.`,
  'values-none-chosen': (): string => 'No set of values is chosen any more.',
  'values-no-folder': (): string => 'Open a folder first: the choice is remembered in its settings.',
  'values-no-sets': (): string =>
    'There are no sets of values. Add prod.tfvars, prod.bicepparam or configuration.prod.yaml to the workspace, or the setting apimTokenDoctor.values.',
};
