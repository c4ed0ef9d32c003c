import { LitElement, TemplateResult, html, nothing } from 'lit';

/** A component without a shadow: pages share one style sheet, and a label can name a field of another part. */
export class View extends LitElement {
  protected createRenderRoot(): HTMLElement {
    return this;
  }

  private readonly translated = () => this.requestUpdate();

  connectedCallback(): void {
    super.connectedCallback();
    addEventListener('language', this.translated);
  }

  disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener('language', this.translated);
  }

  protected field<T extends HTMLElement = HTMLInputElement>(id: string): T {
    return this.querySelector<T>(`#${id}`)!;
  }
}

export function define(name: string, view: CustomElementConstructor): void {
  if (!customElements.get(name)) customElements.define(name, view);
}

export const icon = (name: string): TemplateResult => html`<svg class="i" aria-hidden="true"><use href="/icons.svg#${name}"></use></svg>`;

/** What failed, which screen readers say at once. */
export const alert = (text: string) => (text ? html`<p class="error" role="alert">${icon('heed')}<span>${text}</span></p>` : nothing);

/** People's words: paragraphs as they were typed, as text and nothing else. */
export const words = (text: string, more = '') => html`<p class="words ${more}" dir="auto">${text}</p>`;

export function go(path: string, replace = false): void {
  history[replace ? 'replaceState' : 'pushState'](null, '', path);
  dispatchEvent(new Event('route'));
}

/** Follows a link of this site without loading the page again. */
export function follow(event: Event): void {
  const link = (event.target as Element).closest?.('a');
  const mouse = event as MouseEvent;
  if (!link || mouse.ctrlKey || mouse.metaKey || mouse.shiftKey || link.target || link.origin !== location.origin) return;
  if (link.pathname.startsWith('/api/') || link.hasAttribute('download') || link.getAttribute('href')!.startsWith('#')) return;
  event.preventDefault();
  go(link.pathname);
}

export const entitle = (title: string): void => {
  document.title = `${title} · Microstorm`;
};

/** Sets the title and puts the focus on the page's heading, unless the person is typing. */
export function arrive(title: string, page: ParentNode): void {
  entitle(title);
  const at = document.activeElement;
  if (at instanceof HTMLTextAreaElement || at instanceof HTMLInputElement) return;
  const heading = page.querySelector('h1');
  heading?.setAttribute('tabindex', '-1');
  heading?.focus({ preventScroll: true });
}

/** A join code in two groups, as people read it aloud. */
export const inTwo = (code: string) => (code.length > 10 ? html`${code}` : html`<span>${code.slice(0, 5)}</span><span>${code.slice(5)}</span>`);
