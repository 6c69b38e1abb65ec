// What another reader of XML says of a policy. Our reading decides; this one is asked where a text is to be written, because a mistake of ours
// would be made twice by ourselves.
import { XMLValidator } from 'fast-xml-parser';
import { maskExpressions } from '../expression/mask-expressions.js';

/** Whether fast-xml-parser takes a policy's text, expressions and templates masked, as well-formed XML. It looks at every character. */
export function isTakenAsXml(text: string): boolean {
  return XMLValidator.validate(maskExpressions(text)) === true;
}
