import { html, nothing } from 'lit';
import { leaveTeam, rename } from '../client/teams.js';
import { askTyped } from '../parts/dialog.js';
import { TeamView } from '../parts/team-view.js';
import { define, go } from '../parts/view.js';
import { t } from '../texts/index.js';
import type { Template } from './settings/templates.js';
import './settings/templates.js';
import './settings/keys.js';

interface Settings { name: string; language: 'en' | 'de'; defaultTemplate?: string; retentionDays?: number }

/** The settings of a team: its name and defaults, its keys, its templates, and its end. */
class SettingsPage extends TeamView {
  protected readonly heading = 'settingsPage';
  private settings?: Settings;
  private templates: Template[] = [];

  protected async load(): Promise<void> {
    this.settings = await this.ask<Settings>('GET', `/api/teams/${this.slug}`);
    await this.readTemplates();
  }

  private readTemplates = async () => {
    const language = this.settings!.language;
    this.templates = (await this.ask<{ items: Template[] }>('GET', `/api/teams/${this.slug}/templates?language=${language}`)).items;
    this.requestUpdate();
  };

  protected page() {
    const owns = this.team!.role === 'owner';
    if (!this.settings) return html`<h1>${t('settingsPage')}</h1>`;
    return html`<header><h1>${t('settingsPage')}</h1></header>
      ${owns ? html`${this.about(this.settings)}<ms-keys .team=${this.team}></ms-keys>` : html`<p class="soft">${t('ownersOnly')}</p>`}
      <ms-templates .team=${this.team} .templates=${this.templates} .language=${this.settings.language} @changed=${() => this.attempt(this.readTemplates)}></ms-templates>
      ${owns ? html`<section class="part" aria-labelledby="wh"><h2 id="wh">${t('webhooks')}</h2><p class="soft">${t('webhooksHelp')}</p><p><a class="btn" href=${`/t/${this.slug}/webhooks`}>${t('toWebhooks')}</a></p></section>
        <section class="part" aria-labelledby="de"><h2 id="de">${t('deleteTeam')}</h2><p class="soft">${t('deleteTeamHelp')}</p><p><button class="btn stop" @click=${this.delete}>${t('deleteTeam')} …</button></p></section>` : nothing}`;
  }

  private about(settings: Settings) {
    return html`<section class="part" aria-labelledby="ab"><h2 id="ab">${t('aboutTeam')}</h2><form @submit=${this.save}>
      <div class="field"><label for="name">${t('teamName')}</label><input class="input" id="name" name="name" required maxlength="80" .value=${settings.name}></div>
      <div class="field"><label for="template">${t('defaultTemplate')}</label><select class="input" id="template" name="template" data-field="defaultTemplate"><option value="">${t('none')}</option>${this.templates.map((each) => html`<option value=${each.templateId} ?selected=${each.templateId === settings.defaultTemplate}>${each.name}</option>`)}</select></div>
      <div class="field"><label for="language">${t('languageField')}</label><select class="input" id="language" name="language"><option value="en" ?selected=${settings.language === 'en'}>${t('english')}</option><option value="de" ?selected=${settings.language === 'de'}>${t('german')}</option></select></div>
      <div class="field"><label for="days">${t('retention')}</label><p class="help" id="dh">${t('retentionHelp')}</p><input class="input num" id="days" name="days" data-field="retentionDays" type="number" inputmode="numeric" min="1" aria-describedby="dh" .value=${String(settings.retentionDays ?? '')}></div>
      <p><button class="btn main">${t('save')}</button></p></form></section>`;
  }

  private readonly save = async (event: SubmitEvent) => {
    event.preventDefault();
    const data = new FormData(event.target as HTMLFormElement);
    const value = (name: string) => String(data.get(name)).trim();
    const changed = { name: value('name'), language: value('language'), defaultTemplate: value('template') || null, retentionDays: value('days') ? Number(value('days')) : null };
    await this.attempt(async () => {
      this.settings = await this.ask<Settings>('PATCH', `/api/teams/${this.slug}`, changed);
      await rename(this.team!, this.settings.name);
      await this.readTemplates();
    }, t('saved2'));
    this.querySelector('main')!.scrollIntoView();
  };

  private readonly delete = async () => {
    const ownerKey = await askTyped(t('deleteTeamSure', { name: this.team!.name }), t('typeKey'), t('deleteForGood'), Boolean, 'password');
    if (!ownerKey) return;
    const gone = await this.attempt(() => this.ask('POST', `/api/teams/${this.slug}/deletion`, { ownerKey }));
    if (!gone) return this.querySelector('main')!.scrollIntoView();
    await leaveTeam(this.slug);
    go('/');
  };
}
define('ms-team-settings', SettingsPage);
