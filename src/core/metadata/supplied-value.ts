import { isShowable, isUserFlow } from './fit-value.js';

/** What somebody may type in for a named value or a template variable is kept in clear text, so nothing that may be a secret is taken. */
const secretName =
  /secret|passw(?:or)?d|pwd|passphrase|credential|private|connection[-_. ]?string|certificate|(?:key|token|sas|pin|pfx|cert)s?\d*$/i;
const shortText = /^[A-Za-z0-9](?:[A-Za-z0-9 ._:/-]{0,30}[A-Za-z0-9/])?$/;

/** Why a value is not taken: the name says that it is a secret, or the text is none of an id, a domain, an identity address or a short word. */
export type SupplyProblem = 'secret-name' | 'unfit-value';

/** Whether a named value or template variable of that name is probably a secret. */
export function isSecretName(name: string): boolean {
  return name === '' || name.length > 300 || secretName.test(name);
}

/** Null where the value may be taken for the name. */
export function judgeSuppliedValue(name: string, value: string): SupplyProblem | null {
  if (isSecretName(name)) return 'secret-name';
  return isShowable(value) || isUserFlow(value) || shortText.test(value) ? null : 'unfit-value';
}
