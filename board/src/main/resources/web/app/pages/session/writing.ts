import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { askText } from '../../parts/dialog.js';
import { icon, words } from '../../parts/view.js';
import { Box, boxOf, refusal, submits } from '../../parts/write.js';
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

  private mineNow() {
    const own = [...mine(this.board)].reverse();
    const waiting = this.store.outbox.waiting;
    if (!own.length && !waiting.length) return nothing;
    const late = (since: number) => this.store.line === 'down' || Date.now() - since > 2000;
    return html`<section aria-labelledby="m" class="mine"><h2 id="m" class="small soft">${t('myIdeas')} <span class="num">· ${t('saved', { n: own.length })}${waiting.length ? html`, ${t('waiting', { n: waiting.length })}` : nothing}</span></h2>
      <ol>${repeat([...waiting].reverse(), (e) => e.id, (e) => html`<li class="idea waiting">${words(e.text)}${late(e.since) ? html`<footer><span class="tag heed">${icon('off')}${t('waitingTag')}</span></footer>` : nothing}</li>`)}
        ${repeat(own, (idea) => idea.id, (idea) => this.own(idea))}</ol></section>`;
  }

  private own(idea: Idea) {
    const hint = this.store.hints.get(idea.id);
    return html`<li class="idea">${words(idea.text)}
      ${hint ? html`<div class="hint">${icon('eye')}<p>${t('onlyYouSee')} ${hint.message}</p><span><button class="btn small" @click=${() => this.edit(idea)}>${t('reword')}</button> <button class="link" @click=${() => this.keep(idea)}>${t('keepWords')}</button></span></div>` : nothing}
      <span class="acts"><button class="link" @click=${() => this.edit(idea)}>${t('edit')}</button><button class="link" @click=${() => this.withdraw(idea)}>${t('withdraw')}</button></span></li>`;
  }

  private async edit(idea: Idea): Promise<void> {
    const text = await askText(t('edit'), t('idea'), idea.text);
    if (!text || text === idea.text) return;
    const receipt = await this.store.ask<{ hint?: { words: string; message: string } }>('PATCH', `ideas/${idea.id}`, { text });
    if (!receipt) return;
    if (receipt.hint) this.store.hints.set(idea.id, { id: idea.id, text, ...receipt.hint });
    else this.store.hints.delete(idea.id);
    this.notDone();
    this.store.say(t('ideaChanged'), () => this.store.ask('PATCH', `ideas/${idea.id}`, { text: idea.text }));
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
