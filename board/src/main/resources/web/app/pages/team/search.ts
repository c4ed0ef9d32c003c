import { html, nothing } from 'lit';
import { Team, ask } from '../../client/teams.js';
import { say } from '../../device/speech.js';
import { clearRefusal, showFailure } from '../../parts/field-error.js';
import { View, alert, define, icon } from '../../parts/view.js';
import { Key, fullDay, t } from '../../texts/index.js';

interface Segment { text: string; marked: boolean }
interface Place { kind: string; id: string; sessionId: string; number?: number; title?: string; heldOn?: string; topic?: string; segments: Segment[] }
interface Found {
  items: Place[]; places: number; limited: boolean; next?: string;
  corrections: { word: string; searchedFor: string[] }[];
  facets: { kinds: { kind: string; places: number }[]; years: { year: number; places: number }[] };
}

const KINDS: Record<string, Key> = {
  title: 'kindTitle', problem: 'kindProblem', summary: 'kindSummary', topic: 'kindTopic', group: 'kindGroup',
  idea: 'kindIdea', link: 'kindLink', action: 'kindAction', person: 'kindPerson',
};

/** Looks in the reports of a team, and shows the places where the words are. */
class Search extends View {
  declare team: Team;
  private query = '';
  private kind = '';
  private year = '';
  private all?: Found;
  private found?: Found;
  private error = '';
  private asked = 0;

  render() {
    return html`<form role="search" @submit=${this.submit}><label class="vh" for="q">${t('searchLog')}</label>${icon('search')}<input class="input" type="search" id="q" data-field="q" maxlength="200" enterkeyhint="search" placeholder=${t('searchHint')} @search=${this.cleared}></form>
      ${alert(this.error)}
      ${this.found ? this.results(this.found) : nothing}`;
  }

  private sentence(found: Found): string {
    const nothingFound = found.corrections.length || !found.places;
    return nothingFound ? t('nothingContains', { q: found.corrections.map((c) => c.word).join(' ') || this.query }) : t('placesWith', { n: found.places, q: this.query });
  }

  private results(found: Found) {
    const instead = found.corrections.flatMap((c) => c.searchedFor);
    return html`<section class="found" aria-labelledby="f"><header><h2 id="f">${this.sentence(found)}</h2>
        <button class="link" @click=${this.leave}>${t('allSessions')}</button></header>
      ${instead.length && found.places ? html`<p>${t('theseContain', { q: instead.join(', ') })}</p>` : nothing}
      ${this.all?.places ? html`<div class="row">${this.choice('kind', t('allKinds'), this.all.facets.kinds.map((f) => [f.kind, `${t(KINDS[f.kind])} (${f.places})`]))}
        ${this.choice('year', t('allYears'), this.all.facets.years.map((f) => [`${f.year}`, `${f.year} (${f.places})`]))}</div>` : nothing}
      <ol>${found.items.map((place) => this.place(place))}</ol>
      ${found.limited ? html`<p class="small soft">${t('tooManyPlaces')}</p>` : nothing}
      ${found.next ? html`<button class="btn" @click=${() => this.read(found.next)}>${t('morePlaces')}</button>` : nothing}</section>`;
  }

  private choice(name: 'kind' | 'year', all: string, options: string[][]) {
    return html`<select class="input" aria-label=${all} @change=${(e: Event) => this.choose(name, (e.target as HTMLSelectElement).value)}>
      <option value="" ?selected=${!this[name]}>${all}</option>${options.map(([value, text]) => html`<option value=${value} ?selected=${value === this[name]}>${text}</option>`)}</select>`;
  }

  /** The marked words are text nodes like all others. */
  private place(place: Place) {
    const where = [place.number === undefined ? '' : t('reportOf', { n: place.number }), place.kind === 'title' ? '' : place.title, place.heldOn && fullDay(place.heldOn), place.topic ? t('inTopic', { topic: place.topic }) : t(KINDS[place.kind])].filter(Boolean);
    return html`<li><a href=${`/s/${place.sessionId}/report`}><p class="words" dir="auto">${place.segments.map((s) => (s.marked ? html`<mark>${s.text}</mark>` : s.text))}</p><p class="small soft" dir="auto">${where.join(' · ')}</p></a></li>`;
  }

  private readonly submit = (event: Event) => {
    event.preventDefault();
    this.query = this.field('q').value.trim();
    this.kind = this.year = '';
    this.all = undefined;
    if (this.query) void this.read();
    else this.leave();
  };

  private choose(name: 'kind' | 'year', value: string): void {
    this[name] = value;
    void this.read();
  }

  /** The field's own cross. */
  private readonly cleared = () => {
    if (!this.field('q').value) this.leave();
  };

  private readonly leave = () => {
    this.asked++;
    this.field('q').value = this.query = this.error = '';
    this.found = undefined;
    this.requestUpdate();
    this.field('q').focus();
  };

  /** An answer that comes after the next question is not shown. */
  private async read(cursor = ''): Promise<void> {
    const asked = ++this.asked;
    this.error = '';
    clearRefusal();
    const parameters = new URLSearchParams({ q: this.query });
    for (const [name, value] of Object.entries({ kind: this.kind, year: this.year, cursor })) if (value) parameters.set(name, value);
    try {
      const page = await ask<Found>(this.team, 'GET', `/api/search?${parameters}`);
      if (asked !== this.asked) return;
      this.found = cursor ? { ...page, items: [...this.found!.items, ...page.items] } : page;
      if (!this.kind && !this.year) this.all = this.found;
      if (!cursor) say(this.sentence(page));
    } catch (e) {
      if (asked !== this.asked) return;
      this.found = undefined;
      this.error = showFailure(this, e);
    }
    this.requestUpdate();
  }
}
define('ms-search', Search);
