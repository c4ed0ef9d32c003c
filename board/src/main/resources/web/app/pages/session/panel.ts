import { html, nothing } from 'lit';
import { invite } from '../../parts/invite.js';
import '../../parts/screens.js';
import { menu } from '../../parts/bar.js';
import { askSure } from '../../parts/dialog.js';
import { HiddenIdeas } from '../../parts/board/hidden.js';
import { define, icon } from '../../parts/view.js';
import { Lead, Step } from '../../session/lead.js';
import { collects, overDays, present, rooms } from '../../session/select.js';
import { Person, Phase } from '../../session/state.js';
import { Key, moment, refusalText, t } from '../../texts/index.js';
import { SessionPart } from './part.js';

const AHEAD_SECONDS = 5;
const BREAK_MINUTES = 5;
const MORE = [1, 5];
/** From this number of people on, a group can be split into two rooms. */
const LARGE = 3;
/** From this number of people on, their list can be searched. */
const MANY = 12;
const NAMED = 30;
const SPLIT_IN: Phase[] = ['planned', 'lobby', 'quiet', 'sharing'];
const MORE_HOURS = [1, 24];
const NAMES: Partial<Record<Phase, string>> = { lobby: 'Lobby', quiet: 'Quiet', sharing: 'Sharing', converging: 'Converging', agreeing: 'Agreeing', closing: 'Closing' };
const PLACES = ['room', 'tools', 'time', 'interruptions'] as const;

/** Leading: the next step is one button; if it is not possible yet, the reason stands beside it. */
class Panel extends SessionPart {
  static properties = { beside: { attribute: false } };
  /** Whether the panel stands beside the board, and is not the page itself. */
  declare beside?: boolean;
  private lead?: Lead;
  private hiddenIdeas?: HiddenIdeas;
  private name = '';
  private only = '';

  connectedCallback(): void {
    super.connectedCallback();
    this.lead = new Lead(this.store, () => this.requestUpdate());
    this.hiddenIdeas = new HiddenIdeas(this.store, () => this.requestUpdate());
  }

  disconnectedCallback(): void {
    super.disconnectedCallback();
    this.lead?.stop();
  }

  render() {
    const view = this.lead!.view;
    const before = this.session.phase === 'lobby' || this.session.phase === 'planned';
    const early = collects(this.board);
    const inside = html`
      ${this.next()}
      ${before ? (view?.joinCode ? invite(this.store, view.joinCode, this.lead!.read) : nothing) : nothing}
      ${!before || early ? this.now() : nothing}
      ${this.people()}
      <section class="card course" aria-labelledby="pl"><h2 id="pl">${t('place')} <span class="soft num">${t('ofAll', { n: view?.checklist.length ?? 0, all: PLACES.length })}</span></h2>
        <div class="place">${PLACES.map((item) => this.place(item))}</div>
        ${before ? nothing : html`<details><summary>${t('invite')}</summary>${view?.joinCode ? invite(this.store, view.joinCode, this.lead!.read) : nothing}</details>`}
        <ms-screens .store=${this.store}></ms-screens>${this.hiddenIdeas!.list()}${this.summary()}${this.lead!.back ? html`<p class="row"><button class="btn small" @click=${() => this.step(this.lead!.back!)}>${icon('undo')}${t('goBack', { phase: t(this.lead!.back.to) })}</button></p>` : nothing}
        ${this.lead!.cancel ? html`<p class="row"><button class="link" @click=${this.cancel}>${t('cancelSession')}</button></p>` : nothing}</section>`;
    return this.beside ? html`<div class="lead">${inside}</div>` : html`<main class=${before ? `lead begin lobby-lead ${early ? 'early' : ''}` : 'lead'}>${inside}</main>`;
  }

  private heading = (text: string) => (this.beside ? html`<h2 id="nx" class="big">${text}</h2>` : html`<h1 id="nx">${text}</h1>`);

  private next() {
    const step = this.lead!.next;
    const name = step && NAMES[step.to];
    if (!step || !name) return html`<section class="next card" aria-labelledby="nx"><p class="small soft">${t('next')}</p>${this.heading(t(this.session.phase))}</section>`;
    const { breakId, breakDue } = this.session;
    const days = overDays(this.board);
    const act = step.to === 'quiet' ? this.beginQuiet() : t(`do${name}` as Key);
    return html`<section class="next card" aria-labelledby="nx"><p class="small soft">${t('next')}</p>${this.heading(t(`next${name}` as Key))}
      <p class="why" id="why">${icon(step.possible ? 'check' : 'clock')}<span>${step.possible ? html`${t(`say${name}` as Key)} ${step.reversible ? nothing : t('cannotUndo')}` : html`${t('notYet')} ${days && step.to === 'sharing' ? this.waitsFor() : this.whyNot(step)}`}</span></p>
      ${breakDue && !breakId ? html`<p class="notice">${icon('cup')}<span>${t('breakDue')}</span></p>` : nothing}
      <div class="row"><button class="btn main" aria-disabled=${step.possible ? nothing : 'true'} aria-describedby="why" @click=${() => step.possible && this.step(step)}>${act}</button>
        ${breakId || !this.session.endsAt ? nothing : days ? MORE_HOURS.map((n) => html`<button class="btn" @click=${() => this.longer(n * 60)}>${t('moreHours', { n })}</button>`) : MORE.map((n) => html`<button class="btn" @click=${() => this.longer(n)}>${t('moreTime', { n })}</button>`)}
        ${breakId ? html`<button class="btn" @click=${() => this.store.ask('DELETE', `/api/sessions/${this.store.id}/breaks/current`)}>${t('goOnNow')}</button>`
        : days || this.session.phase === 'lobby' || this.session.phase === 'planned' ? nothing : html`<button class="btn" @click=${() => this.store.ask('POST', `/api/sessions/${this.store.id}/breaks`, { minutes: BREAK_MINUTES })}>${icon('cup')}${t('takeBreak')}</button>`}</div></section>`;
  }

  private beginQuiet(): string {
    const { quietUntil } = this.session;
    return quietUntil ? t('doQuietUntil', { time: moment(quietUntil) }) : t('doQuiet', { n: this.lead!.view?.settings?.quietMinutes ?? 0 });
  }

  /** Why a quiet time over days goes on, with its end in the reader's time zone. */
  private waitsFor(): string {
    const { awaited = 0, notReady = 0 } = this.lead!.view?.readiness ?? {};
    return t('waitsUntil', { time: moment(this.session.endsAt!), n: notReady, all: awaited });
  }

  private whyNot({ refusal }: Step): string {
    const seconds = refusal?.type === 'quiet-time-not-over' && this.session.endsAt ? (Date.parse(this.session.endsAt) - this.store.now()) / 1000 : 0;
    return refusal ? refusalText({ ...refusal, retryAfter: Math.max(0, Math.ceil(seconds)) }) : '';
  }

  /** Some minutes more for this phase. */
  private longer(minutes: number): void {
    const end = Math.max(Date.parse(this.session.endsAt!), this.store.now());
    void this.store.ask('PUT', `/api/sessions/${this.store.id}/phase/timer`, { endsAt: new Date(end + minutes * 60_000).toISOString() });
  }

  /** Numbers of the group, of participants only. */
  private now() {
    const people = this.board.participants.filter((p) => p.present && p.role === 'participant');
    const { writers, silent } = this.board.participation;
    const ready = people.filter((p) => p.ready).length;
    const early = collects(this.board);
    const quiet = early || this.session.phase === 'quiet';
    return html`<section class="card now" aria-labelledby="nw"><h2 id="nw">${t('groupNow')}</h2>
      <dl><div><dt>${t('haveWritten')}</dt><dd class="num">${writers ?? '–'} <span>${t('of', { n: people.length })}</span></dd></div>${early ? nothing : html`<div><dt>${t('areDone')}</dt><dd class="num">${ready} <span>${t('of', { n: people.length })}</span></dd></div>`}${quiet ? nothing : html`<div><dt>${t('ideasSoFar')}</dt><dd class="num">${this.board.ideas.length}</dd></div>`}</dl>
      <p class="small soft">${t('neverShown')} ${silent && quiet && !early ? t('notWritten', { n: silent }) : nothing}</p></section>`;
  }

  private people() {
    const here = present(this.board);
    const wanted = here.filter((p) => this.wanted(p));
    const group = this.lead!.view?.group;
    const split = rooms(this.board);
    const waits = this.session.phase === 'quiet' || this.session.phase === 'converging';
    return html`<section class="card people" aria-labelledby="pp"><header><h2 id="pp">${t('peopleTitle')}</h2>${group && !group.advice ? html`<span class="tag ok">${icon('check')}${t('goodSize', { n: group.people })}</span>` : html`<span class="tag num">${t('people', { n: here.length })}</span>`}</header>
      ${here.length > MANY ? this.filter(waits) : nothing}
      <ul class="rows">${wanted.slice(0, NAMED).map((p) => html`<li><b><bdi>${p.name}</bdi></b>${this.state(p, waits)}${p.role === 'facilitator' ? html`<span class="tag">${t('leads')}</span>` : menu(`p-${p.participantId}`, `${p.name}: ${t('more')}`, html`${split.filter((each) => each.room !== p.room).map((each) => html`<button @click=${() => this.move(p, each.room)}>${t('moveToRoom', { n: each.room })}</button>`)}${p.role === 'participant' ? html`<button @click=${() => this.promote(p)}>${t('letLead')}</button>` : nothing}<button @click=${() => this.takeOut(p)}>${t('removePerson')}</button>`, 'link')}</li>`)}</ul>
      ${wanted.length > NAMED ? html`<p class="soft small">${t('andMore', { n: wanted.length - NAMED })}</p>` : nothing}
      ${group?.advice ? html`<p class="small soft">${t(group.people < group.min ? 'smallSize' : 'largeSize', { min: group.min, max: group.max })}</p>` : nothing}
      ${split.length ? html`<h3>${t('rooms')}</h3><ul class="rows">${split.map((each) => html`<li><b>${t('room', { n: each.room })}</b><span class="small soft"><bdi>${each.people.map((p) => p.name).join(', ')}</bdi></span>${this.session.phase === 'sharing' ? html`<span class="tag num">${t('ideaCount', { n: each.ideas })}</span>` : nothing}</li>`)}</ul>` : nothing}
      <div class="row">${split.length ? html`<button class="btn small" @click=${() => this.rooms('DELETE')}>${icon('rooms')}${t('mergeRooms')}</button>` : here.length >= LARGE && SPLIT_IN.includes(this.session.phase) ? html`<button class="btn small" @click=${() => this.rooms('POST', here.length)}>${icon('rooms')}${t('twoRooms')}</button>` : nothing}</div></section>`;
  }

  /** A long list of people shows those whose name contains some letters, who are not done, or who are not connected. */
  private filter(waits: boolean) {
    const look = (e: Event) => {
      const field = e.target as HTMLInputElement | HTMLSelectElement;
      if (field instanceof HTMLSelectElement) this.only = field.value;
      else this.name = field.value.trim().toLowerCase();
      this.requestUpdate();
    };
    return html`<div class="find"><input class="input" type="search" aria-label=${t('findPerson')} placeholder=${t('findPerson')} @input=${look}>
      <select class="input" aria-label=${t('showSessions')} @change=${look}><option value="">${t('everybody')}</option>${waits && !this.session.anonymous ? html`<option value="writing">${t('notDoneYet')}</option>` : nothing}<option value="away">${t('notConnected')}</option></select></div>`;
  }

  private wanted(p: Person): boolean {
    const right = this.only === 'writing' ? p.role === 'participant' && !p.ready : this.only === 'away' ? !p.connected : true;
    return right && p.name.toLowerCase().includes(this.name);
  }

  private state(p: Person, waits: boolean) {
    const hidden = this.lead!.view?.rehearsal || overDays(this.board) || (this.session.phase === 'planned' && this.session.collectEarly);
    if (!p.connected && !hidden) return html`<span class="tag heed">${icon('off')}${t('notConnected')}</span>`;
    const room = p.room ? html`<span class="tag">${t('room', { n: p.room })}</span>` : nothing;
    if (!waits || p.role !== 'participant' || this.session.anonymous) return room;
    return html`${room}${p.ready ? html`<span class="tag ok">${icon('check')}${t('done')}</span>` : this.session.phase === 'quiet' ? html`<span class="tag">${t('notDone')}</span>` : nothing}`;
  }

  private place(item: (typeof PLACES)[number]) {
    const ticked = this.lead!.view?.checklist ?? [];
    const label = t(`place${item[0].toUpperCase()}${item.slice(1)}` as Key);
    const tick = async (on: boolean) => {
      await this.store.ask('PUT', `/api/sessions/${this.store.id}/checklist`, { ticked: PLACES.filter((each) => (each === item ? on : ticked.includes(each))) });
      await this.lead!.read();
    };
    return html`<label class="check"><input type="checkbox" .checked=${ticked.includes(item)} @change=${(e: Event) => tick((e.target as HTMLInputElement).checked)}>${label}</label>`;
  }

  private summary() {
    if (!['sharing', 'converging', 'agreeing'].includes(this.session.phase)) return nothing;
    return html`<form class="summary field" @submit=${async (e: Event) => {
      e.preventDefault();
      if (await this.store.ask('PATCH', `/api/sessions/${this.store.id}`, { summary: this.field<HTMLTextAreaElement>('summary').value.trim() })) this.store.say(t('saved2'));
    }}><label for="summary">${t('summary')}</label><p class="help" id="sh">${t('summaryHelp')}</p><textarea class="input words" id="summary" rows="2" maxlength="2000" aria-describedby="sh" .value=${this.lead!.view?.summary ?? ''}></textarea><div class="row"><button class="btn small">${t('save')}</button></div></form>`;
  }

  /** Takes a step from the phase that offers it; the board may still show an earlier phase. */
  private async step(step: Step): Promise<void> {
    const announced = !step.back && !step.reversible;
    await this.store.ask('POST', `/api/sessions/${this.store.id}/phase`, { to: step.to, from: this.lead!.view!.phase, delaySeconds: announced ? AHEAD_SECONDS : undefined });
    await this.lead!.read();
  }

  private readonly cancel = async () => {
    if (await askSure(t('cancelSure'), t('cancelSession'))) await this.step(this.lead!.cancel!);
  };

  private async promote(p: Person): Promise<void> {
    if ((await askSure(t('letLeadSure', { name: p.name }), t('letLead'))) && (await this.store.ask('POST', `/api/sessions/${this.store.id}/participants/${p.participantId}/lead`))) this.store.say(t('leadsNow', { name: p.name }));
  }

  private takeOut = (p: Person) => this.store.ask('DELETE', `/api/sessions/${this.store.id}/participants/${p.participantId}`);

  /** A group that is too small for rooms of the advised size gets two. */
  private async rooms(method: 'POST' | 'DELETE', people = 0): Promise<void> {
    const size = people > (this.lead!.view?.group?.max ?? 0) ? {} : { size: Math.ceil(people / 2) };
    await this.store.ask(method, `/api/sessions/${this.store.id}/rooms`, method === 'POST' ? size : undefined);
    await this.lead!.read();
  }

  private move = (p: Person, room: number) => this.store.ask('PUT', `/api/sessions/${this.store.id}/participants/${p.participantId}/room`, { room });
}
define('ms-panel', Panel);
