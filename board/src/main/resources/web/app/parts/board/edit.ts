import { Waiting } from '../../client/outbox.js';
import { SessionStore } from '../../session/store.js';
import { Idea } from '../../session/state.js';
import { failureOf, t } from '../../texts/index.js';
import { askWords } from '../dialog.js';

export interface Edited { text: string; hint?: { words: string; message: string } }

/** Lets the person change an idea of their own. The new words stay in the dialog until the server has them. Returns what it answers. */
export async function edit(store: SessionStore, idea: Idea): Promise<Edited | undefined> {
  const path = `ideas/${idea.id}`;
  let edited: Edited | undefined;
  const save = async (text: string) => {
    if (text === idea.text) return undefined;
    let refused = '';
    edited = await store.ask<Edited>('PATCH', path, { text }, (failure) => {
      refused = failureOf(failure);
      return '';
    });
    return refused || undefined;
  };
  const text = await askWords(t('edit'), t('idea'), { name: `${store.id}/edit/${idea.id}`, value: idea.text, save });
  if (!edited || !text) return undefined;
  store.say(t('ideaChanged'), () => store.ask('PATCH', path, { text: idea.text }));
  return { ...edited, text };
}

/** Lets the person build on an idea, or send words again that were refused. They stay in the dialog until the browser keeps them. */
export async function buildOn(store: SessionStore, idea: Idea, again?: Waiting): Promise<boolean> {
  const name = `${store.id}/build/${(again ?? idea).id}`;
  const save = async (text: string) => {
    await store.outbox.add(text, { parentId: idea.id });
    return undefined;
  };
  return (await askWords(t('buildOnThis'), idea.text, { name, value: again?.text, action: t('addIdea'), save })) !== undefined;
}
