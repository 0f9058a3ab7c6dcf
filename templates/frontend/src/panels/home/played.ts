/** What the tests of the home page stand on: a workshop in each state, as the contract has it. No page imports it. */
import type { ChosenWorkshop, HomeModel, NetworkChoice, NextStep, RoomPanel, TakeawayState, WorkshopCard } from "../../contract";

const NOBODY = { invited: 0, expected: 0, unanswered: 0, volunteers: 0, came: 0, here: 0, reachable: 0 };

export const card = (changed: Partial<WorkshopCard> = {}): WorkshopCard => ({
  id: "a",
  title: "Personne ne reste seul",
  territory: "Sainte-Aure",
  language: "fr",
  day: "2026-11-24",
  hour: "18:00",
  days_away: 0,
  place: "shelf",
  volume: "",
  path: "",
  condition: "ready",
  standing: "prepared",
  ended_on: "",
  room: "closed",
  archived: false,
  sample: false,
  people: NOBODY,
  next: { code: "open-room", number: 0 },
  ...changed,
});

export const network = (changed: Partial<NetworkChoice> = {}): NetworkChoice => ({
  id: "1",
  name: "Salle",
  address: "192.0.2.1",
  kind: "wifi",
  usable: true,
  limited: false,
  why: "",
  shown: true,
  ...changed,
});

export const room = (changed: Partial<RoomPanel> = {}): RoomPanel => ({
  state: "closed",
  since: null,
  ready: 0,
  wanted: 0,
  failure: "",
  facilitator: "",
  screen: "",
  join: "http://192.0.2.1:8866/",
  typed: "192.0.2.1:8866",
  code: ["10", "01"],
  door: "",
  networks: [network()],
  no_network: false,
  reach: "room",
  missed: "",
  moved: "",
  seats: 200,
  taken: 0,
  entrance: { kept: 0, devices: 0, waiting: 0, slowed: 0, turned: 0 },
  memory: { needed: 0, free: null, enough: true, fits: 0 },
  test: { state: "none", at: null, by: "", answered: "", reasons: [] },
  elsewhere: "",
  ...changed,
});

export const takeaway = (changed: Partial<TakeawayState> = {}): TakeawayState => ({
  form: "contacts",
  people: 31,
  past: false,
  state: "none",
  number: 0,
  name: "",
  size: 0,
  sentence: "",
  ...changed,
});

export const chosen = (changed: Partial<ChosenWorkshop> = {}): ChosenWorkshop => ({
  card: card(),
  challenge: null,
  room: room(),
  takeaways: [],
  notebooks: { state: "closed", sentence: "", strangers: [], strange: "" },
  erased_on: "",
  coming: null,
  disk_full: false,
  may_write: true,
  may_delete: true,
  ...changed,
});

/** A workshop whose room is served, at its next thing to do. */
export const served = (code: NextStep["code"], changed: Partial<RoomPanel> = {}): ChosenWorkshop =>
  chosen({
    card: card({ room: "open", standing: "under-way", next: { code, number: 0 } }),
    room: room({ state: "open", since: 0, facilitator: "http://192.0.2.9:1/?token=t", screen: "http://192.0.2.9:2/", ...changed }),
  });

export const home = (changed: Partial<HomeModel> = {}): HomeModel => ({
  connected: true,
  languages: ["fr", "en"],
  now: 0,
  today: "2026-11-24",
  shelf: { path: "", trail: ["Documents", "Ateliers"], state: "ready", is_default: true },
  reading: false,
  workshops: changed.chosen == null ? [] : [changed.chosen.card],
  archived: [],
  has_sample: false,
  busy: "",
  chosen: null,
  ...changed,
});
