/** Why a command could not do its work: a sentence for the user that says what to do next. Never holds anything that was pasted. */
export class CommandProblem extends Error {
  override readonly name = 'CommandProblem';
}
