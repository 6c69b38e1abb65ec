// Text from outside where whoever shows it would otherwise make something else of it.
import { showInvisible } from './visible-text.js';

/**
 * One line for a message, a label or a tooltip of VS Code, which makes links of `[text](command:…)` and pictures of `$(name)`: both are broken by
 * a space that everybody sees (`[text] (command:…)`, `$ (name)`), and what nobody sees becomes an escape. It is for whole sentences: two pieces
 * that are harmless by themselves may make a link together. What is inert already stays as it is.
 */
export function makeInert(text: string): string {
  return showInvisible(text).replace(/[\]$](?=\()/g, '$& ');
}

/** One line for Markdown (a hover), which shows it as it is: no link, no emphasis, no code, no HTML, no picture. */
export function quoteMarkdown(text: string): string {
  return makeInert(text)
    .replace(/[\\`*_{}[\]()<>#~|&$:@]/g, '\\$&')
    .replace(/\bwww\./gi, text => text.replace('.', '\\.'));
}
