import { describe, expect, it } from 'vitest';
import { askOracle, listReadings, whyNoOracle, type Question } from './ask-oracle.js';
import { Choices } from './choices.js';
import { compareAnswers, compareReadings, describeCase } from './compare-answers.js';
import { makeQuestion } from './generated-cases.js';
import { seedOr, times } from '../harness/runs.js';
import { makeKeyPool } from './key-pool.js';

/** How many cases, which generations (`8`, `7`, `5`; the older two need faketime), and where the choices begin. */
const wanted = Number(process.env['ORACLE_CASES'] ?? times(300));
const generations = (process.env['ORACLE_GENERATIONS'] ?? '8').split(',');
const seed = seedOr(6);
const batch = 4000;

const reason = whyNoOracle();

describe.skipIf(reason !== null)(`generated cases against the library itself${reason === null ? '' : ` (skipped: ${reason})`}`, () => {
  it('are answered as predicted by every engine', async () => {
    const choices = new Choices(seed);
    const pool = makeKeyPool();
    const differences: string[] = [];
    const outcomes = { pass: 0, fail: 0 };
    for (let from = 0; from < wanted; from += batch) {
      const questions: Question[] = [];
      for (let index = from; index < Math.min(from + batch, wanted); index++)
        questions.push(await makeQuestion(String(index), pool, choices));
      const given = await Promise.all(generations.map(generation => askOracle(questions.flatMap(listReadings), generation)));
      for (const question of questions) {
        const readings = listReadings(question).map(({ id }) => given.flatMap(byId => byId.get(id) ?? []));
        const [answers = []] = readings;
        if (answers[0]?.outcome === 'pass') outcomes.pass++;
        else outcomes.fail++;
        const found = question.readings === undefined ? compareAnswers(question, answers) : compareReadings(question, readings);
        for (const difference of await found) {
          differences.push(`${question.id}: ${difference}`);
          if (process.env['ORACLE_SHOW'] !== undefined && differences.length < Number(process.env['ORACLE_SHOW']))
            console.log(difference, JSON.stringify(describeCase(question)));
        }
      }
    }
    console.log(
      `${String(wanted)} cases asked (${String(outcomes.pass)} pass, ${String(outcomes.fail)} fail), ${String(differences.length)} answered otherwise than predicted`,
    );
    expect(differences.slice(0, 20)).toEqual([]);
    // Cases that all fail, or all pass, would prove nothing.
    expect(Math.min(outcomes.pass, outcomes.fail)).toBeGreaterThan(wanted / 10);
  }, 3_600_000);
});
