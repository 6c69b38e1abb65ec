import type { Fix } from './fix.js';

/** Of the fixes of a finding the one of a form, or the one that is advised; undefined where none is for who names it by code and form alone. */
export function chooseFix(fixes: readonly Fix[], variant: string | undefined): Fix | undefined {
  const open = fixes.filter(({ alone }) => alone !== true);
  return variant === undefined ? (open.find(({ preferred }) => preferred) ?? open[0]) : open.find(each => each.variant === variant);
}
