import { en } from './en.js';
import { fieldLabel } from './fields.js';
import type { FieldError, Refusal } from './refusals.de.js';

export type Key = keyof typeof en;
export type Language = 'en' | 'de';

let german: typeof import('./german.js') | undefined;
export let language: Language = chosen();

/** What only German readers load; undefined for others. */
export const inGerman = () => (language === 'de' ? german : undefined);

function chosen(): Language {
  try {
    const kept = localStorage.getItem('language');
    if (kept === 'en' || kept === 'de') return kept;
  } catch {
    // a browser that keeps nothing
  }
  return navigator.language.startsWith('de') ? 'de' : 'en';
}

/** The page has the language of its texts, and the direction of that language. */
function showLanguage(): void {
  const locale = new Intl.Locale(language) as Intl.Locale & { getTextInfo?: () => { direction: string }; textInfo?: { direction: string } };
  document.documentElement.lang = language;
  document.documentElement.dir = (locale.getTextInfo?.() ?? locale.textInfo)?.direction ?? 'ltr';
}

/** Loads what the language needs, and sets it. The page keeps its language if the texts cannot be loaded. */
async function take(wanted: Language): Promise<void> {
  if (wanted === 'de') german ??= await import('./german.js');
  language = wanted;
  showLanguage();
}

/** The language of the reader; English if its texts cannot be loaded. Call before the first text. */
export const loadTexts = () => take(language).catch(() => take('en'));

export async function speak(wanted: Language): Promise<void> {
  try {
    await take(wanted);
  } catch {
    return; // without a connection the page keeps its language
  }
  try {
    localStorage.setItem('language', wanted);
  } catch {
    // for this page only
  }
  dispatchEvent(new Event('language'));
}

/**
 * A text in the present language. `{name}` is replaced by a value. A text with two forms, divided by `|`, uses the first for the
 * one thing that `n` counts.
 */
export function t(key: Key, values: Record<string, string | number> = {}): string {
  const forms = (language === 'de' ? german!.de : en)[key].split('|');
  const one = forms.length > 1 && new Intl.PluralRules(language).select(Number(values.n)) === 'one';
  const form = forms.length > 1 && !one ? forms[1] : forms[0];
  return form.replace(/\{(\w+)\}/g, (_, name) => String(values[name] ?? ''));
}

export type { FieldError };

/** The sentence about a refused field under this name. */
export const fieldSentence = (field: string, phrase: string) => t('fieldRefused', { field, phrase: inGerman()?.phrase(phrase) ?? phrase });

/** What failed, in the words of the API, or that there is no connection. */
export const failureOf = (e: unknown) => (e as Error).message || t('offline');

/** The sentence about a refusal: the server's, with the name of the field, and in other languages than English the one for its type. */
export function refusalText(refusal: Refusal): string {
  const sentence = inGerman()?.refused(refusal);
  if (sentence) return sentence;
  const refused = refusal.errors?.[0];
  return refused ? fieldSentence(fieldLabel(refused.field, en), refused.message) : refusal.detail;
}

export const clock = (at: Date | string) => new Intl.DateTimeFormat(language, { hour: '2-digit', minute: '2-digit', hour12: false }).format(new Date(at));
/** A date without a time is that day wherever the reader is. */
const dayOf = (at: Date | string) => new Date(typeof at === 'string' && at.length === 10 ? `${at}T00:00` : at);
export const day = (at: Date | string) => new Intl.DateTimeFormat(language, { weekday: 'long', day: 'numeric', month: 'long' }).format(dayOf(at));
/** A day with its year, if that is not the present one. */
export const fullDay = (at: Date | string) =>
  dayOf(at).getFullYear() === new Date().getFullYear() ? day(at) : new Intl.DateTimeFormat(language, { day: 'numeric', month: 'long', year: 'numeric' }).format(dayOf(at));
/** A time of another day, in the reader's own time zone, which it names. */
export const moment = (at: Date | string) => new Intl.DateTimeFormat(language, { weekday: 'long', day: 'numeric', month: 'long', hour: '2-digit', minute: '2-digit', hour12: false, timeZoneName: 'short' }).format(new Date(at));
/** The same where there is little room: without the weekday and the time zone. */
export const shortMoment = (at: Date | string) => new Intl.DateTimeFormat(language, { day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit', hour12: false }).format(new Date(at));
/** A number with at most one decimal. */
export const number = (value: number) => new Intl.NumberFormat(language, { maximumFractionDigits: 1 }).format(value);
export const mean = (value: number) => new Intl.NumberFormat(language, { minimumFractionDigits: 1, maximumFractionDigits: 1 }).format(value);
