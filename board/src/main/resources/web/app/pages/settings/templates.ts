import { html, nothing } from 'lit';
import { Team, ask } from '../../client/teams.js';
import { askSure } from '../../parts/dialog.js';
import { clearRefusal, showFailure } from '../../parts/field-error.js';
import { View, alert, define } from '../../parts/view.js';
import { t } from '../../texts/index.js';

type Minutes = 'quietMinutes' | 'sharingMinutes' | 'convergingMinutes' | 'agreeingMinutes';
export interface Template { templateId: string; shipped: boolean; name: string; language: 'en' | 'de'; description?: string; topics?: string[]; criteria?: string[]; cards?: string[]; breaks?: unknown[]; settings?: Partial<Record<Minutes, number>> & Record<string, unknown> }

const MINUTES = { quietMinutes: 'quiet', sharingMinutes: 'sharing', convergingMinutes: 'converging', agreeingMinutes: 'agreeing' } as const;

/** The team's own templates. A change keeps what the form does not show. */
class Templates extends View {
  static properties = { templates: { attribute: false }, language: { attribute: false } };
  declare team: Team;
  declare templates: Template[];
  declare language: 'en' | 'de';
  private edited?: Template;
  private error = '';

  private get path(): string {
    return `/api/teams/${this.team.slug}/templates`;
  }

  render() {
    const own = this.templates.filter((each) => !each.shipped);
    return html`<section class="part" aria-labelledby="ts"><h2 id="ts">${t('templates')}</h2><p class="soft">${t('templatesHelp')}</p>
      ${own.length ? html`<ul class="list">${own.map((each) => html`<li><div><b dir="auto">${each.name}</b><p class="small soft" dir="auto">${each.description}</p></div>
        <button class="btn small" @click=${() => this.edit(each)}>${t('change')}<span class="vh"> ${each.name}</span></button>${this.team.role === 'owner' ? html`<button class="link" @click=${() => this.delete(each)}>${t('deleteIt')}<span class="vh"> ${each.name}</span></button>` : nothing}</li>`)}</ul>` : html`<p class="soft">${t('noTemplate')}</p>`}
      ${alert(this.error)}
      <details ?open=${!!this.edited}><summary>${t(this.edited ? 'changeTemplate' : 'addTemplate')}</summary>${this.form(this.edited)}</details></section>`;
  }

  private form(template?: Template) {
    const lines = (list?: string[]) => (list ?? []).join('\n');
    return html`<form id="tf" @submit=${this.save}>
      <div class="field"><label for="tn">${t('templateName')}</label><input class="input" id="tn" name="name" required maxlength="80" autocomplete="off" .value=${template?.name ?? ''}></div>
      <div class="field"><label for="td">${t('templateAbout')}</label><input class="input" id="td" name="description" maxlength="200" autocomplete="off" .value=${template?.description ?? ''}></div>
      <div class="field"><label for="tc">${t('criteria')}</label><p class="help" id="tch">${t('oneEachLine')}</p><textarea class="input words" id="tc" name="criteria" rows="3" aria-describedby="tch" .value=${lines(template?.criteria)}></textarea></div>
      <fieldset><legend>${t('minutesOfParts')}</legend><div class="mins">${Object.entries(MINUTES).map(([key, name]) => html`<div class="field"><label for=${`t-${key}`}>${t(name)}</label><input class="input num" type="number" inputmode="numeric" min="1" max="120" id=${`t-${key}`} name=${key} .value=${String(template?.settings?.[key as Minutes] ?? '')}></div>`)}</div></fieldset>
      <p class="row"><button class="btn">${template ? t('save') : t('addTemplate')}</button>${template ? html`<button type="button" class="btn" @click=${() => this.edit(undefined)}>${t('cancel')}</button>` : nothing}</p></form>`;
  }

  private async edit(template: Template | undefined): Promise<void> {
    this.edited = template;
    this.requestUpdate();
    await this.updateComplete;
    if (template) this.field('tn').focus();
    else this.field<HTMLFormElement>('tf').reset();
  }

  private readonly save = async (event: SubmitEvent) => {
    event.preventDefault();
    const data = new FormData(event.target as HTMLFormElement);
    const text = (name: string) => String(data.get(name)).trim();
    const settings = { ...this.edited?.settings, ...Object.fromEntries(Object.keys(MINUTES).map((key) => [key, text(key) ? Number(text(key)) : undefined])) };
    const { topics, cards, breaks } = this.edited ?? {};
    const body = { name: text('name'), language: this.edited?.language ?? this.language, description: text('description') || undefined, topics, cards, breaks, criteria: text('criteria').split('\n').map((line) => line.trim()).filter(Boolean), settings };
    await this.act(async () => {
      if (this.edited) await ask(this.team, 'PUT', `${this.path}/${this.edited.templateId}`, body);
      else await ask(this.team, 'POST', this.path, body);
      await this.edit(undefined);
    });
  };

  private async delete(template: Template): Promise<void> {
    if (await askSure(t('deleteTemplateSure', { name: template.name }), t('deleteIt'))) await this.act(() => ask(this.team, 'DELETE', `${this.path}/${template.templateId}`));
  }

  private async act(act: () => Promise<unknown>): Promise<void> {
    this.error = '';
    clearRefusal();
    try {
      await act();
      this.dispatchEvent(new Event('changed'));
    } catch (e) {
      this.error = showFailure(this, e);
    }
    this.requestUpdate();
  }
}
define('ms-templates', Templates);
