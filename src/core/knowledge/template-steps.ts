/** What the steps between a repository and the gateway replace in a policy, and the gateway itself. Data with sources, no logic. */

/** Why a text does not mean in a policy what it says. */
export type NotPlain = 'expression' | 'placeholder' | 'pipeline' | 'tag' | 'invisible' | 'space' | 'long';

interface TemplateStep {
  /** What such a step begins to replace, wherever it stands in a text; refused also where it never ends. */
  readonly pattern: RegExp;
  readonly why: NotPlain;
  readonly source: string;
}

/** In the order in which they are tried: `#{x}#` holds a brace, too. */
export const templateSteps: readonly TemplateStep[] = [
  { pattern: /@[({]/, why: 'expression', source: 'https://learn.microsoft.com/azure/api-management/api-management-policy-expressions' },
  // The replacement tasks of Azure Pipelines' marketplace: `#{X}#` (their default), `__X__`.
  { pattern: /#\{|__[\w.-]{1,200}__/, why: 'pipeline', source: 'https://github.com/qetza/replacetokens-task' },
  // `$(X)` of Azure Pipelines, `$X` of envsubst and shells; `${x}` of Terraform is refused for its brace below.
  { pattern: /\$[(A-Za-z_]/, why: 'pipeline', source: 'https://learn.microsoft.com/azure/devops/pipelines/process/variables' },
  { pattern: /<%|%>/, why: 'tag', source: 'https://docs.ruby-lang.org/en/master/ERB.html' },
  // `{{x}}` of the gateway, `${x}` and `%{x}` of Terraform, `{x}` of API specifications and of .NET.
  { pattern: /[{}]/, why: 'placeholder', source: 'https://learn.microsoft.com/azure/api-management/api-management-howto-properties' },
];
