// Where `${…}` and `%{…}` of a host's string end. Code stands in them, with strings that may hold such templates again.

const backslash = 92;
const openBrace = 123;
const closeBrace = 125;

/**
 * Finds ends in one text. A template may go over lines (`${jsonencode({ … })}`), but one that never closes must not be searched for to the
 * end of the file again and again: after the first such, templates end on their line or nowhere, and in a line that was searched in vain
 * there are no others.
 */
export class InterpolationScanner {
  readonly #text: string;
  /** The code of the sign that encloses strings in the code: `"` of HCL, `'` of Bicep. */
  readonly #quote: number;
  #overLines = true;
  /** Where the line ends that was searched in vain. */
  #inVain = 0;

  constructor(text: string, quote: '"' | "'") {
    this.#text = text;
    this.#quote = quote.charCodeAt(0);
  }

  /** @param code where the template's code begins, behind its brace. Gives the offset after its closing brace; -1 where there is none. */
  endOf(code: number, limit: number): number {
    if (code < this.#inVain) return -1;
    const open: number[] = [openBrace];
    for (let i = code; i < limit; i++) {
      const sign = this.#text.charCodeAt(i);
      if (sign === 10 && !this.#overLines) {
        this.#inVain = i;
        return -1;
      }
      const inString = open.at(-1) === this.#quote;
      if (sign === this.#quote) {
        if (inString) open.pop();
        else open.push(sign);
      } else if (inString) {
        if (sign === backslash) i++;
        else if ((sign === 36 || sign === 37) && this.#text.charCodeAt(i + 1) === openBrace) {
          open.push(openBrace);
          i++;
        }
      } else if (sign === openBrace) {
        open.push(sign);
      } else if (sign === closeBrace) {
        open.pop();
        if (open.length === 0) return i + 1;
      }
    }
    this.#overLines = false;
    const line = this.#text.indexOf('\n', code);
    this.#inVain = line < 0 ? limit : Math.min(line, limit);
    return -1;
  }
}
