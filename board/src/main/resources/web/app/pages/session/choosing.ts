import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { ideaWords } from '../../parts/board/long-words.js';
import { dots } from '../../parts/drawing/dots.js';
import { keptWords } from '../../parts/notices.js';
import { define, icon } from '../../parts/view.js';
import { dotsOn, groupName, inOrder, markOf, votesOf } from '../../session/select.js';
import { Criterion, Idea } from '../../session/state.js';
import { t } from '../../texts/index.js';
import { SessionPart } from './part.js';

const VALUES = [1, 2, 3, 4, 5];
const PAGE = 30;
/** From this number of ideas on, people may want to see their own choices alone. */
const MANY = 8;

/** Choosing: dots by plus and minus, marks by the criteria, no tallies. */
class Choosing extends SessionPart {
  private open?: string;
  private limit = PAGE;
  private own = false;

  render() {
    const { problem, title, votesPerPerson, criteria } = this.session;
    const all = inOrder(this.board);
    const ideas = this.own ? all.filter((idea) => dotsOn(this.board, idea.id) > 0) : all;
    const watches = this.store.watches;
    return html`<main class=${`choose ${criteria.length > 3 ? 'many' : ''}`} data-criteria=${criteria.length}>
        <section class="head" aria-labelledby="p"><h1 id="p" class="words" dir="auto">${problem || title}</h1><p class="soft">${watches ? t('watchChoosing') : t('chooseHelp', { n: votesPerPerson })}</p>${keptWords(this.store)}</section>
        ${watches || all.length < MANY ? nothing : html`<div class="row which" role="group" aria-label=${t('showSessions')}>${this.which(false, t('allIdeas'))}${this.which(true, t('withMyDots'))}</div>`}
        ${this.own && !ideas.length ? html`<p class="soft">${t('noDotsYet')}</p>` : nothing}
        <div class="names small soft" aria-hidden="true"><span>${t('idea')}</span><span>${t('myDots')}</span>${criteria.map((c) => html`<span dir="auto">${c.text}</span>`)}</div>
        <ol class="ideas" id="ideas">${repeat(ideas.slice(0, this.limit), (idea) => idea.id, (idea) => this.row(idea, criteria))}</ol>
        ${ideas.length > this.limit ? html`<p class="small soft rest"><button class="link" @click=${this.more}>${t('showMore', { n: Math.min(PAGE, ideas.length - this.limit), all: ideas.length })}</button></p>` : nothing}
      </main>${watches ? nothing : this.foot()}`;
  }

  private readonly which = (own: boolean, label: string) => html`<button class="btn small" aria-pressed=${this.own === own ? 'true' : 'false'} @click=${() => {
    this.own = own;
    this.requestUpdate();
  }}>${label}</button>`;

  private row(idea: Idea, criteria: Criterion[]) {
    const open = this.open === idea.id;
    const given = criteria.filter((c) => markOf(this.board, idea.id, c.id)).length;
    return html`<li class=${open ? 'open' : ''} aria-labelledby=${`i-${idea.id}`}><div class="what"><p class="small soft" dir="auto">${groupName(this.board, idea) ?? t('notGroupedShort')}</p>${ideaWords(idea.text, 3, `i-${idea.id}`)}</div>
      ${this.store.watches ? nothing : html`<button class="btn small turn" aria-expanded=${open} @click=${() => this.turn(idea)}>${t('marksOf', { n: given, all: criteria.length })}</button>
        ${this.dots(idea)}<div class="marks">${criteria.map((c) => this.scale(idea, c))}</div>`}</li>`;
  }

  private dots(idea: Idea) {
    const n = dotsOn(this.board, idea.id);
    const why = idea.mine && !this.session.votesOnOwnIdeas ? t('notOnOwn') : votesOf(this.board).left === 0 ? t('noDotLeft') : undefined;
    const full = why !== undefined;
    return html`<div class="give" role="group" aria-label=${`${t('myDots')}: ${idea.text}`}>
      <button class="iconbtn" aria-label=${t('takeDot')} aria-disabled=${n === 0 ? 'true' : nothing} @click=${() => n > 0 && this.dot(idea, 'DELETE')}>${icon('minus')}</button>
      <output aria-label=${t('myDotsAre', { n })}>${n ? dots(n) : '–'}</output>
      <button class="iconbtn" aria-label=${t('giveDot')} aria-disabled=${full ? 'true' : nothing} title=${why ?? nothing} @click=${() => !full && this.dot(idea, 'POST')}>${icon('plus')}</button></div>`;
  }

  private scale(idea: Idea, criterion: Criterion) {
    const value = markOf(this.board, idea.id, criterion.id);
    const name = `m-${idea.id}-${criterion.id}`;
    return html`<fieldset><legend dir="auto">${criterion.text}</legend><div class="scale">${VALUES.map((v) => html`<label><input type="radio" name=${name} value=${v} .checked=${v === value} @change=${() => this.mark(idea, criterion, v)} @click=${() => v === value && this.unmark(idea, criterion)}><span>${v}</span></label>`)}</div></fieldset>`;
  }

  private foot() {
    const { limit, left } = votesOf(this.board);
    const done = this.store.me?.ready ?? false;
    return html`<footer class="done"><div><p><span class="left" aria-hidden="true">${Array.from({ length: Math.min(limit, 10) }, (_, i) => html`<i class=${i >= limit - left ? 'free' : ''}></i>`)}</span><b class="num">${t('dotsLeft', { n: left })}</b><span class="soft wide"> · ${t('marksGiven', { n: this.board.marks.length })}</span></p>
      <button class="btn" aria-pressed=${done} @click=${this.toggleDone}>${done ? icon('check') : nothing}${t('doneChoosing')}</button></div></footer>`;
  }

  private turn(idea: Idea): void {
    this.open = this.open === idea.id ? undefined : idea.id;
    this.requestUpdate();
  }

  private readonly more = () => {
    this.limit += PAGE;
    this.requestUpdate();
  };

  private async dot(idea: Idea, method: 'POST' | 'DELETE'): Promise<void> {
    const view = await (method === 'POST' ? this.store.ask<Vote>('POST', 'votes', { ideaId: idea.id }) : this.store.ask<Vote>('DELETE', `votes/${idea.id}`));
    if (!view) return;
    const { limit, mine } = votesOf(this.board);
    const rest = mine.filter((vote) => vote.ideaId !== idea.id);
    this.store.board = { ...this.board, votes: { limit, left: view.left, mine: view.mine ? [...rest, { ideaId: idea.id, votes: view.mine }] : rest } };
    this.store.changed();
    this.store.speak(t('dotsLeft', { n: view.left }));
  }

  private async mark(idea: Idea, criterion: Criterion, value: number): Promise<boolean | void> {
    const before = markOf(this.board, idea.id, criterion.id);
    if (!(await this.store.ask('POST', 'marks', { ideaId: idea.id, criterionId: criterion.id, value }))) return this.requestUpdate();
    this.store.history.add({ text: t('markGiven'), back: () => (before ? this.mark(idea, criterion, before) : this.unmark(idea, criterion)) });
    this.keepMarks(idea, criterion, value);
    return true;
  }

  private async unmark(idea: Idea, criterion: Criterion): Promise<boolean> {
    if (!(await this.store.ask('DELETE', `marks/${idea.id}/${criterion.id}`))) return false;
    this.keepMarks(idea, criterion);
    return true;
  }

  private keepMarks(idea: Idea, criterion: Criterion, value?: number): void {
    const rest = this.board.marks.filter((m) => m.ideaId !== idea.id || m.criterionId !== criterion.id);
    this.store.board = { ...this.board, marks: value ? [...rest, { ideaId: idea.id, criterionId: criterion.id, value }] : rest };
    this.store.changed();
  }
}

interface Vote { mine: number; left: number }
define('ms-choosing', Choosing);
