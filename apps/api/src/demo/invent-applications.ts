import { type FederalState, type PortfolioGroup, SIZE_CLASS_INFO, type SizeClass } from '@kuer/domain';
import { cityConcepts } from './concepts/city-concepts.js';
import type { Concept } from './concepts/concept.js';
import { cooperationConcepts } from './concepts/cooperation-concepts.js';
import { smallTownConcepts } from './concepts/small-town-concepts.js';
import { townConcepts } from './concepts/town-concepts.js';
import {
  type InventedBody,
  inventedAssociations,
  inventedDistricts,
  inventedMunicipalities,
} from './data/invented-places.js';
import type { DemoApplication, DemoParty } from './demo-call.js';
import { type Random, seededRandom, seedOf } from './random.js';

/** What is decided beforehand of an invented application. */
export interface Blueprint {
  readonly group: PortfolioGroup;
  readonly state: FederalState;
  /** Mean of the totals that its reviews are to reach, points of 100. */
  readonly target: number;
  /** Group of criteria that fails although the total passes. */
  readonly weakGroup?: number;
}

export interface InventedApplication {
  readonly blueprint: Blueprint;
  readonly application: Omit<DemoApplication, 'number' | 'receivedOn'>;
  /** What the project is best known for; reviewers refer to it. */
  readonly measure: string;
}

const CONCEPTS: Readonly<Record<PortfolioGroup, readonly Concept[]>> = {
  grossstaedte: cityConcepts,
  mittelstaedte: townConcepts,
  kleinstaedte_landgemeinden: smallTownConcepts,
  interkommunal_landkreise: cooperationConcepts,
};

const SIZE_CLASSES: Readonly<Record<PortfolioGroup, readonly SizeClass[]>> = {
  grossstaedte: ['kleinere-grossstadt'],
  mittelstaedte: ['groessere-mittelstadt', 'kleinere-mittelstadt', 'kleinere-mittelstadt'],
  kleinstaedte_landgemeinden: ['groessere-kleinstadt', 'kleine-kleinstadt', 'landgemeinde'],
  interkommunal_landkreise: ['kleinere-mittelstadt', 'groessere-kleinstadt', 'kleine-kleinstadt'],
};

const DISTRICT_CLASSES: readonly SizeClass[] = [
  'laendlicher-kreis-mit-verdichtungsansaetzen',
  'duenn-besiedelter-laendlicher-kreis',
  'staedtischer-kreis',
];

/** Funding in thousands of euros: from, to. */
const FUNDING: Readonly<Record<PortfolioGroup, readonly [number, number]>> = {
  grossstaedte: [8_500, 17_500],
  mittelstaedte: [5_000, 11_500],
  kleinstaedte_landgemeinden: [2_000, 7_500],
  interkommunal_landkreise: [5_500, 16_500],
};

/** Bodies of a call come from one pool, so that none takes part twice. */
class BodyPool {
  private readonly municipalities = new Map<FederalState, InventedBody[]>();
  private readonly districts = new Map<FederalState, InventedBody[]>();
  private readonly associations = new Map<FederalState, InventedBody[]>();

  constructor(
    private readonly random: Random,
    private readonly taken: ReadonlySet<string>,
  ) {}

  municipality(state: FederalState): InventedBody {
    const body = this.take(this.municipalities, state, inventedMunicipalities);
    if (!body) throw new Error(`No invented municipality is left in ${state}`);
    return body;
  }

  district(state: FederalState): InventedBody | null {
    return this.take(this.districts, state, inventedDistricts);
  }

  association(state: FederalState): InventedBody | null {
    return this.take(this.associations, state, inventedAssociations);
  }

  private take(
    pool: Map<FederalState, InventedBody[]>,
    state: FederalState,
    all: (state: FederalState) => InventedBody[],
  ): InventedBody | null {
    const left = pool.get(state) ?? this.random.shuffle(all(state).filter(({ ags }) => !this.taken.has(ags)));
    const [body, ...rest] = left;
    pool.set(state, rest);
    return body ?? null;
  }
}

/** Invented applications after these blueprints: each concept once per group, each body once. Bodies with a key in `taken` are left alone. */
export function inventApplications(
  blueprints: readonly Blueprint[],
  seed: string,
  taken: ReadonlySet<string> = new Set(),
): InventedApplication[] {
  const random = seededRandom(seedOf(seed, 'applications'));
  const pool = new BodyPool(random, taken);
  const concepts = new Map<PortfolioGroup, Concept[]>();
  return blueprints.map((blueprint, index) => {
    const left = concepts.get(blueprint.group) ?? random.shuffle(CONCEPTS[blueprint.group]);
    const [concept, ...rest] = left;
    if (!concept) throw new Error(`No concept is left for ${blueprint.group}`);
    concepts.set(blueprint.group, rest);
    const bodies =
      blueprint.group === 'interkommunal_landkreise'
        ? cooperationBodies(blueprint.state, index, pool, random)
        : {
            lead: pool.municipality(blueprint.state),
            partners: [],
            sizeClass: random.pick(SIZE_CLASSES[blueprint.group]),
          };
    return { blueprint, measure: concept.measure, application: describe(blueprint, concept, bodies, random) };
  });
}

interface Bodies {
  readonly lead: InventedBody;
  readonly partners: readonly InventedBody[];
  readonly sizeClass: SizeClass;
}

/** A district alone or with some of its municipalities, or a town with its neighbours; some with an association. */
function cooperationBodies(state: FederalState, index: number, pool: BodyPool, random: Random): Bodies {
  const district = index % 2 === 0 ? pool.district(state) : null;
  const count = random.integer(district ? 0 : 1, 3);
  const partners = Array.from({ length: count }, () => pool.municipality(state));
  const association = pool.association(state);
  if (association) partners.push(association);
  if (district) return { lead: district, partners, sizeClass: random.pick(DISTRICT_CLASSES) };
  return { lead: pool.municipality(state), partners, sizeClass: random.pick(SIZE_CLASSES.interkommunal_landkreise) };
}

function describe(
  blueprint: Blueprint,
  concept: Concept,
  { lead, partners, sizeClass }: Bodies,
  random: Random,
): InventedApplication['application'] {
  const { group, state } = blueprint;
  const named = (text: string): string =>
    text.replaceAll('{name}', lead.name).replaceAll('{region}', lead.name.replace(/^(Landkreis|Kreis) /, ''));
  const [from, to] = FUNDING[group];
  return {
    title: named(concept.title),
    motto: concept.motto,
    summary: concept.summary,
    cooperationText: null,
    lead: partyOf(lead, sizeClass),
    partners: partners.map((partner) => partyOf(partner, null)),
    federalStates: [state],
    sizeClass,
    portfolioGroup: group,
    phase: random.chance(0.45) ? 'A' : 'B',
    fundingRequested: random.integer(from / 50, to / 50) * 50_000,
    population: drawPopulation(sizeClass, random),
    themes: concept.themes,
    contactEmail: `smartcity@${slug(lead.name)}.example`,
    isGenerated: true,
    generatedFields: [],
    overview: null,
    documents: [
      { documentKey: 'project_outline', fileName: `Projektskizze ${lead.name}.pdf` },
      { documentKey: 'council_resolution', fileName: `Ratsbeschluss ${lead.name}.pdf` },
    ],
  };
}

/** A body as a party; from small towns upwards a municipality is called a town. */
function partyOf({ name, kind, ags }: InventedBody, sizeClass: SizeClass | null): DemoParty & { readonly ags: string } {
  const isTown = kind === 'Gemeinde' && sizeClass !== null && sizeClass !== 'landgemeinde';
  return { name, kind: isTown ? 'Stadt' : kind, ags };
}

function drawPopulation(sizeClass: SizeClass, random: Random): number {
  const { populationMin, populationMaxExclusive, scheme } = SIZE_CLASS_INFO[sizeClass];
  if (scheme === 'district') return random.integer(72_000, 248_000);
  const least = Math.max(populationMin ?? 0, 1_700);
  const most = Math.min((populationMaxExclusive ?? 900_000) - 1, least * 3);
  return random.integer(least, most);
}

/** Keys of all bodies that take part in these applications. */
export function keysOf(invented: readonly InventedApplication[]): Set<string> {
  const parties = invented.flatMap(({ application }) => [application.lead, ...application.partners]);
  return new Set(parties.flatMap(({ ags }) => (ags === null ? [] : [ags])));
}

/** The name as it can stand in an address. */
export function slug(name: string): string {
  return name
    .toLowerCase()
    .replaceAll('ä', 'ae')
    .replaceAll('ö', 'oe')
    .replaceAll('ü', 'ue')
    .replaceAll('ß', 'ss')
    .replace(/[^a-z0-9]+/g, '-');
}
