// The engines and what they answer: one list, one meaning for each answer.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { acceptedByAll, answerBy, codeOf, firstRefusal, isRefusal, workOut } from '../../../src/core/gateway/library/answers.js';
import { engines, enginesFor, shownEngine, type Engine } from '../../../src/core/gateway/library/engines.js';
import { judgeAnswers } from '../../../src/core/gateway/outcome.js';
import { nameEngines } from '../../../src/core/messages/english/gateway-engines.js';

const source = path.join(import.meta.dirname, '..', '..', '..', 'src');

function find(generation: number, handler: string): Engine {
  const found = engines.find(engine => engine.generation === generation && engine.handler === handler);
  if (found === undefined) throw new Error('no such engine');
  return found;
}

const [newest, older, oldest] = [find(8, 'jst'), find(7, 'jwt'), find(5, 'jst')];

describe('the engines', () => {
  it('stand in one list, from which the lists for each policy are taken', () => {
    expect(engines.map(({ generation, handler }) => `${String(generation)} ${handler}`)).toEqual([
      '8 jwt',
      '8 jst',
      '7 jwt',
      '7 jst',
      '5 jwt',
      '5 jst',
    ]);
    expect(engines[0]).toBe(shownEngine);
    expect(enginesFor('validate-jwt')).toBe(engines);
    expect(enginesFor('validate-azure-ad-token')).toEqual(engines.filter(({ generation }) => generation !== 5));
  });

  it('are listed nowhere else, and no text that names them is taken apart', () => {
    const second = [
      // Two engines, two generations or both handlers in one list; the one of generations and that of handlers are the engines' own.
      /\[[^\][]*\{[^}]*handler[^}]*\}[^\][]*\{[^}]*handler[^}]*\}/,
      /\[\s*'?[875](?:-j[ws]t)?'?\s*,\s*'?[875](?:-j[ws]t)?'?\s*[,\]]/,
      /\[\s*'j[ws]t'\s*,\s*'j[ws]t'\s*\]/,
      /(?:startsWith|endsWith|includes)\('(?:[875]-?|-?j[ws]t)'\)/,
    ];
    const files = readdirSync(source, { recursive: true, encoding: 'utf8' }).filter(name => name.endsWith('.ts'));
    const found = files.filter(name => second.some(pattern => pattern.test(readFileSync(path.join(source, name), 'utf8'))));
    expect(found.map(name => name.replaceAll('\\', '/')).sort()).toEqual([
      'core/gateway/library/engines.ts',
      'core/metadata/signing-key.ts',
    ]);
  });

  it('are named together', () => {
    expect(nameEngines(engines)).toBe('generations 5, 7 and 8');
    expect(nameEngines([shownEngine, newest, older, oldest])).toBe('generation 8 and one handler of generations 5 and 7');
  });
});

describe('answers', () => {
  it('are those of the most exact entry of a table', () => {
    const answers = answerBy({ all: 'IDX10214', jst: 'crashes', 7: 'refuses', '5-jst': 'accepts' });
    expect(engines.map(answers)).toEqual(['IDX10214', 'crashes', 'refuses', 'refuses', 'IDX10214', 'accepts']);
    expect(engines.map(answerBy({ 8: 'IDX10214' })).filter(isRefusal)).toHaveLength(2);
  });

  it('come from the first who does not accept', () => {
    const both = firstRefusal(acceptedByAll, answerBy({ 8: 'crashes' }), () => 'IDX10500');
    expect(both(newest)).toBe('crashes');
    expect(both(oldest)).toBe('IDX10500');
  });

  it('have a code only where one is reported', () => {
    expect((['accepts', 'refuses', 'crashes', 'IDX10205'] as const).map(codeOf)).toEqual([null, null, null, 'IDX10205']);
    expect((['accepts', 'refuses', 'crashes', 'IDX10205'] as const).map(isRefusal)).toEqual([false, true, true, true]);
  });

  it('are worked out once for every engine', () => {
    let asked = 0;
    const answers = workOut(() => {
      asked++;
      return 'accepts';
    });
    for (const engine of [...engines, ...engines]) expect(answers(engine)).toBe('accepts');
    expect(asked).toBe(engines.length);
  });

  it('fail where all refuse, be it without a code, and are uncertain where some do', () => {
    const refused = { reason: { code: 'issuer-missing', values: {} }, message: null } as const;
    const judge = (answers: Parameters<typeof judgeAnswers>[2]): unknown =>
      judgeAnswers('issuer', engines, answers, {
        ...refused,
        explain: values => ({ code: 'issuer-differs', values }),
      })?.result;
    expect(judge(acceptedByAll)).toBeUndefined();
    expect(judge(() => 'crashes')).toMatchObject({ outcome: 'fail', idx: null });
    expect(judge(answerBy({ all: 'IDX10205', 8: 'crashes' }))).toMatchObject({ outcome: 'fail', idx: 'IDX10205' });
    expect(judge(answerBy({ 5: 'IDX10205' }))).toMatchObject({
      outcome: 'uncertain',
      reason: { code: 'issuer-differs', values: { refused: engines.slice(4), accepted: engines.slice(0, 4) } },
    });
  });
});
