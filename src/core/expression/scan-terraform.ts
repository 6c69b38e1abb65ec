// A policy that Terraform renders holds `${var.x["a"]}` and `%{ if a && b }`, whose quotes and signs are no XML. They are recognised by
// their brackets, as expressions are, and never beyond their line: a lone `${` must not swallow the rest of a document.

const quote = 34;
const backslash = 92;
const openBrace = 123;
const closeBrace = 125;

/** Whether a Terraform template begins at `i`. */
export function isTerraformAt(text: string, i: number): boolean {
  const code = text.charCodeAt(i);
  return (code === 36 || code === 37) && text.charCodeAt(i + 1) === openBrace;
}

/** Where the template at `start` ends, or -1 where its brace is not closed on the same line. */
export function scanTerraform(text: string, start: number, limit: number): number {
  // What is open: braces of code, and strings. A string may hold templates, which hold code again.
  const open: number[] = [openBrace];
  for (let i = start + 2; i < limit; i++) {
    const code = text.charCodeAt(i);
    if (code === 10 || code === 13) return -1;
    const inString = open.at(-1) === quote;
    if (code === quote) {
      if (inString) open.pop();
      else open.push(quote);
    } else if (inString) {
      if (code === backslash) i++;
      else if (isTerraformAt(text, i)) {
        open.push(openBrace);
        i++;
      }
    } else if (code === openBrace) {
      open.push(openBrace);
    } else if (code === closeBrace) {
      open.pop();
      if (open.length === 0) return i + 1;
    }
  }
  return -1;
}
