import { html, nothing } from 'lit';
import { t } from '../../texts/index.js';
import { View, define } from '../view.js';

const LETTERS_IN_A_LINE = 40;

/** Whether words need more than so many lines, without asking the browser, which would have to lay out the page for each idea. */
export const isLong = (text: string, lines: number) =>
  text.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / LETTERS_IN_A_LINE)), 0) > lines;

/** The words of an idea, as a paragraph or as a heading with this id: the first lines, and all of them on request. */
class LongWords extends View {
  static properties = { text: { attribute: false }, lines: { attribute: false }, heading: { attribute: false }, all: { state: true } };
  declare text: string;
  declare lines: number;
  declare heading?: string;
  declare all?: boolean;

  render() {
    const long = isLong(this.text, this.lines);
    const look = `words ${long && !this.all ? 'long' : ''}`;
    return html`${this.heading ? html`<h2 id=${this.heading} class=${look} data-lines=${this.lines} dir="auto">${this.text}</h2>` : html`<p class=${look} data-lines=${this.lines} dir="auto">${this.text}</p>`}
      ${long ? html`<button class="link" aria-expanded=${this.all ? 'true' : 'false'} @click=${() => (this.all = !this.all)}>${t(this.all ? 'showLess' : 'showAll')}</button>` : nothing}`;
  }
}
define('ms-words', LongWords);

export const ideaWords = (text: string, lines = 8, heading?: string) => html`<ms-words .text=${text} .lines=${lines} .heading=${heading}></ms-words>`;
