import { html } from 'lit';
import { builtOn } from '../../session/select.js';
import { Board, Idea } from '../../session/state.js';
import { t } from '../../texts/index.js';
import { prefers } from '../../device/preferences.js';
import { dialog } from '../dialog.js';

const REACHED = 'footer button, footer a';
const inMenu = (element: Element) => element.closest('.menu') !== null;

/**
 * Moving on the board by keys. A group has two stops of Tab: its menu, and the idea last used in it. Tab goes on to the buttons of that
 * idea, and only those. When the idea with the focus leaves its group, its neighbour gets the focus.
 */
export class BoardKeys {
  private readonly last = new Map<string, string>();
  private at?: { group: string; idea: string; index: number };

  constructor(private readonly page: HTMLElement) {
    page.addEventListener('focusin', (event) => this.focused(event.target as Element));
  }

  /** Call after each drawing. */
  arrange(): void {
    for (const group of this.groups()) {
      const cards = this.cards(group);
      const current = cards.find((card) => card.dataset.id === this.last.get(group.dataset.id!)) ?? cards[0];
      for (const card of cards) {
        card.tabIndex = card === current ? 0 : -1;
        for (const button of card.querySelectorAll<HTMLElement>(REACHED)) if (!inMenu(button)) button.tabIndex = card === current ? 0 : -1;
      }
    }
    this.handOver();
  }

  /** Whether the key moved something. */
  press(event: KeyboardEvent): boolean {
    const target = event.target as HTMLElement;
    const card = target.closest<HTMLElement>('.idea[data-id]');
    const group = card?.closest<HTMLElement>('.group');
    if (!card || !group || inMenu(target) || event.ctrlKey || event.metaKey || event.altKey) return false;
    const cards = this.cards(group);
    const here = cards.indexOf(card);
    const ahead = getComputedStyle(this.page).direction === 'rtl' ? 'ArrowLeft' : 'ArrowRight';
    switch (event.key) {
      case 'ArrowUp': return this.go(cards[here - 1]);
      case 'ArrowDown': return this.go(cards[here + 1]);
      case 'Home': return this.go(cards[0]);
      case 'End': return this.go(cards.at(-1));
      case 'ArrowLeft':
      case 'ArrowRight': return this.cross(group, event.key === ahead ? 1 : -1);
      case '?':
        if (!prefers('letterKeys')) return false;
        void help();
        return true;
      default: return false;
    }
  }

  private groups = () => [...this.page.querySelectorAll<HTMLElement>('.group')];
  private cards = (group: HTMLElement) => [...group.querySelectorAll<HTMLElement>(':scope > ol > .idea[data-id]')];

  private go(card?: HTMLElement): boolean {
    card?.focus();
    card?.scrollIntoView({ block: 'nearest' });
    return true;
  }

  /** To the next group that has ideas, to the idea last used there. */
  private cross(group: HTMLElement, by: 1 | -1): boolean {
    const groups = this.groups();
    for (let i = groups.indexOf(group) + by; groups[i]; i += by) {
      const card = this.cards(groups[i]).find((each) => each.tabIndex === 0);
      if (card) return this.go(card);
    }
    return true;
  }

  private focused(target: Element): void {
    const card = target.closest<HTMLElement>('.idea[data-id]');
    const group = card?.closest<HTMLElement>('.group');
    this.at = card && group ? { group: group.dataset.id!, idea: card.dataset.id!, index: this.cards(group).indexOf(card) } : undefined;
    if (this.at && this.last.get(this.at.group) !== this.at.idea) {
      this.last.set(this.at.group, this.at.idea);
      this.arrange();
    }
  }

  /** Gives the focus of an idea that left its group to the next one there, else to the one before, else to the heading. */
  private handOver(): void {
    if (!this.at || document.activeElement !== document.body) return;
    const group = this.groups().find((each) => each.dataset.id === this.at!.group);
    const cards = group ? this.cards(group) : [];
    if (cards.some((card) => card.dataset.id === this.at!.idea)) return;
    const next = cards[this.at.index] ?? cards.at(-1);
    if (next) return next.focus();
    const heading = (group ?? this.page).querySelector<HTMLElement>('h1, h2');
    heading?.setAttribute('tabindex', '-1');
    heading?.focus({ preventScroll: true });
  }
}

const KEYS = ['keyArrows', 'keySelect', 'keyMove', 'keyReorder', 'keyBuild', 'keyRename', 'keyUndo'] as const;
const help = () => dialog(t('keysTitleHelp'), (close) => html`<ul class="rows">${KEYS.map((key) => html`<li>${t(key)}</li>`)}</ul><menu><button class="btn" @click=${() => close()}>${t('close')}</button></menu>`);

/** Whether an idea, or what builds on it, contains these words. */
export const contains = (board: Board, idea: Idea, words: string) =>
  [idea, ...builtOn(board, idea)].some((each) => each.text.toLowerCase().includes(words.toLowerCase()));
