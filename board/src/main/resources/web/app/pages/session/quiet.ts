import { html, nothing } from 'lit';
import { define, icon } from '../../parts/view.js';
import { overDays } from '../../session/select.js';
import { clock, moment, t } from '../../texts/index.js';
import { WritingPart } from './writing.js';

/** Quiet time: one box, one's own ideas, and nothing of anybody else. */
class Quiet extends WritingPart {
  private card?: string;
  private deck?: string;

  firstUpdated(): void {
    this.querySelector<HTMLTextAreaElement>('#new')?.focus({ preventScroll: true });
  }

  render() {
    if (this.store.watches) return html`<main class="quiet">${this.problem()}<p class="soft">${t('observerQuiet')}</p></main>${this.foot(false)}`;
    return html`<main class="quiet">
      ${this.problem()}
      ${this.writing()}
      <aside class="stuck" aria-labelledby="st"><h2 id="st" class="small soft">${t('aCard')}</h2>
        ${this.card ? html`<p class="words">${this.card}</p>` : nothing}
        <div><button class="btn small" @click=${this.draw}>${icon('card')}${this.card ? t('anotherCard') : t('drawCard')}</button>${this.card ? html`<button class="link" @click=${this.putAway}>${t('putAway')}</button>` : nothing}</div></aside>
    </main>${this.foot(true)}`;
  }

  private foot(writes: boolean) {
    const { endsAt, quietOver } = this.session;
    const done = this.store.me?.ready ?? false;
    return html`<footer class="done"><div><p class="soft">${quietOver ? t('quietOver') : endsAt ? t('quietUntil', { time: overDays(this.board) ? moment(endsAt) : clock(endsAt) }) : nothing}</p>
      ${writes ? html`<button class="btn" aria-pressed=${done} @click=${this.toggleDone}>${done ? icon('check') : nothing}${t('doneWriting')}</button>` : nothing}</div></footer>`;
  }

  private readonly draw = async () => {
    const path = `/api/sessions/${this.store.id}/cards`;
    this.deck ??= (await this.store.ask<{ items: { name: string }[] }>('GET', path))?.items[0]?.name;
    const drawn = this.deck && (await this.store.ask<{ text: string }>('POST', path, { deck: this.deck }));
    if (drawn) this.store.speak((this.card = drawn.text));
    this.requestUpdate();
  };

  private readonly putAway = () => {
    this.card = undefined;
    this.requestUpdate();
  };
}
define('ms-quiet', Quiet);
