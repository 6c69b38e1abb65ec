import type { Message } from '../messages/message.js';

/** Why a command could not do its work: a message for the user that says what to do next. Never holds anything that was pasted. */
export class CommandProblem extends Error {
  override readonly name = 'CommandProblem';
  readonly said: Message;

  constructor(said: Message) {
    super(said.name);
    this.said = said;
  }
}
