import type { Key } from './index.js';

/** The fields of requests, by the text with which pages label them. */
const FIELDS: Record<string, Key> = {
  text: 'fieldText', title: 'title', problem: 'problem', criteria: 'criteria', name: 'fieldName', summary: 'summary', description: 'templateAbout',
  owner: 'who', dueOn: 'until', plannedAt: 'fieldPlannedAt', quietUntil: 'quietUntilField', quietMinutes: 'quiet', sharingMinutes: 'sharing', convergingMinutes: 'converging',
  agreeingMinutes: 'agreeing', votesPerPerson: 'dotsEach', breaks: 'fieldBreaks', endsAt: 'end', minutes: 'fieldMinutes', ideaIds: 'fieldIdeas',
  joinCode: 'code', ownerKey: 'key', memberKey: 'key', retentionDays: 'retention', defaultTemplate: 'defaultTemplate', q: 'fieldSearch',
  topics: 'fieldTopics', cards: 'fieldCards', room: 'fieldRoom', number: 'fieldNumber', url: 'webhookUrl', events: 'webhookEvents',
};

/** What pages call a field, whose path may have an index or lead through other fields. A field that no page has is called as in the request. */
export function fieldLabel(field: string, texts: Record<Key, string>): string {
  const key = FIELDS[field.replace(/\[\d+\]$/, '').replace(/^.*\./, '')];
  return key ? texts[key] : field;
}
