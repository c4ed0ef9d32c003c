import { html, nothing } from 'lit';
import { Team, ask, teamOf } from '../client/teams.js';
import { Key, t } from '../texts/index.js';
import { plainBar } from './bar.js';
import { clearRefusal, showFailure } from './field-error.js';
import { View, alert, arrive, icon } from './view.js';

/** A page of a team: its name, the ways to its other pages, and what the server refuses. */
export abstract class TeamView extends View {
  declare slug: string;
  protected team?: Team;
  protected error = '';
  protected notice = '';
  private missing = false;

  protected abstract readonly heading: Key;
  protected abstract load(): Promise<unknown>;
  protected abstract page(): unknown;

  async connectedCallback(): Promise<void> {
    super.connectedCallback();
    this.team = await teamOf(this.slug);
    this.missing = !this.team;
    if (this.team) await this.attempt(() => this.load());
    this.requestUpdate();
    await this.updateComplete;
    arrive(this.team ? `${t(this.heading)} · ${this.team.name}` : t('notMine'), this);
  }

  render() {
    if (this.missing) return html`${plainBar()}<main class="say-page"><h1>${t('notMine')}</h1><p><a class="btn main" href="/">${t('nothingNext')}</a></p></main>`;
    if (!this.team) return plainBar();
    return html`${plainBar(this.team.name, `/t/${this.slug}`)}${this.tabs()}
      <main class="team">${alert(this.error)}${this.notice ? html`<p class="tag ok" role="status">${icon('check')}${this.notice}</p>` : nothing}
        ${this.page()}</main>`;
  }

  private tabs() {
    const tab = (path: string, key: Key) => html`<a href=${`/t/${this.slug}${path}`} aria-current=${key === this.heading ? 'page' : nothing}>${t(key)}</a>`;
    return html`<nav class="tabs" aria-label=${t('teamPages')}>${tab('', 'logBook')}${tab('/actions', 'toDoList')}${tab('/settings', 'settingsPage')}<a class="btn small main" href=${`/t/${this.slug}/plan`}>${t('plan')}</a></nav>`;
  }

  /** Sends a request with the team's token. */
  protected ask = <T>(method: string, path: string, body?: unknown) => ask<T>(this.team!, method, path, body);

  /** Acts, and shows a refusal in its own words. Returns whether it was done. */
  protected async attempt(act: () => Promise<unknown>, done = ''): Promise<boolean> {
    this.error = this.notice = '';
    clearRefusal();
    try {
      await act();
      this.notice = done;
      return true;
    } catch (e) {
      this.error = showFailure(this, e);
      return false;
    } finally {
      this.requestUpdate();
    }
  }
}
