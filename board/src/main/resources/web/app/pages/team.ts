import { html, nothing } from 'lit';
import { refusal, request, send } from '../client/api.js';
import { isRemembered, remember, tokenOf } from '../client/teams.js';
import { join, seatOf } from '../client/seats.js';
import { menu } from '../parts/bar.js';
import { copyText } from '../parts/copy.js';
import { askText, askTyped } from '../parts/dialog.js';
import { saveFile } from '../parts/save.js';
import { TeamView } from '../parts/team-view.js';
import { define, go, icon } from '../parts/view.js';
import { Key, fullDay, t } from '../texts/index.js';
import './team/import.js';
import './team/links.js';
import './team/search.js';
import './team/trends.js';

interface Summary { id: string; number?: number; title?: string; phase: string; heldOn?: string; plannedAt?: string; deletedOn?: string; rehearsal: boolean; participants: unknown[] }
interface Page { items: Summary[]; next?: string }

const PAGE = 20;
const DOWNLOAD_MS = 300_000;
const OPEN = ['planned', 'lobby', 'quiet', 'sharing', 'converging', 'agreeing'];
const FILTERS: [Key, string][] = [['filterAll', ''], ['filterPlanned', 'planned,lobby'], ['filterRunning', 'quiet,sharing,converging,agreeing'], ['filterHeld', 'closing,closed'], ['filterCancelled', 'cancelled']];

/** The log book of a team: its key for the person who has just made it, its sessions, newest first, and the import. */
class TeamPage extends TeamView {
  protected readonly heading = 'logBook';
  private kept = true;
  private copied = false;
  private sessions?: Summary[];
  private next?: string;
  private phases = '';

  protected async load(): Promise<void> {
    this.kept = await isRemembered(this.slug);
    await this.read();
  }

  connectedCallback(): Promise<void> {
    addEventListener('beforeunload', this.warn);
    return super.connectedCallback();
  }

  disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener('beforeunload', this.warn);
  }

  /** Whoever closes the tab without the key loses the team. */
  private readonly warn = (event: BeforeUnloadEvent) => !this.kept && !this.copied && event.preventDefault();

  private async read(cursor = ''): Promise<void> {
    const page = await this.ask<Page>('GET', `/api/sessions?limit=${PAGE}${this.phases && `&phase=${this.phases}`}${cursor && `&cursor=${encodeURIComponent(cursor)}`}`);
    this.sessions = cursor ? [...this.sessions!, ...page.items] : page.items;
    this.next = page.next;
  }

  protected page() {
    return html`<header><h1>${t('logBook')}</h1><div class="row"><button class="btn small" @click=${this.download}>${icon('down')}${t('exportLog')}</button>
        <button class="btn small" @click=${this.downloadAll}>${icon('down')}${t('exportAll')}</button></div></header>
      ${this.kept ? nothing : this.key()}
      <ms-search .team=${this.team}></ms-search>
      <div class="log"><section class="all" aria-labelledby="s"><header><h2 id="s">${t('sessions')}</h2>
          <label class="by"><span class="soft small">${t('showSessions')}</span><select class="input" @change=${this.filter}>${FILTERS.map(([key, phases]) => html`<option value=${phases} ?selected=${phases === this.phases}>${t(key)}</option>`)}</select></label></header>
        ${this.sessions?.length ? html`<ol>${this.sessions.map((session) => this.entry(session))}</ol>` : this.sessions ? html`<p class="soft">${this.phases ? t('noneOfThese') : html`${t('noSession')} ${t('firstOne')}`}</p>` : nothing}
        ${this.next ? html`<button class="btn" @click=${() => this.attempt(() => this.read(this.next))}>${t('earlierSessions')}</button>` : nothing}</section>
        <ms-import .team=${this.team} @brought=${() => this.attempt(() => this.read())}></ms-import></div>
      <ms-links .team=${this.team} .sessions=${this.sessions}></ms-links>
      <ms-trends .team=${this.team} .sessions=${this.sessions}></ms-trends>`;
  }

  private key() {
    return html`<section class="card key" aria-labelledby="k"><h2 id="k">${t('teamKey')}</h2><p class="soft">${t('teamKeyHelp')}</p>
      <code>${this.team!.key}</code><p class="small soft">${t('teamAddress')}: <b>${this.slug}</b></p><div class="row"><button class="btn" @click=${this.remember}>${t('rememberKey')}</button><button class="btn" @click=${this.copy}>${icon('copy')}${t('copyKey')}</button></div></section>`;
  }

  private entry(session: Summary) {
    const open = OPEN.includes(session.phase);
    const at = session.heldOn ?? session.plannedAt;
    const facts = [at && fullDay(at), session.participants.length ? t('people', { n: session.participants.length }) : '', session.phase === 'closed' ? '' : t(session.phase as Key), session.rehearsal ? t('rehearsalTag') : '', session.deletedOn ? t('deletedOnDay', { day: fullDay(session.deletedOn) }) : ''].filter(Boolean);
    const title = html`<span class="vh"> ${session.title}</span>`;
    return html`<li><span class="num no">${session.number ?? ''}</span><div><h3 dir="auto">${session.title}</h3><p class="small soft">${facts.join(' · ')}</p></div>
      <div class="row">${session.phase === 'planned' || session.phase === 'lobby' ? html`<a class="link" href=${`/t/${this.slug}/plan/${session.id}`}>${t('change')}${title}</a>` : nothing}
        ${session.phase === 'cancelled' ? html`<button class="btn small" @click=${() => this.planAgain(session)}>${t('planAgain')}${title}</button>` : open ? html`<button class="btn small" @click=${() => this.attempt(() => this.enter(session))}>${t('goIn')}${title}</button>` : html`<a class="btn small" href=${`/s/${session.id}/report`}>${t('report')}${title}</a>`}
        ${this.team!.role === 'owner' ? menu(`s-${session.id}`, `${session.title}: ${t('more')}`, () => html`<button @click=${() => this.delete(session)}>${t('deleteSession')}</button>`, 'link') : nothing}</div></li>`;
  }

  private readonly remember = async () => {
    await remember(this.team!);
    this.kept = true;
    this.requestUpdate();
  };

  private readonly copy = () =>
    copyText(t('copyKey'), this.team!.key, () => {
      this.copied = true;
      this.notice = t('keyCopied');
      this.requestUpdate();
    });

  private readonly filter = (event: Event) => {
    this.phases = (event.target as HTMLSelectElement).value;
    void this.attempt(() => this.read());
  };

  private readonly download = () =>
    this.attempt(async () => saveFile(`${this.slug}.md`, await request<string>('GET', '/api/logs', { token: await tokenOf(this.team!), accept: 'text/markdown' })));

  private readonly downloadAll = () =>
    this.attempt(async () => {
      const answer = await send('GET', '/api/logs', { token: await tokenOf(this.team!), accept: 'application/zip', signal: AbortSignal.timeout(DOWNLOAD_MS) });
      if (!answer.ok) throw await refusal(answer);
      saveFile(`${this.slug}.zip`, await answer.blob());
    });

  private async delete(session: Summary): Promise<void> {
    const title = session.title ?? session.id;
    if (!(await askTyped(t('deleteSessionSure'), t('typeTitle', { title }), t('deleteForGood'), (typed) => typed === title))) return;
    await this.attempt(async () => {
      await this.ask('DELETE', `/api/sessions/${session.id}`);
      await this.read();
    }, t('sessionDeleted'));
  }

  /** Takes back that the session was cancelled. */
  private planAgain = (session: Summary) =>
    this.attempt(async () => {
      await this.ask('POST', `/api/sessions/${session.id}/phase`, { to: 'planned', from: 'cancelled' });
      await this.read();
    }, t('plannedAgain'));

  /** Leads the session: with the seat that this browser has, or with a new one. */
  private async enter(session: Summary): Promise<void> {
    if (!(await seatOf(session.id))) {
      const name = await askText(t('lead'), t('yourName'), '', t('goIn'));
      if (!name) return;
      await join(session.id, { token: await tokenOf(this.team!), role: 'facilitator', name });
    }
    go(`/s/${session.id}/lead`);
  }
}
define('ms-team', TeamPage);
