/** The notes of a release. `changelog`: the text of CHANGELOG.md. Throws an error that says what to do. */
export function releaseNotes(tag: string, version: string, changelog: string): string;
