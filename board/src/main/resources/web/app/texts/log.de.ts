import type { Failure, Found, LogRefusal, Warning, WarningValues } from '../client/imports.js';
import { refused } from './refusals.de.js';

/** What each warning about a log means, with its values. English pages show the server's sentence. */
const warnings: Record<string, string> = {
  'date-ambiguous': 'In „{text}“ wurde der Monat zuerst gelesen: {date}.',
  'date-invalid': '„{text}“ ist kein gültiges Datum und blieb als Notiz erhalten.',
  'date-missing': 'Diese Sitzung hat kein Datum.',
  'fence-not-closed': 'Dieser Code-Block hat keine schließende Zeile. Bis zur nächsten Sitzung wurde alles als Code gelesen.',
  'frame-kept': 'Das Logbuch hat keine Sitzung aus dieser Datei; darum behält es seinen eigenen Text vor der ersten Sitzung. Aus der Datei nicht übernommen: {texts}.',
  'frame-replaced': 'Der Text vor der ersten Sitzung ersetzt einen früheren, in dem auch stand: {texts}.',
  'held-here': 'Diese Sitzung fand hier statt, und die Datei beschreibt sie anders. Der Text der Datei wurde nicht übernommen.',
  'kept-as-note': '„{text}“ gehört zu keiner Idee und blieb als Notiz erhalten.',
  'link-malformed': 'Der Link „{text}“ {fault}.',
  'link-without-target': 'Der Link „{text}“ hat kein Ziel.',
  mojibake: 'Das sieht aus wie UTF-8, das als Windows-1252 gelesen wurde: „{text}“. Repariert steht dort „{repaired}“.',
  'number-twice': 'Die Sitzungsnummer {number} steht schon in Zeile {otherLine}.',
  'outcome-not-read': 'Diese Liste ist kein Ergebnis, wie Microstorm es schreibt, oder die Ideen darüber haben sich geändert. Sie blieb als Ideen erhalten.',
  'replacement-character': 'In dieser Zeile ging schon vor dem Import ein Zeichen verloren: An seiner Stelle steht U+FFFD.',
  'session-twice': 'Eine Sitzung mit demselben Datum und Titel steht schon in Zeile {otherLine}.',
  'title-missing': 'Diese Sitzung hat keinen Titel.',
  'unknown-section': 'Der Abschnitt {section} ist unbekannt und blieb als Notiz erhalten.',
  'weekday-mismatch': 'Der {date} war ein {weekday}, kein {writtenWeekday}.',
  'year-inferred': 'Dieses Datum hat kein Jahr. Es wurde als {date} gelesen.',
  'year-unknown': 'Dieses Datum hat kein Jahr, und keine andere Sitzung zeigt es. Schreiben Sie das Jahr dazu.',
};

/** What is wrong with a link; the rest of a sentence about it. */
const faults: Record<string, string> = {
  'no-address': 'hat keine Adresse',
  'no-scheme': 'hat eine Adresse, die nicht mit https:// oder http:// beginnt',
  'misspelt-scheme': 'hat eine Adresse, an deren Anfang http:// oder https:// falsch geschrieben ist',
  'other-scheme': 'hat eine andere Art von Adresse als http:// und https://',
  script: 'hat eine Adresse, die ein Skript starten würde',
  'bad-host': 'hat eine Adresse ohne gültigen Rechnernamen',
  'too-long': 'hat eine Adresse mit mehr als 2.000 Zeichen',
  'bracket-missing': 'hat zu wenige Klammern; die Form ist [Worte](https://example.com)',
  'brackets-swapped': 'hat vertauschte Klammern; die Form ist [Worte](https://example.com)',
  'space-in-address': 'hat ein Leerzeichen in der Adresse; schreiben Sie dafür %20',
  'space-before-address': 'hat ein Leerzeichen zwischen Worten und Adresse',
};

/** Why a session could not be brought in. */
const failures: Record<string, string> = {
  'session-of-another-team': 'Die Sitzung gehört einem anderen Team.',
  'team-missing': 'Das Team, zu dem dieses Logbuch gehört, gibt es nicht.',
  'session-dead-letter': 'Die Sitzung ließ sich nicht anlegen. Fragen Sie die Person, die den Server betreibt, nach dem Dead Letter {eventId}.',
  'board-of-another-team': 'Das Board gehört einem anderen Team.',
  'board-dead-letter': 'Das Board ließ sich nicht anlegen. Fragen Sie die Person, die den Server betreibt, nach dem Dead Letter {eventId}.',
  'board-unreadable': 'Einige Ereignisse des Boards dieser Sitzung ließen sich nicht lesen. Wer den Server betreibt, kann sie aus den Dead Letters noch einmal senden.',
  'participants-unreadable': 'Einige Ereignisse der Teilnehmenden dieser Sitzung ließen sich nicht lesen. Wer den Server betreibt, kann sie aus den Dead Letters noch einmal senden.',
  'dead-letter': 'Ein Ereignis dieser Sitzung ließ sich nicht lesen und ist ein Dead Letter: {eventId}',
};

/** Why a session was recognized, and why one was not. */
const matches: Record<string, string> = {
  'earlier-name': 'Die Sitzung hatte vor einer Korrektur dieses Datum und diesen Titel.',
  'same-text': 'Der Text ist derselbe, und ebenso {shared}.',
  'similar-text': '{similarity} Prozent des Textes sind gleich, und ebenso {shared}.',
};
const noMatches: Record<string, string> = {
  'not-unique': 'Mehr als eine Sitzung hat diesen Text; darum ist nicht klar, welche es ist. Sie gilt als neue Sitzung.',
  'other-heading': 'Eine Sitzung mit demselben Text ist hier, aber Nummer, Titel und Datum sind zu verschieden. Sie gilt als neue Sitzung.',
  'too-short': 'Eine Sitzung mit demselben Datum oder derselben Nummer ist hier, aber dieser Text ist zu kurz, um sie daran zu erkennen. Sie gilt als neue Sitzung.',
  'too-many': 'Zu viele Sitzungen mit demselben Datum oder derselben Nummer sind hier, um diese mit ihnen zu vergleichen. Sie gilt als neue Sitzung.',
  'words-removed': 'Worte dieser Sitzung wurden aus einer anderen Sitzung entfernt, die hier ist, und nicht übernommen. Diese gilt als neue Sitzung.',
  'not-compared': 'Zu viele Sitzungen, aus denen Worte entfernt wurden, sind hier, um diese mit ihnen zu vergleichen. Sie gilt als neue Sitzung, mit all ihren Worten.',
};

const number = new Intl.NumberFormat('de');
const day = new Intl.DateTimeFormat('de', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });
const weekday = new Intl.DateTimeFormat('de', { weekday: 'long', timeZone: 'UTC' });
const MONDAY = Date.UTC(2024, 0, 1);
const DAY_MS = 86_400_000;

/** The sentence with its values; undefined if the page does not know it, or a value is missing, as in imports of earlier versions. */
function fill(sentence: string | undefined, values: Record<string, string | number | undefined>): string | undefined {
  let whole = true;
  const filled = sentence?.replace(/\{(\w+)\}/g, (_, name) => {
    whole &&= values[name] !== undefined;
    return String(values[name]);
  });
  return whole ? filled : undefined;
}

const quoted = (texts: string[]) => texts.map((text) => `„${text}“`).join(', ');

/** The values as a German sentence has them. */
function written(values: WarningValues): Record<string, string | number | undefined> {
  const { text, repaired, date, writtenWeekday, otherLine, fault, texts, moreTexts } = values;
  const at = date && Date.parse(date);
  return {
    text, repaired, otherLine, number: values.number,
    date: at && day.format(at),
    weekday: at && weekday.format(at),
    writtenWeekday: writtenWeekday && weekday.format(MONDAY + (writtenWeekday - 1) * DAY_MS),
    fault: fault && (faults[fault] ?? 'ist nicht richtig geschrieben'),
    texts: texts && quoted(texts) + (moreTexts ? ` und ${number.format(moreTexts)} weitere` : ''),
  };
}

/** The sentence of a warning; undefined if this page has none. */
export const warned = ({ code, values = {} }: Warning) => fill(warnings[code], { ...written(values), section: values.text ? quoted([values.text]) : 'ohne Titel' });

/** Why a session could not be brought in; undefined if this page has no sentence. */
export const failed = ({ code, eventId }: Failure) => fill(failures[code ?? ''], { eventId });

/** Why a session was recognized, or why it was not; undefined if this page has no sentence. */
export function recognized({ before, number: no, title, heldOn, matchedBy, notMatched, similarity }: Found): string | undefined {
  const same = (now: unknown, then: unknown) => now !== undefined && now === then;
  const shared = [same(no, before?.number) && 'die Nummer', same(title, before?.title) && 'der Titel', same(heldOn, before?.heldOn) && 'das Datum'].filter(Boolean);
  return fill(matchedBy ? matches[matchedBy] : noMatches[notMatched ?? ''], { similarity, shared: shared.join(' und ') });
}

/** The flaw of a link as a sentence; undefined if this page does not know it. */
export const malformed = (code: string) => fill(faults[code] && `Der Link ${faults[code]}.`, {});

/** Why a log is refused, with the line and the numbers; undefined if this page has no sentence. */
export function logRefused({ type, detail, line, found, limit }: LogRefusal): string | undefined {
  const sentence = refused({ type, detail });
  if (!sentence) return undefined;
  const numbers = found === undefined || limit === undefined ? '' : ` Gefunden: ${number.format(found)}; erlaubt: höchstens ${number.format(limit)}.`;
  return `${line === undefined ? '' : `Zeile ${line}: `}${sentence}${numbers}`;
}
