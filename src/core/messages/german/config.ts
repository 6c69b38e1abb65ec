import type { configMessages as English } from '../english/config.js';
import { brief } from '../said.js';

const quoted = (name: string | null): string => `"${brief(name ?? '', 60)}"`;
const meant = (near: string | null): string => (near === null ? '' : ` Gemeint ist vielleicht "${near}".`);

type Code = Parameters<(typeof English)['config-problem']>[0]['code'];

/** Was an einer Stelle der Konfiguration nicht stimmt, und was zu tun ist. */
const problems: Readonly<Record<Code, (name: string | null, near: string | null) => string>> = {
  'too-large': () => 'Nichts von dieser Konfiguration gilt: Sie ist länger als 256 KiB. Kürzen.',
  'not-json': () => 'Nichts von dieser Konfiguration gilt: Ab hier ist sie kein JSON. Kommentare und ein Komma am Ende sind erlaubt.',
  'too-deep': () => 'Nichts von dieser Konfiguration gilt: Sie ist hier zu tief verschachtelt.',
  'not-an-object': name =>
    name === null
      ? 'Nichts von dieser Konfiguration gilt: Ein einziges JSON-Objekt schreiben.'
      : `${quoted(name)} muss ein Objekt sein: {"Name": …}. Was hier steht, gilt nicht.`,
  'unknown-member': (name, near) => `Hier heißt nichts ${quoted(name)}, also gilt es nicht.${meant(near)}`,
  'not-from-here': name =>
    `${quoted(name)} gilt hier nicht, denn eine Konfiguration kommt mit dem Repository. Das sagen nur die eigenen Einstellungen und Optionen.`,
  twice: name => `${quoted(name)} steht hier mehrmals. Das letzte gilt: die anderen entfernen.`,
  'not-a-list': name => `${quoted(name)} muss eine Liste sein: ["…"]. Was hier steht, gilt nicht.`,
  'not-a-text': name => `${quoted(name)} muss ein Text in Anführungszeichen sein. Was hier steht, gilt nicht.`,
  'unknown-rule': (name, near) =>
    `Es gibt keine Regel ${quoted(name)}.${near === null ? ' In der Liste der Regeln nachsehen.' : meant(near)}`,
  'wrong-severity': name => `Der Schweregrad von ${quoted(name)} muss "error", "warning", "information", "hint" oder "off" sein.`,
  'wrong-pattern': name =>
    `${quoted(name)} ist kein lesbares Muster und nimmt nichts aus. Einen Pfad von hier aus schreiben, nur mit *, ** und ?.`,
  'wrong-path': name =>
    `${quoted(name)} wird nicht gelesen. Eine Datei mit Werten (.json, .tfvars, .bicepparam, .yaml) in diesem Ordner oder darunter nennen.`,
  'wrong-name': name => `Nichts kann ${quoted(name)} heißen: Buchstaben, Ziffern, ".", "_" und "-" schreiben.`,
  'too-long': name => `Der Wert von ${quoted(name)} ist länger als 4.096 Zeichen, also gilt er nicht.`,
  'too-many': name => `Es sind zu viele Einträge${name === null ? '' : ` in ${quoted(name)}`}: Ab hier gilt keiner.`,
  'unknown-set': name => `Zu ${quoted(name)} gehören keine Werte, also gelten nur die, die zu jedem Satz gehören. Den Namen berichtigen.`,
  'not-read': name =>
    `${quoted(name)} wird nicht gelesen: Die Datei fehlt, ist ein Link, länger als 1 MiB oder gibt keine Werte. Den Pfad berichtigen.`,
};

/** Was von einer Konfiguration gesagt wird, `.apim-token-doctor.json`. */
export const configMessages: typeof English = {
  'config-problem': ({ code, name, near }) => problems[code](name, near),
};
