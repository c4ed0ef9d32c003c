import { de } from './de.js';
import { fieldLabel } from './fields.js';

/** A field of a request that the server refused, and its phrase about it. */
export interface FieldError {
  field: string;
  message: string;
}

/** What a page knows about a refused request; the same as in a problem of the API. */
export interface Refusal {
  type: string;
  /** The server's sentence. */
  detail: string;
  /** Seconds after which the request may succeed; 0 if the server named none. */
  retryAfter?: number;
  errors?: FieldError[];
}

/** What each type of problem means. `{wait}` is the time after which it may succeed. English pages show the server's sentence. */
const refusals: Record<string, string> = {
  // requests
  'bad-request': 'Der Server versteht diese Anfrage nicht. Laden Sie die Seite neu.',
  'body-incomplete': 'Die Verbindung brach ab, bevor alles gesendet war. Senden Sie es noch einmal.',
  'body-too-large': 'Das ist zu groß. Senden Sie weniger auf einmal.',
  'body-too-slow': 'Die Verbindung war zu langsam. Versuchen Sie es noch einmal.',
  busy: 'Der Server ist gerade ausgelastet. Versuchen Sie es {wait} noch einmal.',
  'cursor-invalid': 'Diese Liste geht hier nicht weiter. Laden Sie die Seite neu.',
  invalid: 'Eine Angabe fehlt oder passt so nicht. Prüfen Sie die Felder.',
  internal: 'Auf dem Server ist ein Fehler aufgetreten. Versuchen Sie es später noch einmal.',
  'id-in-use': 'Das wurde schon mit anderem Inhalt gesendet. Laden Sie die Seite neu, und senden Sie es dann noch einmal.',
  'malformed-address': 'Diese Adresse ist nicht richtig geschrieben. Prüfen Sie den Link.',
  'not-found': 'Das gibt es nicht, oder Sie haben keinen Zugang dazu.',
  'too-many-connections': 'Von Ihrem Anschluss sind zu viele Seiten geöffnet. Schließen Sie einige, oder versuchen Sie es {wait} noch einmal.',
  'too-many-requests': 'Das waren zu viele Anfragen auf einmal. Versuchen Sie es {wait} noch einmal.',
  unavailable: 'Der Server ist gerade nicht erreichbar. Versuchen Sie es {wait} noch einmal.',
  unreadable: 'Der Server kann diese Angaben nicht lesen. Prüfen Sie die Felder.',
  // seats and rights
  forbidden: 'Dazu haben Sie hier nicht das Recht.',
  'join-code-wrong': 'Dieser Code lässt niemanden in die Sitzung: Er ist falsch, oder es gibt einen neuen. Fragen Sie die Leitung nach dem jetzigen.',
  'not-a-participant': 'Sie nehmen an dieser Sitzung noch nicht teil. Treten Sie ihr zuerst bei.',
  'not-facilitator': 'Das kann nur, wer die Sitzung leitet.',
  'not-for-observers': 'Der Bericht ist für Zuschauende nicht freigegeben. Bitten Sie die Leitung darum.',
  observer: 'Wer zuschaut, kann der Sitzung folgen, aber nichts beitragen.',
  'reader-code-gone': 'Der Lesecode wurde erneuert oder abgeschaltet. Fragen Sie die Leitung nach dem jetzigen.',
  'reader-code-wrong': 'Der Lesecode ist falsch, oder es gibt einen neuen. Fragen Sie die Leitung nach dem jetzigen.',
  'rejoin-key-wrong': 'Diesen Platz gibt es in der Sitzung nicht mehr. Nehmen Sie mit dem Code teil.',
  'screen-not-admitted': 'Die Leitung hat diesen Bildschirm noch nicht zugelassen.',
  'seat-gone': 'Sie haben die Sitzung verlassen, oder die Leitung hat Sie aus ihr genommen. Mit dem Code können Sie wieder teilnehmen.',
  'seat-left': 'Dieser Platz wurde verlassen. Nehmen Sie mit dem Code noch einmal teil.',
  'token-invalid': 'Ihr Zugang ist abgelaufen, oder der Schlüssel wurde widerrufen. Nehmen Sie noch einmal teil, oder öffnen Sie das Team noch einmal.',
  'token-missing': 'Dafür brauchen Sie einen Zugang. Nehmen Sie mit dem Code teil, oder öffnen Sie das Team.',
  'too-many-participants': 'Die Sitzung ist voll, oder ihr Code ist verbraucht. Fragen Sie die Leitung nach einem neuen Code.',
  'too-many-screens': 'Es warten schon zu viele Bildschirme auf ihre Zulassung. Bitten Sie die Leitung, einen zuzulassen oder abzulehnen.',
  'too-many-wrong-codes': 'Das waren zu viele falsche Codes. Versuchen Sie es {wait} mit dem richtigen.',
  // teams
  'access-by-sign-in': 'Auf dieser Installation melden sich Eigentümer bei einem Anmeldedienst an. Ein Team entsteht hier nicht ohne Anmeldung.',
  'key-in-use': 'Diesen Schlüssel gibt es schon. Legen Sie einen anderen an.',
  'last-owner-key': 'Das ist der einzige Eigentümerschlüssel des Teams. Legen Sie zuerst einen anderen an.',
  'member-key-wrong': 'Kein Team hat diesen Kurznamen und diesen Schlüssel.',
  'number-in-use': 'Eine andere Sitzung des Teams hat diese Nummer schon. Wählen Sie eine andere.',
  'owner-key-in-use': 'Dieser Schlüssel gehört schon zu einem Team mit anderem Namen.',
  'owner-key-missing': 'Dazu braucht es einen Eigentümerschlüssel. Ein Mitgliedsschlüssel reicht nicht.',
  'owner-key-wrong': 'Kein Team hat diesen Kurznamen und diesen Eigentümerschlüssel.',
  'template-name-in-use': 'Das Team hat schon eine Vorlage mit diesem Namen. Wählen Sie einen anderen.',
  'template-shipped': 'Eine mitgelieferte Vorlage lässt sich nicht ändern oder löschen. Legen Sie eine eigene mit ihrem Inhalt an.',
  'session-list-full': 'Das Team hat schon so viele Sitzungen, wie es haben kann. Löschen Sie Sitzungen, die es nicht mehr braucht.',
  'too-many-new-teams': 'Von Ihrer Adresse aus wurden zu viele Teams angelegt. Warten Sie eine Weile, oder verwenden Sie eines Ihrer Teams.',
  'too-many-keys': 'Das Team hat schon so viele Schlüssel, wie es haben kann. Widerrufen Sie zuerst einen.',
  'too-many-templates': 'Das Team hat schon so viele Vorlagen, wie es haben kann. Löschen Sie zuerst eine.',
  'too-many-webhooks': 'Das Team hat schon so viele Webhooks, wie es haben kann. Löschen Sie zuerst einen.',
  'webhook-inactive': 'Der Webhook ist angehalten. Setzen Sie ihn fort, und senden Sie es dann noch einmal.',
  'webhooks-off': 'Auf diesem Server sind Webhooks abgeschaltet. Fragen Sie die Person, die ihn betreibt.',
  // the course of a session
  'already-started': 'Die Sitzung hat begonnen, und ihr Plan lässt sich nicht mehr ändern.',
  'break-running': 'Die Gruppe macht gerade Pause. Danach geht es weiter.',
  'breaks-off': 'Die stille Zeit dieser Sitzung geht über Tage. Gemeinsame Pausen gibt es erst ab dem Teilen.',
  'convergence-off': 'Diese Sitzung wurde ohne Punkte geplant. Schließen Sie sie nach dem Teilen.',
  'criteria-missing': 'Der Sitzung fehlt ein Kriterium, das eine gute Idee erfüllen muss. Tragen Sie eines ein.',
  'ideas-written': 'Jemand hat schon geschrieben; darum geht es nicht zurück in die Lobby. Machen Sie weiter, oder sagen Sie die Sitzung ab.',
  'no-rooms': 'Die Gruppe ist nicht in Räume geteilt.',
  'nobody-present': 'Es ist noch niemand da, der in einen Raum gesetzt werden könnte.',
  'not-quiet': 'Karten gibt es nur in der stillen Zeit.',
  'not-started': 'Die Sitzung hat noch nicht begonnen.',
  'phase-order': 'Von der jetzigen Phase geht es nicht in diese. Laden Sie die Seite neu, wenn sie etwas anderes zeigt.',
  'problem-missing': 'Der Sitzung fehlt das Problem. Tragen Sie es ein, bevor die stille Zeit beginnt.',
  'quiet-time-not-over': 'Die stille Zeit dauert {left} an, oder bis alle fertig sind.',
  'quiet-until-out-of-range': 'Das geplante Ende der stillen Zeit ist zu nah, schon vorbei oder zu weit weg. Ändern Sie es im Plan.',
  'session-closed': 'Die Sitzung ist vorbei, und nichts in ihr lässt sich mehr ändern.',
  'session-running': 'Die Sitzung läuft noch. Schließen Sie sie zuerst, oder sagen Sie sie ab.',
  'too-late-for-rooms': 'In Räume lässt sich die Gruppe nur bis zum Ende des Teilens teilen. Danach wählen und vereinbaren alle zusammen.',
  'too-many-breaks': 'Mehr Pausen kann die Sitzung nicht haben. Streichen Sie eine geplante, oder machen Sie ohne Pause weiter.',
  // the board
  agreeing: 'Die Ergebnisse sind schon zu sehen; Ideen, Gruppen, Punkte und Noten ändern sich nicht mehr.',
  'board-full': 'Auf das Board passt davon nicht mehr. Entfernen Sie etwas, das nicht mehr gebraucht wird.',
  converging: 'Die Gruppe wählt schon; das geht jetzt nicht mehr.',
  cycle: 'Eine Idee kann nicht auf sich selbst aufbauen. Wählen Sie eine andere.',
  diverging: 'Solange Ideen gesammelt werden, wird nichts gelobt und nichts kritisiert. Warten Sie auf das Wählen.',
  'idea-removed': 'Die Leitung hat diese Idee ausgeblendet. Wählen Sie eine andere.',
  'not-your-action': 'Sie können nur Aufgaben ändern, bei denen Ihr Name steht.',
  'not-yours': 'Nur wer eine Idee geschrieben hat, kann sie ändern oder zurückziehen.',
  'other-room': 'Solange die Gruppe geteilt ist, bleiben Ideen und Gruppen in ihrem Raum. Wählen Sie Ideen eines Raums, oder führen Sie die Räume zuerst zusammen.',
  'other-topic': 'Eine Idee steht immer im selben Thema wie die, auf der sie aufbaut.',
  'own-idea': 'In dieser Sitzung gibt niemand den eigenen Ideen Punkte oder Noten. Wählen Sie die Idee von jemand anderem.',
  quiet: 'Das geht nicht, solange alle in Stille schreiben. Warten Sie auf das Teilen.',
  'results-first': 'Vereinbart wird, wenn die Gruppe ihre Ergebnisse sieht.',
  'results-hidden': 'Punkte und Noten sind noch nicht gezählt, und vorher sieht sie niemand.',
  'rooms-open': 'Solange die Gruppe geteilt ist, würde das allen etwas aus einem Raum zeigen. Führen Sie die Räume zuerst zusammen.',
  'too-deep': 'So tief lässt sich nicht aufeinander aufbauen. Wählen Sie eine Idee weiter oben.',
  'too-many-ideas': 'So viele Ideen, wie eine Person vor dem Teilen schreiben kann, haben Sie schon geschrieben. Beim Teilen können Sie weiterschreiben.',
  'topic-not-empty': 'In diesem Thema stehen noch Ideen oder Themen. Verschieben Sie sie zuerst.',
  'vote-limit': 'Sie haben alle Ihre Punkte gegeben. Nehmen Sie einen zurück, um ihn einer anderen Idee zu geben.',
  withdrawn: 'Diese Idee wurde zurückgezogen.',
  // log books and reports
  'control-character': 'Im Logbuch steht ein NUL-Zeichen. Entfernen Sie es.',
  'idea-too-long': 'Eine Idee im Logbuch ist zu lang. Kürzen Sie sie.',
  'import-running': 'Der letzte Import Ihres Teams läuft noch. Versuchen Sie es {wait} noch einmal.',
  'log-book-full': 'Das Logbuch Ihres Teams hätte zu viele Sitzungen. Zurückgenommene und gelöschte zählen mit. Bringen Sie diese Datei in das Logbuch eines anderen Teams.',
  'later-import': 'Ein späterer Import hat das Logbuch geändert. Nehmen Sie zuerst diesen zurück.',
  'undo-not-possible': 'Dieser Import lässt sich nicht mehr zurücknehmen: Er hat nichts geändert, oder die Zeit dafür ist vorbei.',
  'session-not-matched': 'Diese Sitzung wurde beim Import keiner anderen zugeordnet. Laden Sie die Seite neu.',
  'link-check-running': 'Die Links Ihres Teams werden gerade geprüft. Warten Sie, bis das fertig ist.',
  'link-check-too-soon': 'Die letzte Prüfung der Links ist noch nicht lange her. Versuchen Sie es {wait} noch einmal.',
  'link-checks-off': 'Auf diesem Server werden keine Links geprüft. Fragen Sie die Person, die ihn betreibt.',
  'log-too-deep': 'Eine Liste im Logbuch hat zu viele Ebenen. Verschachteln Sie sie weniger tief.',
  'log-too-many-ideas': 'Eine Sitzung im Logbuch hat zu viele Ideen. Teilen Sie sie auf.',
  'log-too-many-participants': 'Eine Sitzung im Logbuch hat zu viele Teilnehmende. Teilen Sie sie auf.',
  'name-too-long': 'Ein Name im Logbuch ist zu lang. Kürzen Sie ihn.',
  'no-session': 'In dieser Datei steht keine Sitzung. Jede beginnt mit einer Überschrift wie „### Sitzung: 1“ oder „## 2026-01-31“.',
  'not-utf-8': 'Die Datei ist kein UTF-8-Text. Speichern Sie sie als UTF-8.',
  'report-too-large': 'Der Bericht ist für ein PDF zu groß. Laden Sie ihn als Seite (HTML) herunter, und drucken Sie ihn aus dem Browser.',
  'session-too-large': 'Eine Sitzung im Logbuch ist zu groß. Teilen Sie sie auf.',
  'text-too-long': 'Ein Problem oder eine Zusammenfassung im Logbuch ist zu lang. Kürzen Sie den Text.',
  'title-too-long': 'Ein Titel im Logbuch ist zu lang. Kürzen Sie ihn.',
  'too-many-lines': 'Das Logbuch hat zu viele Zeilen für einen Import. Teilen Sie es auf.',
  'too-many-sessions': 'Das Logbuch hat zu viele Sitzungen für einen Import. Teilen Sie es auf.',
  'too-many-topics': 'Eine Sitzung im Logbuch hat zu viele Themen. Teilen Sie sie auf.',
};

const number = (n: string | number) => new Intl.NumberFormat('de').format(Number(n));
const counted = (n: string | number, one: string, more: string) => `${number(n)} ${Number(n) === 1 ? one : more}`;

/** What is wrong with a field, by the server's phrase. The phrases are in `ValidationMessages.properties` and `TextRules`. */
const phrases: [RegExp, (...values: string[]) => string][] = [
  [/^(is required|must not be (blank|absent|empty))/, () => 'fehlt noch'],
  [/^must have at most (\d+) characters/, (max) => `höchstens ${counted(max, 'Zeichen', 'Zeichen')}`],
  [/^must have (\d+) to (\d+) characters/, (min, max) => `${number(min)} bis ${number(max)} Zeichen`],
  [/^must have (\d+) to (\d+) entries/, (min, max) => `${number(min)} bis ${counted(max, 'Eintrag', 'Einträge')}`],
  [/^must have at most (\d+) entries/, (max) => `höchstens ${counted(max, 'Eintrag', 'Einträge')}`],
  [/^must have at most (\d+) words/, (max) => `höchstens ${counted(max, 'Wort', 'Wörter')}`],
  [/^must list at most (\d+) ideas/, (max) => `höchstens ${counted(max, 'Idee', 'Ideen')}`],
  [/^must be at least (\d+) minutes/, (min) => `mindestens ${counted(min, 'Minute', 'Minuten')} und höchstens 30 Tage nach dem Beginn`],
  [/^must be at least (-?\d+)/, (min) => `mindestens ${number(min)}`],
  [/^must be at most (-?\d+)/, (max) => `höchstens ${number(max)}`],
  [/^must be (with)?in the next (\d+) (days|hours)/, (_, n, unit) => `muss in den nächsten ${number(n)} ${unit === 'days' ? 'Tagen' : 'Stunden'} liegen`],
  [/^must be in the future/, () => 'liegt in der Vergangenheit oder zu weit in der Zukunft'],
  [/^must be in the years (\d+) to (\d+)/, (from, to) => `muss in den Jahren ${from} bis ${to} liegen`],
  [/^must be a single line/, () => 'muss eine einzige Zeile ohne Steuerzeichen sein'],
  [/^must not contain a user name/, () => 'darf weder Benutzernamen noch Passwort enthalten'],
  [/^must not contain/, () => 'enthält Zeichen, die nicht erlaubt sind'],
  [/^must contain a word/, () => 'braucht ein Wort, nach dem gesucht wird'],
  [/^must begin with https:\/\/ or/, () => 'muss mit https:// oder http:// beginnen'],
  [/^must begin with https:/, () => 'muss mit https:// beginnen'],
  [/^must have (a host whose|the port)/, () => 'muss zu einem bekannten Rechner im öffentlichen Internet führen, mit dem Port 443 oder 80'],
  [/^must have a domain name/, () => 'braucht einen Rechnernamen in ASCII oder eine IP-Adresse'],
  [/^must have a port/, () => 'muss einen Port von 1 bis 65535 haben'],
  [/^must be an address/, () => 'muss eine Adresse wie https://example.com/pfad sein'],
  [/^must have at least three letters/, () => 'braucht mindestens drei Buchstaben vor dem *'],
];
const ANOTHER_FORM = 'passt so nicht; prüfen Sie die Angabe';

/** The server's phrase about a field in German. */
export function phrase(message: string): string {
  const [pattern, say] = phrases.find(([each]) => each.test(message)) ?? [/^/, () => ANOTHER_FORM];
  return say(...pattern.exec(message)!.slice(1));
}

const MINUTE = 60;
const HOUR = 60 * MINUTE;

/** A time in seconds, minutes or hours; two of a unit at least. */
function span(seconds: number): string {
  if (seconds < 2 * MINUTE) return counted(seconds, 'Sekunde', 'Sekunden');
  return seconds < 2 * HOUR ? counted(Math.ceil(seconds / MINUTE), 'Minute', 'Minuten') : counted(Math.ceil(seconds / HOUR), 'Stunde', 'Stunden');
}

/** The sentence about a refusal; undefined for a type that this page does not know. */
export function refused({ type, retryAfter, errors }: Refusal): string | undefined {
  if (type === 'invalid' && errors?.length) return de.fieldRefused.replace('{field}', fieldLabel(errors[0].field, de)).replace('{phrase}', phrase(errors[0].message));
  const wait = retryAfter ? `in ${span(retryAfter)}` : 'gleich';
  const left = retryAfter ? `noch ${span(retryAfter)}` : 'noch';
  return refusals[type]?.replace('{wait}', wait).replace('{left}', left);
}
