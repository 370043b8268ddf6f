import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { AssignmentPage, CallResponse } from '@kuer/contract';
import type { Browser } from 'playwright-core';
import { pdf } from '../../api/test/support/applications.js';
import { dayFromNow } from '../../api/test/support/formal-check.js';
import type { Persona } from '../../api/test/support/personas.js';
import { accept, addOutlines, applicationsOf, reviewAll } from './support/in-their-names.js';
import {
  APPLICATIONS,
  justificationOf,
  listOfApplications,
  numberOf,
  placeOf,
  settingsOf,
} from './support/received.js';
import { scoreByKeyboard, scoreByMouse } from './support/score-sheet.js';
import { type RunningWeb, startWeb } from './support/start-web.js';
import { openBrowser, Visitor } from './support/visitor.js';

const OFFICE = 'koordination@demo.example';
const EXAMINER = 'pruefung1@demo.example';
const SECOND_EXAMINER = 'pruefung2@demo.example';
const REVIEWERS = [
  'gutachten01@demo.example',
  'gutachten02@demo.example',
  'gutachten03@demo.example',
  'gutachten04@demo.example',
] as const;
const CHAIR = 'vorsitz@demo.example';
const RECUSED = 'jury01@demo.example';
const JURORS = ['jury02@demo.example', 'jury03@demo.example'] as const;
const AUDITOR = 'revision@demo.example';

/** The applications that the people meet in the browser. */
const LATE = 0;
const REFUSED = 1;
const SCORED = 3;

let web: RunningWeb;
let browser: Browser;
let call: CallResponse;
const people = new Map<Persona, Visitor>();
let applications: Awaited<ReturnType<typeof applicationsOf>>;
let bundleId: string;
let sessionUrl: string;

beforeAll(async () => {
  [web, browser] = await Promise.all([startWeb(), openBrowser()]);
  const reviewers = Object.fromEntries(REVIEWERS.map((persona) => [persona, ['reviewer'] as const]));
  const jury = Object.fromEntries([RECUSED, ...JURORS].map((persona) => [persona, ['juror'] as const]));
  call = await web.api.createCall({
    title: 'Modellprojekte 2020',
    members: {
      [OFFICE]: ['coordinator'],
      [EXAMINER]: ['examiner'],
      [SECOND_EXAMINER]: ['examiner'],
      [CHAIR]: ['chair'],
      [AUDITOR]: ['auditor'],
      ...reviewers,
      ...jury,
    },
  });
  const office = await web.api.signIn(OFFICE);
  await office.patch(`/calls/${call.id}`, { version: call.version, settings: settingsOf(call) }).expect(200);
}, 300_000);

afterAll(async () => {
  await browser?.close();
  await web?.close();
}, 60_000);

/** The person at their browser, who signs in when they are first needed. */
async function at(persona: Persona): Promise<Visitor> {
  const known = people.get(persona);
  if (known) return known;
  const visitor = await Visitor.signIn(browser, web.baseUrl, persona);
  people.set(persona, visitor);
  return visitor;
}

const applicationAt = (index: number) => {
  const application = applications[index];
  if (!application) throw new Error(`There is no application ${numberOf(index)}.`);
  return application;
};

/** One part of the procedure. Without the part before it, a part would only wait for what never comes. */
let isBroken = false;
function part(name: string, work: () => Promise<void>): void {
  it(
    name,
    async () => {
      if (isBroken) throw new Error('An earlier part of the procedure failed.');
      isBroken = true;
      try {
        await work();
      } catch (error) {
        await Promise.all([...people.values()].map((visitor) => visitor.tellState()));
        if (process.env.BROWSER_HOLD) await hold(error);
        /*HOLD*/ else throw error;
      }
      isBroken = false;
    },
    process.env.BROWSER_HOLD ? 3_600_000 : 600_000,
  );
}

describe('the whole procedure, played in the browser by its people', () => {
  part('the office imports a list of 86 and opens the formal check', async () => {
    const office = await at(OFFICE);
    await office.look('home');
    await office.goTo('Bewerbungen');
    await office.sees('Noch keine Bewerbungen');
    await office.look('applications-empty');
    await office.follow('Importieren');
    await office.page.getByLabel('Datei', { exact: true }).setInputFiles({
      name: 'Bewerbungen 2020.xlsx',
      mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      buffer: await listOfApplications(),
    });
    await office.press('Vorschau');
    await office.sees(`${APPLICATIONS} neu, 0 geändert, 0 unverändert, 0 fehlerhaft`);
    await office.look('import-preview');
    await office.press(`${APPLICATIONS} Zeilen übernehmen`);
    await office.heading('Bewerbungen');
    await office.sees(placeOf(0));
    await office.look('applications');

    const client = await web.api.signIn(OFFICE);
    applications = await applicationsOf(client, call.id);
    expect(applications).toHaveLength(APPLICATIONS);
    // All but one municipality enclosed their outline; the office files them.
    await addOutlines(client, applications.slice(LATE + 1));

    await office.goTo('Überblick');
    await office.look('overview');
    await office.confirm('„Formale Prüfung“ eröffnen');
    await office.sees('Der Förderaufruf ist jetzt in der Stufe „Formale Prüfung“.');
  });

  part('the formal check: a supplement is asked for and answered, a rejection takes two', async () => {
    const office = await at(OFFICE);
    const [examiner, second] = [await at(EXAMINER), await at(SECOND_EXAMINER)];
    await examiner.look('home');
    await examiner.goTo('Formale Prüfung');
    await examiner.sees(placeOf(LATE));
    await examiner.look('formal-check-desk');
    await examiner.follow(numberOf(LATE));
    await examiner.heading(new RegExp(numberOf(LATE)));
    await examiner.look('formal-check');
    await examiner.press('Nachforderung senden');
    const request = examiner.dialog('Nachforderung');
    await request.getByLabel('Frist').fill(dayFromNow(14));
    await request.getByLabel('Projektskizze').check();
    await request.getByLabel('Text an die Kommune').fill('Bitte reichen Sie die Projektskizze nach.');
    await examiner.look('supplement-dialog');
    await examiner.press('Senden', request);
    await examiner.sees('Bitte reichen Sie die Projektskizze nach.');

    await office.goTo('Bewerbungen');
    await office.follow(numberOf(LATE));
    await office.press('Unterlage hinzufügen');
    const upload = office.dialog('Unterlage hinzufügen');
    await upload.getByLabel('Art der Unterlage').selectOption({ label: 'Projektskizze' });
    await upload.getByLabel('Datei', { exact: true }).setInputFiles({
      name: 'Projektskizze.pdf',
      mimeType: 'application/pdf',
      buffer: pdf('Projektskizze'),
    });
    await office.press('Unterlage hinzufügen', upload);
    await office.sees('Die Unterlage ist gespeichert.');
    await office.look('application');
    await office.follow('Formale Prüfung', office.page.getByRole('main'));
    await office.press('Antwort erfassen');
    const answer = office.dialog('Antwort erfassen');
    await answer.getByRole('textbox').fill('Die Projektskizze liegt bei.');
    await office.press('Antwort erfassen', answer);
    await office.sees(/beantwortet am/);

    await examiner.page.reload();
    await passAll(examiner);
    await examiner.confirm('Formal zulassen');
    await examiner.sees(/Zugelassen von Petra Rüfer/);

    await examiner.goTo('Formale Prüfung');
    await examiner.follow(numberOf(REFUSED));
    await examiner.heading(new RegExp(numberOf(REFUSED)));
    await examiner.page.getByLabel('nicht erfüllt').first().check();
    await examiner.page
      .getByLabel(/^Anmerkung/)
      .first()
      .fill('Der Antrag ist nicht bewertbar.');
    await examiner.page.keyboard.press('Tab');
    await examiner.sees(/^Gespeichert /);
    await passAll(examiner);
    await examiner.confirm('Formal ablehnen', 'Die Skizze beschreibt kein Modellprojekt.');
    await examiner.sees(/Ablehnung vorgeschlagen von Petra Rüfer/);
    expect(await examiner.page.getByRole('button', { name: 'Ablehnung bestätigen' }).count()).toBe(0);

    await second.page.reload();
    await second.follow(/Ablehnungen zu bestätigen/);
    await second.follow(numberOf(REFUSED));
    await second.sees(/Ablehnung vorgeschlagen von Petra Rüfer/);
    await second.confirm('Ablehnung bestätigen', 'Auch nach meiner Prüfung kein Modellprojekt.');
    await second.sees(/bestätigt von Paul Rühl/);
    await second.look('rejected');

    // The other 84 are as plain as the first: the examiner accepts them, here over HTTP.
    await accept(await web.api.signIn(EXAMINER), applications.slice(REFUSED + 1));
    await office.goTo('Überblick');
    await office.page.reload();
    await office.confirm('„Fachliche Begutachtung“ eröffnen');
    await office.sees('Der Förderaufruf ist jetzt in der Stufe „Fachliche Begutachtung“.');
  });

  part('the office has the assignments proposed and confirms them', async () => {
    const office = await at(OFFICE);
    await office.goTo('Zuweisungen');
    await office.press('Vorschlag erstellen');
    await office.sees('Vorgeschlagene Zuweisungen');
    await office.look('assignment-plan');
    const places = 2 * (APPLICATIONS - 1);
    await office.press(`${places} Zuweisungen bestätigen`);
    await office.sees(`${places} Zuweisungen sind bestätigt`);
    await office.look('assignments');
  });

  part('two reviewers score one application, by keyboard and by mouse', async () => {
    const client = await web.api.signIn(OFFICE);
    const { body } = await client.get(`/calls/${call.id}/assignments?limit=500`).expect(200);
    const assigned = (body as AssignmentPage).items.filter((one) => one.applicationId === applicationAt(SCORED).id);
    const accounts = new Map(
      await Promise.all(REVIEWERS.map(async (one) => [await web.api.accountOf(one), one] as const)),
    );
    const [one, other] = assigned.map(({ reviewerId }) => accounts.get(reviewerId ?? ''));
    if (!one || !other) throw new Error('The application has no two reviewers.');

    const scores = [4, 5, 4, 4, 3, 4, 5, 4, 4, 4, 3, 5];
    const reason = (index: number, value: number) => justificationOf(`K${index + 1}`, value);
    const keyboard = await at(one);
    await begin(keyboard);
    await keyboard.look('score-sheet');
    const keys = await scoreByKeyboard(keyboard.page, scores, reason);
    expect(keys).toBeLessThanOrEqual(38);
    await submit(keyboard);

    const mouse = await at(other);
    await begin(mouse);
    const clicks = await scoreByMouse(
      mouse.page,
      scores.map((score) => Math.min(5, score + 1)),
      reason,
    );
    expect(clicks).toBeLessThanOrEqual(26);
    await submit(mouse);
  });

  part(
    'the other 168 reviews arrive; the office sees the results, confirms the recommendations, opens the jury stage',
    async () => {
      // In the names of the four reviewers, over HTTP.
      const place = new Map(applications.map(({ id }, index) => [id, index]));
      const written = await Promise.all(
        REVIEWERS.map(async (persona, index) => reviewAll(await web.api.signIn(persona), index, call.id, place)),
      );
      expect(written.reduce((sum, count) => sum + count, 0)).toBe(2 * (APPLICATIONS - 1) - 2);

      const office = await at(OFFICE);
      await office.goTo('Ergebnisse');
      await office.sees(placeOf(SCORED));
      await office.look('results');
      await office.follow(numberOf(SCORED));
      await office.heading(`Ergebnis ${numberOf(SCORED)}`);
      await office.sees('Gutachten im Vergleich');
      await office.look('result');
      await office.goTo('Ergebnisse');
      await office.confirm('Alle klaren Empfehlungen bestätigen');
      await office.sees(`${APPLICATIONS - 1} Empfehlungen sind bestätigt`);
      await office.goTo('Überblick');
      await office.page.reload();
      await office.confirm('„Juryauswahl“ eröffnen');
      await office.sees('Der Förderaufruf ist jetzt in der Stufe „Juryauswahl“.');
    },
  );

  part('a juror declares a conflict and sees nothing of the application any more', async () => {
    const juror = await at(RECUSED);
    await juror.page.reload();
    await juror.goTo('Rangfolge');
    await juror.sees(placeOf(SCORED));
    await juror.look('ranking');
    await juror.follow(numberOf(SCORED));
    await juror.sees(`Gemeinsam digital in ${placeOf(SCORED)}`);
    await juror.press('Befangenheit erklären');
    const dialog = juror.dialog('Befangenheit erklären');
    await dialog.getByLabel('Grund').selectOption({ index: 1 });
    await juror.look('conflict-dialog');
    const address = juror.page.url();
    await juror.press('Befangenheit erklären', dialog);
    await juror.sees('Die Befangenheit ist vermerkt.');
    // In the lists it has no content any more, and by its address nothing of it opens.
    await juror.heading('Bewerbungen');
    await juror.row(numberOf(SCORED)).getByText('Befangen – ohne Inhalt').waitFor();
    await juror.look('applications-recused');
    await expectNothingOf(juror, placeOf(SCORED));
    await juror.goTo('Rangfolge');
    await juror.row(numberOf(SCORED)).getByText('Befangen – ohne Inhalt').waitFor();
    await expectNothingOf(juror, placeOf(SCORED));
    await juror.page.goto(address);
    await juror.sees('Sie sind bei dieser Bewerbung befangen');
    await juror.look('recused');
    await expectNothingOf(juror, placeOf(SCORED));
    juror.forgive(/403 \(Forbidden\)/);
  });

  part('the session: a recused member is out of the room, the others vote in parallel', async () => {
    const office = await at(OFFICE);
    await office.goTo('Jurysitzungen');
    await office.press('Sitzung anlegen');
    const planned = office.dialog('Neue Jurysitzung');
    await planned.getByLabel('Bezeichnung').fill('Auswahlsitzung');
    await planned.getByLabel('Tagesordnung').fill('Aussprache\nBeschluss');
    await office.press('Sitzung anlegen', planned);
    await office.heading('Auswahlsitzung');
    sessionUrl = office.page.url();

    const chair = await at(CHAIR);
    await chair.page.reload();
    await chair.goTo('Jurysitzungen');
    await chair.follow('Auswahlsitzung');
    await chair.press('Alle als anwesend erfassen');
    await chair.sees(/^Beschlussfähig: 4 anwesend/);
    await chair.press('Sitzung eröffnen');
    await chair.page.getByRole('button', { name: 'Sitzung schließen' }).waitFor();
    await chair.look('session');
    const motion = 'Die Jury nimmt die Bewerbung auf.';
    await chair.press('Antrag stellen');
    const dialog = chair.dialog('Antrag stellen');
    await dialog.getByLabel('Worum geht es?').selectOption({ label: 'ins Bündel aufnehmen' });
    await dialog.getByLabel('Bewerbung').selectOption({ label: `${numberOf(SCORED)} ${placeOf(SCORED)}` });
    await dialog.getByLabel('Wortlaut').fill(motion);
    await chair.look('motion-dialog');
    await chair.press('Antrag stellen', dialog);
    await chair.sees(motion);
    await chair.press('Abstimmung eröffnen');
    await chair.sees('Befangen, außerhalb des Raums: Julia Rynek');

    const recused = await at(RECUSED);
    const voters = [chair, ...(await Promise.all(JURORS.map((juror) => at(juror))))];
    await Promise.all([recused, ...voters].map((member) => member.page.goto(sessionUrl)));
    await recused.sees(/wegen Befangenheit ausgeschlossen/);
    await recused.look('session-recused');
    expect(await recused.page.getByRole('button', { name: 'Ja', exact: true }).count()).toBe(0);
    await expectNothingOf(recused, motion);
    await expectNothingOf(recused, placeOf(SCORED));
    await Promise.all(voters.map((member) => vote(member, 'Ja')));
    await chair.sees('3 von 3 Stimmen abgegeben');
    await chair.confirm('Abstimmung schließen');
    await Promise.all(voters.map((member) => member.sees('Ja 3 · Nein 0 · Enthaltung 0')));
    await chair.look('session-voted');
  });

  part('the bundle is assembled, those passed over get their reasons', async () => {
    const chair = await at(CHAIR);
    await chair.goTo('Bündel');
    await chair.press('Szenario anlegen');
    const dialog = chair.dialog('Neues Szenario');
    await dialog.getByLabel('Name').fill('Vorschlag des Vorsitzes');
    await dialog.getByLabel('Mit der Jury teilen').check();
    await chair.press('Szenario anlegen', dialog);
    await chair.heading('Vorschlag des Vorsitzes');
    bundleId = chair.page.url().split('/').at(-1) ?? '';
    await chair.look('bundle-empty');
    await chair.press('Vorschlag erstellen');
    const proposal = chair.dialog('Vorschlag aus der Rangfolge');
    await chair.press('Vorschlag berechnen', proposal);
    await chair.sees('Anzahl, Mittel und alle Zielkorridore sind eingehalten.');
    await chair.press(/^\d+ Bewerbungen aufnehmen$/, proposal);
    await proposal.waitFor({ state: 'detached' });
    await chair.sees(/^Im Bündel \(3\d\)$/);
    await chair.look('bundle');

    // The best of all gives way: now somebody is passed over.
    const first = chair.page.getByRole('button', { name: /herausnehmen$/ }).first();
    await first.click();
    await chair.page.getByRole('button', { name: 'Begründung schreiben' }).first().waitFor();
    for (let open = 1; open > 0; ) {
      const justify = chair.page.getByRole('button', { name: 'Begründung schreiben' });
      const before = await justify.count();
      await justify.first().click();
      const why = chair.dialog(/^Warum bleibt/);
      await why.getByRole('textbox').fill('Die Mischung des Bündels hat Vorrang.');
      await chair.press('Speichern', why);
      await why.waitFor({ state: 'detached' });
      await chair.page.waitForFunction(
        (count) =>
          [...document.querySelectorAll('button')].filter((one) => one.textContent === 'Begründung schreiben').length <
          count,
        before,
      );
      open = await justify.count();
    }
    await chair.sees(/^Das Bündel kann beschlossen werden/);
    await chair.look('bundle-justified');
  });

  part('the jury adopts it by vote', async () => {
    const chair = await at(CHAIR);
    await chair.page.goto(sessionUrl);
    await chair.press('Antrag stellen');
    const dialog = chair.dialog('Antrag stellen');
    await dialog.getByLabel('Worum geht es?').selectOption({ label: 'Bündel beschließen' });
    await dialog.getByLabel('Bündel', { exact: true }).selectOption({ label: 'Vorschlag des Vorsitzes' });
    await dialog.getByLabel('Wortlaut').fill('Die Jury beschließt das Bündel.');
    await chair.press('Antrag stellen', dialog);
    await chair.sees('Die Jury beschließt das Bündel.');
    await chair.press('Abstimmung eröffnen');
    const jury = [chair, ...(await Promise.all(([RECUSED, ...JURORS] as const).map((juror) => at(juror))))];
    await Promise.all(jury.map((member, index) => vote(member, index === 1 ? 'Enthaltung' : 'Ja')));
    await chair.confirm('Abstimmung schließen');
    await Promise.all(jury.map((member) => member.sees('Ja 3 · Nein 0 · Enthaltung 1')));
    await chair.confirm('Bündel beschließen');
    await chair.sees('Das Bündel ist beschlossen.');
    await chair.confirm('Sitzung schließen');
    await chair.look('session-closed');
  });

  part('decided, published, and read by an anonymous visitor', async () => {
    const visitor = await Visitor.arrive(browser, web.baseUrl);
    await visitor.page.goto(`/overview/${call.id}`);
    await visitor.sees('Zu diesem Förderaufruf ist nichts veröffentlicht');

    const office = await at(OFFICE);
    await office.goTo('Überblick');
    await office.page.reload();
    await office.confirm('„Entschieden“ eröffnen');
    await office.sees('Der Förderaufruf ist jetzt in der Stufe „Entschieden“.');
    await office.goTo('Entscheidung');
    await office.sees(/ausgewählt, .* auf der Nachrückliste/);
    await office.look('decision');
    await office.confirm('Veröffentlichen');
    await office.sees('Die Entscheidung ist veröffentlicht.');

    const adopted = await web.api.look<{ lead: string }>(
      `SELECT c.lead_name AS lead FROM kuer.bundle_items i
       JOIN kuer.application_contents c USING (application_id) WHERE i.bundle_id = $1`,
      [bundleId],
    );
    visitor.forgive(/404 \(Not Found\)/);
    await visitor.page.reload();
    await visitor.heading('Modellprojekte 2020');
    await visitor.look('overview');
    const shown = await visitor.page.locator('.kuer-overview__project h3').allTextContents();
    expect(shown.map((heading) => heading.match(/Musterort \d+/)?.[0]).sort()).toEqual(
      adopted.map(({ lead }) => lead).sort(),
    );
    expect(shown.length).toBeGreaterThanOrEqual(30);
    people.set('fremd@demo.example', visitor);
  });

  part('the auditor finds all of it on the trail', async () => {
    const auditor = await at(AUDITOR);
    await auditor.look('home');
    await auditor.goTo('Prüfpfad');
    await auditor.settled();
    await auditor.look('trail');
  });

  it('no screen had a serious barrier, and no browser complained', () => {
    const all = [...people.values()];
    const barriers = all.flatMap((visitor) => visitor.barriers);
    const minor = barriers.filter(({ impact }) => !['serious', 'critical'].includes(impact));
    for (const { screen, rule, impact, where } of minor)
      console.info(`${impact}: ${rule} on ${screen}\n  ${where[0] ?? ''}`);
    expect(barriers.filter((barrier) => !minor.includes(barrier))).toEqual([]);
    expect(all.flatMap((visitor) => visitor.complaints)).toEqual([]);
  });
});

/** Takes over what the system found, and passes what it leaves to people. */
async function passAll(examiner: Visitor): Promise<void> {
  await examiner.page.getByRole('heading', { name: 'Prüfpunkte' }).waitFor();
  const takeOver = examiner.page.getByRole('button', { name: 'Feststellungen des Systems übernehmen' });
  if ((await takeOver.count()) > 0) {
    await takeOver.click();
    await takeOver.waitFor({ state: 'detached' });
  }
  for (const item of await examiner.page.getByRole('group').or(examiner.page.getByRole('radiogroup')).all()) {
    const radios = item.getByRole('radio');
    if ((await radios.count()) !== 3 || (await item.getByRole('radio', { checked: true }).count()) > 0) continue;
    await item.getByRole('radio', { name: 'erfüllt', exact: true }).check();
    await item.page().waitForLoadState('networkidle');
  }
}

async function begin(reviewer: Visitor): Promise<void> {
  await reviewer.page.reload();
  await reviewer.look('home');
  await reviewer.goTo('Meine Gutachten');
  await reviewer.press(`Befangenheit klären: ${numberOf(SCORED)}`);
  const question = reviewer.dialog(`Sind Sie bei ${numberOf(SCORED)} befangen?`);
  await question.getByLabel('Nein, keiner dieser Gründe trifft auf mich zu.').check();
  await reviewer.look('conflict-question');
  await reviewer.press('Mit „Nein“ antworten', question);
  await reviewer.press('Annehmen und beginnen');
  await reviewer.heading(`Gutachten zu ${numberOf(SCORED)}`);
  await reviewer.page.locator('[data-part="K12"]').waitFor();
}

async function submit(reviewer: Visitor): Promise<void> {
  await reviewer.heading(`Gutachten zu ${numberOf(SCORED)} prüfen`);
  await reviewer.sees('Das Gutachten ist vollständig');
  await reviewer.look('check');
  await reviewer.page.getByLabel(/^Ich habe die Bewerbung selbst/).check();
  await reviewer.press('Gutachten einreichen');
  await reviewer.sees('Ihr Gutachten ist eingegangen');
  await reviewer.look('receipt');
}

async function vote(member: Visitor, choice: 'Ja' | 'Enthaltung'): Promise<void> {
  await member.press(choice);
  await member.sees(`Ihre Stimme: ${choice}.`);
}

async function expectNothingOf(member: Visitor, text: string): Promise<void> {
  await member.settled();
  expect(await member.page.getByRole('main').textContent()).not.toContain(text);
}

/*HOLD-BEGIN*/
async function hold(error: unknown): Promise<void> {
  const fs = await import('node:fs');
  const dir = String(process.env.BROWSER_HOLD);
  fs.writeFileSync(`${dir}/held`, String((error as Error).stack));
  for (;;) {
    await new Promise((go) => setTimeout(go, 300));
    if (!fs.existsSync(`${dir}/cmd.js`)) continue;
    const code = fs.readFileSync(`${dir}/cmd.js`, 'utf8');
    fs.rmSync(`${dir}/cmd.js`);
    if (code.trim() === 'resume') return;
    let out: unknown;
    try {
      const run = new Function('at', 'web', 'people', 'call', 'applications', 'h', `return (async () => {${code}})()`);
      out = await run(at, web, people, call, applications, {
        passAll,
        vote,
        begin,
        submit,
        accept,
        SCORED,
        numberOf,
        scoreByKeyboard,
        scoreByMouse,
      });
    } catch (e) {
      out = (e as Error).stack;
    }
    fs.writeFileSync(`${dir}/out`, typeof out === 'string' ? out : (JSON.stringify(out, null, 1) ?? 'undefined'));
  }
}
/*HOLD-END*/
