import type { Message } from '../../messages/message.js';
import type { Edit } from '../../text/edit.js';

/** One edit that may mend the form of a document. */
export interface Mending {
  readonly title: Message;
  readonly edit: Edit;
}
