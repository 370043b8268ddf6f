import { FEDERAL_STATE_INFO, type FederalState } from '@kuer/domain';

/**
 * Names of municipalities that do not exist, in the manner of their state. They were held against all municipalities, associations and
 * districts of the official register (territory of 31 December 2020); the test does so again. Only ever append: the place in the list
 * gives the key.
 */
const PLACES: Readonly<Partial<Record<FederalState, readonly string[]>>> = {
  SH: [
    'Wittenhude',
    'Sandwiek',
    'Hohenwiek',
    'Brokenfleet',
    'Osterbüll',
    'Elmsforde',
    'Tarnhusen',
    'Wiekendorf',
    'Moorstedt',
    'Nordhaven',
    'Schwanswiek',
    'Kiebitzkoog',
  ],
  NI: [
    'Ahlenfleth',
    'Wietzhorst',
    'Bargenstede',
    'Holmersloh',
    'Leinsbüttel',
    'Harsewede',
    'Oldenforde',
    'Süderwehe',
    'Emmersbüttel',
    'Dreihorst',
    'Allershude',
    'Fleetwede',
    'Wesermoor',
    'Aschenhude',
    'Okerbeck',
    'Hasewinkel an der Aue',
  ],
  HB: ['Weserhaven', 'Lesumdeich'],
  NW: [
    'Ruhrscheid',
    'Lippenrath',
    'Wupperath',
    'Sieglohe',
    'Volmerath',
    'Dörnscheid',
    'Erftlohe',
    'Emscherloh',
    'Bergloh',
    'Lennescheid',
    'Niederlippe',
    'Hovenrath',
    'Brachscheid',
    'Heidlohe',
    'Werrestrop',
    'Aggerrath',
    'Rurlohe',
    'Ennepscheid',
    'Bockumloh',
    'Almewinkel',
    'Nethestrop',
    'Swistrath',
    'Dhünnscheid',
  ],
  HE: [
    'Lahnrode',
    'Kinzighain',
    'Ederhagen',
    'Vogelrod',
    'Taunsbach',
    'Wetterhain',
    'Fuldenrode',
    'Schwalmenau',
    'Nidderhain',
    'Auenrode',
    'Sontraberg',
    'Dillhain',
    'Ohmrode',
  ],
  RP: [
    'Moselrath',
    'Nahweiler',
    'Westerscheid',
    'Hunsrath',
    'Glanweiler',
    'Ahrscheid',
    'Rheinlay',
    'Pfälzenau',
    'Kyllscheid',
    'Weinlay',
    'Lauterlay',
    'Selzweiler',
  ],
  BW: [
    'Neckarlingen',
    'Alblingen',
    'Jagstweiler',
    'Murrtalingen',
    'Enzlingen',
    'Donauweil',
    'Kocherlingen',
    'Schwarzenried',
    'Filsenau',
    'Brenzlingen',
    'Wutachried',
    'Zabernlingen',
    'Tauberlingen',
    'Schussenau',
    'Argenlingen',
    'Remslingen',
    'Bühlerlingen',
  ],
  BY: [
    'Isarried',
    'Mainleithen',
    'Altmühlried',
    'Lechhofen',
    'Vilsried',
    'Naabkirchen',
    'Regnitzau',
    'Amperkirch',
    'Innleithen',
    'Wörnitzried',
    'Pegnitzhofen',
    'Salzleithen',
    'Illerkirch',
    'Saalleithen',
    'Paarhofen',
    'Rottkirch',
    'Aischleithen',
    'Ilmried',
    'Mindelkirch',
    'Regenleithen',
    'Itzhofen',
  ],
  SL: ['Bliesrath', 'Saarlohe', 'Primsweiler', 'Nieddorf', 'Theelweiler'],
  BB: [
    'Havelwerda',
    'Spreewitz',
    'Dahmenow',
    'Nuthewalde',
    'Oderwitzow',
    'Stobberow',
    'Ueckerwalde',
    'Steinwerda an der Linde',
    'Elsterow',
    'Finowitz',
    'Kieferow',
    'Plaunitz',
    'Schlaubow',
  ],
  MV: [
    'Peenewitz',
    'Warnowitz',
    'Tollenshagen',
    'Reckenow',
    'Boddenhagen',
    'Müritzow',
    'Trebelow',
    'Recknitzow',
    'Eldenow',
    'Datzewitz',
  ],
  SN: [
    'Muldenwitz',
    'Zschopenau',
    'Röderwitz',
    'Elbwitz',
    'Spreenitz',
    'Pleißenwalde',
    'Neißewitz',
    'Lößnitzau',
    'Chemnitzgrün',
    'Gottleubnitz',
    'Flöhenau',
  ],
  ST: [
    'Saalwitz',
    'Selkerode',
    'Unstrutleben',
    'Aleben',
    'Ohreleben',
    'Jeetzeleben',
    'Fuhnewitz',
    'Harzleben',
    'Milderode',
    'Ilseleben',
  ],
  TH: [
    'Ilmrode',
    'Werraleben',
    'Geraroda',
    'Unstrutroda',
    'Schleusungen',
    'Wipperoda',
    'Orlaroda',
    'Hainroda an der Ilm',
    'Apfelroda',
    'Rennsteigroda',
    'Saalroda',
  ],
};

/** Districts that do not exist. */
const DISTRICTS: Readonly<Partial<Record<FederalState, readonly string[]>>> = {
  SH: ['Kreis Südergeest'],
  NI: ['Landkreis Mittelheide'],
  NW: ['Kreis Lippenaue', 'Kreis Emscherwald'],
  HE: ['Landkreis Waldlahn'],
  RP: ['Landkreis Moselhöhen'],
  BW: ['Landkreis Donauried'],
  BY: ['Landkreis Auental', 'Landkreis Oberer Vilsgau'],
  SL: ['Landkreis Saarhöhen'],
  BB: ['Landkreis Havelheide'],
  MV: ['Landkreis Peeneland'],
  SN: ['Landkreis Muldetal-Heide'],
  TH: ['Landkreis Unstruttal', 'Landkreis Oberwerra'],
};

/** Associations of municipalities that do not exist. */
const ASSOCIATIONS: Readonly<Partial<Record<FederalState, readonly string[]>>> = {
  NI: ['Samtgemeinde Aschenmoor', 'Samtgemeinde Hasewede'],
  RP: ['Verbandsgemeinde Glanhöhe', 'Verbandsgemeinde Kyllrath'],
};

export interface InventedBody {
  readonly name: string;
  readonly kind: string;
  readonly ags: string;
}

/**
 * Keys of invented bodies look like real ones and can not be: state and region digit are real, but no district of Germany has a number from
 * 92 to 99 in its region (the highest is 91). Municipalities stand in district 99, districts are 92 to 98, associations in district 99 with
 * the number 5001 and up.
 */
const keyStart = (state: FederalState): string =>
  `${FEDERAL_STATE_INFO[state].agsPrefix}${FEDERAL_STATE_INFO[state].regionDigits[0]}`;

const numbered = (number: number): string => String(number).padStart(3, '0');

export const inventedMunicipalities = (state: FederalState): InventedBody[] =>
  (PLACES[state] ?? []).map((name, index) => ({
    name,
    kind: 'Gemeinde',
    ags: `${keyStart(state)}99${numbered(index + 1)}`,
  }));

export const inventedDistricts = (state: FederalState): InventedBody[] =>
  (DISTRICTS[state] ?? []).map((name, index) => ({
    name,
    kind: 'Landkreis',
    ags: `${keyStart(state)}${92 + index}000`,
  }));

export const inventedAssociations = (state: FederalState): InventedBody[] =>
  (ASSOCIATIONS[state] ?? []).map((name, index) => ({
    name,
    kind: name.split(' ')[0] ?? 'Gemeindeverband',
    ags: `${keyStart(state)}99${5001 + index}000`,
  }));
