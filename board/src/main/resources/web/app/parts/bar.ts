import { html, nothing, render } from 'lit';
import { language, speak, t } from '../texts/index.js';
import { walk } from './choices.js';
import { icon } from './view.js';

const THEMES = ['system', 'light', 'dark'] as const;
type Theme = (typeof THEMES)[number];

export function theme(): Theme {
  return (document.documentElement.dataset.theme as Theme) ?? 'system';
}

export function setTheme(wanted: Theme): void {
  if (wanted === 'system') delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = wanted;
  try {
    localStorage.setItem('theme', wanted);
  } catch {
    // for this page only
  }
}

export function keptTheme(): void {
  try {
    const kept = localStorage.getItem('theme') as Theme | null;
    if (kept && THEMES.includes(kept)) setTheme(kept);
    else delete document.documentElement.dataset.theme;
  } catch {
    // as the system
  }
}

/** A button that opens a list of choices, which are made when it opens. Ids are unique on a page. */
export function menu(id: string, label: string, items: () => unknown, look = 'iconbtn', face: unknown = icon('more')) {
  return html`<span class="menuhold"><button type="button" class=${look} aria-label=${label} popovertarget=${id}>${face}</button>
    <span class="menu" id=${id} popover @beforetoggle=${(e: ToggleEvent) => render(e.newState === 'open' ? items() : nothing, e.currentTarget as HTMLElement)} @toggle=${place} @keydown=${walk} @click=${(e: Event) => (e.currentTarget as HTMLElement).hidePopover()}></span></span>`;
}

/** Puts an open menu under its button and inside the window. */
function place(event: Event): void {
  const menu = event.currentTarget as HTMLElement;
  if ((event as ToggleEvent).newState !== 'open') return;
  const button = menu.previousElementSibling!.getBoundingClientRect();
  const box = menu.getBoundingClientRect();
  const left = Math.max(8, Math.min(button.right - box.width, innerWidth - box.width - 8));
  const below = button.bottom + box.height + 8 < innerHeight;
  menu.style.setProperty('position', 'fixed');
  menu.style.setProperty('left', `${left}px`);
  menu.style.setProperty('top', `${below ? button.bottom + 4 : Math.max(8, button.top - box.height - 4)}px`);
  menu.querySelector<HTMLElement>('button, a')?.focus();
}

/** What every menu offers: the language, and light or dark. */
export const settings = () => html`
  <button type="button" lang=${language === 'en' ? 'de' : 'en'} @click=${() => speak(language === 'en' ? 'de' : 'en')}>${t('otherLanguage')}</button>
  ${THEMES.filter((each) => each !== theme()).map((each) => html`<button type="button" @click=${() => setTheme(each)}>${t(each === 'system' ? 'themeSystem' : each === 'light' ? 'themeLight' : 'themeDark')}</button>`)}`;

/** The bar of pages outside a session. */
export const plainBar = (title = 'Microstorm', href = '/', end: unknown = nothing) => html`<header class="bar">
  <a class="mark" href=${href} aria-label=${href === '/' ? t('home') : nothing}>${icon('mark')}<span dir="auto">${title}</span></a>
  <div class="end" data-right>${end}${menu('settings', t('menu'), settings)}</div></header>`;
