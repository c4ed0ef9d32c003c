import { TemplateResult, html, nothing } from 'lit';
import { ApiError, refusal, request, send } from '../client/api.js';
import { sleep } from '../client/random.js';
import { Reader, forgetReaderCode, readerCode } from '../client/reader.js';
import { SeatClient, seatOf } from '../client/seats.js';
import { ask, teams, tokenOf } from '../client/teams.js';
import { menu, plainBar } from '../parts/bar.js';
import { dots } from '../parts/drawing/dots.js';
import { Pace, pacePlot } from '../parts/drawing/pace.js';
import { saveFile } from '../parts/save.js';
import { Scorecard, scorecard } from '../parts/scorecard.js';
import { View, arrive, define, icon } from '../parts/view.js';
import '../parts/report-access.js';
import { type Key, day, failureOf, mean, t } from '../texts/index.js';

interface Idea { id: string; kind: string; text: string; room?: number; ideas: Idea[] }
interface Topic { id: string; title: string; ideas: Idea[]; topics: Topic[] }
interface Action { id: string; text: string; owner?: string; dueOn?: string; state: 'open' | 'done' | 'dropped' }
interface Report {
  number?: number; title?: string; heldOn?: string; phase: string; complete: boolean; problem?: string; summary?: string;
  participants: { participantId: string; name: string }[]; criteria: { id: string; text: string }[]; topics: Topic[]; ideas: Idea[];
  anonymous: boolean; counts: { participants: number; ideas: number };
  outcome: { groups: { id: string; name: string; ideaIds: string[] }[]; votes: { ideaId: string; votes: number }[]; marks: { ideaId: string; criterionId: string; mean: number; count: number }[]; actions: Action[] };
  scorecard?: Scorecard;
  pace?: Pace;
}

const TRIES = 20;
/** The refusals of a link that was renewed or switched off, or that never opened this report. */
const LINK_GONE = ['reader-code-wrong', 'reader-code-gone', 'invalid'];
/** What a link meets while the report does not yet know its code. */
const BEHIND = ['reader-code-gone', 'not-found'];

/** The forms of a report and how the service is asked for them. */
const FORMS: readonly (readonly [Key, string])[] = [
  ['formPdf', 'format=pdf'],
  ['formHtml', 'format=html'],
  ['formMarkdown', 'format=markdown'],
  ['formIdeas', 'format=csv&table=ideas'],
  ['formVotes', 'format=csv&table=votes'],
  ['formActions', 'format=csv&table=actions'],
  ['formJson', 'format=json'],
];

/** A session as its report has it. */
class ReportPage extends View {
  declare sessionId: string;
  private report?: Report;
  private error = '';
  private help = '';
  private refused = '';
  private token?: () => Promise<string>;

  private reader?: Reader;
  private behind = false;

  async connectedCallback(): Promise<void> {
    super.connectedCallback();
    addEventListener('hashchange', this.open);
    await this.open();
  }

  disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener('hashchange', this.open);
  }

  /** Opens the report: now, and when another link to it is opened in this tab. */
  private readonly open = async () => {
    const code = readerCode(this.sessionId);
    this.error = '';
    this.reader = code ? new Reader(this.sessionId, code) : undefined;
    for (let i = 0; i < TRIES && !this.report?.complete; i++) {
      await this.read();
      this.requestUpdate();
      if ((this.error && !this.behind) || !this.isConnected) break;
      if (!this.report?.complete) await sleep(500 + 250 * i);
    }
    this.behind = false;
    this.requestUpdate();
    await this.updateComplete;
    arrive(this.report?.title ?? (this.error || t('report')), this);
  };

  /** Reads with the seat of this browser, with one of its teams, or with the code of a reader link. */
  private async read(): Promise<void> {
    const path = `/api/reports/${this.sessionId}`;
    const seat = await seatOf(this.sessionId);
    this.error = t('notMine');
    this.help = t('readerLinkAgain');
    this.behind = false;
    if (seat) {
      const client = new SeatClient(seat);
      const found = await client.call<Report>('GET', path).catch(this.refuseObserver);
      if (found) return this.use(found, async () => client.seat.token);
    }
    for (const team of await teams()) {
      const found = await ask<Report>(team, 'GET', path).catch(() => undefined);
      if (found) return this.use(found, () => tokenOf(team));
    }
    if (this.reader) await this.readByLink(this.reader, path);
  }

  /** Tells an observer who may not read the report whom to ask. */
  private readonly refuseObserver = (e: unknown) => {
    if (e instanceof ApiError && e.type === 'not-for-observers') Object.assign(this, { error: e.detail, help: '' });
    return undefined;
  };

  private async readByLink(reader: Reader, path: string): Promise<void> {
    let accepted = false;
    try {
      const token = await reader.token();
      accepted = true;
      this.use(await request<Report>('GET', path, { token }), () => reader.token());
    } catch (e) {
      const type = e instanceof ApiError ? e.type : '';
      this.behind = accepted && BEHIND.includes(type);
      const gone = LINK_GONE.includes(type);
      this.error = gone ? t('readerLinkGone') : type === 'no-answer' ? t('screenOffline') : failureOf(e);
      this.help = gone ? t('readerLinkGoneHelp') : '';
      if (type === 'reader-code-wrong') forgetReaderCode(this.sessionId);
    }
  }

  private use(report: Report, token: () => Promise<string>): void {
    this.report = report;
    this.token = token;
    this.error = '';
  }

  render() {
    const r = this.report;
    const refused = !this.behind && this.error;
    if (!r) return html`${plainBar()}<main class="say-page"><h1>${refused || t('reportWait')}</h1>${refused ? html`${this.help ? html`<p class="soft">${this.help}</p>` : nothing}<p><a class="btn main" href="/">${t('nothingNext')}</a></p>` : nothing}</main>`;
    const ideas = [...r.ideas, ...r.topics.flatMap(under)];
    const flat = ideas.flatMap(withBuilt);
    const votes = r.outcome.votes.filter((v) => v.votes > 0).sort((a, b) => b.votes - a.votes);
    const built = flat.length - ideas.length;
    return html`${plainBar('Microstorm', '/', html`${menu('download', t('download'), () => FORMS.map(([label, query]) => html`<button @click=${() => this.download(query)}>${t(label)}</button>`), 'btn small', html`${icon('down')}<span class="only-desk">${t('download')}</span>`)}<span role="status" class="small soft">${this.refused}</span>`)}
      <main class="report">
        <header class="top"><p class="soft">${[r.number === undefined ? '' : t('reportOf', { n: r.number }), r.heldOn ? day(r.heldOn) : ''].filter(Boolean).join(' · ')}</p><h1 dir="auto">${r.title}</h1><p class="words lede" dir="auto">${r.problem}</p>
          <dl class="facts">${this.fact(r.counts.participants, 'peopleLabel')}${this.fact(flat.length, 'ideasLabel')}${built ? this.fact(built, 'buildLabel') : nothing}${this.fact(r.outcome.actions.length, 'actionLabel')}</dl></header>
        <ms-report-access .sessionId=${this.sessionId}></ms-report-access>
        ${r.summary ? html`<section aria-labelledby="su"><h2 id="su">${t('summary')}</h2><p class="words" dir="auto">${r.summary}</p></section>` : nothing}
        ${r.scorecard ? scorecard(r.scorecard) : nothing}
        ${r.pace ? pacePlot(r.pace) : nothing}
        ${votes.length ? html`<section aria-labelledby="ch"><h2 id="ch">${t('whatChosen')}</h2><ol class="chosen">${votes.map((v) => this.chosen(v, flat, r))}</ol></section>` : nothing}
        ${r.outcome.actions.length ? html`<section aria-labelledby="ac"><h2 id="ac">${t('toDo')}</h2><ul class="rows">${r.outcome.actions.map((a) => html`<li><span class="words" dir="auto">${a.text}</span><span class="small soft">${[a.owner, a.dueOn && t('untilDay', { day: day(a.dueOn) }), t(a.state === 'open' ? 'statesOpen' : a.state === 'done' ? 'statesDone' : 'statesDropped')].filter(Boolean).join(' · ')}</span></li>`)}</ul></section>` : nothing}
        <section aria-labelledby="al"><h2 id="al">${t('allIdeas')}</h2>${this.groups(r, ideas)}</section>
        ${r.counts.participants ? html`<section aria-labelledby="pa"><h2 id="pa">${t('participants')}</h2><p>${r.anonymous ? t('people', { n: r.counts.participants }) : r.participants.map((p, i) => html`${i ? ', ' : ''}<bdi>${p.name}</bdi>`)}</p></section>` : nothing}
      </main>`;
  }

  private fact = (n: number, label: 'peopleLabel' | 'ideasLabel' | 'buildLabel' | 'actionLabel') => html`<div><dd class="num">${n}</dd><dt>${t(label, { n })}</dt></div>`;

  private chosen(vote: { ideaId: string; votes: number }, flat: Idea[], r: Report) {
    const marks = r.outcome.marks.filter((m) => m.ideaId === vote.ideaId && m.count > 0).map((m) => `${r.criteria.find((c) => c.id === m.criterionId)?.text} ${t('ofMarks', { mean: mean(m.mean), n: m.count })}`);
    return html`<li>${dots(vote.votes)}<div><p class="words" dir="auto">${flat.find((i) => i.id === vote.ideaId)?.text}</p><p class="small soft">${[t('dotCount', { n: vote.votes }), ...marks].join(' · ')}</p></div></li>`;
  }

  private groups(r: Report, ideas: Idea[]) {
    const grouped = new Set(r.outcome.groups.flatMap((g) => g.ideaIds));
    const list = (some: Idea[]): TemplateResult => html`<ul class="all">${some.map((i) => html`<li><p class="words" dir="auto">${i.text}</p>${i.room ? html`<span class="tag">${t('room', { n: i.room })}</span>` : nothing}${i.ideas.length ? list(i.ideas) : nothing}</li>`)}</ul>`;
    const rest = ideas.filter((i) => !grouped.has(i.id));
    return html`${r.outcome.groups.map((g) => html`<h3 dir="auto">${g.name}</h3>${list(g.ideaIds.flatMap((id) => ideas.find((i) => i.id === id) ?? []))}`)}
      ${rest.length ? html`${r.outcome.groups.length ? html`<h3>${t('notGrouped')}</h3>` : nothing}${list(rest)}` : nothing}`;
  }

  /** Saves the report in one of its forms, under the name that the service gives. */
  private readonly download = async (query: string) => {
    this.refused = '';
    try {
      const answer = await send('GET', `/api/reports/${this.sessionId}?${query}`, { token: await this.token!() });
      if (!answer.ok) throw await refusal(answer);
      saveFile(nameOf(answer.headers.get('Content-Disposition')), await answer.blob());
    } catch (error) {
      this.refused = error instanceof ApiError && error.detail ? error.detail : t('downloadFailed');
    }
    this.requestUpdate();
  };
}

const under = (topic: Topic): Idea[] => [...topic.ideas, ...topic.topics.flatMap(under)];
const nameOf = (disposition: string | null): string => decodeURIComponent(/filename\*=UTF-8''([^;]+)/.exec(disposition ?? '')?.[1] ?? 'report');
const withBuilt = (idea: Idea): Idea[] => [idea, ...idea.ideas.flatMap(withBuilt)];
define('ms-report', ReportPage);
