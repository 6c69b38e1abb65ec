/** Where the repository's documentation can be read. */
const documentation = 'https://github.com/apim-token-doctor/apim-token-doctor/blob/main/docs';

/** The page of a rule; its address follows from the code, so no rule can forget it. */
export function pageOfRule(code: string): string {
  return `${documentation}/rules/${code}.md`;
}
