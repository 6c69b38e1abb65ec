/** The tools for language models: what the user is asked before each use, and what the model is told where it gets no answer. */
export const toolMessages = {
  'tool-check-title': (): string => 'Check API Management policies?',
  'tool-explain-title': (): string => "Explain a gateway's error?",
  'tool-propose-title': (): string => 'Propose a change of a policy?',
  /** `path`: as the model asks for it; null for the whole workspace. */
  'tool-reads': ({ path }: { readonly path: string | null }): string =>
    path === null
      ? 'It reads every policy in this workspace. The language model gets what is wrong with them, with places and pieces of their text.'
      : `It reads the policies of this workspace at "${path}". The language model gets what is wrong with them, with places and pieces of their text.`,
  'tool-reads-nothing': (): string => 'It reads no file: the language model gets what the text means that it hands over.',
  'tool-uses-token': (): string =>
    'Of the token in force the model gets what the gateway answers, the names of its claims, and the values of iss, aud, azp, appid, ver, tid, exp, nbf and iat: no other value, and never the token itself.',
  'tool-writes-nothing': (): string => 'No file is changed.',
  'tool-runs': (): string => 'Reading API Management policies',
  'tool-untrusted': (): string => 'The workspace is not trusted, so nothing was read. Ask the person to trust it.',
  'tool-unasked': (): string => 'Nothing was read, because nobody was asked. This tool answers in a chat only.',
  'tool-failed': (): string => 'The tool could not answer. Ask the person to look at the output of APIM Token Doctor.',
};
