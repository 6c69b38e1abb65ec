import { reasonMessages, type ReasonMessages } from '../messages/english/gateway.js';

type ReasonFor<Code extends keyof ReasonMessages> = {
  readonly code: Code;
  readonly values: Parameters<ReasonMessages[Code]> extends [infer Values] ? Values : Readonly<Record<string, never>>;
};

/** Why a check came out as it did: a stable kebab-case code and the values that the sentence about it needs. */
export type Reason = { [Code in keyof ReasonMessages]: ReasonFor<Code> }[keyof ReasonMessages];

/** The reason in plain English: what happened, and what to do. Quotes no claim but those that the policy compares, the issuer, audience, client and times. */
export function explainReason(reason: Reason): string {
  // The union pairs each code with its values; an indexed access cannot say so.
  const write = reasonMessages[reason.code] as (values: object) => string;
  return write(reason.values);
}
