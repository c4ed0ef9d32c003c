import { html, nothing } from 'lit';
import { SessionStore } from '../../session/store.js';
import { Idea } from '../../session/state.js';
import { t } from '../../texts/index.js';
import { moveTo } from './move.js';
import { icon } from '../view.js';

/** The ideas that a person has selected to move them together. */
export class Selection {
  private readonly ids = new Set<string>();

  constructor(private readonly store: SessionStore, private readonly draw: () => void) {}

  has = (idea: Idea) => this.ids.has(idea.id);

  /** The selected ideas that are still on the board and stand in a column of their own. */
  get ideas(): Idea[] {
    return this.store.board!.ideas.filter((idea) => this.ids.has(idea.id) && !idea.parentId);
  }

  readonly toggle = (idea: Idea): void => {
    if (!this.ids.delete(idea.id)) this.ids.add(idea.id);
    this.store.speak(t('selectedCount', { n: this.ideas.length }));
    this.draw();
  };

  clear(): void {
    this.ids.clear();
    this.draw();
  }

  /** Moves the selected ideas, or this one if none is selected. */
  async move(idea?: Idea): Promise<void> {
    const selected = this.ideas;
    const ideas = selected.length ? selected : idea ? [idea] : [];
    if (ideas.length && (await moveTo(this.store, ideas)) && selected.length) this.clear();
  }

  strip() {
    const n = this.ideas.length;
    if (!n) return nothing;
    return html`<section class="follow" aria-label=${t('selection')}>${icon('check')}<p>${t('selectedCount', { n })}</p>
      <button class="btn small" @click=${() => this.move()}>${icon('group')}${t('moveTo')} …</button><button class="btn small" @click=${() => this.clear()}>${t('selectNone')}</button></section>`;
  }
}
