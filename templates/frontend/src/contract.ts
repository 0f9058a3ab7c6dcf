/**
 * The contract between the pages and the doors: what may be asked, what is shown, and within which limits.
 * Written by `python -m workshop_kit.live.contract`; do not edit. A test fails when it is not the present one.
 */

export const PHASES = ["welcome", "writing", "reveal", "vote", "results", "scoring", "offer", "missions", "thanks"] as const;

export const SOURCES = ["lived", "field", "data", "hearsay"] as const;

export const STATUSES = ["to_invite", "invited", "coming", "declined"] as const;

export const PARTS = ["action", "population", "territory", "deadline", "indicator"] as const;

export const ABSENCES = ["unlisted", "declined", "to_invite", "unanswered"] as const;

export const COMPETENCES = [0, 1, 2, 3] as const;

export const INTERESTS = [-2, -1, 0, 1, 2] as const;

export const DOTS_PER_CHALLENGE = 5 as const;

export const CHALLENGES_AT_MOST = 5 as const;

export const LANGUAGES = ["fr", "en"] as const;

/** Lengths in characters, and scales, of what may be entered. */
export const LIMITS = {
  category: { shortest: 1, longest: 60 },
  competence: { least: 0, most: 3 },
  contact: { shortest: 0, longest: 160 },
  dots: { least: 0, most: 2 },
  email: { shortest: 0, longest: 254 },
  group_title: { shortest: 1, longest: 160 },
  idea: { shortest: 3, longest: 1000 },
  interest: { least: -2, most: 2 },
  minutes: { least: 1, most: 120 },
  mission_title: { shortest: 1, longest: 120 },
  part: { shortest: 0, longest: 240 },
  person_name: { shortest: 1, longest: 80 },
  phone: { shortest: 0, longest: 25 },
  places: { least: 1, most: 1000 },
  pseudonym: { shortest: 1, longest: 40 },
  referent: { shortest: 0, longest: 120 },
  sector: { shortest: 1, longest: 120 },
  stake: { shortest: 1, longest: 120 },
  stakeholder: { shortest: 1, longest: 160 },
  stakeholder_sector: { shortest: 0, longest: 160 },
  statement: { shortest: 0, longest: 500 },
  workshop_territory: { shortest: 1, longest: 120 },
  workshop_title: { shortest: 1, longest: 120 },
} as const;

/** What an intention asks that says all by its name. */
export type Nothing = Record<string, never>;

export type Absence = "unlisted" | "declined" | "to_invite" | "unanswered";

export type AssignmentStatus = "proposed" | "accepted" | "declined";

export type Finishable = "writing" | "vote";

export type IdeaStage = "hidden" | "reveal" | "vote" | "results";

export type Part = "action" | "population" | "territory" | "deadline" | "indicator";

export type Phase = "welcome" | "writing" | "reveal" | "vote" | "results" | "scoring" | "offer" | "missions" | "thanks";

export type Reply = "accepted" | "declined";

export type ReportForm = "pdf" | "html";

export type Source = "lived" | "field" | "data" | "hearsay";

export type StakeholderStatus = "to_invite" | "invited" | "coming" | "declined";

/** One's own dots while the vote is open. */
export interface BallotModel {
  visible: true;
  stage: "vote";
  challenges: VoteChallenge[];
  current: string | null;
  finished: boolean;
}

/** A mission with the people on it; `unfilled` says why places are free, empty when none is. */
export interface BookedMission {
  id: string;
  title: string;
  places: number;
  min_competence: number;
  sector: string;
  people: PersonOnMission[];
  unfilled: string;
}

/** A challenge with its parts, whether a person worded its statement, and how many ideas people wrote for it. */
export interface ChallengeByParts {
  id: string;
  stake: string;
  statement: string;
  assembled: string;
  missing: Part[];
  ratio: number;
  own_words: boolean;
  action: string;
  population: string;
  territory: string;
  deadline: string;
  indicator: string;
  ideas: number;
}

/** The sentence that a challenge's parts make, what it lacks, and the share that is said, 0..1. */
export interface ChallengePrecision {
  assembled: string;
  missing: Part[];
  ratio: number;
}

/** A challenge as it is read anywhere. */
export interface ChallengeText {
  id: string;
  stake: string;
  statement: string;
}

/** Step 1: the workshop's own words, its challenges by parts, and its sectors. */
export interface ChallengesModel {
  title: string;
  territory: string;
  language: string;
  challenges: ChallengeByParts[];
  sectors: SectorEntry[];
}

/** One thing to choose: what is sent for it, and what is read. */
export interface Choice {
  key: string;
  label: string;
}

/** The id of what was just added or changed. */
export interface Entered {
  id: string;
}

/** Somebody by pseudonym, with the name they left if it is another. */
export interface ErasablePerson {
  id: string;
  label: string;
}

/** What was made, a PDF in base64 or a page as its text, and the `number` of its making. */
export interface Fetched {
  content: string;
  number: number;
}

/** The group just made, and all its ideas. */
export interface Gathered {
  group: string;
  members: string[];
}

/** A measure from 0 to 1 that helps to act now, with the sentence that says what to do about it. */
export interface Gauge {
  key: "diversity" | "field" | "independence" | "originality";
  value: number | null;
  sentence: string;
}

/** Everything the store keeps of this person, to read, to carry away, or to erase. */
export interface Given {
  title: string;
  pseudonym: string;
  category: string;
  sector: string;
  form: SeatForm;
  retention: string;
  challenges: GivenOnChallenge[];
  offer: Offer | null;
  missions: OwnMission[];
}

/** Dots one gave to an option. */
export interface GivenDots {
  title: string;
  count: number;
}

/** What one gave on a challenge. */
export interface GivenOnChallenge {
  id: string;
  stake: string;
  statement: string;
  competence: number | null;
  interest: number | null;
  unsure: boolean;
  ideas: string[];
  dots: GivenDots[];
}

/** The header of every step; `code` has a row of `0` and `1` for each line of modules of the join code. */
export interface HeaderModel {
  title: string;
  territory: string;
  workshop_language: string;
  phase: Phase;
  next: Phase | null;
  people: number;
  timer: Timer | null;
  challenges: NumberedChallenge[];
  challenge: string | null;
  next_challenge: NumberedChallenge | null;
  join_url: string;
  screen_url: string;
  code: string[];
  steps: string[];
}

/** A panel that shows nothing in this phase. */
export interface Hidden {
  visible: false;
}

/** Step 3: texts stand in it only once revealed, tallies only once the vote is closed. */
export interface IdeaTableModel {
  phase: Phase;
  stage: IdeaStage;
  challenge: PlacedChallenge | null;
  counts: RoomCounts;
  gauges: Gauge[];
  categories: Choice[];
  options: TableOption[];
  suggestions: string[][];
  may_gather: boolean;
  voted: number;
}

/** How many stakeholders are listed, and how many of them have come how far. */
export interface InvitationCounts {
  all: number;
  to_invite: number;
  invited: number;
  coming: number;
  declined: number;
}

/** The join form, or the calm wait of those already in. */
export interface JoinForm {
  me: Me | null;
  categories: Choice[];
  sectors: string[];
  visible: true;
  present: number;
}

/** Somebody the workshop knows. */
export interface KnownPerson {
  id: string;
  pseudonym: string;
}

/** How a making stands; `number` grows with every one that ended, well, badly or by a wish. */
export interface MakingModel {
  share?: number;
  doing?: string;
  size?: number;
  sentence?: string;
  state: "none" | "working" | "ready" | "failed" | "cancelled";
  number: number;
}

/** How a making stands. */
export interface MakingStands {
  state: "none" | "working" | "ready" | "failed" | "cancelled";
}

/** Step 4: every matrix, and the people one may score for. */
export interface MatricesModel {
  current: string | null;
  challenges: NamedMatrix[];
  people: KnownPerson[];
  categories: Choice[];
}

/** The counts of one challenge's matrix: rows from interest +2 down to -2, columns from competence 0 to 3. */
export interface MatrixCounts {
  counts: number[][];
  zones: (("ready" | "learning" | "resting")[])[];
  in_zone: Record<"ready" | "learning" | "resting", number>;
  answered: number;
  unsure: number;
  room: number;
  heard: number;
  waited: number;
  others: number;
}

/** Who one said one is. */
export interface Me {
  pseudonym: string;
  category: string;
  sector: string;
}

/** Step 5: the missions, those without one, and those set aside; each with its reason in words. */
export interface MissionBookModel {
  current: string | null;
  challenges: MissionChallenge[];
  sectors: string[];
  unassigned: PersonWithout[];
  declined: SetAside[];
  proposed: boolean;
  placed: number;
  places: number;
}

/** A challenge with its missions. */
export interface MissionChallenge {
  id: string;
  stake: string;
  statement: string;
  number: number;
  missions: BookedMission[];
}

/** The missions proposed to oneself. */
export interface MissionModel {
  visible: true;
  missions: OwnMission[];
}

/** A challenge's matrix with the pseudonyms of each cell, by `row-column`, and of those who don't know. */
export interface NamedMatrix {
  id: string;
  stake: string;
  statement: string;
  number: number;
  counts: number[][];
  zones: (("ready" | "learning" | "resting")[])[];
  in_zone: Record<"ready" | "learning" | "resting", number>;
  answered: number;
  unsure: number;
  room: number;
  heard: number;
  waited: number;
  others: number;
  names: Record<string, string[]>;
  unsure_names: string[];
}

/** A challenge with its place among the workshop's, from 1. */
export interface NumberedChallenge {
  id: string;
  stake: string;
  statement: string;
  number: number;
}

/** One's own offer of help. */
export interface Offer {
  name: string;
  email: string;
  phone: string;
  challenges: string[];
  may_show_name: boolean;
  consented_on: string;
  purpose: string;
}

/** The form of an offer of help: in words for what and until when details are kept, and what one offered so far. */
export interface OfferModel {
  visible: true;
  challenges: ChallengeText[];
  purpose: string;
  retention: string;
  offer: Offer | null;
}

/** An idea of one's own. */
export interface OwnIdea {
  id: string;
  text: string;
  source: Source | null;
}

/** A mission proposed to oneself, with the reason in words. */
export interface OwnMission {
  id: string;
  title: string;
  stake: string;
  statement: string;
  places: number;
  sector: string;
  referent: string;
  reason: string;
  status: AssignmentStatus;
}

/** Somebody on a mission: why, and in words which of the method's rules that breaks. */
export interface PersonOnMission {
  id: string;
  pseudonym: string;
  competence: number | null;
  interest: number | null;
  status: AssignmentStatus;
  by_hand: boolean;
  reason: string;
  breaks: string[];
}

/** Somebody without a mission, and why. */
export interface PersonWithout {
  id: string;
  pseudonym: string;
  reason: string;
}

/** The codes of the method's rules that a placement by hand breaks. */
export interface Placed {
  breaks: string[];
}

/** The current challenge, with its place among the `total`. */
export interface PlacedChallenge {
  id: string;
  stake: string;
  statement: string;
  number: number;
  total: number;
}

/** The tallies once the vote is closed. */
export interface ResultsModel {
  visible: true;
  stage: "results";
  challenges: TalliedChallenge[];
  current: string | null;
}

/** Everybody's ideas once revealed. */
export interface RevealModel {
  visible: true;
  stage: "reveal";
  challenges: RevealedChallenge[];
  current: string | null;
}

/** A challenge with everybody's ideas, in an order of this person's own. */
export interface RevealedChallenge {
  id: string;
  stake: string;
  statement: string;
  options: RevealedOption[];
}

/** An idea that everybody may read, and whether it is one's own. */
export interface RevealedIdea {
  text: string;
  mine: boolean;
}

/** An idea, or ideas gathered under a title. */
export interface RevealedOption {
  title: string;
  lone: boolean;
  ideas: RevealedIdea[];
}

/** How many are in the room, wrote, are done, or have done neither. */
export interface RoomCounts {
  people: number;
  ideas: number;
  finished: number;
  silent: number;
}

/** A challenge with one's own answers. */
export interface ScoredChallenge {
  id: string;
  stake: string;
  statement: string;
  competence: number | null;
  interest: number | null;
  unsure: boolean;
}

/** For whom a score was kept: an id alone, since an answer outlives an erasure. */
export interface ScoredFor {
  participant: string;
}

/** One's own place in each matrix. */
export interface ScoresModel {
  visible: true;
  current: string | null;
  challenges: ScoredChallenge[];
}

/** An idea, or ideas gathered under a title; contact details are blotted out. */
export interface ScreenCard {
  title: string;
  texts: string[];
  stake: string;
}

/** A challenge with its place among the workshop's, from 1. */
export interface ScreenChallenge {
  number: number;
  stake: string;
  statement: string;
}

/** One mission with the names of those who agreed; the others are only counted. */
export interface ScreenMission {
  stake: string;
  title: string;
  places: number;
  filled: number;
  sector: string;
  names: string[];
  unnamed: number;
}

/** The missions as they fill. */
export interface ScreenMissions {
  phase: Phase;
  title: string;
  territory: string;
  people: number;
  timer: Timer | null;
  of: number;
  challenges: ScreenChallenge[];
  view: "missions";
  missions: ScreenMission[];
}

/** How many offered help. */
export interface ScreenOffer {
  phase: Phase;
  title: string;
  territory: string;
  people: number;
  timer: Timer | null;
  of: number;
  challenges: ScreenChallenge[];
  view: "offer";
  offers: number;
}

/** What a phase without a view of its own shows: the challenge and the time left. */
export interface ScreenPlain {
  phase: Phase;
  title: string;
  territory: string;
  people: number;
  timer: Timer | null;
  of: number;
  challenges: ScreenChallenge[];
  view: "plain";
}

/** What one option gathered. */
export interface ScreenRank {
  dots: number;
  supporters: number;
  rank: number;
  title: string;
  ideas: number;
  stake: string;
}

/** The tallies, the best first. */
export interface ScreenResults {
  phase: Phase;
  title: string;
  territory: string;
  people: number;
  timer: Timer | null;
  of: number;
  challenges: ScreenChallenge[];
  view: "results";
  ranks: ScreenRank[];
}

/** Everybody's ideas. */
export interface ScreenReveal {
  phase: Phase;
  title: string;
  territory: string;
  people: number;
  timer: Timer | null;
  of: number;
  challenges: ScreenChallenge[];
  view: "reveal";
  cards: ScreenCard[];
}

/** The matrices, without names. */
export interface ScreenScoring {
  phase: Phase;
  title: string;
  territory: string;
  people: number;
  timer: Timer | null;
  of: number;
  challenges: ScreenChallenge[];
  view: "scoring";
  matrices: MatrixCounts[];
}

/** What the room gave. */
export interface ScreenThanks {
  phase: Phase;
  title: string;
  territory: string;
  people: number;
  timer: Timer | null;
  of: number;
  challenges: ScreenChallenge[];
  view: "thanks";
  ideas: number;
  offers: number;
  taken: number;
}

/** How many have voted. */
export interface ScreenVote {
  phase: Phase;
  title: string;
  territory: string;
  people: number;
  timer: Timer | null;
  of: number;
  challenges: ScreenChallenge[];
  view: "vote";
  voted: number;
}

/** How to join; `qr` has a row of `0` and `1` for each line of modules. */
export interface ScreenWelcome {
  phase: Phase;
  title: string;
  territory: string;
  people: number;
  timer: Timer | null;
  of: number;
  challenges: ScreenChallenge[];
  view: "welcome";
  join: string;
  qr: string[];
}

/** How many are done writing. */
export interface ScreenWriting {
  phase: Phase;
  title: string;
  territory: string;
  people: number;
  timer: Timer | null;
  of: number;
  challenges: ScreenChallenge[];
  view: "writing";
  finished: number;
}

/** What one says when taking a seat, and may correct: who one is, and what there is to choose from. */
export interface SeatForm {
  me: Me | null;
  categories: Choice[];
  sectors: string[];
}

/** The header of a phone: where the workshop stands, who one is, and how much time is left. */
export interface SeatModel {
  title: string;
  pseudonym: string | null;
  phase: Phase;
  timer: Timer | null;
}

/** A part of the territory and the name of its referent, empty when unknown. */
export interface SectorEntry {
  id: string;
  name: string;
  referent: string;
}

/** Who declined what, or was taken off it, in a sentence. */
export interface SetAside {
  said: string;
}

/** One category of stakeholders. */
export interface StakeholderCategory {
  category: string;
  label: string;
  own: boolean;
  unexpected: boolean;
  people: StakeholderEntry[];
  missing: Absence | null;
}

/** A stakeholder with the details that an invitation needs. */
export interface StakeholderEntry {
  id: string;
  name: string;
  contact: string;
  email: string;
  sector: string;
  status: StakeholderStatus;
}

/** Step 2: who is invited, who comes, and who is missing. */
export interface StakeholdersModel {
  counts: InvitationCounts;
  unexpected: number;
  sectors: string[];
  categories: StakeholderCategory[];
}

/** Step 6: what the synthesis will hold, the name of its file, and how far its makings are. */
export interface SynthesisModel {
  title: string;
  territory: string;
  phase: Phase;
  challenges: number;
  people: number;
  known: number;
  ideas: number;
  scored: number;
  missions: number;
  places: number;
  placed: number;
  persons: ErasablePerson[];
  file: string;
  pdf: MakingModel;
  html: MakingModel;
}

/** An idea as the facilitator reads it; `category` says in words as whom its author speaks. */
export interface TableIdea {
  id: string;
  text: string;
  source: Source | null;
  category: string | null;
}

/** What the room votes on: ideas gathered under a title, or an idea by itself (`lone`). */
export interface TableOption {
  tally?: Tallied;
  id: string;
  title: string;
  lone: boolean;
  original: boolean;
  ideas: TableIdea[];
}

/** What an option gathered in the vote, for whoever may see it: `rank` from 1, `supporters` are people. */
export interface Tallied {
  dots: number;
  supporters: number;
  rank: number;
}

/** A challenge with its options, the best first. */
export interface TalliedChallenge {
  id: string;
  stake: string;
  statement: string;
  options: TalliedOption[];
}

/** What an option gathered, and one's own part of it. */
export interface TalliedOption {
  id: string;
  title: string;
  lone: boolean;
  ideas: string[];
  mine: boolean;
  dots: number;
  supporters: number;
  rank: number;
  my_dots: number;
}

/** The thanks, and what one gave once it is looked at. */
export interface ThanksModel {
  visible: true;
  thanking: boolean;
  opened: boolean;
  given: Given | null;
}

/** A countdown: when it ends and what time the server has, in milliseconds since 1970; only their difference counts. */
export interface Timer {
  ends_at: number;
  now: number;
}

/** A challenge with its options, in an order of this person's own. */
export interface VoteChallenge {
  id: string;
  stake: string;
  statement: string;
  options: VoteOption[];
}

/** An option with one's own dots on it. */
export interface VoteOption {
  id: string;
  title: string;
  lone: boolean;
  ideas: string[];
  mine: boolean;
  dots: number;
}

/** A challenge with one's own ideas on it. */
export interface WritingChallenge {
  id: string;
  stake: string;
  statement: string;
  ideas: OwnIdea[];
}

/** One's own ideas while writing. */
export interface WritingModel {
  visible: true;
  stage: "writing";
  challenges: WritingChallenge[];
  current: string | null;
  finished: boolean;
}

/** The id of an idea just written or corrected. */
export interface Written {
  idea: string;
}

/** What the participant may ask. */
export interface ParticipantAsks {
  /** Accept or decline a mission proposed to oneself; raises `InvalidEntry` (`not-your-mission`). In missions, thanks. */
  answer_mission: { asks: { mission: string; answer: Reply }; gets: null };
  /** Read in another language from now on; kept with the seat once there is one. */
  choose_language: { asks: { language: string }; gets: null };
  /** Change the text or the source of one's own idea; raises `InvalidEntry` (`not-your-idea`). In writing, reveal. */
  correct_idea: { asks: { idea: string; text: string; source?: Source | null }; gets: Written };
  /** Correct one's pseudonym, category and sector; refusals as in `join`. */
  correct_seat: { asks: { pseudonym: string; category: string; sector?: string | null }; gets: null };
  /** Give the seat back: contact details, scores, dots and the seat go, and the ideas too if so wished. */
  erase: { asks: { with_ideas: boolean }; gets: null };
  /** Say "I am done" with a phase, or take it up again; without effect once the room has moved on. */
  finish: { asks: { phase: Finishable; finished: boolean }; gets: null };
  /** Take a seat; a visitor already seated keeps theirs, as after a second tab or a form sent twice. */
  join: { asks: { pseudonym: string; category: string; sector?: string | null }; gets: null };
  /** Show the present state, as when a tab left aside is looked at again; the answer's refresh does it. */
  look_again: { asks: Nothing; gets: null };
  /** Open what one gave, or close it. */
  look_at_what_i_gave: { asks: { opened: boolean }; gets: null };
  /** Offer help for some challenges (none named: any), with a way to be reached. In offer, missions, thanks. */
  offer_help: { asks: { name: string; email: string; phone: string; challenges: string[]; consent: boolean; may_show_name?: boolean }; gets: null };
  /** Have 0, 1 or 2 dots of one's own on an option. In vote. */
  place_dots: { asks: { challenge: string; option: string; count: number }; gets: null };
  /** Take one's own idea back while writing lasts; afterwards it belongs to the room's discussion. In writing. */
  remove_idea: { asks: { idea: string }; gets: null };
  /** Answer "I don't know", which is not a score of 0. In scoring, offer. */
  say_unsure: { asks: { challenge: string }; gets: null };
  /** Say one's competence, 0..3, on a challenge; takes "I don't know" back. In scoring, offer. */
  score_competence: { asks: { challenge: string; value: number }; gets: null };
  /** Say one's interest, -2..+2, in a challenge; takes "I don't know" back. In scoring, offer. */
  score_interest: { asks: { challenge: string; value: number }; gets: null };
  /** Take the offer back: the contact details are erased at once, in any phase. */
  withdraw_offer: { asks: Nothing; gets: null };
  /** Add one's own idea for a challenge; its id comes back. Raises `InvalidEntry` (`too-many-ideas`). In writing, reveal. */
  write_idea: { asks: { challenge: string; text: string; source?: Source | null }; gets: Written };
}

/** What the participant is shown, panel by panel. */
export interface ParticipantPanels {
  ideas: WritingModel | RevealModel | Hidden;
  join: JoinForm | Hidden;
  mission: MissionModel | Hidden;
  offer: OfferModel | Hidden;
  scores: ScoresModel | Hidden;
  seat: SeatModel;
  thanks: ThanksModel | Hidden;
  vote: BallotModel | ResultsModel | Hidden;
}

/** What the facilitator may ask. */
export interface FacilitatorAsks {
  /** Add a mission under a challenge; raises `InvalidEntry` (`unknown-sector`). */
  add_mission: { asks: { title: string; places: number; min_competence: number; sector?: string; challenge: string }; gets: null };
  /** Make a challenge the current one and have the room write on it, in one step. */
  begin_challenge: { asks: { challenge: string }; gets: null };
  /** End the making of one form at once. */
  cancel: { asks: { format: ReportForm }; gets: MakingStands };
  /** Change a mission; raises `InvalidEntry` (`unknown-sector`, or `mission-places-taken` for too few). */
  change_mission: { asks: { title: string; places: number; min_competence: number; sector?: string; mission: string }; gets: null };
  /** Make a challenge the one the room works on; `MissingEntry` if nobody wrote it. */
  choose_challenge: { asks: { challenge: string }; gets: null };
  /** Change the workshop's title, territory and the language pages start in. */
  describe_workshop: { asks: { title: string; territory: string; language: string }; gets: null };
  /** Erase a person who asked for it and has no phone to do it with; raises `MissingEntry`. */
  erase_person: { asks: { person: string; with_ideas: boolean }; gets: null };
  /** Add minutes to the timer; a timer that has run out, or none, starts from now. */
  extend_timer: { asks: { minutes: number }; gets: null };
  /** Hand over what was made: a PDF in base64, a page as its text. */
  fetch: { asks: { format: ReportForm }; gets: Fetched };
  /** Gather ideas into one option; members of standing groups bring their whole group along. In reveal. */
  gather_ideas: { asks: { ideas: string[]; title: string }; gets: Gathered };
  /** Begin to make the synthesis in one form; asking again while it is being made changes nothing. */
  make: { asks: { format: ReportForm }; gets: MakingStands };
  /** Move a challenge up (-1) or down (+1) the list; at the ends it stays where it is. */
  move_challenge: { asks: { challenge: string; places: number }; gets: null };
  /** Move the workshop to another phase, forwards or back; the timer of the phase that is left stops. */
  move_phase: { asks: { phase: Phase }; gets: null };
  /** Put someone on a mission, away from any other; kept when the rest is computed again. */
  place_by_hand: { asks: { participant: string; mission: string }; gets: Placed };
  /** Say the sentence that the parts make and what they lack, without writing anything. */
  preview_challenge: { asks: { statement?: string; action?: string; population?: string; territory?: string; deadline?: string; indicator?: string }; gets: ChallengePrecision };
  /** Compute the assignments again; what was decided by hand or accepted stays. */
  propose_assignments: { asks: Nothing; gets: null };
  /** Remove a challenge; `NotAllowed` (`challenge-has-ideas`) once people wrote for it. */
  remove_challenge: { asks: { challenge: string }; gets: null };
  /** Take away an idea that insults someone; the votes on it go back to those who gave them. */
  remove_idea: { asks: { idea: string }; gets: null };
  /** Remove a mission and free the people who were on it. */
  remove_mission: { asks: { mission: string }; gets: null };
  /** Remove a sector; `NotAllowed` (`sector-in-use`) while people or missions belong to it. */
  remove_sector: { asks: { sector: string }; gets: null };
  /** Take a stakeholder off the list. */
  remove_stakeholder: { asks: { stakeholder: string }; gets: null };
  /** Give a standing group another title, while the vote has not begun. In reveal. */
  rename_group: { asks: { group: string; title: string }; gets: null };
  /** Score a challenge for someone: a known participant, or a new person. */
  score_for: { asks: { challenge: string; participant?: string | null; pseudonym?: string; category?: string; competence?: number | null; interest?: number | null; unsure?: boolean }; gets: ScoredFor };
  /** Say how far the invitation of a stakeholder has come. */
  set_status: { asks: { stakeholder: string; status: StakeholderStatus }; gets: null };
  /** Start the timer for some minutes, from now. */
  start_timer: { asks: { minutes: number }; gets: null };
  /** Take the timer away from every page. */
  stop_timer: { asks: Nothing; gets: null };
  /** Speak another language on this page; the workshop's own language stays as it is. */
  switch_language: { asks: { language: string }; gets: null };
  /** Take someone off a mission; the same pair is not proposed again. */
  take_off: { asks: { participant: string; mission: string }; gets: null };
  /** Part the ideas of a group again; the group stays on record as undone. In reveal. */
  undo_group: { asks: { group: string }; gets: null };
  /** Add a challenge, or change the one whose `id` is given. */
  write_challenge: { asks: { statement?: string; action?: string; population?: string; territory?: string; deadline?: string; indicator?: string; id?: string | null; stake: string }; gets: Entered };
  /** Write an idea of someone without a phone, under a pseudonym of theirs or under none. In welcome, writing, reveal. */
  write_for: { asks: { text: string; source?: Source | null; pseudonym?: string; category?: string }; gets: null };
  /** Add a sector, or change the one whose `id` is given; two sectors cannot bear one name. */
  write_sector: { asks: { id?: string | null; name: string; referent?: string }; gets: Entered };
  /** Add a stakeholder, or change the one whose `id` is given. */
  write_stakeholder: { asks: { id?: string | null; name: string; category: string; contact?: string; email?: string; sector?: string }; gets: Entered };
}

/** What the facilitator is shown, panel by panel. */
export interface FacilitatorPanels {
  challenges: ChallengesModel;
  header: HeaderModel;
  ideas: IdeaTableModel;
  matrix: MatricesModel;
  missions: MissionBookModel;
  stakeholders: StakeholdersModel;
  synthesis: SynthesisModel;
}

/** What the screen may ask. */
export interface ScreenAsks {}

/** What the screen is shown, panel by panel. */
export interface ScreenPanels {
  screen: ScreenPlain | ScreenWelcome | ScreenWriting | ScreenReveal | ScreenVote | ScreenResults | ScreenScoring | ScreenOffer | ScreenMissions | ScreenThanks;
}

export interface Roles {
  participant: { asks: ParticipantAsks; panels: ParticipantPanels };
  facilitator: { asks: FacilitatorAsks; panels: FacilitatorPanels };
  screen: { asks: ScreenAsks; panels: ScreenPanels };
}

export type Role = keyof Roles;
