const list = (names: readonly string[]): string => names.join(', ');

/** A place in a file: lines and columns count from 1. */
export interface Where {
  readonly path: string;
  readonly line: number;
  readonly column: number;
}

const place = ({ path, line, column }: Where): string => `${path}:${line}:${column}`;

const reachers = {
  'product-key': 'a key of the product',
  'api-key': 'a key of the API or of all APIs',
  anonymous: 'calls without a key',
  'perhaps-anonymous': 'perhaps calls without a key',
};

const stationOutcomes = {
  pass: 'accepts',
  fail: 'refuses',
  uncertain: 'not certain',
  unresolved: 'not decided',
  answers: 'always answers',
  'may-answer': 'may answer by itself',
  'not-read': 'not read',
};

/** How many names a line has. */
const mostNames = 20;

/** What stands around findings, answers and explanations in the output for people. Each is one line; how far it is indented is the layout's part. */
export const outputWords = {
  /** Of the addresses in a SARIF log: what they start from. */
  startFolder: (): string => 'The folder that the check was started in.',
  /** A file as it reads with one of several sets of values. */
  inSet: ({ path, set }: { readonly path: string; readonly set: string }): string => `${path} (values: ${set})`,
  onlyInSet: ({ set }: { readonly set: string }): string => `Only with the values of ${set}.`,
  notAPolicy: ({ path }: { readonly path: string }): string => `${path}: not a policy document`,
  token: ({ kind, more }: { readonly kind: string; readonly more: readonly string[] }): string =>
    `Token: ${[`${capitalise(kind)}.`, ...more].join(' ')}`,
  takenOff: ({ cleaned }: { readonly cleaned: readonly string[] }): string => `Taken off the text: ${list(cleaned)}.`,
  checkingFiles: ({ done, total }: { readonly done: number; readonly total: number }): string => `Checking ${done} of ${total} files…`,
  /** The last line of a check of several documents. */
  summary: (counts: { readonly documents: number; readonly errors: number; readonly warnings: number; readonly notes: number }): string => {
    const kinds = [countOf(counts.errors, 'error'), countOf(counts.warnings, 'warning'), countOf(counts.notes, 'note')];
    const found = kinds.filter(kind => kind !== null);
    return `${found.length === 0 ? 'No problems' : list(found)} in ${countOf(counts.documents, 'policy document') ?? 'no policy document'}.`;
  },
  /** What a config did to a check. */
  configHides: ({
    path,
    rulesOff,
    findingsOff,
    rulesMilder,
    findingsMilder,
    filesIgnored,
  }: {
    readonly path: string;
    readonly rulesOff: number;
    readonly findingsOff: number;
    readonly rulesMilder: number;
    readonly findingsMilder: number;
    readonly filesIgnored: number;
  }): string => {
    const findings = (count: number): string => `${countOf(count, 'finding') ?? 'no finding'}`;
    const [off, milder, files] = [countOf(rulesOff, 'rule'), countOf(rulesMilder, 'rule'), countOf(filesIgnored, 'file')];
    const done = [
      off === null ? null : `switches off ${off} (${findings(findingsOff)})`,
      milder === null ? null : `makes ${milder} milder (${findings(findingsMilder)})`,
      files === null ? null : `leaves out ${files}`,
    ].filter(part => part !== null);
    return `${path} ${done.join(', ')}. --no-config tells all.`;
  },
  configLeavesOutSets: ({ path, sets }: { readonly path: string; readonly sets: number }): string =>
    `${path} leaves out ${countOf(sets, 'set') ?? 'no set'} of values. --values SET judges with one of them.`,
  tooManyWarnings: ({ found, most }: { readonly found: number; readonly most: number }): string =>
    `${String(found)} warnings, and --max-warnings allows ${String(most)}.`,
  /** Names of test cases. */
  answerToToken: (): string => 'The answer to the token',
  requestPaths: (): string => 'Request paths',
  noFindings: (): string => 'No findings',
  nextStep: ({ what }: { readonly what: string }): string => `Next: ${what}`,
  fix: ({ title }: { readonly title: string }): string => `Fix: ${title}`,
  editorFix: ({ title }: { readonly title: string }): string => `Fix, in an editor: ${title}`,
  howToWrite: (): string => 'A command that is listed with a fix shows a diff. Add --write to change the file.',

  noTokenPolicy: ({ path }: { readonly path: string }): string => `${path}: no token policy, so nothing here looks at the token`,
  verdict: ({ path, headline }: { readonly path: string; readonly headline: string }): string => `${path}: ${continueSentence(headline)}`,
  policyAnswer: (values: {
    readonly kind: string;
    readonly line: number;
    readonly section: string | null;
    readonly answer: string;
    /** Whether it stands in a branch of a choose. */
    readonly isBranch: boolean;
  }): string => {
    const where = [`line ${values.line}`, ...(values.section === null ? [] : [values.section])];
    return `${values.kind} (${where.join(', ')}): ${values.answer}${values.isBranch ? ' if this branch is taken' : ''}`;
  },
  reportedCheck: ({ check }: { readonly check: string }): string => `The gateway reports the ${check} check:`,
  unknownText: (): string => 'its text is not known',
  otherReport: ({ check, idx, because }: { readonly check: string; readonly idx: string | null; readonly because: string }): string =>
    `Or ${idx === null ? `the ${check} check` : `${idx} (${check})`}: ${because}`,
  failsNext: ({ checks }: { readonly checks: readonly string[] }): string => `Would fail next: ${list(checks)}`,
  missing: ({ what }: { readonly what: readonly string[] }): string => `Needed to decide: ${list(what)}`,
  certainty: ({ certainty }: { readonly certainty: string }): string => `Certainty: ${certainty}`,

  /** A file of a folder that does not say what its place wants. */
  uselessFile: ({ path, why }: { readonly path: string; readonly why: string }): string => `Of no use: ${path}. ${why}`,
  /** What is wrong with one place of a file that is of use. */
  problemAt: ({ at, why }: { readonly at: string; readonly why: string }): string => `${at}: ${why}`,
  /** `count`: in how many more places the same is so. */
  andElsewhere: ({ said, count }: { readonly said: string; readonly count: number }): string =>
    `${said} The same in ${count === 1 ? '1 more place' : `${String(count)} more places`}.`,
  unknownApis: ({ path, apis }: { readonly path: string; readonly apis: readonly string[] }): string => {
    const more = apis.length > mostNames ? ` and ${apis.length - mostNames} more` : '';
    return `${path} names APIs that are not in this folder: ${list(apis.slice(0, mostNames))}${more}.`;
  },
  /** Who comes along a path. */
  reachedBy: ({ who }: { readonly who: readonly (keyof typeof reachers)[] }): string =>
    `Reached by ${list(who.map(each => reachers[each]))}`,
  /** Something on a path that may answer. */
  station: (values: {
    /** File and line; null where nothing is there. */
    readonly at: string | null;
    readonly scope: string | null;
    readonly kind: string;
    readonly outcome: keyof typeof stationOutcomes;
    readonly conditional: boolean;
  }): string => {
    const where = [values.scope, values.at].filter(part => part !== null);
    const branch = values.conditional ? ', if this branch is taken' : '';
    return `${values.kind}${where.length === 0 ? '' : ` (${list(where)})`}: ${stationOutcomes[values.outcome]}${branch}`;
  },

  tokenKind: ({ kind }: { readonly kind: string }): string => capitalise(kind),
  header: (): string => 'Header',
  claims: (): string => 'Claims',
  /** A value of the token with what it means. */
  withNote: ({ value, note }: { readonly value: string; readonly note: string }): string => `${value} (${note})`,

  nothingKnown: (): string =>
    'Nothing in this text is known. Give the whole line of the trace, with its IDX code if it has one, or the response with its headers.',
  explained: ({ code, check, text }: { readonly code: string | null; readonly check: string | null; readonly text: string }): string => {
    const what = [...(code === null ? [] : [code]), ...(check === null ? [] : [`check ${check}`])];
    return what.length === 0 ? text : `${list(what)}: ${text}`;
  },
  knownBy: ({ evidence, certainty }: { readonly evidence: readonly string[]; readonly certainty: string }): string =>
    `Known by ${list(evidence)} (${certainty}).`,
  mayAlsoBe: ({ others }: { readonly others: readonly string[] }): string => `It may also be ${others.join(', or ')}.`,
  seePlace: (where: Where): string => `See ${place(where)}`,
  foundAt: ({ code, title, ...where }: Where & { readonly code: string; readonly title: string }): string =>
    `Found at ${place(where)} (${code}): ${title}`,

  notRewritten: ({ reason, ...where }: Where & { readonly reason: string }): string => `${place(where)} not rewritten: ${reason}`,
  rewrittenAs: (values: Where & { readonly variant: string; readonly advised: string; readonly reason: string }): string =>
    `${place(values)} rewritten as ${values.variant}, not as ${values.advised}: ${values.reason}`,
  notWritten: ({ reason, ...where }: Where & { readonly reason: string }): string => `${place(where)} not written: ${reason}`,
  applied: ({ path, title }: { readonly path: string; readonly title: string }): string => `${path}: ${title}`,
  linkFollowed: ({ path, target }: { readonly path: string; readonly target: string }): string =>
    `${path}: this is a symbolic link, so the file that it leads to was written: ${target}`,
  otherNames: ({ path, count }: { readonly path: string; readonly count: number }): string =>
    `${path}: its ${count === 1 ? '1 other name (hard link) keeps' : `${count} other names (hard links) keep`} the old text. Run fix on ${count === 1 ? 'it' : 'them'}, too.`,
};

/** Null where there is none. */
function countOf(count: number, noun: string): string | null {
  if (count === 0) return null;
  return `${String(count)} ${noun}${count === 1 ? '' : 's'}`;
}

/** A sentence as the end of another one. */
function continueSentence(sentence: string): string {
  return sentence.charAt(0).toLowerCase() + sentence.slice(1).replace(/\.$/, '');
}

function capitalise(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
