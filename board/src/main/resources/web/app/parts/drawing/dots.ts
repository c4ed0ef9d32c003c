import { html } from 'lit';

const MOST_DRAWN = 40;

/** Dots as a drawing, smaller if there are many. Their number stands beside them, or labels them. */
export const dots = (n: number) => html`<span class="dots" aria-hidden="true" .style=${`--n: ${Math.min(n, MOST_DRAWN)}`}></span>`;
