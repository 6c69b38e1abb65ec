import type { PolicyDocument } from '../../policy/policy-document.js';
import { findAttribute, type PolicyElement } from '../../policy/policy-tree.js';
import type { Edit } from '../../text/edit.js';
import { indentationAt } from '../../text/style.js';
import { readLayout, startsLine } from './layout.js';
import { writeAttribute } from '../rewrite/address-text.js';

/** One more openid-config behind another, written like it; the address is raw text. */
export function addConfig(document: PolicyDocument, config: PolicyElement, address: string): Edit {
  const { text } = document;
  const { newline, quote, selfClose } = readLayout(document, config);
  const line = startsLine(text, config.start) ? newline + indentationAt(text, config.start) : '';
  const url = writeAttribute('url', address, findAttribute(config, 'url')?.quote ?? quote);
  return { start: config.end, end: config.end, text: `${line}<openid-config ${url}${selfClose}` };
}
