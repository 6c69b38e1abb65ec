import type { ToolHost } from '../../answer.js';

/** What an agent is told to do next. */
export const nextSteps = {
  mend: ({ widens }: { readonly widens: boolean }) =>
    `Call propose_policy_change with the file of a finding and one of its changes, and show the diff to the person before it is applied.${
      widens ? " A change with 'widens' lets the policy accept more: ask first." : ''
    }`,
  mendByHand: () => 'No edit of the policies cures what was found: follow the next steps of the findings.',
  giveToken: ({ host }: { readonly host: ToolHost }) =>
    host === 'server'
      ? 'Nothing to report. What the gateway answers to a token can be predicted where a person starts the tools with --token FILE.'
      : "Nothing to report. What the gateway answers to a token can be predicted once a person has run the command 'APIM Token Doctor: Decode Token'.",
  nothingToDo: () => 'Nothing to report.',
  settle: () => 'The files are in order as far as they can be judged; the checks that are unresolved name what is missing.',
  askDetail: () => 'Call check_policies again with the path of one file for what was left out.',

  followCures: () => 'Follow the cures; for the line of the policy, call this again with the path of the policy.',
  followPlace: () => 'Look at the place and the findings; propose_policy_change works out the change.',
  nothingKnown: () =>
    'Nothing in the text is known. Hand over the whole trace of the request, or the response with its status line, headers and body.',

  showDiff: ({ widens }: { readonly widens: boolean }) =>
    widens
      ? 'Show the diff to the person and say that the policy accepts more tokens afterwards. Apply it only when they agree.'
      : 'Show the diff to the person, and apply it when they agree.',
  noChange: () => 'There is nothing to change. check_policies names the changes that can be asked for.',
  refusedChange: () => 'The change cannot be made here: the reasons stand under refused.',
  hiddenDiff: ({ host }: { readonly host: ToolHost }) =>
    host === 'server'
      ? 'The diff cannot be shown, because it is too long or holds what looks like a token, a key or an invisible character. Ask the person to run apim-token-doctor fix.'
      : 'The diff cannot be shown, because it is too long or holds what looks like a token, a key or an invisible character. Ask the person to use the light bulb in the editor.',
  privateValue: () =>
    'The change would write a value of the token that is not told. Ask the person to make it in the editor or with apim-token-doctor fix.',
};
