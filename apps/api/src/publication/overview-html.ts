import type { Locale, OverviewProject, OverviewResponse } from '@kuer/contract';
import { dayOf, OVERVIEW_WORDS, sizeClassName, stateNames } from './overview-words.js';

/** The overview as a page of its own, without script or style of its own: readable by everything that reads HTML. */
export function overviewHtml(overview: OverviewResponse, locale: Locale): string {
  const words = OVERVIEW_WORDS[locale];
  const groups = overview.groups
    .map(
      (group) => `
      <section aria-labelledby="${escapeHtml(group.key)}">
        <h2 id="${escapeHtml(group.key)}">${escapeHtml(group.name)}</h2>
        <ul>${group.projects.map((project) => projectHtml(project, locale)).join('')}
        </ul>
      </section>`,
    )
    .join('');
  return `<!doctype html>
<html lang="${locale}">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>${escapeHtml(words.heading)} – ${escapeHtml(overview.title)}</title>
  </head>
  <body>
    <main>
      <h1>${escapeHtml(overview.title)}</h1>
      <p>${escapeHtml(words.heading)}. ${escapeHtml(words.summary(overview.selected, overview.applications))}
      ${escapeHtml(words.published)} <time datetime="${escapeHtml(overview.publishedAt)}">${escapeHtml(dayOf(overview.publishedAt, locale))}</time>.</p>
      ${overview.hasGeneratedData ? `<p><strong>${escapeHtml(words.generated)}</strong></p>` : ''}${groups}
    </main>
  </body>
</html>
`;
}

function projectHtml(project: OverviewProject, locale: Locale): string {
  const facts = [sizeClassName(project.sizeClass, locale), stateNames(project.federalStates, locale)];
  if (project.phase === 'A' || project.phase === 'B') facts.push(OVERVIEW_WORDS[locale].phase[project.phase]);
  const partners = project.partners.map((partner) => `<li>${escapeHtml(partner)}</li>`).join('');
  return `
          <li>
            <h3>${escapeHtml(project.heading)}</h3>${partners ? `\n            <ul>${partners}</ul>` : ''}
            <p><cite>${escapeHtml(project.title)}</cite>${project.motto ? ` – ${escapeHtml(project.motto)}` : ''}</p>
            <p>${escapeHtml(facts.join(' · '))}</p>
          </li>`;
}

const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
