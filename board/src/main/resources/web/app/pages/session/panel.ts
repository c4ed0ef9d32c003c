import { html, nothing } from 'lit';
import { invite } from '../../parts/invite.js';
import '../../parts/screens.js';
import { askSure } from '../../parts/dialog.js';
import { HiddenIdeas } from '../../parts/board/hidden.js';
import { define, icon } from '../../parts/view.js';
import { Lead } from '../../session/lead.js';
import { collects } from '../../session/select.js';
import { Key, t } from '../../texts/index.js';
import { NextStep } from './panel/next-step.js';
import { People } from './panel/people.js';
import { summaryForm } from './panel/summary.js';
import { SessionPart } from './part.js';

const PLACES = ['room', 'tools', 'time', 'interruptions'] as const;

/** Leading: the next step, the people, the place, and what else belongs to it. */
class Panel extends SessionPart {
  protected readonly ticks = true;
  static properties = { beside: { attribute: false } };
  /** Whether the panel stands beside the board, and is not the page itself. */
  declare beside?: boolean;
  private lead?: Lead;
  private hiddenIdeas?: HiddenIdeas;
  private nextStep?: NextStep;
  private people?: People;

  connectedCallback(): void {
    super.connectedCallback();
    this.lead = new Lead(this.store, () => this.requestUpdate());
    this.nextStep = new NextStep(this.store, this.lead, () => !!this.beside);
    this.people = new People(this.store, this.lead, () => this.requestUpdate());
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
      ${this.nextStep!.card()}
      ${before ? (view?.joinCode ? invite(this.store, view.joinCode, this.lead!.read) : nothing) : nothing}
      ${!before || early ? this.now() : nothing}
      ${this.people!.list()}
      <section class="card course" aria-labelledby="pl"><h2 id="pl">${t('place')} <span class="soft num">${t('ofAll', { n: view?.checklist.length ?? 0, all: PLACES.length })}</span></h2>
        <div class="place">${PLACES.map((item) => this.place(item))}</div>
        ${before ? nothing : html`<details><summary>${t('invite')}</summary>${view?.joinCode ? invite(this.store, view.joinCode, this.lead!.read) : nothing}</details>`}
        <ms-screens .store=${this.store}></ms-screens>${this.hiddenIdeas!.list()}${summaryForm(this.store, this.lead!, this)}${this.lead!.back ? html`<p class="row"><button class="btn small" @click=${() => this.nextStep!.take(this.lead!.back!)}>${icon('undo')}${t('goBack', { phase: t(this.lead!.back.to) })}</button></p>` : nothing}
        ${this.lead!.cancel ? html`<p class="row"><button class="link" @click=${this.cancel}>${t('cancelSession')}</button></p>` : nothing}</section>`;
    return this.beside ? html`<div class="lead">${inside}</div>` : html`<main class=${before ? `lead begin lobby-lead ${early ? 'early' : ''}` : 'lead'}>${inside}</main>`;
  }

  /** Numbers of the group, of participants only. */
  private now() {
    const people = this.board.participants.filter((p) => p.present && p.role === 'participant');
    const { writers, silent } = this.board.participation;
    const waits = this.lead!.view?.readiness;
    const done = !this.session.anonymous ? { ready: people.filter((p) => p.ready).length, of: people.length } : waits && { ready: waits.awaited - waits.notReady, of: waits.awaited };
    const early = collects(this.board);
    const quiet = early || this.session.phase === 'quiet';
    return html`<section class="card now" aria-labelledby="nw"><h2 id="nw">${t('groupNow')}</h2>
      <dl><div><dt>${t('haveWritten')}</dt><dd class="num">${writers ?? '–'} <span>${t('of', { n: people.length })}</span></dd></div>${early || !done ? nothing : html`<div><dt>${t('areDone')}</dt><dd class="num">${done.ready} <span>${t('of', { n: done.of })}</span></dd></div>`}${quiet ? nothing : html`<div><dt>${t('ideasSoFar')}</dt><dd class="num">${this.board.ideas.length}</dd></div>`}</dl>
      <p class="small soft">${t('neverShown')} ${silent && quiet && !early ? t('notWritten', { n: silent }) : nothing}</p></section>`;
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

  private readonly cancel = async () => {
    if (await askSure(t('cancelSure'), t('cancelSession'))) await this.nextStep!.take(this.lead!.cancel!);
  };
}
define('ms-panel', Panel);
