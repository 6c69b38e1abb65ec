/** Stands for the validator that the protocol's package brings along (scripts/agent-protocol.mjs): nobody is asked to fill in a form. */
export class AjvJsonSchemaValidator {
  /** Is never called. */
  getValidator(): never {
    throw new Error();
  }
}
