import type { Failure, Found, LogRefusal, Warning } from '../client/imports.js';
import { inGerman } from './index.js';

/** Sentences about logs: the server's, and for German readers the one for the code. */
export const warningText = (warning: Warning) => inGerman()?.warned(warning) ?? warning.message;
export const failureText = (failure: Failure) => inGerman()?.failed(failure) ?? failure.reason;
export const recognizedText = (found: Found) => (found.reason ? (inGerman()?.recognized(found) ?? found.reason) : '');
export const malformedText = (flaw: { code: string; message: string }) => inGerman()?.malformed(flaw.code) ?? flaw.message;

export function logRefusalText(refusal: LogRefusal): string {
  const type = refusal.type.split('#').pop()!;
  return inGerman()?.logRefused({ ...refusal, type }) ?? refusal.detail;
}
