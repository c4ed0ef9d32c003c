import { Board, Group, Idea, IdeaResult, Person, RoomCount, Votes } from './state.js';

/** Computes something of a board once; a board never changes, because each event makes another one. */
function once<T>(compute: (board: Board) => T): (board: Board) => T {
  const known = new WeakMap<Board, T>();
  return (board) => {
    let value = known.get(board);
    if (value === undefined) known.set(board, (value = compute(board)));
    return value;
  };
}

const children = once((board) => {
  const of = new Map<string, Idea[]>();
  for (const idea of board.ideas) if (idea.parentId) of.set(idea.parentId, [...(of.get(idea.parentId) ?? []), idea]);
  return of;
});

/** The ideas that build on this one. */
export const builtOn = (board: Board, idea: Idea): Idea[] => children(board).get(idea.id) ?? [];

/** What the facilitator shows, in words; undefined while nothing is shown. */
export function shownNow(board: Board): string | undefined {
  const focus = board.session.focus;
  if (focus?.kind === 'group') return board.groups.find((group) => group.id === focus.id)?.name;
  return focus && board.ideas.find((idea) => idea.id === focus.id)?.text;
}
export const isShown = (board: Board, id: string) => board.session.focus?.id === id;

/** The rooms with their people, while the group is split; none at other times. */
export const rooms = once((board): (RoomCount & { people: Person[] })[] => {
  const seated = present(board).filter((person) => person.room);
  const numbers = new Set([...seated.map((person) => person.room!), ...(seated.length ? board.roomCounts.map((count) => count.room) : [])]);
  return [...numbers].sort((a, b) => a - b).map((room) => ({
    room,
    people: seated.filter((person) => person.room === room),
    ideas: board.roomCounts.find((count) => count.room === room)?.ideas ?? 0,
  }));
});

/** The board as one room sees it. */
export const asRoomSees = (board: Board, room?: number): Board => (room ? { ...board, ideas: board.ideas.filter((idea) => !idea.room || idea.room === room) } : board);

/** A column of the board; the last one, without a group, holds what is not grouped. */
export interface Column { group?: Group; ideas: Idea[] }

/** The board as columns. An idea that builds on another one of the board is shown with it. */
export const columns = once((board): Column[] => {
  const ids = new Set(board.ideas.map((idea) => idea.id));
  const top = board.ideas.filter((idea) => !(idea.parentId && ids.has(idea.parentId)));
  const grouped = board.groups.map((group) => {
    const place = new Map(group.ideaIds.map((id, i) => [id, i]));
    const ideas = top.filter((idea) => idea.groupId === group.id).sort((a, b) => (place.get(a.id) ?? 0) - (place.get(b.id) ?? 0));
    return { group, ideas };
  });
  return [...grouped, { ideas: top.filter((idea) => !board.groups.some((group) => group.id === idea.groupId)) }];
});

/** The ideas in the order of the columns, each followed by what builds on it. */
export const inOrder = (board: Board): Idea[] => columns(board).flatMap((column) => column.ideas.flatMap((idea) => [idea, ...builtOn(board, idea)]));

export const groupName = (board: Board, idea: Idea) => {
  const parent = idea.parentId ? board.ideas.find((other) => other.id === idea.parentId) : undefined;
  return board.groups.find((group) => group.id === (parent ?? idea).groupId)?.name;
};
export const mine = (board: Board) => board.ideas.filter((idea) => idea.mine);
export const present = (board: Board) => board.participants.filter((person) => person.present && person.role !== 'observer');
const people = once((board) => new Map(board.participants.map((person) => [person.participantId, person])));
export const author = (board: Board, idea: Idea): Person | undefined => (idea.authorId ? people(board).get(idea.authorId) : undefined);
/** The person's dots; all are left until the first one is given. */
export const votesOf = (board: Board): Votes => {
  const limit = board.session.votesPerPerson;
  return board.votes ?? { limit, left: limit, mine: [] };
};
export const dotsOn = (board: Board, ideaId: string) => board.votes?.mine.find((vote) => vote.ideaId === ideaId)?.votes ?? 0;
export const markOf = (board: Board, ideaId: string, criterionId: string) =>
  board.marks.find((mark) => mark.ideaId === ideaId && mark.criterionId === criterionId)?.value;

export interface Ranked { label: string; tied: boolean; result: IdeaResult; idea: Idea }

/**
 * The ideas with a rank in this order, best first: `dots` or the id of a criterion. Equal values are ties, which get the same rank
 * and a letter: 1, 2a, 2b, 4.
 */
export function ranked(board: Board, order: string): Ranked[] {
  const value = (r: IdeaResult) => (order === 'dots' ? r.dots : r.marks.find((m) => m.criterionId === order)?.mean ?? 0);
  const counted = (board.results?.ideas ?? []).filter((r) => value(r) > 0).sort((a, b) => value(b) - value(a));
  const ranks = counted.map((r) => 1 + counted.filter((other) => value(other) > value(r)).length);
  return counted.flatMap((result, i) => {
    const idea = board.ideas.find((other) => other.id === result.ideaId);
    const tied = ranks.filter((rank) => rank === ranks[i]).length > 1;
    const letter = tied ? String.fromCharCode(97 + ((i - ranks.indexOf(ranks[i])) % 26)) : '';
    return idea ? [{ label: `${ranks[i]}${letter}`, tied, result, idea }] : [];
  });
}

/** The ideas without a rank in this order, in the order of the board. */
export function unranked(board: Board, order: string): Idea[] {
  const known = new Set(ranked(board, order).map((r) => r.idea.id));
  return inOrder(board).filter((idea) => !known.has(idea.id));
}

const BEFORE_SHARING = ['planned', 'lobby', 'quiet'];

/** Whether what people write now is seen by nobody else. */
export const silent = (board: Board) => BEFORE_SHARING.includes(board.session.phase);
/** Whether people may write although the quiet time has not begun. */
export const collects = (board: Board) => !!board.session.collectEarly && silent(board) && board.session.phase !== 'quiet';
/** Whether this is the quiet time of a session over days: it ends at a date, and people come and go. */
export const overDays = (board: Board) => board.session.phase === 'quiet' && !!board.session.quietUntil;
