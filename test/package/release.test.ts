import { describe, expect, it } from 'vitest';
import { releaseNotes } from '../../scripts/release-notes.mjs';

const changelog = '# Changelog\n\n## 1.2.0\n\n### Minor Changes\n\n- Something.\n\n## 1.1.0\n\nBefore.\n';

describe('the notes of a release', () => {
  it('are what the changelog says of that version', () => {
    expect(releaseNotes('v1.2.0', '1.2.0', changelog)).toBe('### Minor Changes\n\n- Something.\n');
  });

  it.each([
    ['another version than the tag', 'v1.3.0', '1.2.0', changelog, /another version/],
    ['a version of which nothing is said', 'v1.3.0', '1.3.0', changelog, /says nothing of 1\.3\.0/],
    ['a version of which nothing but the heading is there', 'v1.2.0', '1.2.0', '## 1.2.0\n\n## 1.1.0\n', /says nothing/],
    ['a beginning of a version', 'v1.2.0', '1.2.0', '## 1.2.01\n\nText.\n', /says nothing/],
    ['what is left unreleased', 'v1.2.0', '1.2.0', changelog.replace('## 1.2.0', '## Unreleased\n\n- More.\n\n## 1.2.0'), /unreleased/],
  ])('are refused for %s', (_, tag, version, text, why) => {
    expect(() => releaseNotes(tag, version, text)).toThrow(why);
  });
});
