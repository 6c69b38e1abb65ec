import { fixesOf, listElements } from '../fix-identity.js';
import { applyFix } from '../features/apply-fix.js';
import { CommandRefused, readPosition, readUri, tell, type ServerCommand } from './command.js';

/** Rewrites a token policy as the other kind: the variant that is named, or the first that is offered. */
export const rewrite: ServerCommand = async (parts, [named, variant, place], cancellation) => {
  const { readings, client, language } = parts;
  const { words } = language;
  const uri = readUri(parts, named);
  if (client().workspace?.applyEdit !== true) throw new CommandRefused(words.noEditsHere());
  const position = readPosition(place);
  const diagnosis = await readings.diagnose(uri, cancellation, position);
  if (diagnosis === null) throw new CommandRefused(words.cannotAnswer());
  const { text, document, judged } = diagnosis;
  const offset = position === undefined ? null : text.offsetAt(position);
  const elements = listElements(document).filter(({ start, end }) => offset === null || (start <= offset && offset <= end));
  const variants = new Set<string>();
  for (const element of elements) {
    const fixes = await fixesOf(parts, uri, judged, element);
    const fix = fixes.find(each => typeof variant !== 'string' || each.variant === variant || each.code === variant);
    for (const each of fixes) variants.add(each.variant ?? each.code);
    if (fix === undefined) continue;
    const applied = await applyFix(parts, text, fix);
    if (typeof applied !== 'string') return tell(parts, fix.title);
    throw new CommandRefused(applied);
  }
  throw new CommandRefused(words.noRewrite({ variants: [...variants] }));
};
