/** Why an agent's call is refused. None quotes what was handed over. */
export const inputErrors = {
  notAnObject: () => 'The arguments are not an object.',
  unknownMember: () => 'There is an argument that this tool does not know.',
  notAText: ({ name }: { readonly name: string }) => `The argument ${name} is not a text.`,
  tooLong: ({ name, most }: { readonly name: string; readonly most: number }) =>
    `The argument ${name} is longer than ${String(most)} characters.`,
  notAChoice: ({ name, choices }: { readonly name: string; readonly choices: readonly (string | null)[] }) =>
    `The argument ${name} is none of ${choices.join(', ')}.`,
  missingMember: ({ name }: { readonly name: string }) => `The argument ${name} is missing.`,
  callAgain: ({ names }: { readonly names: readonly string[] }) => `Call it again with these arguments alone: ${names.join(', ')}.`,

  unknownTool: () => 'There is no tool of that name.',
  useTool: ({ names }: { readonly names: readonly string[] }) => `Call one of these: ${names.join(', ')}.`,

  notBelow: () => 'The path leads out of the folder or workspace of the tools, or to a file that is not to be read.',
  staysBelow: () => 'Name a file or a folder inside it. Only a person can open another one.',
  notFound: () => 'There is nothing at that path.',
  lookThere: () => 'Call check_policies without a path: it lists the policies.',
  noPolicy: () => 'There is no policy at that path.',
  notOneFile: () => 'The path is not one file.',
  nameOneFile: () => 'Name one file that check_policies reported.',
  unreadable: () => 'The file cannot be read.',
  wrongFact: ({ reason }: { readonly reason: string }) => `What the tools were started with cannot be read. ${reason}`,
  tellPerson: () => 'Tell the person who started the tools.',
  unknownChange: () => 'The change is neither the code of a rule nor a rewrite.',
  failed: () => 'The tool failed.',
  cancelled: () => 'The call was cancelled.',
  tryAgain: () => 'Call it again, with one file as the path.',
};
