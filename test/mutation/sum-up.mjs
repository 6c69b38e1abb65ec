// What a run says, in one paragraph: Stryker's own table counts mutants outside the sample as errors.

/**
 * The score, its margin of error (95 %) where it is a sample's, and the coverage, by a report of Stryker's (mutation-testing-report-schema).
 * A timeout counts as killed, as everywhere; it is named, for a busy machine may make some that are none.
 */
export function sumUp({ files }) {
  const mutants = Object.values(files).flatMap(({ mutants }) => mutants);
  const count = (...states) => mutants.filter(({ status }) => states.includes(status)).length;
  const [killed, timedOut, survived, uncovered] = [count('Killed'), count('Timeout'), count('Survived'), count('NoCoverage')];
  const asked = killed + timedOut + survived + uncovered;
  const all = mutants.length - count('Ignored');
  const score = (killed + timedOut) / asked;
  const margin = 1.96 * Math.sqrt((score * (1 - score) * (all - asked)) / (asked * Math.max(1, all - 1)));
  const percent = part => `${(100 * part).toFixed(1)} %`;
  return [
    `${percent(score)} killed${asked < all ? `, ± ${percent(margin)}: a sample of ${String(asked)} of ${String(all)} mutants` : ` of ${String(all)} mutants`}`,
    `coverage ${percent((asked - uncovered) / asked)} (${String(uncovered)} met by no test)`,
    `${String(killed)} killed, ${String(timedOut)} timed out, ${String(survived)} survived, ${String(count('RuntimeError'))} ended the tests`,
    `${String(count('Ignored'))} left out`,
  ].join('; ');
}
