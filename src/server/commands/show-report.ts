import { makeReport } from '../features/report.js';
import { decodeName } from '../view/make-view.js';
import { CommandRefused, readPosition, readUri, showText, type ServerCommand } from './command.js';

/** Shows what the gateway answers to the token in force, check by check, without what tells of a person. */
export const showReport: ServerCommand = async (parts, [named, place], cancellation) => {
  const uri = readUri(parts, named);
  const position = readPosition(place);
  const name = decodeName(uri.split('/').at(-1) ?? '');
  const report = await makeReport(parts, { uri, name, ...(position === undefined ? {} : { position }) }, cancellation);
  if (report === null) throw new CommandRefused(parts.language.words.nothingToReport());
  return showText(parts, 'apim-token-doctor-report.md', report);
};
