// What was filled in may be a secret that somebody forgot: of the values that a judgement rests on, only ids, domains and addresses of
// identity platforms are shown; in the place of any other stands what the policy writes. Where the facts ask for it, a token's own values are
// kept back as well.
import { namesInside } from '../expression/named-values.js';
import type { Facts } from '../facts.js';
import { explainReason, type Reason } from '../gateway/reason.js';
import { languageOf, type Catalogue } from '../messages/catalogue.js';
import { isShowable } from '../metadata/fit-value.js';
import type { PolicyDocument } from '../policy/policy-document.js';
import { knowsNone, listNaming } from '../policy/resolve-document.js';
import { findVariable } from '../policy/resolve-value.js';
import { asWritten, type PolicyValue, type ValuePart } from '../policy/value.js';
import { listPrivateValues } from '../token/private-values.js';

/** Puts what the policy writes in the place of what nobody may see. */
export interface Discretion {
  /** The language in which it is said. */
  readonly catalogue: Catalogue;
  /** What is kept back, with what stands in its place: two that keep back the same say the same. */
  readonly hidden: ReadonlyMap<string, string>;
  /** In a text that is written. */
  text(said: string): string;
  /** In every value that a sentence is going to be written from: it may shorten it, and then nobody would know it again. */
  values<Values>(values: Values): Values;
  /** Why a check came out as it did, in words. */
  explain(reason: Reason): string;
}

/** Where nothing was filled in, nothing is kept back. */
export function openDiscretion(catalogue: Catalogue): Discretion {
  return {
    catalogue,
    hidden: new Map(),
    text: said => said,
    values: values => values,
    explain: reason => explainReason(reason, catalogue),
  };
}

/** A text that is not to be shown, and what is shown in its place. */
interface Hidden {
  readonly text: string;
  readonly written: string;
}

/** The discretion of one document: its values with everything filled in that the facts know. */
export function makeDiscretion(document: PolicyDocument, facts: Facts): Discretion {
  const catalogue = languageOf(facts);
  const byText = new Map([...listClaims(facts), ...listFilled(document, facts)].map(({ text, written }) => [text, written]));
  if (byText.size === 0) return openDiscretion(catalogue);
  // The longer one first: it may hold the shorter.
  const hidden = [...byText.keys()].sort((a, b) => b.length - a.length);
  const anywhere = patternOf(hidden);
  const inValues = patternOf(hidden.filter(text => !isWord(text)));
  const replace = (said: string, pattern: RegExp | null): string =>
    pattern === null ? said : said.replace(pattern, found => byText.get(found) ?? found);
  const text = (said: string): string => replace(said, anywhere);
  // What a sentence is written from are words of our own, too.
  const values = <Values>(told: Values): Values => changeTexts(told, said => replace(said, inValues)) as Values;
  const explain = (reason: Reason): string => text(explainReason({ ...reason, values: values(reason.values) } as Reason, catalogue));
  return { catalogue, hidden: byText, text, values, explain };
}

/** What the token has and nobody is told. */
function listClaims({ token, keepsClaims }: Facts): Hidden[] {
  if (keepsClaims !== true || token === undefined) return [];
  return listPrivateValues(token).map(({ text, place }) => ({ text, written: place }));
}

/** What of the values that were filled in is not to be shown. */
function listFilled(document: PolicyDocument, facts: Facts): Hidden[] {
  // Nobody reads a whole document to find that out.
  if (knowsNone(facts)) return [];
  return listHidden(document, facts).filter(({ text }) => isTelling(text));
}

/** Truth values and small numbers say nothing, and stand in every other sentence. */
function isTelling(text: string): boolean {
  return text.length > 1 && !/^(?:true|false|any|all|\d{1,5})$/i.test(text);
}

/** Whether a text may be a word of any sentence, or a number in it: it is a value only where it is quoted. */
function isWord(text: string): boolean {
  return !isTelling(text) || (text.length <= 16 && /^[a-z]+(?:-[a-z]+)*$/.test(text));
}

function patternOf(texts: readonly string[]): RegExp | null {
  return texts.length === 0 ? null : new RegExp(texts.map(writePattern).join('|'), 'gu');
}

/** The text where it stands for itself, not inside a word. */
function writePattern(text: string): string {
  const escaped = text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
  if (isWord(text)) return `(?<=["'\`]|["'][^"']{0,400}, )${escaped}(?=["'\`,])`;
  const isLetter = (sign: string): boolean => /[\p{L}\p{N}]/u.test(sign);
  return `${isLetter(text.slice(0, 1)) ? '(?<![\\p{L}\\p{N}])' : ''}${escaped}${isLetter(text.slice(-1)) ? '(?![\\p{L}\\p{N}])' : ''}`;
}

function listHidden({ text, tree, tokenPolicies }: PolicyDocument, facts: Facts): Hidden[] {
  const list = listNaming(text, facts);
  const elements = new Set([...(tree === null ? [] : [tree]), ...tokenPolicies.map(({ element }) => element)].flatMap(root => list(root)));
  const values = [...elements].flatMap(({ attributes, value }) => [...attributes.map(attribute => attribute.value), value]);
  return values.flatMap(value => hiddenIn(value, facts));
}

/** What of a value is not to be shown: each thing that was filled in, and the whole of which it is a part. */
function hiddenIn(value: PolicyValue, facts: Facts): Hidden[] {
  const written = asWritten(value);
  if (written.state === 'literal') return [];
  const own = written.parts.flatMap(part => hiddenInPart(part, facts));
  if (own.length === 0 || value.filled === undefined || value.state !== 'literal') return own;
  return [{ text: value.value.trim(), written: written.value.trim() }, ...own].filter(({ text }) => text !== '');
}

function hiddenInPart(part: ValuePart, { namedValues, templateValues, sources, templateSources }: Facts): Hidden[] {
  const found = part.variable === undefined ? undefined : findVariable(part.variable, templateValues);
  const rendered =
    found === undefined || mayShow(found.text, templateSources?.[found.name]) ? [] : [{ text: found.text.trim(), written: part.text }];
  const names = part.kind === 'named-value' ? [part.name ?? ''] : namesInside(found?.text ?? (part.kind === 'expression' ? part.text : ''));
  const named = names.flatMap(name => {
    const text = namedValues !== undefined && Object.hasOwn(namedValues, name) ? namedValues[name] : undefined;
    const source = sources !== undefined && Object.hasOwn(sources, name) ? sources[name] : undefined;
    return text === undefined || mayShow(text, source) ? [] : [{ text: text.trim(), written: `{{${name}}}` }];
  });
  return [...rendered, ...named].filter(({ text }) => text !== '');
}

function mayShow(text: string, source: { readonly secret?: boolean } | undefined): boolean {
  return source?.secret !== true && isShowable(text);
}

function changeTexts(value: unknown, change: (text: string) => string): unknown {
  if (typeof value === 'string') return change(value);
  if (Array.isArray(value)) return value.map(each => changeTexts(each, change));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, changeTexts(each, change)]));
}
