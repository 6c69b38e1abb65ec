interface HelpValues {
  readonly formats: readonly string[];
  readonly plainFormats: readonly string[];
  readonly failOn: readonly string[];
  readonly rewrites: readonly string[];
  readonly variants: readonly string[];
}

/** What `--help` prints. */
export function help({ formats, plainFormats, failOn, rewrites, variants }: HelpValues): string {
  const choices = (names: readonly string[]): string => names.join('|');
  const [forward = '', back = ''] = rewrites;
  return `APIM Token Doctor: why does the API gateway answer 401 to this token, and what do you change?

apim-token-doctor check PATH...  [--token FILE|- [--exact]] [--metadata FILE] [--named-values FILE] [--now TIME]
                                 [--format ${choices(formats)}] [--fail-on ${choices(failOn)}] [--hosts all]
                                 [--operation API/OPERATION]
                                 [--values SET|FILE|FOLDER|NAME=VALUE]...
apim-token-doctor fix FILE...    [--code CODE] [--variant NAME] [--token FILE|- [--exact]] [--metadata FILE]
                                 [--named-values FILE] [--values SET|FILE|FOLDER|NAME=VALUE]...
                                 [--tenant GUID]... [--identity-host HOST]... [--now TIME] [--hosts all] [--write]
apim-token-doctor explain [FILE|-] [--policy FILE] [--format ${choices(plainFormats)}]
apim-token-doctor decode [FILE|-] [--now TIME] [--format ${choices(plainFormats)}]
apim-token-doctor lsp --stdio

Put a token in a file, or send it to standard input ("-"). It is never an argument.

  --hosts all     also reads policies inside Markdown, YAML and programs. Those inside Terraform, Bicep and JSON
                  are always read. A folder stands for the files in it
  --operation     one operation of a folder of API Management, with all that a request to it meets
  --exact         takes the text of the token as it is, as what follows the scheme
  --metadata      a JSON object {"address": document}, for OpenID configurations and key sets
  --named-values  a JSON object {"name": "value"}
  --values        values of named values and template variables: a file (JSON, .tfvars, .bicepparam, parameters,
                  configuration.yaml, NAME=VALUE lines), a folder of such files, one NAME=VALUE, or a set (dev, prod)
                  of those that are known: prod.tfvars belongs to prod. Files that stand beside or above the policy
                  are read, too. Where several sets are known and none is named, check judges with each in turn
  --now           Unix seconds, or ISO 8601
  --code          a rule, or ${forward} (--variant ${choices(variants)}),
                  or ${back}. Without it, only fixes that cannot change any outcome are applied
  --tenant        a tenant to accept in place of common or organizations
  --identity-host a host of the tenant that a rewrite may write: a name host, a custom domain, a B2C host
  --write         changes the files. Without it, fix prints a unified diff. A file that changed meanwhile is left
                  alone. Symbolic links are followed. Other names of a file (hard links) keep the old text

Exit codes: 0 clean or done; 1 findings, or nothing to do; 2 could not run, or could not write the output.
Nothing longer than 64 MiB is read.
`;
}
