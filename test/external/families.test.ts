import { describe, expect, it } from 'vitest';
import { askOracle, whyNoOracle, type Question } from './ask-oracle.js';
import { compareAnswers, describeCase } from './compare-answers.js';
import { compareExplanation } from './compare-explanation.js';
import { askAboutAudiences, askAboutIssuers } from './family-claims.js';
import { askAboutTimes } from './family-times.js';
import { askAboutForms } from './family-forms.js';
import { askAboutTenants } from './family-tenants.js';
import { askAboutOrder } from './family-order.js';
import { askAboutKeys } from './family-keys.js';
import { isLong } from '../harness/runs.js';

/** Which generations (`8`, `7`, `5`; the older two need faketime), and which of the cases, by a part of their names. */
const generations = (process.env['ORACLE_GENERATIONS'] ?? '8').split(',');
const part = process.env['ORACLE_CASES_NAMED'] ?? '';

const families: Readonly<Record<string, () => readonly Question[]>> = {
  keys: askAboutKeys,
  audiences: askAboutAudiences,
  issuers: askAboutIssuers,
  times: askAboutTimes,
  tenants: askAboutTenants,
  order: askAboutOrder,
  forms: askAboutForms,
};

const reason = whyNoOracle();

describe.skipIf(reason !== null)(
  `hand-written families against the library itself${reason === null ? '' : ` (skipped: ${reason})`}`,
  () => {
    it.each(Object.entries(families))(
      '%s are answered as predicted by every engine',
      async (family, list) => {
        // The short run asks one in three.
        const questions = list().filter(({ id }, index) => id.includes(part) && (isLong || part !== '' || index % 3 === 0));
        const given = await Promise.all(generations.map(generation => askOracle(questions, generation)));
        const differences: string[] = [];
        const outcomes = { pass: 0, fail: 0 };
        for (const question of questions) {
          const answers = given.flatMap(byId => byId.get(question.id) ?? []);
          if (answers[0]?.outcome === 'pass') outcomes.pass++;
          else outcomes.fail++;
          const found = [...(await compareAnswers(question, answers)), ...answers.flatMap(answer => compareExplanation(question, answer))];
          differences.push(...found.map(difference => `${question.id}: ${difference}`));
          if (found.length > 0 && process.env['ORACLE_SHOW'] !== undefined) console.log(found, JSON.stringify(describeCase(question)));
        }
        console.log(
          `${family}: ${String(questions.length)} cases asked (${String(outcomes.pass)} pass, ${String(outcomes.fail)} fail), ${String(differences.length)} differences`,
        );
        if (process.env['ORACLE_SHOW'] !== undefined) console.log(differences.join('\n'));
        expect(differences.slice(0, 20)).toEqual([]);
      },
      600_000,
    );
  },
);
