import { describe, expect, test } from 'vitest';
import { diagnose, judgeText, rules, runRules, type Finding, type RuleCode, type RunOptions } from '../../../src/core/index.js';
import type { PolicyRule, Rule } from '../../../src/core/rules/rule.js';
import { say } from '../../../src/core/messages/message.js';

const facts = { now: 1798000000, metadata: {} };
const element =
  '<validate-jwt header-name="Authorization" clock-skew="3600" require-signed-tokens="false"><openid-config url="https://idp.example/.well-known/openid-configuration" /></validate-jwt>';
const wrap = (inbound: string): string => `<policies>\n<inbound>\n${inbound}\n</inbound>\n</policies>`;

async function codesOf(text: string, options: RunOptions = {}): Promise<string[]> {
  return (await runRules(await judgeText(text, facts), options)).map(({ code }) => code);
}

/** A code for rules of the tests: the rule of that code says nothing of what they are shown. */
const standIn = 'policy-too-large';

/** A rule for tests that says what it is told to. */
function ruleThat(code: RuleCode, check: PolicyRule['check'], extras: Partial<PolicyRule> = {}): Rule {
  return { scope: 'policy', code, severity: 'warning', certainty: 'documented', check, ...extras };
}

describe('diagnose', () => {
  test('says nothing of what is no policy document', async () => {
    for (const text of ['', 'text', '<root><validate-jwt/></root>', '{"a": 1}']) expect(await diagnose(text, facts)).toEqual([]);
  });

  test('a rule that throws costs its own findings and nothing else', async () => {
    const broken = ruleThat(standIn, function* ({ policy }) {
      yield { ...policy.element.nameSpan, message: say('no-keys', {}) };
      throw new Error('a secret');
    });
    const failed: unknown[][] = [];
    const options = { rules: [broken, ...rules], onRuleError: (...args: unknown[]) => failed.push(args) };
    expect(await codesOf(wrap(element), options)).toEqual(await codesOf(wrap(element)));
    expect(failed).toEqual([[standIn]]);
  });

  test('findings stand in the order of their place, with line and column', async () => {
    const findings = await diagnose(wrap(`${element}\n${element}`), facts);
    expect(findings.map(({ code, line, column, policy }) => [code, line, column, policy])).toEqual([
      ['clock-skew-wide', 3, 43, 0],
      ['unsigned-tokens-allowed', 3, 61, 0],
      ['clock-skew-wide', 4, 43, 1],
      ['unsigned-tokens-allowed', 4, 61, 1],
    ]);
  });

  test('waits between token policies, and stops where it is told to', async () => {
    let pauses = 0;
    const signal = { aborted: false };
    const pause = (): Promise<void> => {
      pauses++;
      signal.aborted = pauses === 2;
      return Promise.resolve();
    };
    expect(await codesOf(wrap(element.repeat(5)), { pause, signal })).toEqual([]);
    expect(pauses).toBe(2);
  });

  test('a comment silences the rules that it names, on the next line only', async () => {
    const comment = (codes: string): string => `<!-- apim-token-doctor-disable-next-line ${codes} -->`;
    expect(await codesOf(wrap(`${comment('clock-skew-wide')}\n${element}`))).toEqual(['unsigned-tokens-allowed']);
    expect(await codesOf(wrap(`${comment('clock-skew-wide, unsigned-tokens-allowed')}\n${element}`))).toEqual([]);
    expect(await codesOf(wrap(`${comment('clock-skew-wide\n unsigned-tokens-allowed')}\r\n${element}`))).toEqual([]);
    expect(await codesOf(wrap(`${comment('clock-skew-wide')}\n\n${element}`))).toHaveLength(2);
    expect(await codesOf(wrap(`${comment('')}\n${element}`))).toHaveLength(2);
    expect(await codesOf(wrap(`${comment('no-audience')}\n${element}`))).toHaveLength(2);
    expect(await codesOf(wrap(`${comment('clock-skew-wide')}\r${comment('unsigned-tokens-allowed')}\r${element}`))).toEqual([
      'clock-skew-wide',
    ]);
  });

  test('a comment before a tag of several lines counts for the whole tag, and for no more', async () => {
    const comment = '<!-- apim-token-doctor-disable-next-line clock-skew-wide unknown-attribute -->';
    const lines = (newline: string): string => wrap(`${comment}\n${element.replaceAll(/ (?=[a-z-]+=)/g, `${newline}  `)}`);
    for (const newline of ['\n', '\r\n', '\r']) expect(await codesOf(lines(newline))).toEqual(['unsigned-tokens-allowed']);
    const claims = '<required-claims>\n<claim name="a" colour="b" />\n</required-claims>\n</validate-jwt>';
    expect(await codesOf(wrap(`${comment}\n${element.replace('</validate-jwt>', claims)}`))).toContain('unknown-attribute');
  });

  test('what a comment silences does not let a less specific finding speak', async () => {
    const list =
      '<client-application-ids>\n<!-- apim-token-doctor-disable-next-line comma-list-in-value -->\n<application-id>a,b</application-id>\n</client-application-ids>';
    const policy = `<validate-azure-ad-token tenant-id="common">\n${list}\n</validate-azure-ad-token>`;
    expect(await codesOf(wrap(policy))).not.toContain('application-id-format');
    expect(await codesOf(wrap(policy.replace(/<!--.*-->/, '')))).toContain('comma-list-in-value');
  });
});

describe('severities', () => {
  const report = (severity?: Finding['severity']): PolicyRule['check'] =>
    function* ({ policy }) {
      yield { ...policy.element.nameSpan, message: say('no-keys', {}), ...(severity === undefined ? {} : { severity }) };
    };
  const severityOf = async (rule: Rule, setting?: 'error' | 'warning' | 'information' | 'hint' | 'off'): Promise<string | undefined> =>
    (
      await runRules(await judgeText(wrap(element), facts), {
        rules: [rule],
        severities: setting === undefined ? {} : { [standIn]: setting },
      })
    )[0]?.severity;

  test('a setting takes the place of the own severity', async () => {
    const rule = ruleThat(standIn, report());
    expect(await severityOf(rule)).toBe('warning');
    expect(await severityOf(rule, 'error')).toBe('error');
    expect(await severityOf(rule, 'hint')).toBe('hint');
    expect(await severityOf(rule, 'off')).toBeUndefined();
  });

  test('what is said more mildly than the own severity never becomes more severe', async () => {
    const rule = ruleThat(standIn, report('information'), { severity: 'error' });
    expect(await severityOf(rule)).toBe('information');
    expect(await severityOf(rule, 'error')).toBe('information');
    expect(await severityOf(rule, 'hint')).toBe('hint');
  });

  test('what is said more severely follows the setting', async () => {
    const rule = ruleThat(standIn, report('warning'), { severity: 'hint' });
    expect(await severityOf(rule)).toBe('warning');
    expect(await severityOf(rule, 'hint')).toBe('hint');
  });

  test('a rule that is off by default is switched on by any severity', async () => {
    const rule = ruleThat(standIn, report(), { offByDefault: true });
    expect(await severityOf(rule)).toBeUndefined();
    expect(await severityOf(rule, 'hint')).toBe('hint');
  });
});
