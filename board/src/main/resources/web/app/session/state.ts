/** What a session's board looks like: the shapes of the API, and the pure function from events to state. */
export type Phase = 'planned' | 'lobby' | 'quiet' | 'sharing' | 'converging' | 'agreeing' | 'closing' | 'closed' | 'cancelled';

/** What the facilitator shows to everybody. */
export interface Focus { kind: 'idea' | 'group' | 'topic'; id: string }
export interface Criterion { id: string; text: string }
export interface SessionState {
  title?: string; problem?: string; criteria: Criterion[]; phase: Phase; serverTime: string; since?: string; endsAt?: string;
  quietOver: boolean; quietUntil?: string; reminderHours?: number; collectEarly?: boolean; breakId?: string; breakEndsAt?: string; breakDue: boolean; nextPhase?: Phase; announcedAt?: string;
  nextPhaseAt?: string; focus?: Focus; scheduledBreaks: { breakId: string; startsAt: string; minutes: number }[]; anonymous: boolean;
  votesPerPerson: number; votesOnOwnIdeas: boolean;
}
/** In an anonymous session only one's own seat says whether it is ready. */
export interface Person { participantId: string; name: string; role: 'facilitator' | 'participant' | 'observer'; ready?: boolean; present: boolean; connected: boolean; room?: number }
export interface Comparison { left: string; right: string; similarities: string[]; differences: string[] }
export interface Idea {
  id: string; topicId?: string; parentId?: string; position: number; kind: string; text: string; comparison?: Comparison;
  authorId?: string; groupId?: string; shared: boolean; room?: number; mine?: boolean; removal?: 'taken-down' | 'redacted'; links: { title: string; url: string }[];
}
export interface Group { id: string; name: string; position: number; ideaIds: string[] }
export interface Topic { id: string; parentId?: string; position: number; title: string }
export interface Action { id: string; sessionId?: string; ideaId?: string; position: number; text: string; owner?: string; dueOn?: string; state: 'open' | 'done' | 'dropped' }
/** The actions of the team's other sessions: the open ones, and those that were finished since the last session. */
export interface TeamActions { version: number; open: Action[]; finished: Action[] }
export interface Votes { limit: number; left: number; mine: { ideaId: string; votes: number }[] }
export interface Mark { ideaId: string; criterionId: string; value: number }
export interface IdeaResult { ideaId: string; rank?: number; dots: number; marks: { criterionId: string; mean: number; count: number }[] }
export interface Results { order: string; ideas: IdeaResult[] }
/** How many ideas a room has; everybody knows these numbers. */
export interface RoomCount { room: number; ideas: number }
export interface Participation { writers?: number; silent?: number }

export interface Board {
  session: SessionState;
  participants: Person[];
  topics: Topic[];
  ideas: Idea[];
  groups: Group[];
  actions: Action[];
  teamActions?: TeamActions;
  votes?: Votes;
  marks: Mark[];
  results?: Results;
  participation: Participation;
  ideaCount: number;
  roomCounts: RoomCount[];
}

/** An event of the live stream. Unknown events change nothing. */
export interface BoardEvent { event: string; data: any }

export function reduce(board: Board | undefined, { event, data }: BoardEvent): Board | undefined {
  if (event === 'snapshot') return fromSnapshot(data);
  if (!board) return undefined;
  switch (event) {
    case 'session':
      return { ...board, session: data };
    case 'participant':
      return { ...board, participants: put(board.participants, data as Person, (p) => p.participantId) };
    case 'topic':
      return { ...board, topics: sorted(upsert(board.topics, data)) };
    case 'topic-removed':
      return { ...board, topics: without(board.topics, data.id) };
    case 'idea':
      return { ...board, ideas: sorted(upsert(board.ideas, data)) };
    case 'idea-withdrawn':
      return { ...board, ideas: without(board.ideas, data.id) };
    case 'group':
      return regroup(board, data);
    case 'group-removed':
      return { ...board, groups: without(board.groups, data.id), ideas: board.ideas.map((i) => (i.groupId === data.id ? { ...i, groupId: undefined } : i)) };
    case 'action':
      return { ...board, actions: sorted(upsert(board.actions, data)) };
    case 'action-removed':
      return { ...board, actions: without(board.actions, data.id) };
    case 'team-actions':
      return { ...board, teamActions: data };
    case 'votes':
      return { ...board, votes: data };
    case 'marks':
      return { ...board, marks: data.mine };
    case 'results':
      return { ...board, results: data };
    case 'participation':
      return { ...board, participation: data };
    case 'room-counts':
      return { ...board, roomCounts: data.rooms };
    default:
      return board;
  }
}

function fromSnapshot(data: any): Board {
  return {
    session: data.session,
    participants: data.participants,
    topics: sorted(data.topics),
    ideas: sorted(data.ideas),
    groups: sorted(data.groups),
    actions: sorted(data.actions),
    teamActions: data.teamActions,
    votes: data.votes,
    marks: data.marks?.mine ?? [],
    results: data.results,
    participation: { writers: data.counts.writers, silent: data.counts.silent },
    ideaCount: data.counts.ideas,
    roomCounts: data.counts.rooms ?? [],
  };
}

/** A group as it is now: its ideas leave the groups that they were in. */
function regroup(board: Board, group: Group): Board {
  const inside = new Set(group.ideaIds);
  const ideas = board.ideas.map((idea) => {
    if (inside.has(idea.id)) return idea.groupId === group.id ? idea : { ...idea, groupId: group.id };
    return idea.groupId === group.id ? { ...idea, groupId: undefined } : idea;
  });
  const groups = board.groups.map((other) =>
    other.id !== group.id && other.ideaIds.some((id) => inside.has(id)) ? { ...other, ideaIds: other.ideaIds.filter((id) => !inside.has(id)) } : other,
  );
  return { ...board, ideas, groups: sorted(upsert(groups, group)) };
}

const without = <T extends { id: string }>(list: T[], id: string) => list.filter((x) => x.id !== id);
const sorted = <T extends { position: number }>(list: T[]) => [...list].sort((a, b) => a.position - b.position);

const upsert = <T extends { id: string }>(list: T[], item: T) => put(list, item, (x) => x.id);

function put<T>(list: T[], item: T, id: (x: T) => string): T[] {
  const at = list.findIndex((x) => id(x) === id(item));
  return at < 0 ? [...list, item] : list.map((x, i) => (i === at ? item : x));
}
