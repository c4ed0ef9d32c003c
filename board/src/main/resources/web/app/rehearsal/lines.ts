import { Language } from '../texts/index.js';

/** What the simulated people of a rehearsal say. It fits any problem. */
export interface Lines { name: (n: number) => string; ideas: [string, string][]; built: string; late: string; group: string }

export const LINES: Record<Language, Lines> = {
  en: {
    name: (n) => `Participant ${n} (simulated)`,
    ideas: [
      ['Try the smallest version of it for one week', 'Ask the people who feel it most what they would do'],
      ['Leave out one step, and see who misses it', 'Look at how others have solved this'],
      ['Do the opposite of what we do now', 'Write down on one page how we do it'],
      ['Let somebody new look at it', 'Choose the day on which we decide'],
    ],
    built: 'We could begin with the part that costs least',
    late: 'Use what we have already',
    group: 'Try it soon',
  },
  de: {
    name: (n) => `Person ${n} (simuliert)`,
    ideas: [
      ['Eine Woche lang die kleinste Fassung ausprobieren', 'Die Menschen fragen, die es am meisten trifft'],
      ['Einen Schritt weglassen und sehen, wem er fehlt', 'Ansehen, wie andere das gelöst haben'],
      ['Das Gegenteil von dem tun, was wir jetzt tun', 'Auf einer Seite aufschreiben, wie wir es machen'],
      ['Jemanden darauf schauen lassen, der neu ist', 'Den Tag festlegen, an dem wir entscheiden'],
    ],
    built: 'Wir könnten mit dem Teil beginnen, der am wenigsten kostet',
    late: 'Verwenden, was wir schon haben',
    group: 'Bald ausprobieren',
  },
};
