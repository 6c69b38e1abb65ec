import { answers } from './answers.js';
import { commands } from './commands.js';
import { endings } from './endings.js';
import { inEditor } from './in-editor.js';
import { logLines } from './log-lines.js';
import { paths } from './paths.js';
import { report } from './report.js';

/** English: the catalogue by whose shape every other language is measured. */
export const englishServer = { ...answers, ...commands, ...logLines, ...endings, ...paths, ...inEditor, ...report };
