import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { menu } from '../../parts/bar.js';
import { edit } from '../../parts/board/edit.js';
import { orderChoices, Way, wayOf } from '../../parts/board/reorder.js';
import { onItsWay } from '../../parts/board/waiting.js';
import { icon, words } from '../../parts/view.js';
import { Box, boxOf, refusal, submits } from '../../parts/write.js';
import { OwnOrder } from '../../session/own-order.js';
import { mine } from '../../session/select.js';
import { Idea } from '../../session/state.js';
import { t } from '../../texts/index.js';
import { SessionPart } from './part.js';

/** A page on which people write in silence: one box and one's own ideas. */
export abstract class WritingPart extends SessionPart {
  protected writing() {
    const box: Box = { store: this.store, id: 'new', placeholder: t('writeIdea'), added: () => this.notDone() };
    return html`<form class="write" @submit=${submits(box)}>${boxOf(box, 2)}
        <div class="under"><span class="state small soft">${this.store.draft.text ? t('keptHere') : nothing}</span>
          <span class="keys small soft"><kbd>Enter</kbd> ${t('keys')} · <kbd>Shift</kbd> <kbd>Enter</kbd> ${t('keysLine')}</span>
          <button class="btn main">${t('addIdea')}</button></div></form>
      ${refusal(this.store)}
      ${this.mineNow()}`;
  }

  private order?: OwnOrder;

  private mineNow() {
    this.order ??= new OwnOrder(this.store.id);
    const own = this.order.sorted(mine(this.board));
    const waiting = this.store.outbox.waiting;
    if (!own.length && !waiting.length) return nothing;
    return html`<section aria-labelledby="m" class="mine"><h2 id="m" class="small soft">${t('myIdeas')} <span class="num">· ${t('saved', { n: own.length })}${waiting.length ? html`, ${t('waiting', { n: waiting.length })}` : nothing}</span></h2>
      <ol>${repeat([...waiting].reverse(), (e) => e.id, (e) => onItsWay(this.store, e))}
        ${repeat(own, (idea) => idea.id, (idea, i) => this.own(idea, i, own))}</ol></section>`;
  }

  private own(idea: Idea, at: number, all: Idea[]) {
    const hint = this.store.hints.get(idea.id);
    const keys = (event: KeyboardEvent) => {
      const way = wayOf(event);
      if (!way) return;
      event.preventDefault();
      void this.reorder(idea, all, way);
    };
    return html`<li class="idea" data-id=${idea.id} @keydown=${keys}>${words(idea.text)}
      ${hint ? html`<div class="hint">${icon('eye')}<p>${t('onlyYouSee')} ${hint.message}</p><span><button class="btn small" @click=${() => this.edit(idea)}>${t('reword')}</button> <button class="link" @click=${() => this.keep(idea)}>${t('keepWords')}</button></span></div>` : nothing}
      <span class="acts"><button class="link" @click=${() => this.edit(idea)}>${t('edit')}</button><button class="link" @click=${() => this.withdraw(idea)}>${t('withdraw')}</button>${all.length > 1 ? menu(`m-${idea.id}`, t('ideaMore'), () => orderChoices(at, all.length, (way) => this.reorder(idea, all, way)), 'link') : nothing}</span></li>`;
  }

  /** Moves one's own idea in the list, on this device. What had the focus in it keeps the focus. */
  private async reorder(idea: Idea, all: Idea[], way: Way): Promise<void> {
    const had = document.activeElement;
    const to = this.order!.move(all, idea, way);
    if (to < 0) return;
    const back = () => this.order!.move(this.order!.sorted(mine(this.board)), idea, way === 1 ? -1 : 1) >= 0;
    this.store.say(t('reorderedOwn', { n: to + 1, all: all.length }), back);
    await this.updateComplete;
    const card = this.querySelector(`.idea[data-id="${idea.id}"]`);
    if (had instanceof HTMLElement && card?.contains(had) && !had.closest('.menu')) had.focus();
    else card?.querySelector<HTMLElement>('.menuhold button')?.focus();
  }

  private async edit(idea: Idea): Promise<void> {
    const edited = await edit(this.store, idea);
    if (!edited) return;
    if (edited.hint) this.store.hints.set(idea.id, { id: idea.id, text: edited.text, ...edited.hint });
    else this.store.hints.delete(idea.id);
    this.notDone();
  }

  private keep(idea: Idea): void {
    this.store.hints.delete(idea.id);
    void this.store.ask('PATCH', `ideas/${idea.id}`, { text: idea.text, keepWords: true });
    this.requestUpdate();
  }

  private async withdraw(idea: Idea): Promise<void> {
    if (!(await this.store.ask('DELETE', `ideas/${idea.id}`))) return;
    this.notDone();
    this.store.say(t('ideaWithdrawn'), () => this.store.ask('POST', `ideas/${idea.id}/restore`));
    this.querySelector<HTMLElement>('#new')?.focus();
  }
}
