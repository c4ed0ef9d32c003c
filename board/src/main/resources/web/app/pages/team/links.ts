import { html, nothing } from 'lit';
import { sleep } from '../../client/random.js';
import { Team, ask } from '../../client/teams.js';
import { say } from '../../device/speech.js';
import { ActingView } from '../../parts/acting-view.js';
import { alert, define } from '../../parts/view.js';
import { Key, fullDay, shortMoment, t } from '../../texts/index.js';
import { malformedText } from '../../texts/log.js';

interface Place { sessionId: string; number?: number; sessionTitle?: string; heldOn?: string; title?: string; line?: number }
interface Link { id: string; address: string; titles: string[]; malformed?: { code: string; message: string }; check?: { message: string }; placeCount: number; places: Place[] }
interface Page { items: Link[]; next?: string }
interface Check { id: string; state: 'running' | 'finished' | 'stopped'; targets: number; checked: number }
interface Checks { enabled: boolean; nextAt?: string; items: Check[] }
type Problem = 'duplicate' | 'malformed' | 'broken';

const PROBLEMS: [Problem, Key][] = [['broken', 'linksBroken'], ['malformed', 'linksMalformed'], ['duplicate', 'linksDuplicate']];
const LIMIT = 20;
const LOOK_MS = 3000;

/** The links of the log book that need a look, and the check whether their pages are still there. */
class Links extends ActingView {
  static properties = { team: { attribute: false }, sessions: { attribute: false } };
  declare team: Team;
  /** The list of the page: when it was read anew, so are the links. */
  declare sessions?: unknown[];
  private found: Partial<Record<Problem, Page>> = {};
  private checks?: Checks;
  private following = false;

  async updated(changed: Map<string, unknown>): Promise<void> {
    if (changed.has('sessions') && this.sessions) await this.load();
  }

  private async load(): Promise<void> {
    try {
      const pages = await Promise.all(PROBLEMS.map(([problem]) => this.page(problem)));
      this.found = Object.fromEntries(PROBLEMS.map(([problem], i) => [problem, pages[i]]));
      this.checks = await ask<Checks>(this.team, 'GET', '/api/link-checks');
      if (this.checks.items[0]?.state === 'running') void this.follow();
    } catch {
      // the log book does without them
    }
    this.requestUpdate();
  }

  private page(problem: Problem, cursor = ''): Promise<Page> {
    return ask<Page>(this.team, 'GET', `/api/links?problem=${problem}&limit=${LIMIT}${cursor && `&cursor=${encodeURIComponent(cursor)}`}`);
  }

  render() {
    const shown = PROBLEMS.filter(([problem]) => this.found[problem]?.items.length);
    if (!shown.length && !this.checks?.enabled) return nothing;
    return html`<section class="links" aria-labelledby="li"><header><h2 id="li">${t('links')}</h2>${this.checks?.enabled ? this.checking(this.checks) : nothing}</header>
      ${alert(this.error)}
      ${shown.length ? shown.map(([problem, name]) => this.list(problem, t(name))) : html`<p class="soft">${t('linksFine')}</p>`}</section>`;
  }

  private checking(checks: Checks) {
    const last = checks.items[0];
    if (last?.state === 'running') return html`<p class="small soft" role="status">${t('linksChecked', { n: last.targets, done: last.checked })}</p>`;
    if (checks.nextAt) return html`<p class="small soft">${t('linksNext', { at: shortMoment(checks.nextAt) })}</p>`;
    return this.team.role === 'owner' ? html`<button class="btn small" @click=${this.start}>${t('linksCheck')}</button>` : nothing;
  }

  private list(problem: Problem, name: string) {
    const page = this.found[problem]!;
    return html`<details ?open=${problem !== 'duplicate'}><summary>${name} <span class="num">${page.items.length}${page.next ? '+' : ''}</span></summary>
      <ol>${page.items.map((link) => this.link(link))}</ol>
      ${page.next ? html`<button class="btn small" @click=${() => this.more(problem)}>${t('morePlaces')}</button>` : nothing}</details>`;
  }

  /** Addresses are text: a link that is malformed or broken leads nowhere. */
  private link(link: Link) {
    return html`<li><p class="words" dir="auto">${link.address}</p>
      ${link.malformed ? html`<p class="small">${malformedText(link.malformed)}</p>` : link.check ? html`<p class="small" lang="en">${link.check.message}</p>` : nothing}
      ${link.titles.length > 1 ? html`<p class="small" dir="auto">${link.titles.join(' · ')}</p>` : nothing}
      <ul class="small">${link.places.map((place) => html`<li>${this.place(place)}</li>`)}</ul></li>`;
  }

  private place(place: Place) {
    const where = [place.number === undefined ? '' : t('reportOf', { n: place.number }), place.sessionTitle, place.heldOn && fullDay(place.heldOn), place.line === undefined ? '' : t('linksLine', { line: place.line })].filter(Boolean);
    return html`<a href=${`/s/${place.sessionId}/report`} dir="auto">${where.join(' · ') || t('report')}</a>`;
  }

  private async more(problem: Problem): Promise<void> {
    const before = this.found[problem]!;
    await this.attempt(async () => {
      const page = await this.page(problem, before.next);
      this.found[problem] = { ...page, items: [...before.items, ...page.items] };
    });
  }

  private readonly start = () =>
    this.attempt(async () => {
      await ask<Check>(this.team, 'POST', '/api/link-checks');
      await this.load();
    });

  /** Looks how far a check is while this page shows it. */
  private async follow(): Promise<void> {
    if (this.following) return;
    this.following = true;
    await this.look(this.checks!.items[0].id).finally(() => (this.following = false));
  }

  private async look(id: string): Promise<void> {
    while (this.isConnected) {
      await sleep(LOOK_MS);
      const check = await ask<Check>(this.team, 'GET', `/api/link-checks/${id}`).catch(() => undefined);
      if (!check) return;
      if (check.state !== 'running') {
        await this.load();
        say(t('linksDone'));
        return;
      }
      this.checks = { ...this.checks!, items: [check, ...this.checks!.items.slice(1)] };
      this.requestUpdate();
    }
  }
}
define('ms-links', Links);
