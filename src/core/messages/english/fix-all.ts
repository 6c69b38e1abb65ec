/** What is said of several fixes that are applied together. */

export const fixAllMessages = {
  'fix-all-neutral': (): string =>
    'Fixes after which every token gets the same answer: the order of elements, misspelt names, what the gateway ignores or compares twice',
  'fix-all-in-file': (values: { readonly count: number; readonly title: string }): string =>
    `Fix all ${String(values.count)} in this file: ${values.title}`,
  'fix-all-other': (values: { readonly title: string }): string => `It would accept something else than what was chosen (${values.title}).`,
};
