/**
 * The custom messages between a client and the language server: names and plain types. Imports the view's types, so that both
 * sides can be bundled with their own version of the language server protocol.
 *
 * The way of the token: the raw paste travels once, in `token/set`. Nothing that comes back carries the compact form or the
 * signature, and the decoded token itself never crosses the wire: what the client shows is made in the server.
 */
import type {
  AppliedFixes,
  ApplyFixesParams,
  FixAllChoices,
  FixAllProgress,
  FixAllScope,
  PreparedFixes,
  PrepareFixesParams,
  SkippedPlace,
} from './fix-all-protocol.js';
import type { ChangedFacts, ClientFacts, NeededDocument } from './facts-protocol.js';
import type { PathsParams, RequestPaths } from './paths-protocol.js';
import type { CalledTool, CallToolParams } from './tools-protocol.js';
import type { TokenCard, TokenPart } from './token-cards.js';
import type { ErrorExplanation, View } from './view.js';

/** From the client to the server: what is asked with which parameters, and what is answered. */
export interface Requests {
  /**
   * Takes a pasted text as a token of the session and puts it in force; earlier ones are kept until they are cleared. The answer has the id of
   * the same token where the session has it already. Never fails because of the text.
   */
  'apimTokenDoctor/token/set': { readonly params: SetTokenParams; readonly result: TokenSummary };
  /** Forgets the token of that id, and with it the sample's documents if it was the sample's. Where it was in force, no token is then. */
  'apimTokenDoctor/token/clear': { readonly params: ClearTokenParams; readonly result: null };
  /** Which tokens Microsoft Entra ID can be asked for that this policy would take, by what it writes out. Asking for one is the client's part. */
  'apimTokenDoctor/token/obtainable': { readonly params: DocumentParams; readonly result: ObtainableTokens };
  /** Replaces every fact that the client holds: for a server that came up and knows nothing. */
  'apimTokenDoctor/facts/set': { readonly params: ClientFacts; readonly result: null };
  /** Changes some of the facts that the client holds, and leaves the others as they are. Fails in a server that was told none. */
  'apimTokenDoctor/facts/change': { readonly params: ChangedFacts; readonly result: null };
  /** Mints the sample's token, metadata and key set with a throwaway key, and takes them as the facts in force. */
  'apimTokenDoctor/sample/mint': { readonly params: MintSampleParams; readonly result: TokenSummary };
  /** Which documents would settle what is open for this policy document and the token in force. */
  'apimTokenDoctor/metadata/needed': { readonly params: DocumentParams; readonly result: readonly NeededDocument[] };
  /** A document that is at hand, as text to read: what it says about the token, then the JSON. Null where it is not at hand. */
  'apimTokenDoctor/metadata/text': { readonly params: AddressParams; readonly result: string | null };
  /** What a pasted error of the gateway means. */
  'apimTokenDoctor/explain': { readonly params: ExplainParams; readonly result: readonly ErrorExplanation[] };
  /** Which fixes can be applied everywhere in a document, or in every policy document of the workspace. */
  'apimTokenDoctor/fixAll/list': { readonly params: FixAllScope; readonly result: FixAllChoices };
  /** Works out the edits of one of them, and keeps them until they are applied or others are worked out. */
  'apimTokenDoctor/fixAll/prepare': { readonly params: PrepareFixesParams; readonly result: PreparedFixes };
  /** Has the client apply what was prepared (`workspace/applyEdit`), where it shows it first if it can. */
  'apimTokenDoctor/fixAll/apply': { readonly params: ApplyFixesParams; readonly result: AppliedFixes };
  /** All that the token panel shows. */
  'apimTokenDoctor/view': { readonly params: ViewParams; readonly result: View };
  /** A member of the token in force as text, or all of one part as JSON. Null where it has none. */
  'apimTokenDoctor/token/text': { readonly params: TokenTextParams; readonly result: string | null };
  /** What the panel shows as Markdown for others to read: without personal values. Null where there is nothing to tell. */
  'apimTokenDoctor/report': { readonly params: ReportParams; readonly result: string | null };
  /** Has the client apply one of the fixes of the view's cure (`workspace/applyEdit`), worked out on the text as it is now. */
  'apimTokenDoctor/fix/apply': { readonly params: ApplyFixParams; readonly result: AppliedFix };
  /** The APIs and operations of the workspace with what a request to each meets. Reads the workspace's files where nobody has yet. */
  'apimTokenDoctor/paths': { readonly params: PathsParams; readonly result: RequestPaths };
  /** Replaces the values that somebody typed into the editor; those that may be secrets are not taken. Values are offered to be typed in once this was asked. */
  'apimTokenDoctor/values/supply': { readonly params: SuppliedValues; readonly result: readonly RefusedValue[] };
  /** The sets of values that are known for a document, and which is in force. */
  'apimTokenDoctor/values/sets': { readonly params: DocumentParams; readonly result: ValueSets };
  /** Calls one of the tools for language models, whatever is handed to it. */
  'apimTokenDoctor/tools/call': { readonly params: CallToolParams; readonly result: CalledTool };
}

interface SuppliedValues {
  /** Name of a named value or a template variable → value. */
  readonly values: Readonly<Record<string, string>>;
}

/** A value that was not taken. */
export interface RefusedValue {
  readonly name: string;
  readonly reason: 'secret-name' | 'unfit-value';
}

/** The sets of values (`dev`, `prod`) that files and settings name. */
export interface ValueSets {
  /** In alphabetical order. */
  readonly sets: readonly string[];
  /** Null where only values count that belong to every set. */
  readonly inForce: string | null;
}

/** What the extension says in its initialization options. Other clients say none of it, and get what the protocol itself has. */
export interface ClientAnnouncements {
  /** It has the extension's commands. */
  readonly runsCommands: boolean;
  /** It answers `ClientRequests` and takes `Notifications`. Nobody else is sent them. */
  readonly ownMessages: boolean;
}

/** From the server to a client that has announced that it answers them. */
export interface ClientRequests {
  /** The files of the workspace whose paths end like one of these, with their texts. */
  'apimTokenDoctor/workspace/files': { readonly params: FindFilesParams; readonly result: FoundFiles };
  /** The policy documents of the workspace, as they are on disk; those that are open the server knows better. */
  'apimTokenDoctor/workspace/policies': { readonly params: null; readonly result: PolicyFiles };
  /** Opens files without showing them, so that their texts are the editor's own and have versions. Gives those that are open then. */
  'apimTokenDoctor/workspace/open': { readonly params: OpenFilesParams; readonly result: readonly string[] };
}

/** The policy documents that were found, and what was not read. */
export interface PolicyFiles {
  readonly files: readonly WorkspaceFile[];
  readonly unread: readonly SkippedPlace[];
}

export interface OpenFilesParams {
  readonly uris: readonly string[];
}

export interface FindFilesParams {
  /** By whole names, with `/` between them, `*` for any part of one: `namedValueInformation.json`, `orders/policy.xml`, `*.tfvars`. */
  readonly endings: readonly string[];
  /** Files of the workspace that are asked for by their addresses, beside those. Absent means none. */
  readonly uris?: readonly string[];
  /**
   * Whether only regular files of at most 1 MiB count that stand in an opened folder themselves: no symbolic link on the way to them, which
   * could lead out of it. Absent means no.
   */
  readonly real?: boolean;
}

/** The files that were found, and what was not read of them. */
export interface FoundFiles {
  readonly files: readonly WorkspaceFile[];
  /** Addresses of files that are longer than a file may be: 256 KiB, or 4 MiB for the specification of an API. */
  readonly tooLong: readonly string[];
  /** How many files are given at most, where there are more; null where these are all. */
  readonly most: number | null;
}

export interface WorkspaceFile {
  /** In the same form as the addresses of open documents. */
  readonly uri: string;
  readonly text: string;
}

/** From the server to a client that has announced that it takes them, without an answer. */
export interface Notifications {
  /** Some judgement can differ from now on: whatever was shown is to be asked for again. */
  'apimTokenDoctor/factsChanged': FactsChangedParams;
  /** The folders of API Management in the workspace were read, or have changed. */
  'apimTokenDoctor/scopesChanged': ScopesChangedParams;
  /** How far the work on many documents is. */
  'apimTokenDoctor/fixAll/progress': FixAllProgress;
}

interface SetTokenParams {
  /** Chosen by the client; names the token in all that follows. */
  readonly id: string;
  /** The text as the user pasted it. */
  readonly pasted: string;
  /** Whether a text that is no token at all is refused, so that the token in force stays. Absent means no. */
  readonly tokensOnly?: boolean;
}

interface ClearTokenParams {
  readonly id: string;
}

/** Which token a sample starts with. */
export type SampleToken = 'external-id-v1' | 'external-id-v2' | 'workforce-v1' | 'workforce-v2';

interface MintSampleParams {
  readonly id: string;
  readonly token: SampleToken;
}

interface DocumentParams {
  /** Null where no document is in front. */
  readonly uri: string | null;
  /** Where the cursor is: of several policies in one file the one there is meant. Absent, the first is. */
  readonly position?: DocumentPosition;
}

/** An access token that a policy would take. */
export interface WantedToken {
  /** `{GUID}/.default` or `api://…/.default`: never of an API of Microsoft's own. */
  readonly scope: string;
  /** The id of a workforce tenant. */
  readonly tenant: string;
}

interface ObtainableTokens {
  readonly tokens: readonly WantedToken[];
  /** Why there is none; null where there is one. */
  readonly why: NothingObtainable | null;
}

/** The policy trusts External ID alone, names no workforce tenant by its id, or no API of one's own. */
export type NothingObtainable = 'external-id' | 'no-tenant' | 'no-api';

/** A place in a document, counted from 0, in UTF-16 code units. */
export interface DocumentPosition {
  readonly line: number;
  readonly character: number;
}

interface ViewParams extends DocumentParams {
  /** The path that the user chose, by its key; it counts where it meets the document. Absent means none. */
  readonly path?: string | null;
  /** The id of the token that the one in force is compared with. Absent means none. */
  readonly compare?: string | null;
  /** Whether values are shown that may tell who a person is. Absent means no. */
  readonly personal?: boolean;
  /** Whether header and payload are given as JSON. Absent means no. */
  readonly json?: boolean;
  /** The text that a claim has somewhere. Absent means any. */
  readonly filter?: string;
}

interface ReportParams extends ViewParams {
  /** What people call the document. */
  readonly name: string;
}

interface TokenTextParams {
  readonly part: TokenPart;
  /** Null for all members. */
  readonly name: string | null;
}

interface ApplyFixParams extends DocumentParams {
  /** As the view names the fix. */
  readonly finding: string;
  readonly title: string;
}

/** What came of a fix. */
export interface AppliedFix {
  readonly applied: boolean;
  /** The lines that were written, from 0, the last one included; null where nothing was. */
  readonly lines: { readonly first: number; readonly last: number } | null;
}

interface ScopesChangedParams {
  /** Whether there is any such folder. */
  readonly found: boolean;
}

interface ExplainParams extends DocumentParams {
  readonly pasted: string;
}

interface AddressParams {
  readonly address: string;
}

interface FactsChangedParams {
  readonly revision: number;
}

/** The token in force, for a status bar and a message. */
export interface TokenSummary {
  readonly id: string;
  /** As `token.kind` of the JSON output. */
  readonly kind: TokenCard['kind'];
  /** "External ID access token, version 1.0 form". */
  readonly kindLabel: string;
  /** One sentence where the text is no readable token. */
  readonly problem: string | null;
  /** Whether the text was not taken, because it is no token; `problem` says what it is. Absent means no. */
  readonly refused?: true;
  /** What was taken off the pasted text, each as a short phrase. */
  readonly cleaned: readonly string[];
  readonly sample: boolean;
  /** Unix seconds; null where the token does not say. */
  readonly notBefore: number | null;
  readonly expires: number | null;
}
