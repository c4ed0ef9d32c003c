import { html, nothing } from 'lit';
import { uuid } from '../client/random.js';
import { join } from '../client/seats.js';
import { Team, ask, teamOf, tokenOf } from '../client/teams.js';
import { plainBar } from '../parts/bar.js';
import { clearRefusal, showFailure } from '../parts/field-error.js';
import { View, alert, arrive, define, go, icon } from '../parts/view.js';
import { course } from '../session/course.js';
import { Plan, readPlan } from './plan/change.js';
import { KeptPlan } from './plan/kept.js';
import { clock, day, failureOf, language, moment, t } from '../texts/index.js';

const PARTS = ['quiet', 'sharing', 'converging', 'agreeing'] as const;

interface Template { templateId: string; name: string; language: string; description?: string; criteria?: string[]; settings?: Partial<Record<`${(typeof PARTS)[number]}Minutes`, number>> }

/** The form of a plan, kept as a draft, beside the course that it makes. */
class PlanPage extends View {
  declare slug: string;
  /** The plan that is changed; absent for a new one. */
  declare sessionId?: string;
  private plan?: Plan;
  private kept?: KeptPlan;
  private resumed = false;
  private team?: Team;
  private templates: Template[] = [];
  private criteria: string[] = [''];
  private minutes = { quiet: 10, sharing: 20, converging: 8, agreeing: 7 };
  private breaks = true;
  private at = new Date();
  private days = false;
  private until = inDays(3);
  private error = '';
  private readonly retryKey = uuid();

  async connectedCallback(): Promise<void> {
    super.connectedCallback();
    this.team = await teamOf(this.slug);
    if (!this.team) return go('/', true);
    if (this.sessionId) await this.open(this.sessionId);
    this.kept = new KeptPlan(this.slug, this.sessionId);
    this.resumed = this.kept.exists;
    Object.assign(this, { criteria: this.kept.criteria ?? this.criteria, days: this.kept.days(this.days), until: this.kept.until ?? this.until });
    const found = await ask<{ items: Template[] }>(this.team, 'GET', `/api/teams/${this.slug}/templates?language=${language}`).catch(() => ({ items: [] }));
    this.templates = found.items.slice(0, 5);
    this.requestUpdate();
    await this.updateComplete;
    if (this.resumed) this.refill();
    arrive(t(this.plan ? 'changePlan' : 'plan'), this);
  }

  /** Puts the plan that is changed into the form. */
  private async open(id: string): Promise<void> {
    try {
      this.plan = await readPlan(this.team!, id);
      Object.assign(this, { criteria: this.plan.criteria, minutes: this.plan.minutes, breaks: this.plan.breaks, at: this.plan.at, days: !!this.plan.until, until: this.plan.until ?? this.until });
    } catch (e) {
      this.error = failureOf(e);
    }
  }

  render() {
    if (!this.team) return nothing;
    const plan = this.plan;
    return html`${plainBar(this.team.name, `/t/${this.slug}`)}
      <main class="plan"><h1>${t(plan ? 'changePlan' : 'plan')}</h1>
        <form id="plan" @submit=${this.save} @input=${this.keep} @change=${this.keep}>
          ${this.resumed ? html`<p class="notice calm small">${icon('pen')}<span>${t('planKept')} <button type="button" class="link" @click=${this.afresh}>${t('beginAfresh')}</button></span></p>` : nothing}
          ${plan ? nothing : html`<fieldset><legend>${t('beginWith')}</legend><div class="kinds">
            <label class="choice"><input type="radio" name="template" value="" checked><b>${t('blank')}</b><span class="help">${t('blankHelp')}</span></label>
            ${this.templates.map((template) => html`<label class="choice"><input type="radio" name="template" value=${template.templateId} @change=${() => this.take(template)}><b>${template.name}</b><span class="help">${template.description ?? ''}</span></label>`)}
          </div></fieldset>`}
          <section aria-labelledby="s1"><h2 id="s1">${t('about')}</h2>
            <div class="field"><label for="title">${t('title')}</label><input class="input" id="title" data-field="title" required maxlength="80" .value=${plan?.title ?? ''}></div>
            <div class="field"><label for="problem">${t('problem')}</label><p class="help" id="ph">${t('problemHelp')}</p><textarea class="input words" id="problem" data-field="problem" rows="2" required maxlength="1000" aria-describedby="ph" .value=${plan?.problem ?? ''}></textarea></div>
            <fieldset class="criteria-in"><legend>${t('criteria')}</legend><p class="help">${t('criteriaHelp')}</p><ol>${this.criteria.map((text, i) => this.criterion(text, i))}</ol>
              <button type="button" class="btn small" @click=${this.more}>${icon('plus')}${t('addCriterion')}</button></fieldset></section>
          <section aria-labelledby="s2"><h2 id="s2">${t('when')}</h2>
            <div class="two"><div class="field"><label for="day">${t('dayField')}</label><input class="input" type="date" id="day" data-field="plannedAt" required .value=${date(this.at)} @change=${this.preview}></div>
              <div class="field"><label for="time">${t('beginsAt')}</label><input class="input" type="time" id="time" required .value=${clock(this.at)} @change=${this.preview}></div></div>
            <label class="check"><input type="checkbox" id="days" .checked=${this.days} @change=${this.preview}><span>${t('overDays')}</span></label>
            ${this.days ? html`<div class="field"><label for="until">${t('quietUntilField')}</label><p class="help" id="uh">${t('quietUntilHelp', { zone: zone() })}</p><input class="input" type="datetime-local" id="until" data-field="quietUntil" required min=${local(this.at)} max=${local(inDays(30, this.at))} .value=${local(this.until)} aria-describedby="uh" @change=${this.preview}></div>` : nothing}
            <fieldset><legend>${t('minutesOfParts')}</legend><div class="mins">${PARTS.filter((part) => part !== 'quiet' || !this.days).map((part) => html`
              <div class="field"><label for=${part}>${t(part)}</label><input class="input num" type="number" inputmode="numeric" id=${part} data-field=${`${part}Minutes`} min="1" max="120" .value=${String(this.minutes[part])} required @input=${this.preview}></div>`)}
              <div class="field"><label for="dots">${t('dotsEach')}</label><input class="input num" type="number" inputmode="numeric" id="dots" data-field="votesPerPerson" min="0" max="20" .value=${String(plan?.dots ?? 3)} required></div></div></fieldset>
            <label class="check"><input type="checkbox" id="early" .checked=${!!plan?.early}><span>${t('collectEarly')}</span></label>
            <label class="check"><input type="checkbox" id="breaks" .checked=${this.breaks} @change=${this.preview}><span>${t('planBreaks')}</span></label></section>
          <fieldset><legend>${t('names')}</legend><div class="two">
            <label class="choice"><input type="radio" name="names" value="yes" .checked=${!plan?.anonymous}><b>${t('namesBeside')}</b><span class="help">${t('namesBesideHelp')}</span></label>
            <label class="choice"><input type="radio" name="names" value="no" .checked=${!!plan?.anonymous}><b>${t('namesNone')}</b><span class="help">${t('namesNoneHelp')}</span></label></div></fieldset>
          ${plan ? nothing : html`<div class="field"><label for="leader">${t('leaderName')}</label><p class="help" id="lh">${t('leaderNameHelp')}</p><input class="input" id="leader" data-field="name" required maxlength="40" autocomplete="given-name" aria-describedby="lh"></div>`}
        </form>
        <aside class="preview card" aria-labelledby="pv"><h2 id="pv">${t('course')}</h2><p class="small soft">${day(this.at)}</p>
          <div class="course"><ol>${this.course()}</ol></div>
          ${alert(this.error)}
          <div class="row"><button class="btn main" form="plan">${t(plan ? 'save' : 'saveInvite')}</button></div>
          ${plan ? nothing : html`<div class="row"><button class="btn" form="plan" name="rehearse" aria-describedby="rh">${t('rehearse')}</button></div><p class="help" id="rh">${t('rehearseHelp')}</p>`}</aside>
      </main>`;
  }

  private course() {
    const parts = this.parts();
    const end = parts.reduce((sum, part) => sum + part.minutes, 0);
    if (this.days) return html`<li><span>${t('quiet')}</span><span>${t('until')} ${moment(this.until)}</span></li>
      ${parts.map((part) => html`<li class=${part.name === 'break' ? 'pause' : ''}><span>${t(part.name)}</span><span class="num soft">${t('minutes', { n: part.minutes })}</span></li>`)}`;
    const at = (minutes: number) => clock(new Date(this.at.getTime() + minutes * 60_000));
    return html`${parts.map((part) => html`<li class=${part.name === 'break' ? 'pause' : ''}><span class="num soft">${at(part.after)}</span><span>${t(part.name)}</span><span class="num soft">${t('minutes', { n: part.minutes })}</span></li>`)}
      <li class="end"><span class="num">${at(end)}</span><span>${t('end')}</span><span class="num">${t('minutes', { n: end })}</span></li>`;
  }

  /** The parts; those of a session over days begin when the group shares. */
  private parts = () => course(this.days ? { ...this.minutes, quiet: 0 } : this.minutes, this.breaks);

  private criterion(text: string, i: number) {
    return html`<li><input class="input" aria-label=${t('criterion', { n: i + 1 })} maxlength="200" ?required=${i === 0} .value=${text} @input=${(e: Event) => (this.criteria[i] = (e.target as HTMLInputElement).value)}>
      <button type="button" class="iconbtn" aria-label=${t('removeCriterion', { n: i + 1 })} @click=${() => this.less(i)}>${icon('cross')}</button></li>`;
  }

  /** Keeps the form as it is drawn, if the person is still on the page. */
  private readonly keep = async () => {
    await this.updateComplete;
    if (this.isConnected) this.kept?.keep(this.field<HTMLFormElement>('plan'), this.criteria);
  };

  private refill(): void {
    this.kept!.fill(this.field<HTMLFormElement>('plan'));
    this.preview();
  }

  private readonly afresh = () => {
    this.kept!.forget();
    location.reload();
  };

  private readonly more = async () => {
    this.criteria = [...this.criteria, ''];
    this.requestUpdate();
    await this.updateComplete;
    this.querySelector<HTMLInputElement>('.criteria-in li:last-child input')!.focus();
  };

  private less(i: number): void {
    this.criteria = this.criteria.length > 1 ? this.criteria.filter((_, j) => j !== i) : [''];
    this.requestUpdate();
    void this.keep();
  }

  /** Fills the form from a template; criteria that were typed stay. */
  private take(template: Template): void {
    for (const part of PARTS) this.minutes[part] = template.settings?.[`${part}Minutes`] ?? this.minutes[part];
    if (template.criteria?.length && this.criteria.every((text) => !text.trim())) this.criteria = [...template.criteria];
    this.requestUpdate();
  }

  private readonly preview = () => {
    for (const part of PARTS) this.minutes[part] = (this.querySelector(`#${part}`) && Number(this.field(part).value)) || this.minutes[part];
    if (this.querySelector('#until')) this.until = new Date(this.field('until').value || this.until);
    this.days = this.field('days').checked;
    this.breaks = this.field('breaks').checked;
    const at = new Date(`${this.field('day').value}T${this.field('time').value}`);
    if (!Number.isNaN(at.getTime())) this.at = at;
    this.requestUpdate();
  };

  private readonly save = async (event: SubmitEvent) => {
    event.preventDefault();
    const form = new FormData(event.target as HTMLFormElement);
    const rehearsal = (event.submitter as HTMLButtonElement | null)?.name === 'rehearse';
    const body = {
      template: String(form.get('template')) || undefined,
      language,
      title: this.field('title').value.trim(),
      problem: this.field('problem').value.trim(),
      criteria: this.criteria.map((text) => text.trim()).filter(Boolean),
      plannedAt: this.at.toISOString(),
      timeZone: zone(),
      quietMinutes: this.days ? undefined : this.minutes.quiet,
      quietUntil: this.days ? this.until.toISOString() : undefined,
      collectEarly: this.field('early').checked,
      sharingMinutes: this.minutes.sharing,
      convergingMinutes: this.minutes.converging,
      agreeingMinutes: this.minutes.agreeing,
      breaks: this.parts().filter((part) => part.name === 'break').map((part) => ({ afterMinutes: part.after, minutes: part.minutes })),
      votesPerPerson: Number(this.field('dots').value),
      anonymous: form.get('names') === 'no',
    };
    clearRefusal();
    // empty lines are not sent, so that they do not count among the criteria
    for (const field of this.querySelectorAll<HTMLInputElement>('.criteria-in input')) field.dataset.field = field.value.trim() && 'criteria';
    try {
      if (this.plan) {
        await ask(this.team!, 'PATCH', `/api/sessions/${this.sessionId}`, { ...body, template: undefined, quietUntil: body.quietUntil ?? null });
        this.kept!.forget();
        return go(`/t/${this.slug}`);
      }
      const { id } = await ask<{ id: string }>(this.team!, 'POST', '/api/sessions', { ...body, rehearsal }, rehearsal ? uuid() : this.retryKey);
      if (!rehearsal) this.kept!.forget();
      if (!body.collectEarly) await ask(this.team!, 'POST', `/api/sessions/${id}/phase`, { to: 'lobby' });
      await join(id, { token: await tokenOf(this.team!), role: 'facilitator', name: this.field('leader').value.trim() });
      go(`/s/${id}/lead`);
    } catch (e) {
      this.error = showFailure(this, e);
      this.requestUpdate();
    }
  };
}

const date = (at: Date) => `${at.getFullYear()}-${String(at.getMonth() + 1).padStart(2, '0')}-${String(at.getDate()).padStart(2, '0')}`;
const zone = () => Intl.DateTimeFormat().resolvedOptions().timeZone;
const two = (n: number) => String(n).padStart(2, '0');
const local = (at: Date) => `${date(at)}T${two(at.getHours())}:${two(at.getMinutes())}`;
const inDays = (n: number, from = new Date()) => new Date(from.getFullYear(), from.getMonth(), from.getDate() + n, 18);
define('ms-plan', PlanPage);
