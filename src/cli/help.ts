import { failOnNames } from './commands/check.js';
import { formatNames, plainFormatNames } from './formats/registry.js';
import { rewriteNames, rewriteVariants } from '../core/index.js';

/** What `--help` prints. */
export const help = `APIM Token Doctor: why does the API gateway answer 401 to this token, and what to change?

apim-token-doctor check FILE...  [--token FILE|- [--exact]] [--metadata FILE] [--named-values FILE] [--now TIME]
                                 [--format ${formatNames.join('|')}] [--fail-on ${failOnNames.join('|')}]
apim-token-doctor fix FILE...    [--code CODE] [--variant NAME] [--token FILE|- [--exact]] [--metadata FILE]
                                 [--named-values FILE] [--tenant GUID]... [--identity-host HOST]...
                                 [--now TIME] [--write]
apim-token-doctor explain [FILE|-] [--policy FILE] [--format ${plainFormatNames.join('|')}]
apim-token-doctor decode [FILE|-] [--now TIME] [--format ${plainFormatNames.join('|')}]
apim-token-doctor lsp --stdio

A token comes from a file or from standard input ("-"), never from an argument.

  --exact         judges the text of the token as it is, as what stands after the scheme
  --metadata      a JSON object: address -> document, for OpenID configurations and key sets alike
  --named-values  a JSON object: name -> value
  --now           Unix seconds, or ISO 8601
  --code          a rule's code, or ${rewriteNames[0]} (--variant ${rewriteVariants.join('|')}),
                  or ${rewriteNames[1]}; without it, only fixes that cannot change any outcome
  --tenant        a tenant to accept in place of common or organizations
  --identity-host a host of the tenant (a name host, a custom domain, a B2C host) that a rewrite may write
  --write         changes the files; without it, fix prints a unified diff. A file that was changed meanwhile is left
                  alone; symbolic links are followed; other names of a file (hard links) keep the old text

Exit codes: 0 clean or done; 1 findings, or nothing to do; 2 could not run, or could not write the output.
Nothing longer than 64 MiB is read.
`;
