import { appServiceAnswers } from '../knowledge/app-service-answers.js';
import { azureApiAnswers } from '../knowledge/azure-api-answers.js';
import { azureDataAnswers } from '../knowledge/azure-data-answers.js';
import { frameworkAnswers } from '../knowledge/framework-answers.js';
import { gatewayAnswers } from '../knowledge/gateway-answers.js';
import { otherAnswers } from '../knowledge/other-answers.js';
import type { ErrorWords } from '../messages/catalogue.js';
import type { Certainty } from '../certainty.js';
import type { AnswererKind } from './explanation.js';
import { squeeze, type PlainText } from './read-plain.js';

/** One answer that is known by its text. */
interface AnswerRow {
  readonly who: AnswererKind;
  /** The service, the policy or the part of the gateway. */
  readonly service: string;
  readonly certainty: Certainty;
  /** Any of these; compared squeezed; `…` stands for a few hundred characters at most. */
  readonly texts?: readonly string[];
  /** Or any of these, compared with whole words to the letter. */
  readonly words?: readonly string[];
  /** Or any of these, compared to the letter, on one line. */
  readonly exact?: readonly string[];
  /** And all of these, compared squeezed. */
  readonly with?: readonly string[];
  /** And none of these. */
  readonly without?: readonly string[];
  /** Who else writes the same. */
  readonly others?: readonly string[];
  /** `general`: it only counts where nothing specific is there; `weak`: neither a text of a token policy. Absent: specific. */
  readonly rank?: 'general' | 'weak';
}

/** An answer that the text holds. */
export interface FoundAnswer {
  readonly name: keyof ErrorWords['answers'];
  readonly row: AnswerRow;
  /** The text by which it was recognised, as our table has it. */
  readonly sign: string;
}

const rows: Readonly<Record<FoundAnswer['name'], AnswerRow>> = {
  ...gatewayAnswers,
  ...appServiceAnswers,
  ...azureApiAnswers,
  ...azureDataAnswers,
  ...frameworkAnswers,
  ...otherAnswers,
};

const known = Object.entries(rows) as [FoundAnswer['name'], AnswerRow][];

/** More than one text has. */
const mostAnswers = 3;

/** The answers that a text holds, by their rank. Of two whose texts both fit, the longer text says more, and stands first. */
interface MatchedAnswers {
  /** The specific ones, else the best general one. */
  readonly telling: readonly FoundAnswer[];
  readonly weak: readonly FoundAnswer[];
}

/** Finds them; time grows with the length of the text. */
export function matchAnswers(text: PlainText): MatchedAnswers {
  const found = known.flatMap(([name, row]) => {
    const sign = findSign(row, text);
    return sign === undefined ? [] : [{ name, row, sign }];
  });
  found.sort((one, other) => other.sign.length - one.sign.length);
  const specific = found.filter(({ row }) => row.rank === undefined);
  const general = found.filter(({ row }) => row.rank === 'general');
  const telling = specific.length > 0 ? specific.slice(0, mostAnswers) : general.slice(0, 1);
  return { telling, weak: found.filter(({ row }) => row.rank === 'weak').slice(0, 1) };
}

function findSign({ texts = [], words = [], exact = [], with: needed = [], without = [] }: AnswerRow, text: PlainText): string | undefined {
  const isThere = (sign: string): boolean => holds(text.squeezed, sign);
  const sign = texts.find(isThere) ?? words.find(word => text.words.has(word)) ?? exact.find(each => text.oneLine.includes(each));
  return sign !== undefined && needed.every(isThere) && !without.some(isThere) ? sign : undefined;
}

/** How far the pieces of a text may lie apart, and at how many places the first one is tried: hostile texts cost linear time. */
const [widestGap, mostTries] = [300, 50];

/** Whether a squeezed text holds a sign of the tables; `…` in it stands for a few hundred characters at most. */
export function holds(squeezed: string, sign: string): boolean {
  const [first = '', ...rest] = sign.split('…').map(squeeze);
  let at = squeezed.indexOf(first);
  for (let tries = 0; at >= 0 && tries < mostTries; tries++) {
    if (follow(squeezed, at + first.length, rest)) return true;
    at = squeezed.indexOf(first, at + 1);
  }
  return false;
}

function follow(squeezed: string, start: number, pieces: readonly string[]): boolean {
  let end = start;
  for (const piece of pieces) {
    const at = squeezed.slice(end, end + widestGap + piece.length).indexOf(piece);
    if (at < 0) return false;
    end += at + piece.length;
  }
  return true;
}
