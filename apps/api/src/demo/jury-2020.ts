import type { VoteChoice } from '@kuer/domain';
import { at } from './day.js';
import type { DemoApplication, DemoBundle, DemoMotion, DemoSession } from './demo-call.js';
import { type JurorKey, jurorKeys } from './personas.js';

const DAY = '2020-08-27';
const ABSENT: readonly JurorKey[] = ['jury07'];

/** Everyone votes yes but those who are named. Recused members have no vote, whatever stands here. */
export function votes(
  exceptions: Partial<Record<JurorKey, VoteChoice>>,
  absent: readonly JurorKey[],
): DemoMotion['votes'] {
  return Object.fromEntries(
    jurorKeys
      .filter((juror) => !absent.includes(juror))
      .map((juror): [JurorKey, VoteChoice] => [juror, exceptions[juror] ?? 'yes']),
  );
}

/** The session in which the 2020 bundle was adopted. Its course is invented; its result is the published selection. */
export function session2020(applications: readonly DemoApplication[], bundle: DemoBundle): DemoSession {
  const lemgo = applications.find(({ lead }) => lead.name === 'Lemgo');
  const leftOut = bundle.justifications[0]?.application;
  if (!lemgo || !leftOut) throw new Error('The applications that the jury voted on are missing');
  return {
    title: 'Jurysitzung zur zweiten Staffel',
    startsAt: at(DAY, 8),
    location: 'Berlin, Sitzungssaal 3.014 und Videokonferenz',
    agenda: [
      'Begrüßung, Feststellung der Beschlussfähigkeit, Befangenheit',
      'Bericht der Geschäftsstelle über Prüfung und Begutachtung',
      'Beratung der Gruppen anhand der Rangfolge',
      'Ausgewogenheit des Bündels: Größenklassen, Länder, Phasen',
      'Beschluss über das Bündel und die Nachrückliste',
    ],
    absent: ABSENT,
    openedAt: at(DAY, 8, 10),
    closedAt: at(DAY, 15, 30),
    motions: [
      {
        kind: 'leave_out',
        text: `Die Bewerbung ${leftOut} wird nicht in das Bündel aufgenommen, da Baden-Württemberg in der Gruppe schon mit zwei höher bewerteten Großstädten vertreten ist.`,
        application: leftOut,
        putBy: 'jury04',
        openedAt: at(DAY, 10, 40),
        closedAt: at(DAY, 10, 47),
        votes: votes({ jury05: 'no', jury08: 'abstain' }, ABSENT),
      },
      {
        kind: 'take_in',
        text: `Die Bewerbung ${lemgo.number} wird als Beispiel einer Kooperation zweier kreisangehöriger Kommunen in das Bündel aufgenommen.`,
        application: lemgo.number,
        putBy: 'jury02',
        openedAt: at(DAY, 11, 20),
        closedAt: at(DAY, 11, 26),
        votes: votes({ jury01: 'abstain' }, ABSENT),
      },
      {
        kind: 'adopt_bundle',
        text: 'Das Bündel 2020 mit 32 Vorhaben wird beschlossen; die übrigen empfohlenen Bewerbungen bilden je Gruppe die Nachrückliste.',
        application: null,
        putBy: 'vorsitz',
        openedAt: at(DAY, 14, 55),
        closedAt: at(DAY, 15, 5),
        votes: votes({ jury05: 'abstain' }, ABSENT),
      },
    ],
  };
}
