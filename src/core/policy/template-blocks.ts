// Directives of Terraform's templates: what stands between `%{ if … }` and `%{ endif }`, `%{ for … }` and `%{ endfor }` is there, or is not, or is
// there several times, once the template is rendered. Source: developer.hashicorp.com/terraform/language/expressions/strings.
import { countUntil, type Span } from '../text/span.js';

/** A stretch that directives may take away or repeat; of those in one another the outermost. */
export interface TemplateBlock extends Span {
  /** The directive that opens it. */
  readonly opening: Span;
}

const directive = /^%\{~?\s{0,16}(if|for|endif|endfor)\b/;

/** Long enough for the beginning of any directive. */
const longestBeginning = 32;

/** The blocks of a text, by its templates in their order. One that is not closed reaches to the end of the text. */
export function readTemplateBlocks(text: string, templates: readonly Span[]): TemplateBlock[] {
  const blocks: TemplateBlock[] = [];
  let opening: Span | null = null;
  let depth = 0;
  for (const { start, end } of templates) {
    const word = directive.exec(text.slice(start, start + longestBeginning))?.[1];
    if (word === 'if' || word === 'for') {
      if (depth++ === 0) opening = { start, end };
    } else if (word !== undefined && opening !== null && --depth === 0) {
      blocks.push({ start: opening.start, end, opening });
      opening = null;
    }
  }
  if (opening !== null) blocks.push({ start: opening.start, end: text.length, opening });
  return blocks;
}

/** The block that a span begins in, or the first one that begins in the span; null where it has nothing to do with any. */
export function findTemplateBlock(blocks: readonly TemplateBlock[], { start, end }: Span): TemplateBlock | null {
  if (blocks.length === 0) return null;
  const index = countUntil(blocks, start);
  const around = blocks[index - 1];
  if (around !== undefined && start < around.end) return around;
  const inside = blocks[index];
  return inside !== undefined && inside.start < end ? inside : null;
}
