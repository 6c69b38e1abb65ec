/** Titles of the fixes that mend the form of a document. */
export const formFixMessages = {
  'fix-insert-space': (values: { readonly before: string }): string => `Insert a space before ${values.before}`,
  'fix-mend-all': (values: { readonly first: string; readonly places: number }): string => `${values.first}, in ${values.places} places`,
  'fix-unescape-quotes': (values: { readonly attribute: string }): string =>
    `Remove the backslashes before the quotes of ${values.attribute}`,
  'fix-insert-quotes': (values: { readonly attribute: string }): string => `Put quotes around the value of ${values.attribute}`,
  'fix-close-quote': (values: { readonly attribute: string }): string => `Close the value of ${values.attribute} with its quote`,
  'fix-close-element': (values: { readonly name: string }): string => `Insert </${values.name}>`,
  'fix-end-close-tag': (values: { readonly name: string }): string => `Write </${values.name}>`,
  'fix-remove-sign': (values: { readonly sign: string }): string => `Remove ${values.sign}`,
  'fix-remove-control-character': (): string => 'Remove the control character',
  'fix-remove-empty-value': (): string => 'Remove the empty value: tokens that have the claim are accepted, whatever it holds',
  'fix-wrap-entry': (values: { readonly name: string; readonly list: string }): string =>
    `Put the text of ${values.list} into ${values.name}`,
};
