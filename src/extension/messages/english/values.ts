/** Of a set of values. */
export interface WithSet {
  readonly set: string;
}

/** Of a named value or a template variable. */
export interface WithName {
  readonly name: string;
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
  'supply-title': ({ name }: WithName): string => `Value of ${name}`,
  'supply-prompt': (): string =>
    'Type an id, a domain, an identity address or a short text, no secret. It is remembered for this workspace only.',
  'supply-placeholder': (): string => 'contoso.onmicrosoft.com',
  'supply-no-name': (): string => 'Choose "Supply a value" from the light bulb on a finding that waits for a value.',
  'supply-secret-name': ({ name }: WithName): string => `${name} looks like a secret, so no value is taken for it.`,
  'supply-unfit-value': ({ name }: WithName): string =>
    `This is no value for ${name}: type an id, a domain, an identity address, or a text of at most 32 letters and digits.`,
  'supply-done': ({ name }: WithName): string => `Policies are judged with your value of ${name}.`,
  'forget-nothing': (): string => 'There is nothing to forget: no value was supplied for this workspace.',
  'forget-done': ({ count }: { readonly count: number }): string =>
    count === 1 ? '1 supplied value is forgotten.' : `${count} supplied values are forgotten.`,
  'values-no-folder': (): string => 'Open a folder first: the choice is remembered in its settings.',
  'values-no-sets': (): string =>
    'There are no sets of values. Add prod.tfvars, prod.bicepparam or configuration.prod.yaml to the workspace, or the setting apimTokenDoctor.values.',
};
