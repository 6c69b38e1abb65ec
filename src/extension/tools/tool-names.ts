/** In front of a tool's name, so that it is told from those of other extensions. */
export const toolPrefix = 'apim-token-doctor_';

/** The tools that the manifest offers to language models, and the sentence that asks whether one may be used. */
export const toolTitles = {
  check_policies: 'tool-check-title',
  explain_gateway_error: 'tool-explain-title',
  propose_policy_change: 'tool-propose-title',
} as const;

/** The name of such a tool, as the server knows it. */
export type OfferedTool = keyof typeof toolTitles;
