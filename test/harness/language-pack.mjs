// A language pack for VS Code, as VS Code notes it where one is installed. It translates nothing: VS Code's own texts stay English, and extensions
// speak the language.
import { writeFileSync } from 'node:fs';
import path from 'node:path';

/** Gives a profile a pack. `language`: its code, such as `de`; VS Code has to be started with `--locale` and the same code. */
export function writeLanguagePack(profile, language) {
  const texts = path.join(profile.dir, 'language-pack.json');
  writeFileSync(texts, JSON.stringify({ version: '1.0.0', contents: {} }));
  // Without an extension that brought the pack, VS Code finds no extension at all.
  const extensions = [{ extensionIdentifier: { id: 'token-doctor-tests.language-pack' }, version: '1.0.0' }];
  const pack = { hash: 'made-by-the-test', label: language, extensions, translations: { vscode: texts } };
  writeFileSync(path.join(profile.userData, 'languagepacks.json'), JSON.stringify({ [language]: pack }));
}
