/** Values in a sentence about a log. */
export interface WarningValues {
  text?: string; repaired?: string; date?: string; writtenWeekday?: number; number?: number; otherLine?: number; fault?: string; texts?: string[]; moreTexts?: number;
}
export interface Warning { line: number; code: string; message: string; values?: WarningValues }
export interface Heading { number?: number; title?: string; heldOn?: string }
/** A session of the file, compared with the log book. */
export interface Found extends Heading {
  sessionId: string; line: number; kind: 'added' | 'changed' | 'matched' | 'unchanged' | 'held'; before?: Heading;
  matchedBy?: 'earlier-name' | 'same-text' | 'similar-text'; similarity?: number; notMatched?: string; reason?: string;
}
export interface Failure { sessionId: string; title?: string; reason: string; code?: string; eventId?: string }
/** Why a log is refused, with the type of the problem that its import would get. */
export interface LogRefusal { type: string; detail: string; line?: number; found?: number; limit?: number }
export interface Counts { added: number; changed: number; unchanged: number; held: number }
/** What an import does, or would do. */
export interface Listed { repaired: boolean; sessions: Counts; found: Found[]; warnings: Warning[]; moreWarnings: number }
export interface Check extends Listed { refusal?: LogRefusal }
export interface Status extends Listed {
  id: string; state: 'running' | 'complete' | 'failed'; message: string; undoableUntil?: string; sessions: Counts & { parsed: number; complete: number }; failures: Failure[];
}
