import { html, nothing } from 'lit';
import { SessionStore } from '../../session/store.js';
import { Idea } from '../../session/state.js';
import { t } from '../../texts/index.js';
import { askSure } from '../dialog.js';
import { icon } from '../view.js';

const act = (store: SessionStore, idea: Idea, step: 'take-down' | 'reinstate') => store.ask('POST', `ideas/${idea.id}/${step}`);

/** The choice in the menu of an idea that hides its words from everybody. For those who lead. */
export const hideChoice = (store: SessionStore, idea: Idea) => (store.leads && !idea.removal ? html`<button @click=${() => hide(store, idea)}>${icon('off')}${t('hideIdea')}</button>` : nothing);

async function hide(store: SessionStore, idea: Idea): Promise<void> {
  if ((await askSure(t('hideIdeaSure'), t('hideIt'))) && (await act(store, idea, 'take-down'))) store.say(t('ideaHidden'), () => act(store, idea, 'reinstate'));
}

/** The hidden ideas, which those who lead can bring back. */
export class HiddenIdeas {
  private readonly words = new Map<string, string>();

  constructor(private readonly store: SessionStore, private readonly drawn: () => void) {}

  list() {
    const hidden = this.store.board!.ideas.filter((idea) => idea.removal === 'taken-down');
    hidden.forEach((idea) => void this.read(idea));
    return hidden.length
      ? html`<details><summary>${t('hiddenIdeas')} <span class="soft num">${hidden.length}</span></summary><ul class="rows">${hidden.map((idea) => html`<li><span class="words" dir="auto">${this.words.get(idea.id)}</span><button class="btn small" @click=${() => act(this.store, idea, 'reinstate')}>${t('bringBack')}<span class="vh"> ${this.words.get(idea.id)}</span></button></li>`)}</ul></details>`
      : nothing;
  }

  private async read(idea: Idea): Promise<void> {
    if (this.words.has(idea.id)) return;
    this.words.set(idea.id, '…');
    const found = await this.store.client.call<{ text: string }>('GET', `/api/boards/${this.store.id}/ideas/${idea.id}/content`).catch(() => undefined);
    if (found) this.words.set(idea.id, found.text);
    else this.words.delete(idea.id);
    this.drawn();
  }
}
