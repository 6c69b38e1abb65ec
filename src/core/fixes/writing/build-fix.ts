import type { Certainty } from '../../certainty.js';
import { languageOf } from '../../messages/catalogue.js';
import type { Message } from '../../messages/message.js';
import { render } from '../../messages/render.js';
import { applyEdits, type Edit } from '../../text/edit.js';
import type { Fix } from '../fix.js';
import type { WrittenVariant } from '../rewrite/variants.js';
import type { FixContext } from '../fix-maker.js';

/** A fix before it is known whether it may be offered. */
export interface Draft {
  readonly title: Message;
  readonly detail?: Message;
  readonly edits: readonly Edit[];
  readonly widens: boolean;
  readonly certainty?: Certainty;
  readonly variant?: WrittenVariant;
  /** Whether it cannot change any outcome, for any token. */
  readonly neutral?: boolean;
  /** Whether it is applied on its own only. */
  readonly alone?: boolean;
  /** Whether it is what an expert would do without asking back. Absent means no. */
  readonly preferred?: boolean;
}

/** Applies a draft to the text. */
export function buildFix(
  { document, finding, facts }: Pick<FixContext, 'document' | 'finding' | 'facts'>,
  { title, detail, edits, widens, certainty, variant, preferred, neutral, alone }: Draft,
): Fix {
  const catalogue = languageOf(facts);
  return {
    title: render(title, catalogue),
    ...(detail === undefined ? {} : { detail: render(detail, catalogue) }),
    code: finding.code,
    ...(variant === undefined ? {} : { variant }),
    preferred: preferred === true,
    widens,
    ...(neutral === true ? { neutral } : {}),
    ...(alone === true ? { alone } : {}),
    certainty: certainty ?? finding.certainty,
    edits,
    text: applyEdits(document.text, edits),
  };
}
