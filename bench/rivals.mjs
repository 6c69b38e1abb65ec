// What others do of a part of the same work.
import { parse } from '@xml-tools/parser';
import { buildAst } from '@xml-tools/ast';
import { XMLParser, XMLValidator } from 'fast-xml-parser';

const parser = new XMLParser({
  ignoreAttributes: false,
  preserveOrder: true,
  parseTagValue: false,
  parseAttributeValue: false,
  processEntities: false,
});

/** fast-xml-parser, validating and parsing. It reads a real policy wrongly: its expressions are to be masked beforehand. */
export function readWithFastXmlParser(/** @type {string} */ masked) {
  return [XMLValidator.validate(masked), parser.parse(masked)];
}

/** The reader of XML that has places of everything and goes on after mistakes. */
export function readWithXmlTools(/** @type {string} */ masked) {
  const { cst, tokenVector } = parse(masked);
  return buildAst(cst, tokenVector);
}
