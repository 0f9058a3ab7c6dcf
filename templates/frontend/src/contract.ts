/**
 * The contract between the pages and the doors: what may be asked, and what is shown.
 * Written by `python -m workshop_kit.live.contract`; do not edit. A test fails when it is not the present one.
 */

export const PHASES = ["form", "welcome", "work", "scoring", "offer", "missions", "thanks"] as const;

export const STAGES = ["unopened", "writing", "reveal", "vote", "results", "closed"] as const;

export const MOMENTS = ["form", "welcome", "choice", "writing", "reveal", "vote", "results", "scoring", "offer", "missions", "thanks"] as const;

export const SOURCES = ["lived", "field", "data", "hearsay"] as const;

export const STATUSES = ["to_invite", "invited", "coming", "declined", "came"] as const;

export const PARTS = ["action", "population", "territory", "deadline", "indicator"] as const;

export const KINDS = ["theme", "challenge", "solution", "several"] as const;

export const CLEARNESSES = ["very", "rather", "not"] as const;

export const STAKES_STAGES = ["closed", "gathering", "sorting", "judging", "judged"] as const;

export const ABSENCES = ["unlisted", "declined", "to_invite", "unanswered"] as const;

export const VOTE_KINDS = ["dots", "grades", "statements", "budget"] as const;

export const COMPETENCES = [0, 1, 2, 3] as const;

export const INTERESTS = [-2, -1, 0, 1, 2] as const;

export const DOTS_PER_CHALLENGE = 5 as const;

export const CHALLENGES_AT_MOST = 5 as const;

export const LANGUAGES = ["fr", "en"] as const;

export const GRADES = [6, 5, 4, 3, 2, 1, 0] as const;

export const STANCES = [["agree", 1], ["disagree", -1], ["pass", 0]] as const;

/** What an intention asks that says all by its name. */
export type Nothing = Record<string, never>;

export type Absence = "unlisted" | "declined" | "to_invite" | "unanswered";

export type AssignmentStatus = "proposed" | "accepted" | "declined" | "later";

export type Car = "yes" | "no" | "unsaid";

export type CheckKind = "room" | "network" | "disk" | "paper" | "installation";

export type Clearness = "very" | "rather" | "not";

export type Cover = "none" | "black" | "code" | "tables";

export type Day = "weekdays" | "evenings" | "weekends";

export type DoubtAnswer = "apart" | "same" | "later";

export type Finishable = "writing" | "vote";

export type GapKind = "owner" | "date" | "step" | "contact" | "follow_up" | "organiser";

export type GaugeName = "diversity" | "decentralisation" | "originality" | "independence" | "participation";

export type IdeaStage = "hidden" | "reveal" | "vote" | "results";

export type ImportKind = "challenges" | "stakeholders" | "volunteers" | "missions" | "scores" | "ideas";

export type InvitationField = "finishes" | "answer_by" | "place" | "phone" | "address" | "colour" | "wifi_name" | "wifi_password";

export type Kind = "theme" | "challenge" | "solution" | "several";

export type Level = "first" | "second" | "third" | "people" | "places" | "fit" | "least-fit" | "sector";

export type LineGroup = "doubtful" | "refused" | "changed" | "new" | "same" | "left";

export type LotPaper = "drawn" | "chances" | "panels" | "people" | "quotas";

export type LotSource = "volunteers" | "candidates" | "file";

export type MissionField = "owner" | "first_date" | "next_step";

export type Moment = "form" | "welcome" | "choice" | "writing" | "reveal" | "vote" | "results" | "scoring" | "offer" | "missions" | "thanks";

export type NextAct = "begin" | "look" | "add" | "invite" | "remind" | "nothing";

export type Paper = "a4" | "a3";

export type PaperAnswer = "yes" | "another" | "no" | "later";

export type PaperKind = "slips" | "ballots" | "board" | "missions";

export type Part = "action" | "population" | "territory" | "deadline" | "indicator";

export type Phase = "form" | "welcome" | "work" | "scoring" | "offer" | "missions" | "thanks";

export type Plan = "sprint" | "nominal" | "cafe" | "prework";

export type PrintKind = "letters" | "emails" | "calls" | "reminders" | "poster" | "form" | "door" | "tables" | "cards" | "neighbours";

export type Purpose = "invite" | "mission" | "news";

export type Register = "rna" | "sirene";

export type Reply = "accepted" | "declined" | "later";

export type ReportForm = "pdf" | "html";

export type Retyped = "new" | "another" | "instead";

export type RoundStep = "write" | "reveal" | "clarify" | "vote" | "discuss" | "vote-again" | "decide";

export type Source = "lived" | "field" | "data" | "hearsay";

export type Stage = "unopened" | "writing" | "reveal" | "vote" | "results" | "closed";

export type StakeholderStatus = "to_invite" | "invited" | "coming" | "declined" | "came";

export type StakesStage = "closed" | "gathering" | "sorting" | "judging" | "judged";

export type Stance = "agree" | "disagree" | "pass";

export type TakeawayForm = "contacts" | "workbook" | "folder" | "tables";

export type TrendMoment = "written" | "revealed" | "voted" | "voted-again";

export type VoteKind = "dots" | "grades" | "statements" | "budget";

export type WorkshopField = "organiser" | "contact" | "follow_up";

/** How many were added. */
export interface Added {
  added: number;
}

/** One line of the agenda; `number` is the challenge's, `at` when it begins, in milliseconds since 1970. */
export interface AgendaLine {
  moment: Moment;
  challenge: string | null;
  number: number | null;
  stake: string;
  minutes: number;
  at: number | null;
  state: "done" | "left" | "ahead";
}

/** The agenda; `total` is its length in minutes, `hour` when the room must end as `HH:MM`, empty: not said. */
export interface AgendaModel {
  late: number | null;
  finish: number | null;
  slips_from: number | null;
  remedies: ShorteningAdvice[];
  lines: AgendaLine[];
  unusual: boolean;
  total: number;
  left: number;
  hour: string;
  ends_at: number | null;
  lengths: number[];
}

/** How the day stands, and what can be shortened: `remedies`, the mildest first. */
export interface AgendaOutlook {
  late: number | null;
  finish: number | null;
  slips_from: number | null;
  remedies: ShorteningAdvice[];
}

/** The matrix of the page shown can be drawn; `few`: not yet, fewer than five have answered. */
export interface AheadDraw {
  code: "draw";
  heard: number;
  room: number;
  few: boolean;
  since: "none" | "changed" | "erased";
}

/** `ideas` that came or were changed after those of the challenge were brought to the screen, where they wait. */
export interface AheadRead {
  code: "read";
  challenge: string;
  ideas: ReadIdea[];
}

/** The screen stands behind: it can be brought to `moment`, of a `challenge` if it is about one. */
export interface AheadShow {
  code: "show";
  moment: Moment;
  challenge: string | null;
  number: number | null;
  ideas: string[];
  names: number;
}

/** The next place to unveil: its `rank` and the `titles` that share it; `unveiled` is what to ask for. */
export interface AheadUnveil {
  code: "unveil";
  challenge: string;
  unveiled: number;
  of: number;
  rank: number;
  titles: string[];
  vote: VoteKind;
  dots: number;
  supporters: number;
  grade: number | null;
  left: number;
}

/** Who may stand at the door: who said they come first, who said no last; `came` of `coming` are there. */
export interface ArrivalsModel {
  expected: Expected[];
  coming: number;
  came: number;
}

/** An idea of one's own of which the room asks what is meant, and what one answered so far, `""`: nothing. */
export interface AskedIdea {
  id: string;
  text: string;
  answer: string;
}

/** The backups of a workshop, the newest first, those of the future last; and what the workshop itself holds now. */
export interface BackupListing {
  backups: BackupTold[];
  people: number;
  ideas: number;
}

/** Whether what a backup replaced could be asked who was erased or withdrew since. */
export interface BackupRestored {
  remembers: boolean;
}

/** One backup: its `name`, when it was made in milliseconds since 1970, why, what it is and holds, counted. */
export interface BackupTold {
  name: string;
  at: number;
  kind: "plain" | "sealed" | "replaced";
  state: "good" | "other" | "damaged" | "newer" | "no-workshop" | "unread";
  title: string;
  ahead: boolean;
  readable: boolean;
  phase: string;
  people: number;
  ideas: number;
}

/** A challenge that is voted on, with its options in an order of this person's own. */
export interface BallotChallenge {
  id: string;
  stake: string;
  statement: string;
  stage: "vote";
  options: VoteOption[];
  rule: ShownRule;
  round: number;
  again: boolean;
  elsewhere: VoteOption[];
  total: number;
  marked: number;
  spent: number;
  page: number;
  pages: number;
  finished: boolean;
  nudged: boolean;
  asked: AskedIdea[];
}

/** A mission with the people on it; `unfilled` says why places are free, empty when none is or nobody was asked. */
export interface BookedMission {
  owner: string;
  first_date: string;
  next_step: string;
  id: string;
  title: string;
  concealed: boolean;
  places: number;
  min_places: number;
  importance: number;
  filled: number;
  waiting: number;
  min_competence: number;
  sector: string;
  last_date: string;
  begins: string;
  finishes: string;
  days: string[];
  car: boolean;
  language: string;
  idea: string;
  day: string;
  when: string;
  accepted: string[];
  people: PersonOnMission[];
  unfilled: Piece[];
  unfilled_all: Piece[];
  helps: string;
  could: KnownPerson[];
}

/** One body of a register; `taken`: it is on the list, `gone`: the latest file has it no more. */
export interface CandidateRow {
  id: string;
  name: string;
  entry: string;
  description: string;
  address: string;
  hamlet: string;
  unexpected: boolean;
  taken: boolean;
  gone: boolean;
  alike: string;
}

/** Whom the registers know, as far as they are looked for; `found` of `all`, `rows` of one page of them. */
export interface CandidatesModel {
  registers: RegisterCount[];
  entries: CountedEntry[];
  sectors: CountedSector[];
  all: number;
  found: number;
  taken: number;
  page: number;
  pages: number;
  search: string;
  entry: string;
  sector: string;
  rows: CandidateRow[];
}

/** How many are present as a category, by its label. */
export interface CategoryCount {
  label: string;
  people: number;
}

/** A challenge with its parts, whether a person worded its statement, and how many ideas people wrote for it. */
export interface ChallengeByParts {
  id: string;
  stake: string;
  statement: string;
  assembled: string;
  lost: Part[];
  reading: Reading;
  own_words: boolean;
  action: string;
  population: string;
  territory: string;
  deadline: string;
  indicator: string;
  ideas: number;
  open: boolean;
  sentences: SavedSentence[];
  clarity: ClarityOfChallenge;
}

/** The challenge the room is at, or the first: in the frame above the room. */
export interface ChallengeInSight {
  place: number;
  of: number;
  stake: string;
  statement: string;
}

/** A challenge as it is being typed; `renewed` says that, once saved, phones tell that the question changed. */
export interface ChallengePreview {
  assembled: string;
  lost: Part[];
  reading: Reading;
  renewed: boolean;
}

/** Step 1: the workshop's own words, its challenges by parts, and its sectors. */
export interface ChallengesModel {
  organiser: string;
  contact: string;
  follow_up: string;
  title: string;
  territory: string;
  language: string;
  challenges: ChallengeByParts[];
  ways: WaysToRead;
  sectors: SectorEntry[];
}

/** One thing that a check found, in a sentence: well, mended just now, worth knowing, or left to mend. */
export interface CheckFinding {
  state: "good" | "mended" | "warning" | "broken";
  sentence: string;
}

/** What a check of a workshop's folder found; `whole`: nothing is left that somebody must mend. */
export interface CheckResult {
  whole: boolean;
  found: CheckFinding[];
}

/** This computer's check-up: `at` is when it was made, in milliseconds since 1970. */
export interface CheckupModel {
  state: "none" | "working" | "done";
  at: number | null;
  good: boolean;
  icon: boolean;
  findings: Finding[];
}

/** One thing to choose: what is sent for it, and what is read. */
export interface Choice {
  key: string;
  label: string;
}

/** The workshop in sight. `erased_on` is the day (`YYYY-MM-DD`) on which contact details erase themselves. */
export interface ChosenWorkshop {
  card: WorkshopCard;
  challenge: ChallengeInSight | null;
  room: RoomPanel;
  takeaways: TakeawayState[];
  notebooks: NotebooksPanel;
  erased_on: string;
  coming: ComingErasure | null;
  disk_full: boolean;
  may_write: boolean;
  may_delete: boolean;
}

/** How asking about a challenge stands: of which sentence, how many were asked, how many have answered. */
export interface ClarityOfChallenge {
  number: number;
  statement: string;
  present: boolean;
  wanted: number;
  answered: number;
  ratings: GivenRating[];
}

/** Contact details that go by date: from which `day` on (`YYYY-MM-DD`), whether somebody may say: now. */
export interface ComingErasure {
  day: string;
  due: boolean;
  doubtful: boolean;
  last: string;
}

/** An option of a budget as the room reads it, and its cost, `None`: nobody said. */
export interface CostedOption {
  id: string;
  title: string;
  cost: number | null;
}

/** A kind of the catalogue, by how many the registers know of it; `why` it could matter. */
export interface CountedEntry {
  code: string;
  name: string;
  why: string;
  count: number;
  unexpected: boolean;
}

/** How many candidates are in a sector. */
export interface CountedSector {
  name: string;
  count: number;
}

/** A challenge in the strip: where it stands, and how many of those present wrote and voted. */
export interface CourseChallenge {
  id: string;
  stake: string;
  statement: string;
  number: number;
  stage: Stage;
  round: number;
  plan: Plan;
  step: RoundStep | null;
  tables: string;
  timer: Timer | null;
  ideas: number;
  wrote: number;
  voted: number;
  to_read: number;
  vote: VoteKind;
  lacks_costs: boolean;
  turn: Turn | null;
  planned: number;
  at: number | null;
  next: NextMove | null;
  skip: NextMove | null;
  back: NextMove | null;
  again: NextMove[];
}

/** Where the room stands and what comes next; `since` is the number of the last step of the history. */
export interface CourseModel {
  phase: Phase;
  moment: Moment;
  since: number;
  challenge: string | null;
  challenges: CourseChallenge[];
  phases: PlannedPhase[];
  timer: Timer | null;
  planned: number;
  people: number;
  next: NextMove | null;
  back: NextMove | null;
  leave: NextMove | null;
  undo: Undo | null;
  earlier: Undo[];
  read_first: boolean;
  stakes: OpenStakes | null;
}

/** A device that holds more than a few seats, or whose door is closed; `since` is in milliseconds since 1970. */
export interface Crowd {
  id: string;
  seats: number;
  kept: number;
  since: number;
  mixed: boolean;
  beside: number;
  whole: boolean;
  closed: "" | "newcomers" | "everybody";
}

/** What deleting a workshop erases, counted, and the `confirmation` that deletes it, good for ten minutes. */
export interface DeletionDescription {
  workshop: string;
  title: string;
  path: string;
  people: number;
  contacts: number;
  ideas: number;
  files: number;
  own_files: number;
  bytes: number;
  confirmation: string;
}

/** What came of a press: the `move` that can be taken back, `None` when there is none. */
export interface Done {
  move: string | null;
}

/** The door: its `words` and the `code` that holds them, both empty while it asks for none. */
export interface DoorModel {
  words: string;
  stuck: boolean;
  code: string[];
  counts: SeatCounts | null;
  crowds: Crowd[];
}

/** How many of those drawn are new on the list of invitations. */
export interface DrawnInvited {
  added: number;
}

/** The id of what was just added or changed. */
export interface Entered {
  id: string;
}

/** Seats that somebody joined from, devices that hold seats, who waits, and what was held back lately. */
export interface EntranceCounts {
  kept: number;
  devices: number;
  waiting: number;
  slowed: number;
  turned: number;
}

/** Somebody as a page that is mirrored may list them, and the `name` to show once they are chosen. */
export interface ErasablePerson {
  id: string;
  label: string;
  name: string;
  others: string[];
}

/** Somebody on the list of invitations, as whoever stands at the door looks for them. */
export interface Expected {
  id: string;
  name: string;
  contact: string;
  category: string;
  status: StakeholderStatus;
}

/** The sentence with the answer in it; `built`: on the answer, so that what stood there gave way to it. */
export interface ExtendedChallenge {
  statement: string;
  built: boolean;
}

/** What was made, a PDF in base64 or a page as its text, and the `number` of its making. */
export interface Fetched {
  content: string;
  number: number;
}

/** A share of a handful, told in these numbers: `domain.contributions.Few`. */
export interface FewOfFew {
  part: number;
  whole: number;
}

/** The id of a file that is about to arrive. */
export interface FileBegun {
  file: string;
}

/** One thing looked at: `state` `missing` must be mended, `warning` need not be. */
export interface Finding {
  code: string;
  name: string;
  value: string;
  kind: CheckKind;
  state: "good" | "warning" | "missing" | "optional";
  remedy: string;
}

/** How much competence and interest weigh in a fit, each 0 to 10. */
export interface FitRule {
  competence: number;
  interest: number;
}

/** More ideas than a person writes: `idea` names them, `since` is when the first came, in milliseconds. */
export interface FloodOfIdeas {
  idea: string;
  ideas: number;
  since: number;
  owned: boolean;
}

/** What is missing before publication, each with its place, and the results with their missions. */
export interface FollowUpModel {
  organiser: string;
  contact: string;
  follow_up: string;
  gaps: GapCount[];
  challenges: FollowedChallenge[];
}

/** A challenge, what came of it, and how much its missions lack. */
export interface FollowedChallenge {
  id: string;
  stake: string;
  statement: string;
  number: number;
  worked: "no" | "open" | "done";
  results: FollowedResult[];
  others: FollowedMission[];
  rest: number;
  undotted: number;
  lacks: number;
}

/** A mission to follow up: how many accepted it, and how many still think; `concealed` as on its own page. */
export interface FollowedMission {
  owner: string;
  first_date: string;
  next_step: string;
  id: string;
  title: string;
  concealed: boolean;
  places: number;
  filled: number;
  waiting: number;
}

/** One of the first results: `tied` with others of its rank, with the missions made of it. */
export interface FollowedResult {
  option: string;
  title: string;
  rank: number;
  tied: boolean;
  dots: number;
  supporters: number;
  missions: FollowedMission[];
}

/** What to know before somebody is placed, in sentences: the rules that it breaks, and what they would leave. */
export interface Foreseen {
  notes: string[];
}

/** The form with one's own answers, and nobody else's. */
export interface FormModel {
  name: string;
  reach: string;
  concealed: boolean;
  purposes: FormPurpose[];
  days: Day[];
  word: string;
  visible: true;
  open: boolean;
  begun: boolean;
  seated: boolean;
  place: string;
  day: string;
  organiser: string;
  contact: string;
  retention: string;
  challenges: ScoredChallenge[];
  code: string;
  found: number;
  returned: boolean;
}

/** One purpose; `on` is the day on which it was agreed to, in words, `""`: it is not. */
export interface FormPurpose {
  purpose: Purpose;
  on: string;
}

/** What a budget spends and how it was counted, and how the simple rule differs for the people who voted. */
export interface FundingSaid {
  spent: string;
  simple: string;
  options: OptionFunded[];
}

/** What is to be said of a list, in a sentence; `value` is the measure behind it, 0..1, `low`: act on it. */
export interface Gap {
  about: "evenness" | "experts" | "sectors";
  sentence: string;
  value: number | null;
  low: boolean;
}

/** How often something is missing, and where for the first time: `None`, the workshop itself lacks it. */
export interface GapCount {
  kind: GapKind;
  number: number;
  mission: string | null;
  challenge: string | null;
}

/** The group just made, and all its ideas. */
export interface Gathered {
  group: string;
  members: string[];
}

/** A measure of the challenge, 0..1, with the sentence that says what to do about it; see `domain.gauges`. */
export interface Gauge {
  name: GaugeName;
  value: number | null;
  few: FewOfFew | null;
  sentence: string;
  trend: GaugePoint[];
  sectors: SectorGauge[];
}

/** What a gauge showed at one moment of the challenge's course. */
export interface GaugePoint {
  moment: TrendMoment;
  value: number | null;
}

/** Everything the store keeps of this person, to read, to carry away, or to erase. */
export interface Given {
  contact: string;
  called_off: string[];
  reachable: boolean;
  kept: KeptDetails | null;
  organiser: string;
  purpose: string;
  retention: string;
  agreed: Purpose[];
  offered: "yes" | "no" | "unanswered";
  shown: boolean | null;
  shown_as: string;
  title: string;
  pseudonym: string;
  category: string;
  sector: string;
  form: SeatForm;
  may_ask: boolean;
  named: boolean;
  challenges: GivenOnChallenge[];
  offer: Offer | null;
  elsewhere: boolean;
  terms: Terms | null;
  joined: boolean;
  missions: OwnMission[];
}

/** Dots one gave to an option, in a round of its vote. */
export interface GivenDots {
  title: string;
  count: number;
  round: number;
}

/** An idea of one's own; `held`: it is held back, and will not be in the synthesis. */
export interface GivenIdea {
  text: string;
  held: boolean;
  answer: string;
}

/** What one put on an option on another ballot, in a round of its vote. */
export interface GivenMark {
  title: string;
  round: number;
  kind: VoteKind;
  value: number;
  points: boolean;
}

/** What one gave on a challenge; `declined`: one said "not me" when asked for help with it, `offered`: yes. */
export interface GivenOnChallenge {
  id: string;
  stake: string;
  statement: string;
  competence: number | null;
  interest: number | null;
  unsure: boolean;
  early: boolean;
  ideas: GivenIdea[];
  dots: GivenDots[];
  marks: GivenMark[];
  declined: boolean;
  offered: boolean;
}

/** What one of those asked said; nobody's name. */
export interface GivenRating {
  clearness: Clearness;
  remark: string;
}

/** The head of every page; `step` is the one of the `steps` whose page belongs to this moment. */
export interface HeaderModel {
  title: string;
  territory: string;
  workshop_language: string;
  moment: Moment;
  course: CourseModel;
  people: number;
  heard: number;
  now: number;
  ends_at: number | null;
  outlook: AgendaOutlook;
  join_url: string;
  home_url: string;
  screen_url: string;
  code: string[];
  door: string;
  ways: WaysIn;
  steps: string[];
  step: string;
  trouble: TroubleModel | null;
  retention: RetentionNotice[];
}

/** How many ideas of this challenge are held back for a reason, in words; one in words of its own is `""`. */
export interface HeldFor {
  reason: string;
  number: number;
}

/** A helper who is in, or was: their `pseudonym` if they have a seat, and how many `papers` they typed in. */
export interface Helper {
  id: string;
  pseudonym: string;
  papers: number;
  inside: boolean;
  ideas: number;
  held: number;
}

/** The way in with a code: nothing is known here but that there is one. */
export interface HelperDoor {
  visible: true;
  helping: "";
}

/** What a helper works with, and the words for it; `seated`: this browser is a participant's too. */
export interface HelperInside {
  visible: true;
  helping: "voices";
  seated: boolean;
  voices: VoicesModel;
  said: Record<string, string | Record<string, string>>;
}

/** A panel that shows nothing in this phase. */
export interface Hidden {
  visible: false;
}

/** The home page. `connected` is false once the program behind it has ended: then nothing can be asked. */
export interface HomeModel {
  connected: boolean;
  languages: string[];
  now: number;
  today: string;
  shelf: ShelfPanel;
  reading: boolean;
  workshops: WorkshopCard[];
  archived: WorkshopCard[];
  has_sample: boolean;
  busy: string;
  chosen: ChosenWorkshop | null;
}

/** Step 3: texts stand in it only once revealed, tallies only once the vote is closed. */
export interface IdeaTableModel {
  stage: IdeaStage;
  course: Stage;
  current: boolean;
  seen: boolean;
  challenge: PlacedChallenge | null;
  counts: RoomCounts;
  progress: RoomProgress;
  nudged: number | null;
  round: number;
  rule: ShownRule;
  gauges: Gauge[];
  categories: Choice[];
  options: TableOption[];
  held: TableIdea[];
  held_for: HeldFor[];
  returned: number;
  turns: SpeakingTurn[];
  floods: FloodOfIdeas[];
  sweeps: SweptIdeas[];
  suggestions: Suggestion[];
  tensions: Tension[];
  may_gather: boolean;
  voted: number;
  weighed: number;
}

/** A person whom a line may be about; `line` is where the same file brings them, 0: the workshop knows them. */
export interface ImportCandidate {
  person: string;
  name: string;
  sheet: string;
  line: number;
  likenesses: ImportLikeness[];
}

/** One column of what is known already, before a line and after it. */
export interface ImportChange {
  column: string;
  before: string;
  after: string;
}

/** A heading of the file and what it was understood as: `None` is unknown, an empty text was chosen to be left. */
export interface ImportColumn {
  heading: string;
  column: string | null;
  filled: number;
  values: string[];
  sheet: string;
  hidden: boolean;
  chosen: boolean;
  idle: boolean;
}

/** How many of the people who would be written said yes, said no or said nothing, and whether the file dates it. */
export interface ImportConsent {
  yes: number;
  no: number;
  silent: number;
  dated: boolean;
}

/** Why one cannot say who a line is about, and what was answered. */
export interface ImportDoubt {
  why: string;
  answer: DoubtAnswer | null;
  person: string;
  candidates: ImportCandidate[];
}

/** A file that was put down here: what it holds, whether that was guessed, how it stands, why it cannot be read. */
export interface ImportFile {
  id: string;
  name: string;
  kind: ImportKind | null;
  guessed: boolean;
  state: "arriving" | "reading" | "ready" | "unreadable";
  sentence: string;
  encodings: string[];
}

/** One column of two people, as the workshop has it and as the file has it; `stays`: an empty cell changes none. */
export interface ImportLikeness {
  column: string;
  known: string;
  read: string;
  verdict: "same" | "other" | "near" | "silent" | "stays";
}

/** One line of a file: where it stands, what it is about, its cells by column, and what is to be known of it. */
export interface ImportLine {
  sheet: string;
  line: number;
  part: string;
  title: string;
  cells: Record<string, string>;
  unkept: string[];
  changes: ImportChange[];
  repairs: ImportRepair[];
  doubt: ImportDoubt | null;
  refusal: ImportRefusal | null;
  notes: string[];
  why: string;
  corrected: boolean;
  aside: boolean;
}

/** Some lines of a group: how many there are, how many match what is looked for, and those from `at` on. */
export interface ImportLines {
  group: LineGroup;
  all: number;
  found: number;
  at: number;
  search: string;
  open: boolean;
  repaired: number;
  notes: string[];
  lines: ImportLine[];
}

/** What will become of a file, before anything is written. */
export interface ImportPreview {
  id: string;
  name: string;
  kind: ImportKind;
  guessed: boolean;
  busy: boolean;
  read: number;
  rows: number;
  writes: number;
  decided: number;
  changes: number;
  open: number;
  touched: boolean;
  sheets: ImportSheet[];
  hidden_lines: number;
  hidden_taken: boolean;
  columns: ImportColumn[];
  missing: string[];
  fields: string[];
  used: string[];
  unusable: string;
  notes: string[];
  sample: string[];
  encodings: string[];
  encoding: string;
  remembered: boolean;
  likely: ImportKind | null;
  consent: ImportConsent | null;
  groups: ImportLines[];
}

/** Why a line cannot be written: the column by its own name, as the file calls it, the value, and a sentence. */
export interface ImportRefusal {
  column: string;
  heading: string;
  value: string;
  why: string;
}

/** A cell that was put right: before, after and why. */
export interface ImportRepair {
  column: string;
  before: string;
  after: string;
  why: string;
}

/** What became of a file, as a text to keep, and a name for it. */
export interface ImportReportText {
  name: string;
  text: string;
}

/** A sheet, its filled rows, and why it is not taken. */
export interface ImportSheet {
  name: string;
  rows: number;
  taken: boolean;
  hidden: boolean;
  why: string;
}

/** The import page: the files put down here, the one that is read, and what was imported, the newest first. */
export interface ImportsModel {
  files: ImportFile[];
  shown: ImportPreview | null;
  writing: boolean;
  failed: string;
  done: string | null;
  kept: string[];
  past: PastImport[];
  challenges: string[];
  bytes_at_most: number;
}

/** How many stakeholders are listed, and how many of them have come how far. */
export interface InvitationCounts {
  all: number;
  to_invite: number;
  invited: number;
  coming: number;
  declined: number;
  came: number;
}

/** What prints say; `room` is the laptop's own address while phones join by it, `logo` the file of the logo. */
export interface InvitationsModel {
  day: string;
  begins: string;
  finishes: string;
  answer_by: string;
  place: string;
  phone: string;
  address: string;
  colour: string;
  wifi_name: string;
  wifi_password: string;
  room: string;
  lasts: boolean;
  logo: string;
  challenges: NumberedChallenge[];
  lacks: string;
  prints: PrintModel[];
}

/** The join form with who keeps what, or the calm wait of those already in. */
export interface JoinForm {
  me: Me | null;
  categories: Choice[];
  sectors: string[];
  visible: true;
  over: boolean;
  present: number;
  organiser: string;
  contact: string;
  retention: string;
}

/** How an option was judged: how many gave each grade, 0..6, blanks where the rule says. */
export interface JudgedOption {
  counts: number[];
  blanks: number;
  median: number | null;
}

/** What a stake was found to be: its rank from 1, and its median grade, 0..6. */
export interface JudgedStake {
  title: string;
  rank: number;
  median: number | null;
}

/** One's contact details as this seat gave them, whatever they are kept for, and the day of consent in words. */
export interface KeptDetails {
  name: string;
  email: string;
  phone: string;
  mission: boolean;
  consented_on: string;
  concealed: boolean;
}

/** Somebody the workshop knows. */
export interface KnownPerson {
  id: string;
  pseudonym: string;
}

/** The last import of the people and bodies of step 2, while it can be undone. */
export interface LastImportModel {
  last: PastImport | null;
}

/** What one level is and would be; `most` is what it could come to, `None`: there is no such number. */
export interface LevelCost {
  level: Level;
  before: number;
  after: number;
  most: number | null;
}

/** How many forms came, on a phone and on paper, and how many of the people can be reached; nobody is named. */
export interface ListModel {
  phase: Phase;
  since: number;
  join: string;
  door: string;
  forms: number;
  typed: number;
  reachable: number;
  retention: string;
  challenges: ListedChallenge[];
}

/** A stake, and how many forms answer on it. */
export interface ListedChallenge {
  id: string;
  stake: string;
  statement: string;
  number: number;
  forms: number;
}

/** Somebody who begins on a mission and has nobody to go with any more; `found`: a new proposal finds somebody. */
export interface LonelyPerson {
  id: string;
  pseudonym: string;
  mission: NamedMission;
  found: boolean;
}

/** Chances in hundred: how many people have them in this lot, and how many would in a draw without quotas. */
export interface LotBar {
  chances: string;
  people: number;
  simple: number;
}

/** What quotas may count; `blank`: so many people have nothing there, and count for no quota of it. */
export interface LotColumn {
  name: string;
  counts: boolean;
  like: boolean;
  blank: number;
  values: LotValue[];
}

/** The file of people, or of quotas, that was put down last; `sentence` says what is wrong with it. */
export interface LotFileModel {
  state: "none" | "arriving" | "reading" | "ready" | "unreadable";
  name: string;
  sentence: string;
}

/** A lot of before. */
export interface LotKept {
  id: string;
  label: string;
}

/** How the panels stand: `doing` in words and its `share`; `changes` is what would make them possible. */
export interface LotMaking {
  state: "none" | "working" | "impossible" | "failed" | "stopped" | "ready";
  doing: string;
  share: number;
  sentence: string;
  changes: string[];
}

/** The lot (*tirage au sort*): the list, the quotas, how the panels stand, and the lot that is shown. */
export interface LotModel {
  pools: LotPool[];
  source: LotSource | null;
  size: number;
  columns: LotColumn[];
  left: string;
  notes: string[];
  file: LotFileModel;
  quotas: LotFileModel;
  making: LotMaking;
  shown: LotShown | null;
  kept: LotKept[];
  bytes_at_most: number;
}

/** Somebody of a lot by their number; `name` only while names are shown. */
export interface LotPerson {
  number: number;
  name: string;
  about: string;
  chance: string;
}

/** Somewhere to draw from, and how many people are there; `about` says which. */
export interface LotPool {
  source: LotSource;
  people: number;
  about: string;
}

/** A lot: what it rests on, who has which chance, and whom the dice drew. */
export interface LotShown {
  id: string;
  made: string;
  fair: string;
  simple: string;
  notes: string[];
  bars: LotBar[];
  people: LotPerson[];
  page: number;
  pages: number;
  named: boolean;
  known: boolean;
  unknown: string;
  names: boolean;
  invites: boolean;
  marked: boolean;
  digest: string;
  dice: string;
  panel: string;
  drawn: LotPerson[];
  throws: LotThrow[];
}

/** A file to keep, as a text, and a name for it. */
export interface LotText {
  name: string;
  text: string;
}

/** Dice that were thrown on the panels of a lot: `said` is when, and which panel they chose. */
export interface LotThrow {
  lot: string;
  said: string;
}

/** A value of a column: how many of the list have it, and how many of the panel may; `None`: as many as come. */
export interface LotValue {
  value: string;
  people: number;
  least: number;
  most: number | null;
}

/** How a making stands; `number` grows with every one that ended, well, badly or by a wish. */
export interface MakingModel {
  share?: number;
  doing?: string;
  size?: number;
  undrawn?: string;
  sentence?: string;
  state: "none" | "working" | "ready" | "failed" | "cancelled";
  number: number;
}

/** How a making stands. */
export interface MakingStands {
  state: "none" | "working" | "ready" | "failed" | "cancelled";
}

/** Where a part stands in the sentence, as a page counts letters (UTF-16). */
export interface MarkedPart {
  part: Part;
  start: number;
  end: number;
}

/** Step 4: every matrix, the people one may score for, and the categories that are known. */
export interface MatricesModel {
  current: string | null;
  challenges: NamedMatrix[];
  people: KnownPerson[];
  categories: Choice[];
}

/** The counts of one challenge's matrix: rows from interest +2 down to -2, columns from competence 0 to 3. */
export interface MatrixCounts {
  counts: number[][];
  spread: MatrixSpread;
  zones: (("ready" | "learning" | "advice" | "resting")[])[];
  in_zone: Record<"ready" | "learning" | "advice" | "resting", number>;
  answered: number;
  unsure: number;
  room: number;
  heard: number;
  waited: number;
  others: number;
}

/** How marks are spread in the cells: `down` rows of `across` places, and how many of its marks stand in a row. */
export interface MatrixSpread {
  across: number;
  down: number;
  wide: number[][];
}

/** Who one said one is. */
export interface Me {
  pseudonym: string;
  category: string;
  sector: string;
}

/** What the seats need of this computer's memory, in MB; `free` is `None` where it cannot be known. */
export interface Memory {
  needed: number;
  free: number | null;
  enough: boolean;
  fits: number;
}

/** Step 5: the missions, those without one, and those set aside; each with its reason in words. */
export interface MissionBookModel {
  current: string | null;
  challenges: MissionChallenge[];
  sectors: string[];
  unassigned: PersonWithout[];
  said_no: KnownPerson[];
  placed: PersonPlaced[];
  asked: Record<string, PersonAsked>;
  declined: SetAside[];
  proposed: boolean;
  pending: number;
  lonely: LonelyPerson[];
  filled: number;
  waiting: number;
  places: number;
  rule: FitRule;
  undo: StepModel | null;
  redo: StepModel | null;
  solving: SolvingModel;
  trial: TrialModel | null;
  removed: RemovedMission[];
}

/** A challenge with its missions. */
export interface MissionChallenge {
  id: string;
  stake: string;
  statement: string;
  number: number;
  missions: BookedMission[];
}

/** The missions proposed to oneself; `slip`: a paper slip opened the page, which says nothing of one's offer. */
export interface MissionModel {
  contact: string;
  called_off: string[];
  reachable: boolean;
  kept: KeptDetails | null;
  organiser: string;
  purpose: string;
  retention: string;
  agreed: Purpose[];
  offered: "yes" | "no" | "unanswered";
  shown: boolean | null;
  shown_as: string;
  visible: true;
  slip: boolean;
  missions: OwnMission[];
}

/** Somebody whose missions a trial would change: `leaves` and `takes`, and `keeps` what they have either way. */
export interface MovedPerson {
  id: string;
  pseudonym: string;
  leaves: NamedMission[];
  takes: NamedMission[];
  keeps: NamedMission[];
  alone: boolean;
  notes: string[];
}

/** A challenge's matrix with the pseudonyms of each cell, by `row-column`, and of those who don't know. */
export interface NamedMatrix {
  id: string;
  stake: string;
  statement: string;
  number: number;
  counts: number[][];
  spread: MatrixSpread;
  zones: (("ready" | "learning" | "advice" | "resting")[])[];
  in_zone: Record<"ready" | "learning" | "advice" | "resting", number>;
  answered: number;
  unsure: number;
  room: number;
  heard: number;
  waited: number;
  others: number;
  names: Record<string, string[]>;
  unsure_names: string[];
}

/** A mission by its title. */
export interface NamedMission {
  id: string;
  title: string;
}

/** Somebody at one's table: a pseudonym, and a category that three people or more share, else empty. */
export interface Neighbour {
  pseudonym: string;
  category: string;
}

/** One address by which phones might come in. */
export interface NetworkChoice {
  id: string;
  name: string;
  address: string;
  kind: "wifi" | "cable" | "hotspot" | "vpn" | "virtual" | "this-computer" | "unknown" | "name" | "given";
  usable: boolean;
  limited: boolean;
  why: "" | "vpn" | "virtual" | "this-computer" | "no-address" | "off";
  shown: boolean;
}

/** A move that the facilitator may make. */
export interface NextMove {
  leaves: number[];
  silent: number;
  leaves_vote: number[];
  voteless: number;
  shows: string[];
  covered: number;
  unread: number;
  costless: number;
  hides: boolean;
  ends_timer: boolean;
  asks: boolean;
  code: string;
  phase: Phase | null;
  challenge: string | null;
  stage: Stage | null;
  moment: Moment;
  waits: boolean;
  unseen: number;
}

/** What is asked for next, with answers to begin from; `part` `None`: it is about the sentence as a whole. */
export interface NextQuestion {
  part: Part | null;
  ask: string;
  examples: string[];
}

/** The next thing to do, and the number that belongs to it, 0 if none does. */
export interface NextStep {
  code: "write-challenges" | "invite" | "send-invitations" | "remind" | "prepare" | "open-room" | "wait" | "test-phone" | "join-network" | "wait-for-phone" | "test-again" | "lead" | "make-synthesis" | "follow-up" | "bring-up-to-date" | "update-kit" | "plug-in" | "restore" | "move-to-disk" | "go-there" | "see-why" | "bring-back";
  number: number;
}

/** The one thing to do next: of which `category`, or where in the registers, as a suggestion has it. */
export interface NextToDo {
  act: NextAct;
  sentence: string;
  number: number;
  category: string;
  entry: string;
  sector: string;
}

/** What is to be done next for whom; `challenge` where it is about one. */
export interface NextVoice {
  participant: string;
  pseudonym: string;
  act: string;
  challenge: string | null;
}

/** The workshop's notebooks in JupyterLab: what it does, and why it stopped. */
export interface NotebooksPanel {
  state: "closed" | "opening" | "open" | "closing" | "failed";
  sentence: string;
  strangers: string[];
  strange: string;
}

/** A challenge with its place among the workshop's, from 1. */
export interface NumberedChallenge {
  id: string;
  stake: string;
  statement: string;
  number: number;
}

/** One's own offer of help; `concealed`: its details are read only where the seat was taken, not here. */
export interface Offer {
  name: string;
  email: string;
  phone: string;
  challenges: string[];
  may_show_name: boolean;
  consented_on: string;
  purpose: string;
  concealed: boolean;
}

/** The form of an offer of help: in words who keeps details, for what and until when, and what one offered so far. */
export interface OfferModel {
  visible: true;
  late: boolean;
  challenges: OfferedChallenge[];
  organiser: string;
  purpose: string;
  retention: string;
  offer: Offer | null;
  kept: KeptDetails | null;
  elsewhere: boolean;
  agreed: Purpose[];
  terms: Terms | null;
  sectors: string[];
  sector: string;
}

/** A challenge that is asked about; `declined`: one said "not me", `offered`: one said yes. */
export interface OfferedChallenge {
  id: string;
  stake: string;
  statement: string;
  number: number;
  declined: boolean;
  offered: boolean;
}

/** The challenges whose ideas this person writes or reads now; each as far as that challenge has come. */
export interface OpenIdeas {
  visible: true;
  challenges: (WritingChallenge | RevealedChallenge)[];
}

/** Stakes that phones are asked about instead of their seat: nobody can join before `ends` is pressed for. */
export interface OpenStakes {
  stage: "gathering" | "sorting" | "judging";
  number: number;
  unfinished: number;
  ends: "closed" | "judged";
}

/** The challenges whose vote or results this person sees now; each as far as that challenge has come. */
export interface OpenVotes {
  visible: true;
  challenges: (BallotChallenge | TalliedChallenge)[];
}

/** The opinion groups that the screen shows, in words; `""` and none where nobody answered statements. */
export interface OpinionsTold {
  groups: string;
  unites: string[];
  apart: string[];
}

/** Why equal shares fund an option, or do not, and whether the simple rule would. */
export interface OptionFunded {
  id: string;
  why: string;
  simple: boolean;
}

/** An idea of one's own; `earlier`: it answers an earlier wording of the challenge. */
export interface OwnIdea {
  id: string;
  text: string;
  source: Source | null;
  earlier: boolean;
  held: string;
  corrected: boolean;
  voted_on: boolean;
}

/** A mission proposed to oneself, with the reason in words. */
export interface OwnMission {
  id: string;
  title: string;
  challenge: string;
  number: number;
  stake: string;
  statement: string;
  places: number;
  sector: string;
  referent: string;
  owner: string;
  first_date: string;
  last_date: string;
  hours: string;
  days: string;
  needs: string;
  next_step: string;
  names: string[];
  others: number;
  reason: string;
  pair: string;
  status: AssignmentStatus;
  said: string;
  another: boolean;
  read: string;
  changed: boolean;
  alone: boolean;
}

/** A stake that this browser proposed. */
export interface OwnStake {
  id: string;
  text: string;
}

/** Where one sits in the round that phones are told, and the words for it. */
export interface OwnTable {
  round: number;
  rounds: number;
  number: number;
  landmark: string;
  neighbours: Neighbour[];
  next: number | null;
  here: boolean;
  stays: boolean;
  said: Record<string, string | Record<string, string>>;
}

/** How the making of papers stands, the name of their file, and the number that the next ones begin with. */
export interface PapersModel {
  slips: MakingModel;
  ballots: MakingModel;
  board: MakingModel;
  missions: MakingModel;
  files: Record<string, string>;
  first: number;
}

/** What stands again once a group is parted: so many `ideas` by themselves, and the `groups` it had absorbed. */
export interface Parted {
  ideas: number;
  groups: number;
}

/** A file that was imported: what it brought and when, in ms since 1970, and whether that can be undone. */
export interface PastImport {
  id: string;
  name: string;
  kind: ImportKind;
  at: number;
  written: number;
  left: number;
  ignored: number;
  reported: boolean;
  undone: boolean;
  can_undo: boolean;
}

/** How many: invited and expected bodies, volunteers known from files, people who came, people in now. */
export interface PeopleCounts {
  invited: number;
  expected: number;
  unanswered: number;
  volunteers: number;
  came: number;
  here: number;
  reachable: number;
}

/** Who is there; `sentence` is to be said to the room about who is missing, empty when nobody is. */
export interface PeopleModel {
  present: number;
  away: number;
  without_phone: number;
  categories: CategoryCount[];
  sentence: string;
  seats: RoomSeat[];
  doubts: SeatDoubt[];
  settled: SettledSeat[];
  traces: string[];
}

/** What somebody answered when they were asked for help, to be known before they are placed by hand. */
export interface PersonAsked {
  offers: string[];
  said_no: string[];
  declined: string[];
  reachable: boolean;
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
  offered: boolean;
  reachable: boolean;
  has_phone: boolean;
  also: string[];
  beside: string;
  lonely: boolean;
  changed: boolean;
}

/** Somebody who has a mission, and its title. */
export interface PersonPlaced {
  id: string;
  pseudonym: string;
  mission: string;
}

/** Somebody without a mission, and why; `bound` names the people and missions that bind, where they do. */
export interface PersonWithout {
  id: string;
  pseudonym: string;
  reason: string;
  bound: Piece[];
}

/** The test with one's own phone: `at` is when it came through, in milliseconds since 1970, `by` its network. */
export interface PhoneTest {
  state: "none" | "waiting" | "arrived" | "passed" | "silent";
  at: number | null;
  by: string;
  answered: "" | "page" | "full" | "door" | "closed" | "slow";
  reasons: ("wifi" | "firewall" | "firewall-windows" | "firewall-linux" | "network" | "no-network" | "guest-network")[];
}

/** A piece of a sentence; one that names somebody or a mission leads to it: `person` and `mission` are ids. */
export interface Piece {
  text: string;
  person: string;
  mission: string;
}

/** How many bytes of the file are here, from its beginning on without a gap. */
export interface PieceTaken {
  received: number;
}

/** Something in a folder: another folder, a workshop's folder, a folder that holds workshops, a workshop's file. */
export interface PlaceEntry {
  name: string;
  path: string;
  kind: "folder" | "workshop" | "file";
}

/** What one may choose at a place: `trail` is the way there, `starts` where else one may begin to look. */
export interface PlaceListing {
  path: string;
  name: string;
  trail: PlaceEntry[];
  entries: PlaceEntry[];
  starts: PlaceEntry[];
  is_workshop: boolean;
  readable: boolean;
  cut: boolean;
}

/** The codes of the method's rules that a placement by hand breaks. */
export interface Placed {
  breaks: string[];
}

/** The challenge looked at, with its place among the `total`. */
export interface PlacedChallenge {
  id: string;
  stake: string;
  statement: string;
  number: number;
  total: number;
}

/** A plan that may be chosen, and how many minutes it takes in all. */
export interface PlanOffer {
  plan: Plan;
  minutes: number;
  steps: ShownStep[];
}

/** A challenge before the room works on any, and how it is going to be worked; `ahead` as in `VotesModel`. */
export interface PlannedChallenge {
  id: string;
  stake: string;
  statement: string;
  number: number;
  plan: Plan;
  ahead: boolean | null;
}

/** A phase of the room beside the challenges; `at` is when the agenda begins it, `None`: it does not say. */
export interface PlannedPhase {
  phase: Phase;
  at: number | null;
  state: "done" | "now" | "ahead";
}

/** A table in one round: where it stands, and who sits there. */
export interface PlannedTable {
  number: number;
  landmark: string;
  easy: boolean;
  people: TableGuest[];
}

/** A print: the name of its `file`, for how many it is, and how its making stands. */
export interface PrintModel {
  kind: PrintKind;
  file: string;
  count: number | null;
  everyone: number | null;
  lacks: string;
  refused: string;
  making: MakingModel;
}

/** How far those of some `categories` are, in words; none: those who said no category. */
export interface ProgressPart {
  people: number;
  writing: number;
  done: number;
  silent: number;
  categories: string[];
}

/** What a stake was found to be: how many gave each grade, from the lowest to the highest. */
export interface RankedStake {
  id: string;
  title: string;
  counts: number[];
  blanks: number;
  median: number | null;
  rank: number;
}

/** How many of a sector are hoped for. */
export interface ReachedSector {
  name: string;
  count: number;
}

/** An idea to be read before the room does. */
export interface ReadIdea {
  id: string;
  text: string;
}

/** How a sentence is read: what it is, why, where its parts stand, and what to ask next, the first first. */
export interface Reading {
  text: string;
  kind: Kind;
  score: number;
  marks: MarkedPart[];
  missing: Part[];
  why: string[];
  questions: NextQuestion[];
  halves: string[];
}

/** What somebody reads beforehand, and the words for it. */
export interface ReadingBeforehand {
  visible: true;
  helping: "clarity";
  let_in: boolean;
  seated: boolean;
  sentences: SentenceToRate[];
  said: Record<string, string | Record<string, string>>;
}

/** How many a register knows. */
export interface RegisterCount {
  register: Register;
  count: number;
}

/** A file at hand: brought, or `lying` in the workshop's folder; `refused` says why it is of no use. */
export interface RegisterFile {
  id: string;
  name: string;
  megabytes: number;
  kind: "rna" | "sirene" | "hamlets" | "";
  lying: boolean;
  refused: string;
}

/** The id of a file that may arrive, in pieces of so many bytes. */
export interface RegisterFileBegun {
  file: string;
  part: number;
}

/** How many bytes of a file are here. */
export interface RegisterPieceTaken {
  received: number;
}

/** Registers: what is at hand, how the reading stands, and what came of it. */
export interface RegistersModel {
  files: RegisterFile[];
  folder: string;
  communes: string[];
  registers: RegisterCount[];
  state: "none" | "working" | "ready" | "failed";
  number: number;
  reading: string;
  share: number;
  lines: string[];
  failed: string;
}

/** Somebody who was invited and did not answer: since how many days, and since when they were reminded last. */
export interface Reminder {
  id: string;
  name: string;
  contact: string;
  phone: string;
  email: string;
  days: number | null;
  reminded: string;
}

/** A challenge that could be brought to the screen: what would be shown, which `ideas` for the first time. */
export interface RemoteChallenge {
  id: string;
  number: number;
  stake: string;
  moment: Moment;
  ideas: string[];
}

/** The remote (*télécommande*): what the room sees as the screen has it, and what can be done about it. */
export interface RemoteModel {
  screen: ScreenPlain | ScreenBlack | ScreenCode | ScreenTables | ScreenWelcome | ScreenForm | ScreenWriting | ScreenReveal | ScreenVote | ScreenResults | ScreenStatements | ScreenBudget | ScreenScoring | ScreenOffer | ScreenMissions | ScreenThanks;
  number: number | null;
  focus: string | null;
  open: number;
  frozen: boolean;
  read_first: boolean;
  others: RemoteChallenge[];
  ahead: AheadShow | AheadRead | AheadUnveil | AheadDraw | null;
  undo: RemoteUndo | null;
  tables: boolean;
}

/** What this browser last brought to the screen or unveiled, while it can be taken back: `left` milliseconds. */
export interface RemoteUndo {
  press: string;
  code: "show" | "unveil";
  left: number;
}

/** A mission that was removed on this page and can be put back. */
export interface RemovedMission {
  id: string;
  challenge: string;
  title: string;
  after: string;
  accepted: string[];
}

/** How solid the results of a challenge are, in words, `""` where nothing is known of it; `funding`: a budget. */
export interface ResultWeighed {
  coming: boolean;
  solid: string;
  funding: FundingSaid | null;
}

/** What goes by date, announced before it does, or gone just now (`erased`). */
export interface RetentionNotice {
  code: "announced" | "doubtful" | "erased" | "sealed" | "undoing" | "copies";
  number: number;
  day: string;
}

/** A challenge whose ideas are revealed, in an order of this person's own; `held` of one's own are held back. */
export interface RevealedChallenge {
  id: string;
  stake: string;
  statement: string;
  stage: "reveal";
  options: RevealedOption[];
  count: number;
  page: number;
  pages: number;
  own: string[];
  asked: AskedIdea[];
  held: OwnIdea[];
}

/** An idea that everybody may read, and whether it is one's own. */
export interface RevealedIdea {
  text: string;
  mine: boolean;
  answer: string;
  discuss: boolean;
}

/** An idea, or some of the `gathered` ideas under a title. */
export interface RevealedOption {
  title: string;
  lone: boolean;
  gathered: number;
  ideas: RevealedIdea[];
}

/** How many are in the room, wrote an idea, are done, or have done neither; `ideas` counts all there are. */
export interface RoomCounts {
  people: number;
  ideas: number;
  wrote: number;
  finished: number;
  silent: number;
}

/** The room of the workshop in sight: all that the terminal says. */
export interface RoomPanel {
  state: "closed" | "preparing" | "prepared" | "opening" | "open" | "closing" | "failed" | "stopped" | "pulled-out" | "elsewhere";
  since: number | null;
  ready: number;
  wanted: number;
  failure: string;
  facilitator: string;
  screen: string;
  join: string;
  typed: string;
  code: string[];
  door: string;
  networks: NetworkChoice[];
  no_network: boolean;
  reach: "room" | "fell-back" | "not-ours" | "this-computer" | "nobody";
  missed: string;
  moved: string;
  seats: number;
  taken: number;
  entrance: EntranceCounts;
  memory: Memory;
  test: PhoneTest;
  elsewhere: string;
}

/** How far the room is, and its `parts`; none where they would tell somebody apart. */
export interface RoomProgress {
  people: number;
  writing: number;
  done: number;
  silent: number;
  parts: ProgressPart[];
}

/** One seat of the room, by its pseudonym; `stands` is the pseudonym of the seat it was joined to, or empty. */
export interface RoomSeat {
  id: string;
  pseudonym: string;
  category: string;
  state: "present" | "away" | "joined";
  stands: string;
  spoken: boolean;
}

/** How tables rotate while people write: at which (`turn`, 0: not yet) of how many (`of`) they are. */
export interface Rotation {
  turn: number;
  of: number;
  rounds: number;
  told: number;
  spoken: boolean;
  single: boolean;
}

/** What an option gathered in one round: `rank` from 1, `supporters` are people. */
export interface RoundTally {
  dots: number;
  supporters: number;
  rank: number;
  judgment: JudgedOption | null;
  stances: StanceCounts | null;
}

/** A sentence that was saved for a challenge: what it was, how many parts it had, since when (milliseconds). */
export interface SavedSentence {
  number: number;
  statement: string;
  at: number;
  kind: Kind;
  parts: number;
  ratings: GivenRating[];
}

/** A challenge with one's own answers, and the `zone` where they stand once both are given. */
export interface ScoredChallenge {
  id: string;
  stake: string;
  statement: string;
  competence: number | null;
  interest: number | null;
  unsure: boolean;
  early: boolean;
  zone: "ready" | "learning" | "advice" | "resting" | null;
}

/** For whom a score was kept: an id alone, since an answer outlives an erasure. */
export interface ScoredFor {
  participant: string;
}

/** One's own place in each matrix. */
export interface ScoresModel {
  visible: true;
  challenges: ScoredChallenge[];
}

/** A black screen: the room looks at people. */
export interface ScreenBlack {
  moment: Moment;
  title: string;
  territory: string;
  people: number;
  timer: Timer | null;
  of: number;
  challenges: ScreenChallenge[];
  join: string;
  qr: string[];
  door: string;
  page: number;
  pages: number[];
  view: "black";
}

/** What a sum reaches, in order, and then what it does not; `spent` is what those that it reaches cost. */
export interface ScreenBudget {
  moment: Moment;
  title: string;
  territory: string;
  people: number;
  timer: Timer | null;
  of: number;
  challenges: ScreenChallenge[];
  join: string;
  qr: string[];
  door: string;
  page: number;
  pages: number[];
  rule: ShownRule;
  round: number;
  first: boolean;
  discussed: ScreenDiscussed[];
  view: "budget";
  projects: ScreenProject[];
  spent: number;
  unpriced: number;
}

/** An idea, or `ideas` gathered under a title; contact details are blotted out. */
export interface ScreenCard {
  title: string;
  texts: string[];
  answers: string[];
  ideas: number;
}

/** A challenge with its place among the workshop's, from 1; `tables` says in words which work on it. */
export interface ScreenChallenge {
  number: number;
  stake: string;
  statement: string;
  tables: string;
}

/** The code to join in large; the rest waits. */
export interface ScreenCode {
  moment: Moment;
  title: string;
  territory: string;
  people: number;
  timer: Timer | null;
  of: number;
  challenges: ScreenChallenge[];
  join: string;
  qr: string[];
  door: string;
  page: number;
  pages: number[];
  view: "code";
}

/** An idea that is marked for discussion, under the title of its group if any, with what its author answered. */
export interface ScreenDiscussed {
  title: string;
  text: string;
  answer: string;
}

/** An option beyond the places that lost more than any other since the vote `before` this one. */
export interface ScreenFell {
  title: string;
  supporters: number;
  dots: number;
  before: RoundTally | null;
}

/** The address of the volunteer form, for whoever passes before the workshop. */
export interface ScreenForm {
  moment: Moment;
  title: string;
  territory: string;
  people: number;
  timer: Timer | null;
  of: number;
  challenges: ScreenChallenge[];
  join: string;
  qr: string[];
  door: string;
  page: number;
  pages: number[];
  view: "form";
}

/** What one opinion group is known by: `code` says how it answers a statement, `count` of how many `seen`. */
export interface ScreenKnown {
  code: string;
  text: string;
  count: number;
  seen: number;
}

/** The matrix of one challenge; `counts` only once it is drawn: the room has answered, and five people at least. */
export interface ScreenMatrix {
  challenge: ScreenChallenge;
  heard: number;
  room: number;
  few: boolean;
  counts: MatrixCounts | null;
}

/** One mission: how many accepted it, with the names of those who agreed to it, and how many still think. */
export interface ScreenMission {
  title: string;
  places: number;
  minimum: number;
  filled: number;
  waiting: number;
  sector: string;
  names: string[];
  unnamed: number;
}

/** Missions of one challenge, as many as stand in a column, and how many places the whole challenge has filled. */
export interface ScreenMissionCard {
  number: number;
  stake: string;
  filled: number;
  places: number;
  more: boolean;
  missions: ScreenMission[];
}

/** The missions as they fill, challenge by challenge. */
export interface ScreenMissions {
  moment: Moment;
  title: string;
  territory: string;
  people: number;
  timer: Timer | null;
  of: number;
  challenges: ScreenChallenge[];
  join: string;
  qr: string[];
  door: string;
  page: number;
  pages: number[];
  view: "missions";
  cards: ScreenMissionCard[];
}

/** Who offers help; `over`: phones show the missions, and the screen waits for the facilitator's press. */
export interface ScreenOffer {
  moment: Moment;
  title: string;
  territory: string;
  people: number;
  timer: Timer | null;
  of: number;
  challenges: ScreenChallenge[];
  join: string;
  qr: string[];
  door: string;
  page: number;
  pages: number[];
  offers: number;
  others: number;
  view: "offer";
  over: boolean;
}

/** A challenge that is worked on now: what is done with it, its own timer, how many wrote an idea or voted. */
export interface ScreenOpen {
  challenge: ScreenChallenge;
  moment: Moment;
  over: boolean;
  turn: ScreenTurn | null;
  timer: Timer | null;
  wrote: number;
  voted: number;
}

/** An opinion group of five people or more: how many they are, and where each stands on the drawing, 0..1000. */
export interface ScreenOpinionGroup {
  number: number;
  letter: string;
  people: number;
  marks: number[][];
  known: ScreenKnown[];
}

/** The opinion groups of a room, without a name. */
export interface ScreenOpinions {
  groups: ScreenOpinionGroup[];
  unites: ScreenUnity[];
  others: number;
}

/** One place of the results; `ranks` are the options that share it, `None` while it is covered. */
export interface ScreenPlace {
  rank: number;
  ranks: ScreenRank[] | null;
  more: number;
}

/** What a moment without a view of its own shows: the challenge and the time left. */
export interface ScreenPlain {
  moment: Moment;
  title: string;
  territory: string;
  people: number;
  timer: Timer | null;
  of: number;
  challenges: ScreenChallenge[];
  join: string;
  qr: string[];
  door: string;
  page: number;
  pages: number[];
  view: "plain";
}

/** An option of a budget: its cost, how many would spend on it, and how many points they put, now and `before`. */
export interface ScreenProject {
  title: string;
  cost: number;
  supporters: number;
  points: number;
  funded: boolean;
  before: RoundTally | null;
}

/** What one option gathered. */
export interface ScreenRank {
  dots: number;
  supporters: number;
  rank: number;
  judgment: JudgedOption | null;
  stances: StanceCounts | null;
  before: RoundTally | null;
  cost: number | null;
  funded: boolean | null;
  title: string;
  ideas: number;
  page: number | null;
}

/** The first places of dots or of grades, the best first, unveiled from the last; what comes after is counted. */
export interface ScreenResults {
  moment: Moment;
  title: string;
  territory: string;
  people: number;
  timer: Timer | null;
  of: number;
  challenges: ScreenChallenge[];
  join: string;
  qr: string[];
  door: string;
  page: number;
  pages: number[];
  rule: ShownRule;
  round: number;
  first: boolean;
  discussed: ScreenDiscussed[];
  view: "results";
  places: ScreenPlace[];
  whole: ScreenWhole[];
  others: number;
  without: number;
  fell: ScreenFell[];
}

/** Everybody's ideas, then those to discuss, then `tensions`: two ideas that oppose each other about one thing. */
export interface ScreenReveal {
  moment: Moment;
  title: string;
  territory: string;
  people: number;
  timer: Timer | null;
  of: number;
  challenges: ScreenChallenge[];
  join: string;
  qr: string[];
  door: string;
  page: number;
  pages: number[];
  discussed: ScreenDiscussed[];
  view: "reveal";
  cards: ScreenCard[];
  tensions: string[][];
}

/** The matrices, one a page, without names. */
export interface ScreenScoring {
  moment: Moment;
  title: string;
  territory: string;
  people: number;
  timer: Timer | null;
  of: number;
  challenges: ScreenChallenge[];
  join: string;
  qr: string[];
  door: string;
  page: number;
  pages: number[];
  view: "scoring";
  matrices: ScreenMatrix[];
}

/** What phones are asked about stakes before there are challenges: the stage, and how many it has brought so far. */
export interface ScreenStakes {
  stage: StakesStage;
  number: number;
}

/** What the room says of one statement, and said `before` in the vote before this one. */
export interface ScreenStatement {
  agree: number;
  disagree: number;
  passed: number;
  text: string;
  before: StanceCounts | null;
}

/** What the room says of statements: the opinion groups on the first page, where there are any, then each statement. */
export interface ScreenStatements {
  moment: Moment;
  title: string;
  territory: string;
  people: number;
  timer: Timer | null;
  of: number;
  challenges: ScreenChallenge[];
  join: string;
  qr: string[];
  door: string;
  page: number;
  pages: number[];
  rule: ShownRule;
  round: number;
  first: boolean;
  discussed: ScreenDiscussed[];
  view: "statements";
  answered: number;
  opinions: ScreenOpinions | null;
  ungrouped: "" | "few" | "none" | "small";
  statements: ScreenStatement[];
  without: number;
}

/** A table of the plan: its number, where it stands, and who sits at it, by pseudonym. */
export interface ScreenTable {
  number: number;
  landmark: string;
  seats: number;
  people: string[];
}

/** The plan of the tables in the round that phones are told; the pages after the first say who sits where. */
export interface ScreenTables {
  moment: Moment;
  title: string;
  territory: string;
  people: number;
  timer: Timer | null;
  of: number;
  challenges: ScreenChallenge[];
  join: string;
  qr: string[];
  door: string;
  page: number;
  pages: number[];
  view: "tables";
  round: number;
  rounds: number;
  tables: ScreenTable[];
}

/** What the room gave, and what happens next in the facilitator's words. */
export interface ScreenThanks {
  moment: Moment;
  title: string;
  territory: string;
  people: number;
  timer: Timer | null;
  of: number;
  challenges: ScreenChallenge[];
  join: string;
  qr: string[];
  door: string;
  page: number;
  pages: number[];
  offers: number;
  others: number;
  view: "thanks";
  ideas: number;
  taken: number;
  follow_up: string;
  contact: string;
}

/** At which (`at`, from 1) of how many tables (`of`) people write. */
export interface ScreenTurn {
  at: number;
  of: number;
}

/** What unites the opinion groups: `code` says how all of them answer, `least` how many in ten at least. */
export interface ScreenUnity {
  code: string;
  text: string;
  least: number;
}

/** How many of `expected` have voted; `None`: nobody knows how many of the room work on this challenge. */
export interface ScreenVote {
  moment: Moment;
  title: string;
  territory: string;
  people: number;
  timer: Timer | null;
  of: number;
  challenges: ScreenChallenge[];
  join: string;
  qr: string[];
  door: string;
  page: number;
  pages: number[];
  rule: ShownRule;
  round: number;
  first: boolean;
  view: "vote";
  voted: number;
  finished: number;
  expected: number | null;
  over: boolean;
}

/** How to join, and what phones are asked there: `None`, to come in and no more. */
export interface ScreenWelcome {
  moment: Moment;
  title: string;
  territory: string;
  people: number;
  timer: Timer | null;
  of: number;
  challenges: ScreenChallenge[];
  join: string;
  qr: string[];
  door: string;
  page: number;
  pages: number[];
  view: "welcome";
  stakes: ScreenStakes | null;
}

/** The whole title of an option that is too long for its place. */
export interface ScreenWhole {
  rank: number;
  title: string;
}

/** How many of `expected` wrote an idea; `None`: nobody knows how many of the room work on this one. */
export interface ScreenWriting {
  moment: Moment;
  title: string;
  territory: string;
  people: number;
  timer: Timer | null;
  of: number;
  challenges: ScreenChallenge[];
  join: string;
  qr: string[];
  door: string;
  page: number;
  pages: number[];
  view: "writing";
  open: ScreenOpen[];
  wrote: number;
  expected: number | null;
  finished: number;
}

/** A challenge in the course: where it stands, and what is said of it; `wording` grows when it is reworded. */
export interface SeatChallenge {
  id: string;
  stake: string;
  statement: string;
  number: number;
  stage: Stage;
  round: number;
  wording: number;
  tables: string;
  timer: Timer | null;
}

/** The seats: how many there are and are taken, from how many of those somebody joined, by how many devices. */
export interface SeatCounts {
  seats: number;
  taken: number;
  kept: number;
  devices: number;
  waiting: number;
  slowed: number;
  turned: number;
}

/** Something to settle: somebody `silent` for so many `minutes`, or `twins`; `ideas` are the first one's. */
export interface SeatDoubt {
  key: string;
  kind: "silent" | "twins" | "parted" | "erasure" | "file" | "files";
  seats: string[];
  names: string[];
  minutes: number;
  ideas: number;
  with_ideas: boolean;
  contact: boolean;
  signs: ("name" | "near-name" | "email" | "phone")[];
}

/** What one says when taking a seat, and may correct: who one is, and what there is to choose from. */
export interface SeatForm {
  me: Me | null;
  categories: Choice[];
  sectors: string[];
}

/** The header of a phone: where the room and each challenge stand, who one is, and how much time is left. */
export interface SeatModel {
  title: string;
  pseudonym: string | null;
  moment: Moment;
  phase: Phase;
  current: string | null;
  challenges: SeatChallenge[];
  timer: Timer | null;
  joined: "phone" | "voice" | null;
  code: string;
  returned: number | null;
  table: OwnTable | null;
  slip: boolean;
}

/** Who sits where (*placement*). */
export interface SeatingModel {
  waiting: number;
  size: number;
  of_files: boolean;
  told: number;
  spoken: boolean;
  shown: boolean;
  page: number;
  pages: number;
  rounds: PlannedTable[][];
  strays: TableGuest[];
  sizes: string;
  spread: string;
  met: string;
}

/** A part of the territory and the name of its referent, empty when unknown. */
export interface SectorEntry {
  id: string;
  name: string;
  referent: string;
}

/** Of the ideas from one sector that say how their author knows (`whole`), those that know by themselves. */
export interface SectorGauge {
  sector: string;
  part: number;
  whole: number;
}

/** How many invitations were noted as sent. */
export interface Sent {
  sent: number;
}

/** A sentence asked about, and one's own answer, `None` before there is one; nobody else's is here. */
export interface SentenceToRate {
  challenge: string;
  phrasing: number;
  stake: string;
  statement: string;
  clearness: Clearness | null;
  remark: string;
}

/** Who declined what, or was taken off it, in a sentence. */
export interface SetAside {
  id: string;
  pseudonym: string;
  mission: string;
  said: string;
  note: string;
  another: boolean;
  off: boolean;
}

/** Something that can be taken back: somebody `away` since `at`, `joined` seats, or two who are `apart`. */
export interface SettledSeat {
  kind: "away" | "joined" | "apart";
  seat: string;
  other: string;
  names: string[];
  at: number;
}

/** The folder of workshops: its path as words one reads, and whether it can be written to. */
export interface ShelfPanel {
  synced?: string;
  path: string;
  trail: string[];
  state: "ready" | "new" | "missing" | "read-only" | "full";
  is_default: boolean;
}

/** The challenges to shorten, by number, from so many minutes to so many; how many minutes it `wins`. */
export interface ShorteningAdvice {
  challenges: number[];
  before: number;
  after: number;
  wins: number;
}

/** A `domain.ballots.VoteRule` as pages are told it; `scale` are the grades offered, the best first. */
export interface ShownRule {
  kind: VoteKind;
  budget: number;
  most: number;
  grades: number;
  scale: number[];
  blanks_count: boolean;
  to_spend: number;
  points: number;
}

/** A step of a plan: for how many minutes, and how often, at another table each time. */
export interface ShownStep {
  step: RoundStep;
  stage: Stage;
  round: number;
  minutes: number;
  times: number;
}

/** A mission proposed to somebody, and their answer. */
export interface SlipMission {
  id: string;
  title: string;
  status: AssignmentStatus;
  said: string;
  another: boolean;
  trace: string;
}

/** Somebody to whom missions are proposed; `here`: they read them on a phone in the room. */
export interface SlipPerson {
  id: string;
  name: string;
  here: boolean;
  missions: SlipMission[];
}

/** Everybody who is asked about missions, those without a phone here first. */
export interface SlipsModel {
  people: SlipPerson[];
  without: number;
  waiting: number;
  withdrawn: string[];
}

/** How the working out stands: for a proposal or for a trial; `sentence` says what went wrong. */
export interface SolvingModel {
  state: "none" | "working" | "stopped" | "failed";
  what: "propose" | "try";
  share: number;
  sentence: string;
  written: string;
}

/** A stake that stands by itself; `under` are those that were put under it, `typed`: no phone proposed it. */
export interface SortedStake {
  id: string;
  title: string;
  text: string;
  under: UnderStake[];
  typed: boolean;
  left_out: boolean;
}

/** An idea marked for discussion in its turn, announced by its table, else by its category in words, if at all. */
export interface SpeakingTurn {
  idea: string;
  text: string;
  table: number | null;
  category: string;
}

/** How many proposed how much, and how many have judged, those on paper among them. */
export interface StakeCounts {
  proposed: number;
  browsers: number;
  judges: number;
  papers: number;
  unfinished: number;
}

/** A stake to judge, what else was said of it, and one's own grade, `None`: none yet. */
export interface StakeToJudge {
  id: string;
  title: string;
  texts: string[];
  grade: number | null;
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
  unexpected: boolean;
  name: string;
  contact: string;
  email: string;
  sector: string;
  phone: string;
  address: string;
  reason: string;
  challenges: string[];
  register: boolean;
  status: StakeholderStatus;
  invited_at: number | null;
  reminded_at: number | null;
}

/** Step 2: who is invited, who comes, and who is missing, `said` in one sentence. */
export interface StakeholdersModel {
  said: string;
  next: NextToDo;
  counts: InvitationCounts;
  unexpected: number;
  sectors: string[];
  challenges: Choice[];
  categories: StakeholderCategory[];
  gaps: Gap[];
  reached: ReachedSector[];
  suggestions: SuggestedInvitation[];
  reminders: Reminder[];
}

/** The stakes as far as whoever prepares may see them: what phones propose is hidden until the gathering is over. */
export interface StakesDeskModel {
  stage: StakesStage;
  blanks_count: boolean;
  counts: StakeCounts;
  stakes: SortedStake[];
  suggestions: string[][];
  ranked: RankedStake[];
  chosen: string[];
  tied: string[];
  places: number;
  joinable: boolean;
}

/** What is asked of this browser now. */
export interface StakesOpen {
  visible: true;
  stage: StakesStage;
  mine: OwnStake[];
  stakes: StakeToJudge[];
  judged: JudgedStake[];
  blanks_count: boolean;
}

/** How many agree with a statement, disagree, and pass. */
export interface StanceCounts {
  agree: number;
  disagree: number;
  passed: number;
}

/** A step that can be taken back or done again, with what it is called. */
export interface StepModel {
  number: number;
  label: string;
}

/** Whom to invite next, and why; `candidates` of the registers are there to pick from. */
export interface SuggestedInvitation {
  sentence: string;
  who: string;
  category: string;
  entry: string;
  sector: string;
  candidates: number;
}

/** Ideas that say nearly the same; `marked` has each text in pieces, every second one said by others too. */
export interface Suggestion {
  ideas: string[];
  marked: string[][];
}

/** How many ideas were held back together, or given back. */
export interface Swept {
  ideas: number;
}

/** Ideas of this challenge that were held back together `at` some moment and are so still. */
export interface SweptIdeas {
  id: string;
  at: number;
  ideas: string[];
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
  filled: number;
  waiting: number;
  persons: ErasablePerson[];
  file: string;
  pdf: MakingModel;
  html: MakingModel;
}

/** Somebody at a table, by pseudonym; of a file by name. */
export interface TableGuest {
  id: string;
  name: string;
  category: string;
  late: boolean;
  here: boolean;
  stays: boolean;
}

/** An idea as the facilitator reads it; `category` says in words as whom its author speaks. */
export interface TableIdea {
  id: string;
  text: string;
  source: Source | null;
  category: string | null;
  held: string;
  held_as: string;
  corrected: boolean;
  asked: boolean;
  answer: string;
  discuss: boolean;
  earlier: boolean;
  voted_on: boolean;
}

/** What the room votes on: ideas gathered under a title, or an idea by itself (`lone`). */
export interface TableOption {
  tally?: Tallied;
  id: string;
  title: string;
  concealed: boolean;
  lone: boolean;
  original: boolean;
  ideas: TableIdea[];
  missions: string[];
}

/** A part of a file in base64; `next` is where the following one starts, `None` after the last. */
export interface TakeawayPart {
  name: string;
  content: string;
  next: number | null;
  size: number;
}

/** One thing to take away: how many people's data it holds, and how far its making is. */
export interface TakeawayState {
  form: TakeawayForm;
  people: number;
  past: boolean;
  state: "none" | "working" | "ready" | "failed";
  number: number;
  name: string;
  size: number;
  sentence: string;
}

/** How many were taken in. */
export interface Taken {
  added: number;
}

/** What an option gathered in the vote, for whoever may see it. */
export interface Tallied {
  dots: number;
  supporters: number;
  rank: number;
  judgment: JudgedOption | null;
  stances: StanceCounts | null;
  before: RoundTally | null;
  cost: number | null;
  funded: boolean | null;
}

/** A challenge whose results are shown, the best option first. */
export interface TalliedChallenge {
  id: string;
  stake: string;
  statement: string;
  stage: "results" | "closed";
  options: TalliedOption[];
  rule: ShownRule;
  round: number;
  discussed: boolean;
  covered: number;
  most: number;
  without: number;
  page: number;
  pages: number;
}

/** What an option gathered, and one's own part of it; `tied`: another stands in the same place. */
export interface TalliedOption {
  id: string;
  title: string;
  lone: boolean;
  gathered: number;
  ideas: string[];
  answers: string[];
  mine: boolean;
  dots: number;
  supporters: number;
  rank: number;
  judgment: JudgedOption | null;
  stances: StanceCounts | null;
  before: RoundTally | null;
  cost: number | null;
  funded: boolean | null;
  tied: boolean;
  my_dots: number;
  my_mark: number | null;
}

/** Two ideas that oppose each other about one thing. */
export interface Tension {
  ideas: string[];
  marked: string[][];
}

/** What one said one can do, as `SayTerms` asks; `until_said` is the last day in words. */
export interface Terms {
  max_missions: number;
  often: string;
  days: Day[];
  until: string;
  until_said: string;
  reach: string[];
  car: Car;
  languages: string[];
}

/** The thanks, and what one gave once it is looked at; `follow_up` says what happens next, where and when. */
export interface ThanksModel {
  visible: true;
  thanking: boolean;
  opened: boolean;
  follow_up: string;
  given: Given | null;
}

/** A countdown: when it ends and what time the server has, in milliseconds since 1970; only their difference counts. */
export interface Timer {
  ends_at: number;
  now: number;
  paused: boolean;
}

/** What was tried, who would move, what each level comes to in the order that counts, and one plain sentence. */
export interface TrialModel {
  number: number;
  tried: TriedChange[];
  moves: MovedPerson[];
  costs: LevelCost[];
  word: string;
  changes: number;
  renewed: boolean;
  stale: boolean;
}

/** What is tried of somebody: that they are on a mission, or (`stays` is false) never on it. */
export interface TriedChange {
  id: string;
  pseudonym: string;
  mission: NamedMission;
  stays: boolean;
}

/** Why nothing can be saved: the `code` of the error, and how many intentions wait on phones meanwhile. */
export interface TroubleModel {
  code: string;
  waiting: number;
}

/** At which table of how many (`of`) people write, one after the other; they are `seated` in rounds. */
export interface Turn {
  number: number;
  of: number;
  seated: number;
}

/** The id of who was typed in. */
export interface TypedLine {
  participant: string;
}

/** A stake that was put under another. */
export interface UnderStake {
  id: string;
  text: string;
}

/** A press that can be taken back: for how many `left` milliseconds, and what it did. */
export interface Undo {
  move: string;
  code: "move" | "timer" | "table";
  left: number;
  moment: Moment;
  challenge: number | null;
}

/** The id of an upload, and the most bytes of the file that a part may hold. */
export interface UploadBegun {
  upload: string;
  part: number;
}

/** Somebody without a phone, and what was said for them; no way to reach them comes back once it was given. */
export interface Voice {
  id: string;
  pseudonym: string;
  category: string;
  phone: boolean;
  back: boolean;
  write: VoiceAct;
  vote: VoiceAct;
  score: VoiceAct;
  offer: VoiceAct;
  answer: VoiceAct;
  dots: Record<string, number>;
  marks: Record<string, number>;
  voted: number;
  scores: VoiceScore[];
  offered: boolean;
  declined: string[];
  may_ask: boolean | null;
  terms: Terms | null;
  reach: string[];
  missions: VoiceMission[];
}

/** One act for one person: whether it is `open`, how much is `done`, and what it still `asks` for, by id. */
export interface VoiceAct {
  open: boolean;
  done: number;
  asks: string[];
}

/** A challenge as far as one speaks for people on it; `options` and their `series` only while it is voted on. */
export interface VoiceChallenge {
  id: string;
  stake: string;
  statement: string;
  number: number;
  stage: Stage;
  options: VoiceOption[];
  series: string;
  rule: ShownRule;
  papers: number;
}

/** A mission proposed to somebody, with the reason in words; `id` is its own, `another`: they want another. */
export interface VoiceMission {
  id: string;
  stake: string;
  statement: string;
  title: string;
  reason: string;
  status: AssignmentStatus;
  another: boolean;
}

/** An option of an open vote, with its number on the ballot, and what it costs, if known. */
export interface VoiceOption {
  id: string;
  number: number;
  title: string;
  cost: number | null;
}

/** What somebody answered on a challenge. */
export interface VoiceScore {
  competence: number | null;
  interest: number | null;
  unsure: boolean;
  early: boolean;
  challenge: string;
}

/** The people without a phone, with what the facilitator alone sees. */
export interface VoicesDeskModel {
  phase: Phase;
  challenges: VoiceChallenge[];
  people: Voice[];
  next: NextVoice | null;
  categories: Choice[];
  sectors: string[];
  organiser: string;
  purpose: string;
  retention: string;
  others: KnownPerson[];
  helper_code: string;
  helpers: Helper[];
  papers: PapersModel;
  slips: SlipsModel;
}

/** The people without a phone, what was said for each, and what is open now; `purpose` is said to the person. */
export interface VoicesModel {
  phase: Phase;
  challenges: VoiceChallenge[];
  people: Voice[];
  next: NextVoice | null;
  categories: Choice[];
  sectors: string[];
  organiser: string;
  purpose: string;
  retention: string;
}

/** An option with one's own dots on it, and its `number` in this person's own order, from 1. */
export interface VoteOption {
  id: string;
  title: string;
  lone: boolean;
  gathered: number;
  ideas: string[];
  answers: string[];
  mine: boolean;
  number: number;
  dots: number;
  mark: number | null;
  before: number | null;
  cost: number | null;
}

/** How the challenge looked at is worked and voted on. */
export interface VotesModel {
  challenge: NumberedChallenge | null;
  stage: Stage;
  round: number;
  plan: Plan;
  plans: PlanOffer[];
  step: RoundStep | null;
  rotation: Rotation | null;
  rule: ShownRule;
  set: boolean;
  options: CostedOption[];
  ahead: boolean | null;
  upcoming: PlannedChallenge[];
}

/** By which addresses phones may come in, whom the one shown reaches, what was chosen and is gone (`missed`). */
export interface WaysIn {
  reach: "room" | "fell-back" | "not-ours" | "this-computer" | "nobody";
  missed: string;
  moved: string;
  networks: NetworkChoice[];
}

/** How people come to read beforehand: the code to type, the address with it, and that as rows of a QR code. */
export interface WaysToRead {
  code: string;
  address: string;
  link: string;
  rows: string[];
  readers: number;
}

/** One workshop in the list. */
export interface WorkshopCard {
  id: string;
  title: string;
  territory: string;
  language: string;
  day: string;
  hour: string;
  days_away: number | null;
  place: "shelf" | "elsewhere";
  volume: string;
  path: string;
  condition: "ready" | "reading" | "missing" | "too-new" | "older" | "damaged" | "read-only";
  standing: "new" | "prepared" | "under-way" | "ended";
  ended_on: string;
  room: "closed" | "preparing" | "prepared" | "opening" | "open" | "closing" | "failed" | "stopped" | "pulled-out" | "elsewhere";
  archived: boolean;
  sample: boolean;
  people: PeopleCounts;
  next: NextStep;
}

/** The workshop that was just made, taken in or opened. */
export interface WorkshopEntered {
  workshop: string;
}

/** A challenge that is being written on, with one's own ideas. */
export interface WritingChallenge {
  id: string;
  stake: string;
  statement: string;
  stage: "writing";
  seen: "nothing" | "glimpse" | "before";
  ideas: OwnIdea[];
  finished: boolean;
  nudged: boolean;
  ahead: boolean;
}

/** The id of an idea just written or corrected. */
export interface Written {
  idea: string;
}

/** What the participant may ask. */
export interface ParticipantAsks {
  /** Add a person without a phone, under a usual category or a word of their own. */
  add_voice: { asks: { pseudonym: string; category: string; sector?: string | null }; gets: Entered };
  /** Accept or decline a mission, or put the answer off, in the name of a person without a phone. In missions, thanks. */
  answer_as: { asks: { participant: string; mission: string; answer: Reply; said?: string; another?: boolean }; gets: null };
  /** Accept or decline a mission proposed to oneself, or answer later. In missions, thanks. */
  answer_mission: { asks: { mission: string; answer: Reply; said?: string; another?: boolean; read?: string }; gets: null };
  /** Say whether one would help with some challenges: no contact details are asked for, whatever one says. In offer, missions, thanks. */
  answer_offer: { asks: { challenges: string[]; willing: boolean }; gets: null };
  /** Say whether a person without a phone would help with some challenges. In offer, missions, thanks. */
  answer_offer_as: { asks: { challenges: string[]; willing: boolean; participant?: string }; gets: null };
  /** Say what one means by one's own idea, to the whole room and unsigned. Of a challenge at reveal, vote. */
  answer_question: { asks: { idea: string; answer: string }; gets: null };
  /** Say one's competence and interest on a stake, or "I don't know", before the workshop. In form. */
  answer_stake: { asks: { challenge: string; competence: number | null; interest: number | null; unsure?: boolean }; gets: null };
  /** Read in another language from now on; kept with the seat once there is one. */
  choose_language: { asks: { language: string }; gets: null };
  /** Put the paper slip that was opened here away; its code opens it again. */
  close_slip: { asks: Nothing; gets: null };
  /** Let oneself in with the code of the day, as a helper or as who reads beforehand; wrong tries are counted. */
  come_to_help: { asks: { code: string }; gets: null };
  /** Change the text or the source of one's own idea. Of a challenge at writing, reveal. */
  correct_idea: { asks: { idea: string; text: string; source?: Source | null }; gets: Written };
  /** Correct one's pseudonym, category and sector; refusals as in `join`. */
  correct_seat: { asks: { pseudonym: string; category: string; sector?: string | null }; gets: null };
  /** Give the seat back: contact details, scores, dots and the seat go, and the ideas too if so wished. */
  erase: { asks: { with_ideas: boolean }; gets: null };
  /** Say "I am done" with a stage of a challenge, or take it up again; without effect once it has moved on. */
  finish: { asks: { challenge: string; stage: Finishable; finished: boolean }; gets: null };
  /** Have a grade of one's own on an option, or leave it blank; raises as the act and `place_dots` do. Of a challenge at vote. */
  give_grade: { asks: { challenge: string; option: string; grade?: number | null; round?: number | null }; gets: null };
  /** Keep what one finds of a stake, or nothing any more. In welcome. */
  grade_stake: { asks: { stake: string; grade?: number | null }; gets: null };
  /** Take a seat; a visitor already seated keeps theirs, as after a second tab or a form sent twice. In welcome, work, scoring, offer, missions, thanks. */
  join: { asks: { pseudonym: string; category: string; sector?: string | null }; gets: null };
  /** Say whether a mission may be proposed to a person without a phone; raises `NotAllowed` as `offer_as`. In offer, missions, thanks. */
  let_ask_as: { asks: { participant: string; may_ask: boolean }; gets: null };
  /** Say whether the others of one's missions, the screen and the synthesis may say who one is. */
  let_show_name: { asks: { yes: boolean }; gets: null };
  /** Show the present state, as when a tab left aside is looked at again; the answer's refresh does it. */
  look_again: { asks: Nothing; gets: null };
  /** Open what one gave, or close it. */
  look_at_what_i_gave: { asks: { opened: boolean }; gets: null };
  /** Offer help in the name of a person without a phone, who said yes to what was read to them. In offer, missions, thanks. */
  offer_as: { asks: { name: string; email: string; phone: string; challenges: string[]; consent: boolean; may_show_name?: boolean | null; also?: Purpose[]; participant?: string }; gets: null };
  /** Leave a way to be reached for some challenges, besides those named, for the purposes that one agrees to. In offer, missions, thanks. */
  offer_help: { asks: { name: string; email: string; phone: string; challenges: string[]; consent: boolean; may_show_name?: boolean | null; also?: Purpose[] }; gets: null };
  /** Say that a seat joined to one's own is somebody else's; raises `InvalidEntry` (`seat-not-joined`). */
  part_seats: { asks: Nothing; gets: null };
  /** Have dots of one's own on an option, as many as the rule of the vote allows. Of a challenge at vote. */
  place_dots: { asks: { challenge: string; option: string; count: number; round?: number | null }; gets: null };
  /** Propose a big concern; nobody sees it before the gathering is over. In welcome. */
  propose_stake: { asks: { text: string }; gets: null };
  /** Say that a browser that came to one's seat later is somebody else's; one has another code from then on. */
  put_others_out: { asks: Nothing; gets: null };
  /** Say how clear a sentence is, or change what one said of it while others are still awaited. Of a challenge at unopened. */
  rate_clarity: { asks: { challenge: string; clearness: Clearness; remark?: string; phrasing?: number | null }; gets: null };
  /** Take one's own idea back while writing lasts; afterwards it belongs to the room's discussion. Of a challenge at writing. */
  remove_idea: { asks: { idea: string }; gets: null };
  /** Come back to one's own seat with its code, as on another phone; wrong tries are few and counted. */
  return_to_seat: { asks: { code: string }; gets: null };
  /** Say on which days one can help. In form. */
  say_days: { asks: { days: Day[]; word: string }; gets: null };
  /** Say that one found one's table; raises `NotAllowed` (`no-table-yet`). In welcome, work. */
  say_here: { asks: Nothing; gets: null };
  /** Agree with a statement, disagree, or pass; raises as `acts.voting.say_stance`. Of a challenge at vote. */
  say_stance: { asks: { challenge: string; option: string; stance?: Stance | null; round?: number | null }; gets: null };
  /** Say what one can do, all of it optional: how many missions, when, until when, where, with what. In offer, missions, thanks. */
  say_terms: { asks: { max_missions: number; often: string; days: Day[]; until: string; reach: string[]; car: Car; languages: string[] }; gets: null };
  /** Say what a person without a phone can do, all of it optional, in the place of what was said of it before. In offer, missions, thanks. */
  say_terms_as: { asks: { max_missions: number; often: string; days: Day[]; until: string; reach: string[]; car: Car; languages: string[]; participant?: string }; gets: null };
  /** Answer "I don't know", which is not a score of 0. In scoring, offer. */
  say_unsure: { asks: { challenge: string }; gets: null };
  /** Say who one is and how to be reached, for the purposes that one agrees to; without any nothing is kept. In form. */
  say_who: { asks: { name: string; reach: string | null; purposes: Purpose[] }; gets: null };
  /** Score a challenge in the name of a person without a phone. In scoring, offer. */
  score_as: { asks: { participant: string; challenge: string; competence?: number | null; interest?: number | null; unsure?: boolean; again?: boolean }; gets: null };
  /** Say one's competence, 0..3, on a challenge; takes "I don't know" back. In scoring, offer. */
  score_competence: { asks: { challenge: string; value: number }; gets: null };
  /** Say one's interest, -2..+2, in a challenge; takes "I don't know" back. In scoring, offer. */
  score_interest: { asks: { challenge: string; value: number }; gets: null };
  /** Spend on an option of a budget, or take it back; raises as `acts.voting.spend_on`. Of a challenge at vote. */
  spend_on: { asks: { challenge: string; option: string; points: number; round?: number | null }; gets: null };
  /** Say that one walks with difficulty, and keeps one's table from now on, or that one changes tables again. In welcome, work. */
  stay_at_table: { asks: { stays: boolean }; gets: null };
  /** Stop being a helper on this device. */
  stop_helping: { asks: Nothing; gets: null };
  /** Read no more on this device; what one said of sentences that wait for others is erased. */
  stop_reading: { asks: Nothing; gets: null };
  /** Take back one's own proposal while they are gathered. In welcome. */
  take_back_stake: { asks: { stake: string }; gets: null };
  /** Take one yes back; the last one takes the name and the ways to be reached along. */
  take_consent_back: { asks: { purpose: Purpose }; gets: null };
  /** Read another page of a challenge's ideas as they stand now, on this page of the browser alone. */
  turn_ideas: { asks: { challenge: string; page: number }; gets: null };
  /** Type in a numbered ballot; its number is a voice of its own. Of a challenge at vote. */
  type_ballot: { asks: { challenge: string; number: number; numbers: number[]; series: string; values?: number[]; retyped?: Retyped }; gets: null };
  /** Type in an idea from a numbered slip; its number is a voice of its own. Of a challenge at writing, reveal. */
  type_slip: { asks: { challenge: string; number: number; text: string; source?: Source | null; category?: string; retyped?: Retyped }; gets: null };
  /** Vote in the name of a person without a phone, the whole ballot at once. Of a challenge at vote. */
  vote_as: { asks: { participant: string; challenge: string; numbers: number[]; series: string; values?: number[]; again?: boolean }; gets: null };
  /** Take back the offer of a person without a phone; their contact details are erased at once. */
  withdraw_as: { asks: { participant: string }; gets: null };
  /** Take the offer back: the contact details are erased at once, in any phase, and no mission is proposed. */
  withdraw_offer: { asks: Nothing; gets: null };
  /** Write an idea in the name of a person without a phone. Of a challenge at writing, reveal. */
  write_as: { asks: { participant: string; challenge: string; text: string; source?: Source | null }; gets: null };
  /** Add one's own idea for a challenge; its id comes back. Of a challenge at writing, reveal. */
  write_idea: { asks: { challenge: string; text: string; source?: Source | null; wording?: number | null }; gets: Written };
}

/** What the participant is shown, panel by panel. */
export interface ParticipantPanels {
  form: FormModel | Hidden;
  helper: HelperDoor | HelperInside | ReadingBeforehand;
  ideas: OpenIdeas | Hidden;
  join: JoinForm | Hidden;
  mission: MissionModel | Hidden;
  offer: OfferModel | Hidden;
  scores: ScoresModel | Hidden;
  seat: SeatModel;
  stakes: StakesOpen | Hidden;
  thanks: ThanksModel | Hidden;
  vote: OpenVotes | Hidden;
}

/** What the facilitator may ask. */
export interface FacilitatorAsks {
  /** Write the trial that was shown, as one step. */
  accept_trial: { asks: { trial: number }; gets: null };
  /** Add a mission under a challenge; raises `InvalidEntry` (`unknown-sector`). */
  add_mission: { asks: { title: string; places: number; min_competence: number; sector?: string; min_places?: number; importance?: number; first_date?: string; last_date?: string; begins?: string; finishes?: string; days?: Day[]; car?: boolean; language?: string; owner?: string; challenge: string }; gets: Entered };
  /** Add stakes that were said or stand on paper, one a line; raises `InvalidEntry` for a line that is none. */
  add_stakes: { asks: { text: string }; gets: Added };
  /** Add a person without a phone, under a usual category or a word of their own. */
  add_voice: { asks: { pseudonym: string; category: string; sector?: string | null }; gets: Entered };
  /** Accept or decline a mission, or put the answer off, in the name of a person without a phone. In missions, thanks. */
  answer_as: { asks: { participant: string; mission: string; answer: Reply; said?: string; another?: boolean }; gets: null };
  /** Say who a doubtful line is about. */
  answer_doubt: { asks: { file: string; sheet: string; line: number; part: string; answer: DoubtAnswer; person: string | null }; gets: null };
  /** Erase a seat that was joined to one erased on a phone, or leave it; raises `MissingEntry`. */
  answer_erasure: { asks: { participant: string; erased: boolean; with_ideas: boolean }; gets: null };
  /** Say whether a person without a phone would help with some challenges. In offer, missions, thanks. */
  answer_offer_as: { asks: { challenges: string[]; willing: boolean; participant?: string }; gets: null };
  /** Ask whoever wrote an idea what they mean; they answer from their page, and nobody learns who. Of a challenge at reveal, vote. */
  ask_author: { asks: { idea: string; asked?: boolean }; gets: null };
  /** Ask two or three people how clear the present sentence of a challenge is; asked again it begins anew. Of a challenge at unopened. */
  ask_clarity: { asks: { challenge: string; wanted: number }; gets: null };
  /** Make room for a file that is about to arrive. */
  begin_file: { asks: { name: string; size: number; kind: ImportKind | null; first: boolean }; gets: FileBegun };
  /** Make room for a file of people to draw from, or of quotas. */
  begin_lot_file: { asks: { name: string; size: number }; gets: FileBegun };
  /** Make room for a register's file that is about to arrive. */
  begin_register_file: { asks: { name: string; size: number }; gets: RegisterFileBegun };
  /** End the making of one form at once. */
  cancel: { asks: { format: ReportForm }; gets: MakingStands };
  /** End the making of papers at once. */
  cancel_papers: { asks: { kind: PaperKind }; gets: MakingStands };
  /** End the making of a print at once. */
  cancel_print: { asks: { kind: PrintKind }; gets: MakingStands };
  /** Have newcomers say new words from now on, or none; who is in stays in. They are of the room's language. */
  change_door_words: { asks: { asks: boolean }; gets: null };
  /** Make another code for helpers; who is in stays in. */
  change_helper_code: { asks: Nothing; gets: null };
  /** Change a mission; raises `InvalidEntry` (`unknown-sector`, or `mission-places-taken` for too few). */
  change_mission: { asks: { title: string; places: number; min_competence: number; sector?: string; min_places?: number; importance?: number; first_date?: string; last_date?: string; begins?: string; finishes?: string; days?: Day[]; car?: boolean; language?: string; owner?: string; mission: string }; gets: null };
  /** Have people change tables and write on; the timer stops, and phones show their table where they are seated. */
  change_tables: { asks: { challenge: string; since: number }; gets: Done };
  /** Make a timer longer or shorter; one that has run out, or none, starts from now. */
  change_timer: { asks: { minutes: number; challenge?: string | null }; gets: Done };
  /** Say what a column is for; it is remembered for files like this one once the file is imported. */
  choose_column: { asks: { file: string; heading: string; column: string | null; aside: boolean }; gets: null };
  /** Say how the letters of a text are written. */
  choose_encoding: { asks: { file: string; encoding: string }; gets: null };
  /** Say what a file holds. */
  choose_kind: { asks: { file: string; kind: ImportKind }; gets: null };
  /** Choose how a challenge is worked; what was done of it already stays, and the agenda takes its minutes. */
  choose_plan: { asks: { challenge: string; plan: Plan }; gets: null };
  /** Say whom the lot is drawn from; quotas of the last lot of such a list stand there to begin with. */
  choose_pool: { asks: { source: LotSource }; gets: null };
  /** Have the code show another of the ways in, on every page. */
  choose_way: { asks: { network: string }; gets: null };
  /** Close the door to a device and end its pages; never to everybody who joined. Refused as above. */
  close_door_to: { asks: { device: string; everybody: boolean }; gets: null };
  /** Let no helper in any more; all who were in are out. */
  close_to_helpers: { asks: Nothing; gets: null };
  /** Let nobody read challenges beforehand any more; what all have answered stays. */
  close_to_readers: { asks: Nothing; gets: null };
  /** Correct cells of a line; the file itself stays as it is. */
  correct_line: { asks: { file: string; sheet: string; line: number; part: string; columns: string[]; values: string[] }; gets: null };
  /** Say whether nothing said of a stake counts as the lowest grade; every page says which. */
  count_blanks: { asks: { count: boolean }; gets: null };
  /** Say how many of the panel have each value of a column, or that it does not count. */
  count_column: { asks: { column: number; least: number[]; most: (number | null)[] }; gets: null };
  /** Give the panel the shares of the list in a column; raises `InvalidEntry` (`lot-size-first`). */
  count_like_pool: { asks: { column: number }; gets: null };
  /** Cover the screen with black, with the code to join or with the plan of the tables, or uncover it. */
  cover_screen: { asks: { cover: Cover }; gets: null };
  /** Say where a table stands, and whether one comes to it easily: who walks with difficulty is seated there. */
  describe_table: { asks: { number: number; landmark: string; easy: boolean }; gets: null };
  /** Change the workshop's title, territory and the language pages start in. */
  describe_workshop: { asks: { title: string; territory: string; language: string }; gets: null };
  /** Draw the matrices as they stand, though answers are still waited for, or wait again. In scoring. */
  draw_matrices: { asks: { drawn: boolean }; gets: null };
  /** Erase a person who asked for it and has no phone to do it with; raises `MissingEntry`. */
  erase_person: { asks: { person: string; with_ideas: boolean }; gets: null };
  /** Say the sentence with an answer in it, without writing anything. */
  extend_challenge: { asks: { statement: string; part: Part; answer: string }; gets: ExtendedChallenge };
  /** Hand over what was made: a PDF in base64, a page as its text; it is left in the workshop's folder too. */
  fetch: { asks: { format: ReportForm }; gets: Fetched };
  /** Hand over a file of a lot; raises `MissingEntry` (`no-lot`, `lot-list-gone`). */
  fetch_lot: { asks: { lot: string; paper: LotPaper }; gets: LotText };
  /** Hand over the papers that were made, as a PDF in base64. */
  fetch_papers: { asks: { kind: PaperKind }; gets: Fetched };
  /** Hand over the print that was made, in base64. */
  fetch_print: { asks: { kind: PrintKind }; gets: Fetched };
  /** Say what to know before somebody is placed by hand, as far as rules go; raises `MissingEntry`. */
  foresee_placing: { asks: { participant: string; mission: string; leaving?: string | null }; gets: Foreseen };
  /** Erase what was said of a sentence. */
  forget_clarity: { asks: { challenge: string; number: number }; gets: null };
  /** Have the screen stay as it is, or follow again from where it stood. */
  freeze_screen: { asks: { frozen: boolean }; gets: null };
  /** Gather ideas into one option; members of standing groups bring their whole group along. Of a challenge at reveal. */
  gather_ideas: { asks: { ideas: string[]; title: string }; gets: Gathered };
  /** Let somebody speak by their own phone again; raises `InvalidEntry` (`speaks-for-themselves`). */
  give_voice_back: { asks: { participant: string }; gets: null };
  /** Hold an idea back from the room, with a reason that its author reads; without a reason, give it back. */
  hold_idea: { asks: { idea: string; reason: string }; gets: null };
  /** Hold back the ideas of all papers that one helper typed in, or give them back; ballots stand. */
  hold_papers: { asks: { helper: string; held: boolean }; gets: null };
  /** Put those drawn on the list of invitations, from registers as candidates are taken in, from files by name. */
  invite_drawn: { asks: { lot: string }; gets: DrawnInvited };
  /** Have two seats count as one person's, or part them again; what each of them gave is not touched. */
  join_seats: { asks: { participant: string; to?: string | null }; gets: null };
  /** Keep the grades of somebody without a phone; raises `InvalidEntry` (`paper-empty`). */
  judge_stakes_on_paper: { asks: { stakes: string[]; grades: number[] }; gets: null };
  /** Note that two who look like one person are two, or ask about them again; raises `MissingEntry`. */
  keep_apart: { asks: { participant: string; other: string; apart: boolean }; gets: null };
  /** Note that somebody walks with difficulty, as they may say on their phone; `MissingEntry`. */
  keep_at_table: { asks: { participant: string; stays: boolean }; gets: null };
  /** Say that somebody stays on a mission when the rest is worked out, or need not; raises `MissingEntry`. */
  keep_here: { asks: { participant: string; mission: string; stays: boolean }; gets: null };
  /** Forget a file without writing anything of it. */
  leave_file: { asks: { file: string }; gets: null };
  /** Forget the files of a lot. */
  leave_lot_file: { asks: Nothing; gets: null };
  /** Forget a register's file that was brought. */
  leave_register_file: { asks: { file: string }; gets: null };
  /** Set a stake aside, or take it up again. */
  leave_stake_out: { asks: { stake: string; out: boolean }; gets: null };
  /** Leave everything as it was: a trial is forgotten. */
  leave_trial: { asks: Nothing; gets: null };
  /** Say whether a mission may be proposed to a person without a phone; raises `NotAllowed` as `offer_as`. In offer, missions, thanks. */
  let_ask_as: { asks: { participant: string; may_ask: boolean }; gets: null };
  /** Take a candidate off the list again; `NotAllowed` (`candidate-invited`) once it was invited. */
  let_candidate_go: { asks: { candidate: string }; gets: null };
  /** Let one helper out; what they typed stays. */
  let_helper_go: { asks: { helper: string }; gets: null };
  /** End every page that nobody joined from; each comes back when it is touched. Refused as above. */
  let_seats_go: { asks: Nothing; gets: null };
  /** Look at another challenge on this page alone; `None` follows the room again. */
  look_at: { asks: { challenge?: string | null }; gets: null };
  /** Look for others, or turn the page. */
  look_at_candidates: { asks: { search?: string; entry?: string; sector?: string; page?: number }; gets: null };
  /** Open a group of lines, turn its pages or look for something in it. */
  look_at_lines: { asks: { file: string; group: LineGroup | null; at: number; search: string }; gets: null };
  /** Show a lot, a page of its chances, or the names. */
  look_at_lot: { asks: { lot: string; page?: number; named?: boolean }; gets: null };
  /** Look for registers in the workshop's folder anew. */
  look_in_folder: { asks: Nothing; gets: null };
  /** Begin to make the synthesis in one form; asking again while it is being made changes nothing. */
  make: { asks: { format: ReportForm }; gets: MakingStands };
  /** Make challenges of some stakes, to be said precisely next. */
  make_challenges: { asks: { stakes: string[] }; gets: Added };
  /** Begin to make the panels of a lot in the background; asking again while some are made changes nothing. */
  make_lot: { asks: { relaxed?: boolean }; gets: null };
  /** Make a mission of a result of the vote; it keeps where it came from. Of a challenge at results, closed. */
  make_mission: { asks: { option: string; challenge: string; title: string; places: number }; gets: Entered };
  /** Begin to make slips, ballots or a board to print; asking again while they are being made changes nothing. */
  make_papers: { asks: { kind: PaperKind; challenge?: string | null; first?: number; copies?: number; everyone?: boolean; bw?: boolean }; gets: MakingStands };
  /** Begin to make a print; asking again while it is being made changes nothing. */
  make_print: { asks: { kind: PrintKind; first?: number; copies?: number | null; challenge?: string | null; paper?: Paper; bw?: boolean; everyone?: boolean; password?: boolean; room?: boolean }; gets: MakingStands };
  /** Mark an idea for discussion, or no more. Of a challenge at reveal, vote, results. */
  mark_for_discussion: { asks: { idea: string; discuss: boolean }; gets: null };
  /** Move a challenge up (-1) or down (+1) the list; at the ends it stays where it is. */
  move_challenge: { asks: { challenge: string; places: number }; gets: null };
  /** Bring a challenge to another stage, forwards or back; its timer stops, and no other challenge is shown. */
  move_challenge_on: { asks: { challenge: string; stage: Stage; since: number; together?: boolean; read_first?: boolean | null }; gets: Done };
  /** Move the room to another phase, forwards or back; its timer stops. */
  move_room: { asks: { phase: Phase; since: number; read_first?: boolean | null }; gets: Done };
  /** Bring the stakes to another stage, forwards or back; nothing of what was given goes. */
  move_stakes: { asks: { stage: StakesStage }; gets: null };
  /** Move somebody to another table in one round; `no-such-table`, `no-such-round`, `MissingEntry`. */
  move_to_table: { asks: { participant: string; round: number; number: number }; gets: null };
  /** Say which tables work on a challenge. */
  name_tables: { asks: { challenge: string; tables: string }; gets: null };
  /** Note that somebody who was invited was reminded today; a later list begins with others. */
  note_reminder: { asks: { stakeholder: string }; gets: null };
  /** Note that the letters or messages left: whom they reach was invited today. */
  note_sent: { asks: { kind: PrintKind }; gets: Sent };
  /** Give those who have said nothing yet a gentle line on their page. */
  nudge_silent: { asks: { challenge: string }; gets: null };
  /** Offer help in the name of a person without a phone, who said yes to what was read to them. In offer, missions, thanks. */
  offer_as: { asks: { name: string; email: string; phone: string; challenges: string[]; consent: boolean; may_show_name?: boolean | null; also?: Purpose[]; participant?: string }; gets: null };
  /** Open a challenge to be written on from home before the room works, for whoever joins, or close it again. */
  open_ahead: { asks: { challenge: string; open?: boolean }; gets: Done };
  /** Open the door to a device again. Refused as above. */
  open_door_to: { asks: { device: string }; gets: null };
  /** Have a timer stand still, or go on. */
  pause_timer: { asks: { paused: boolean; challenge?: string | null }; gets: null };
  /** Put someone on a mission; kept when the rest is computed again. */
  place_by_hand: { asks: { participant: string; mission: string; leaving?: string | null }; gets: Placed };
  /** Plan the day anew, for all challenges, in about so many minutes. */
  plan_agenda: { asks: { minutes: number }; gets: null };
  /** Say how a sentence is read, which one the parts make, and what saving tells, without writing anything. */
  preview_challenge: { asks: { id?: string | null; statement?: string; action?: string; population?: string; territory?: string; deadline?: string; indicator?: string }; gets: ChallengePreview };
  /** Work out the assignments again, beside the page, and write them; what people decided stays. */
  propose_assignments: { asks: Nothing; gets: null };
  /** Put a mission back that was removed on this page, with who was on it and what they answered. */
  put_mission_back: { asks: { mission: string }; gets: null };
  /** Put stakes that say the same under the first of them; raises `InvalidEntry` (`stakes-too-few`). */
  put_stakes_together: { asks: { stakes: string[]; title?: string }; gets: null };
  /** Take the answer of somebody who reads the sentence at this page; raises as `rate_clarity`. Of a challenge at unopened. */
  rate_here: { asks: { challenge: string; clearness: Clearness; remark?: string }; gets: null };
  /** Return what became of a file, line by line, as a text to keep. */
  read_import: { asks: { id: string }; gets: ImportReportText };
  /** Do the step that was taken back last again; raises `NotAllowed` (`nothing-to-redo`, …-`meanwhile`). */
  redo_assignments: { asks: { step: number }; gets: null };
  /** Remove a challenge; `NotAllowed` (`challenge-has-ideas`) once people wrote for it. */
  remove_challenge: { asks: { challenge: string }; gets: null };
  /** Take away an idea that insults someone, while nobody voted with it. */
  remove_idea: { asks: { idea: string }; gets: null };
  /** Remove a mission and free the people who were on it. */
  remove_mission: { asks: { mission: string }; gets: null };
  /** Remove a sector; `NotAllowed` (`sector-in-use`) while people or missions belong to it. */
  remove_sector: { asks: { sector: string }; gets: null };
  /** Take a stakeholder off the list. */
  remove_stakeholder: { asks: { stakeholder: string }; gets: null };
  /** Give a standing group another title, while the vote has not begun. Of a challenge at reveal. */
  rename_group: { asks: { group: string; title: string }; gets: null };
  /** Call a stake otherwise; its own words stay. */
  rename_stake: { asks: { stake: string; title: string }; gets: null };
  /** Work out the trial again: what it rests on has changed. */
  renew_trial: { asks: Nothing; gets: null };
  /** Say what a person without a phone can do, all of it optional, in the place of what was said of it before. In offer, missions, thanks. */
  say_terms_as: { asks: { max_missions: number; often: string; days: Day[]; until: string; reach: string[]; car: Car; languages: string[]; participant?: string }; gets: null };
  /** Score a challenge in the name of a person without a phone. In scoring, offer. */
  score_as: { asks: { participant: string; challenge: string; competence?: number | null; interest?: number | null; unsure?: boolean; again?: boolean }; gets: null };
  /** Score a challenge for someone without a phone, someone of a file, or a new person. */
  score_for: { asks: { challenge: string; participant?: string | null; pseudonym?: string; category?: string; competence?: number | null; interest?: number | null; unsure?: boolean; again?: boolean }; gets: ScoredFor };
  /** Seat everybody who is present anew; phones are told nothing until a round is told. */
  seat_people: { asks: { rounds: number; size: number }; gets: null };
  /** Note that somebody left, so that nobody waits for them, or that they are there; `MissingEntry`. */
  set_away: { asks: { participant: string; away: boolean }; gets: null };
  /** Set what an option costs, before anybody spends on it: a slip may be mended while people vote on others. Of a challenge at unopened, writing, reveal, vote, results. */
  set_cost: { asks: { challenge: string; option: string; cost?: number | null }; gets: null };
  /** Say at what hour the room must end, or that it need not; `InvalidEntry` (`hour-shape`). */
  set_end: { asks: { hour: string }; gets: null };
  /** Plan another length for one line; `MissingEntry` (`no-agenda-line`) when there is no such line. */
  set_length: { asks: { moment: Moment; minutes: number; challenge?: string | null }; gets: null };
  /** Say whether what is revealed waits for a press before it reaches the screen. */
  set_read_first: { asks: { read_first: boolean }; gets: null };
  /** Say how far the invitation of a stakeholder has come. */
  set_status: { asks: { stakeholder: string; status: StakeholderStatus | null }; gets: null };
  /** Set what the room is asked in the present round. Of a challenge at unopened, writing, reveal, vote, results. */
  set_vote_rule: { asks: { challenge: string; kind: VoteKind; budget?: number; most?: number; grades?: number; blanks_count?: boolean; to_spend?: number; points?: number }; gets: null };
  /** Shorten each challenge not yet opened to so many minutes; what is shorter already stays. */
  shorten: { asks: { minutes: number }; gets: null };
  /** Show what would become of a file. */
  show_file: { asks: { file: string }; gets: null };
  /** Bring a challenge to the screen as it stands, or what the room is at; nothing covers or freezes it then. */
  show_on_screen: { asks: { challenge?: string | null; moment?: Moment | null; ideas?: string[] | null }; gets: null };
  /** Say how many people are drawn; shares of the list follow. */
  size_lot: { asks: { size: number }; gets: null };
  /** Make two challenges of a sentence that held two; the second comes right after the first. */
  split_challenge: { asks: { id?: string | null; statement?: string; action?: string; population?: string; territory?: string; deadline?: string; indicator?: string; stake: string; solution?: string; second: string; second_stake: string }; gets: Entered };
  /** Start a timer for some minutes, from now. */
  start_timer: { asks: { minutes: number; challenge?: string | null }; gets: null };
  /** End the making of panels at once; nothing is drawn. */
  stop_lot: { asks: Nothing; gets: null };
  /** End the reading of a register; nothing of it was taken in then. */
  stop_register: { asks: Nothing; gets: null };
  /** Stop what is being worked out; nothing of it is written, and a trial that was shown before is shown on. */
  stop_solving: { asks: Nothing; gets: null };
  /** Take a timer away from every page. */
  stop_timer: { asks: { challenge?: string | null }; gets: Done };
  /** Hold back everything that came from the device of an idea since an hour, whichever challenge it is for. */
  sweep_device: { asks: { idea: string; since?: string }; gets: Swept };
  /** Hold back what was written since an hour by whoever came since then; raises as `sweep_device`. */
  sweep_newcomers: { asks: { since: string }; gets: Swept };
  /** Speak another language on this page; the workshop's own language stays as it is. */
  switch_language: { asks: { language: string }; gets: null };
  /** Take back the last move, or the end of a timer since then, while it can be. */
  take_back: { asks: { move: string }; gets: null };
  /** Take the paper back that was typed in last. */
  take_back_paper: { asks: Nothing; gets: null };
  /** Take back what this browser last brought to the screen or unveiled, on phones too, while it stands so. */
  take_back_shown: { asks: { press: string }; gets: null };
  /** Put candidates on the list of invitations, with why their kind could matter; who is on it stays once. */
  take_candidates: { asks: { candidates: string[] }; gets: Taken };
  /** Take the hidden rows and columns of a workbook, or leave them aside. */
  take_hidden: { asks: { file: string; take: boolean }; gets: null };
  /** Take one line of a file, or leave it aside. */
  take_line: { asks: { file: string; sheet: string; line: number; part: string; take: boolean }; gets: null };
  /** Take a line back that was typed in here: it was a slip, and nobody asked to be erased. */
  take_line_back: { asks: { participant: string }; gets: null };
  /** Take a piece of such a file; what arrived before is not taken twice. */
  take_lot_piece: { asks: { file: string; at: number; piece: string }; gets: PieceTaken };
  /** Take someone off a mission; the same pair is not proposed again. */
  take_off: { asks: { participant: string; mission: string }; gets: null };
  /** Take a piece of a file; what arrived before is not taken twice. */
  take_piece: { asks: { file: string; at: number; piece: string }; gets: PieceTaken };
  /** Look through a register for the bodies of some communes, as candidates to pick from. */
  take_register: { asks: { file: string; communes: string; hamlets?: string }; gets: null };
  /** Take a piece of a register's file; what arrived before is not taken twice. */
  take_register_piece: { asks: { file: string; at: number; piece: string }; gets: RegisterPieceTaken };
  /** Take a sheet of a workbook, or leave it aside. */
  take_sheet: { asks: { file: string; sheet: string; take: boolean }; gets: null };
  /** Have a stake, and what stands under it, stand by itself again. */
  take_stakes_apart: { asks: { stake: string }; gets: null };
  /** Speak for somebody whose phone is dead; raises `InvalidEntry` (`speaks-for-themselves`). */
  take_voice: { asks: { participant: string }; gets: null };
  /** Say on which day the workshop is and when it begins: its folder says it too, as the home page reads it. */
  tell_day: { asks: { day: string; begins: string }; gets: null };
  /** Say one thing that prints say, or take it back. */
  tell_invitation: { asks: { field: InvitationField; text: string }; gets: null };
  /** Say who answers for a mission, when it begins, or what is done first; an empty text takes it back. */
  tell_mission: { asks: { mission: string; field: MissionField; text: string }; gets: null };
  /** Say which opinion groups a vote on statements has, as the screen shows them, without writing anything. */
  tell_opinions: { asks: { challenge: string }; gets: OpinionsTold };
  /** Tell phones their table in a round, or none any more. */
  tell_round: { asks: { round: number }; gets: null };
  /** Say who keeps the data, whom to call, or what happens next; raises `InvalidEntry` (`text-too-long`). */
  tell_workshop: { asks: { field: WorkshopField; text: string }; gets: null };
  /** Draw a panel by dice; a second throw is kept beside the first, and only where it is asked for. */
  throw_dice: { asks: { lot: string; dice: string; again?: boolean }; gets: null };
  /** Look at once whether the workshop can be saved again. */
  try_again: { asks: Nothing; gets: null };
  /** Work out what else would change if somebody were on a mission, or never on it; nothing is written. */
  try_change: { asks: { participant: string; mission: string; stays: boolean; leaving?: string | null }; gets: null };
  /** Show a page of what the screen shows, the last one if there are fewer. */
  turn_page: { asks: { page: number }; gets: null };
  /** Turn the room to another challenge, as it stands; what it leaves after its results is closed. */
  turn_to: { asks: { challenge: string; since: number; leaving?: string | null }; gets: Done };
  /** Type in what somebody answered on paper or by telephone to a mission proposed to them. In missions, thanks. */
  type_answer: { asks: { participant: string; mission: string; answer: PaperAnswer; said?: string }; gets: null };
  /** Type in a numbered ballot; its number is a voice of its own. Of a challenge at vote. */
  type_ballot: { asks: { challenge: string; number: number; numbers: number[]; series: string; values?: number[]; retyped?: Retyped }; gets: null };
  /** Type in an idea from a numbered slip; its number is a voice of its own. Of a challenge at writing, reveal. */
  type_slip: { asks: { challenge: string; number: number; text: string; source?: Source | null; category?: string; retyped?: Retyped }; gets: null };
  /** Type in one line of a paper list: somebody new, whoever bears the same name. */
  type_volunteer: { asks: { name: string; reach: string; purposes: Purpose[]; challenges: string[]; competences: (number | null)[]; interests: (number | null)[]; unsure?: string[]; days?: string }; gets: TypedLine };
  /** Take the last step back; raises `NotAllowed` (`nothing-to-undo`, `assignment-meanwhile`). */
  undo_assignments: { asks: { step: number }; gets: null };
  /** Part the ideas of a group again, as they stood before; the group stays on record as undone. Of a challenge at reveal. */
  undo_group: { asks: { group: string }; gets: Parted };
  /** Undo an import; what was done since stays. */
  undo_import: { asks: { id: string }; gets: null };
  /** Give back to the room what was held back together; raises `MissingEntry`. */
  undo_sweep: { asks: { sweep: string }; gets: Swept };
  /** Unveil places of a challenge's results, on phones too; what was unveiled stays so, but for a slip. Of a challenge at results. */
  unveil: { asks: { challenge: string; unveiled: number; of?: number | null }; gets: null };
  /** Vote in the name of a person without a phone, the whole ballot at once. Of a challenge at vote. */
  vote_as: { asks: { participant: string; challenge: string; numbers: number[]; series: string; values?: number[]; again?: boolean }; gets: null };
  /** Wait for no more answers about a challenge; what one alone said is erased, unseen. */
  wait_no_more: { asks: { challenge: string }; gets: null };
  /** Say how much competence and interest weigh when places are given to whom they fit best. */
  weigh_fit: { asks: { competence: number; interest: number }; gets: null };
  /** Say how solid the results are, and of a budget why, or that it is coming, from beside the page. */
  weigh_result: { asks: { challenge: string }; gets: ResultWeighed };
  /** Take back the offer of a person without a phone; their contact details are erased at once. */
  withdraw_as: { asks: { participant: string }; gets: null };
  /** Write an idea in the name of a person without a phone. Of a challenge at writing, reveal. */
  write_as: { asks: { participant: string; challenge: string; text: string; source?: Source | null }; gets: null };
  /** Add a challenge, or change the one whose `id` is given. */
  write_challenge: { asks: { id?: string | null; statement?: string; action?: string; population?: string; territory?: string; deadline?: string; indicator?: string; stake: string; solution?: string }; gets: Entered };
  /** Import a file as its preview says. */
  write_file: { asks: { file: string }; gets: null };
  /** Write an idea of someone without a phone, under a pseudonym of theirs or under none. Of a challenge at unopened, writing, reveal. */
  write_for: { asks: { challenge: string; text: string; source?: Source | null; pseudonym?: string; category?: string }; gets: null };
  /** Add a sector, or change the one whose `id` is given; two sectors cannot bear one name. */
  write_sector: { asks: { id?: string | null; name: string; referent?: string }; gets: Entered };
  /** Add a stakeholder, or change the one whose `id` is given. */
  write_stakeholder: { asks: { id?: string | null; name: string; category: string; contact?: string; email?: string; sector?: string; phone?: string; address?: string; reason?: string; challenges?: string[] }; gets: Entered };
}

/** What the facilitator is shown, panel by panel. */
export interface FacilitatorPanels {
  agenda: AgendaModel;
  arrivals: ArrivalsModel;
  candidates: CandidatesModel;
  challenges: ChallengesModel;
  course: CourseModel;
  door: DoorModel;
  followup: FollowUpModel;
  header: HeaderModel;
  ideas: IdeaTableModel;
  imports: ImportsModel;
  invitations: InvitationsModel;
  last_import: LastImportModel;
  list: ListModel;
  lot: LotModel;
  matrix: MatricesModel;
  missions: MissionBookModel;
  people: PeopleModel;
  registers: RegistersModel;
  remote: RemoteModel;
  seating: SeatingModel;
  stakeholders: StakeholdersModel;
  stakes: StakesDeskModel;
  synthesis: SynthesisModel;
  voices: VoicesDeskModel;
  votes: VotesModel;
}

/** What the screen may ask. */
export interface ScreenAsks {}

/** What the screen is shown, panel by panel. */
export interface ScreenPanels {
  screen: ScreenPlain | ScreenBlack | ScreenCode | ScreenTables | ScreenWelcome | ScreenForm | ScreenWriting | ScreenReveal | ScreenVote | ScreenResults | ScreenStatements | ScreenBudget | ScreenScoring | ScreenOffer | ScreenMissions | ScreenThanks;
}

/** What the home may ask. */
export interface HomeAsks {
  /** Put a workshop away; its folder stays. */
  archive_workshop: { asks: { workshop: string }; gets: null };
  /** Wait for a phone from now on, to see whether it comes through. */
  begin_test: { asks: { workshop: string }; gets: null };
  /** Begin to hand in a colleague's file, part by part. */
  begin_upload: { asks: { name: string; size: number }; gets: UploadBegun };
  /** Bring a workshop that was put away back into the list. */
  bring_back: { asks: { workshop: string }; gets: null };
  /** Look at everything in a workshop's folder, mend what can be mended without loss, and say it in sentences. */
  check_folder: { asks: { workshop: string }; gets: CheckResult };
  /** Look at this computer: what a room of phones needs, what is missing, how to get it. */
  check_up: { asks: Nothing; gets: null };
  /** Show the address of another of this computer's networks, on every page at once. */
  choose_network: { asks: { workshop: string; network: string }; gets: null };
  /** End a workshop's JupyterLab; what was saved there stays. */
  close_notebooks: { asks: { workshop: string }; gets: null };
  /** Let nobody in any more, and end the workshop's pages; everything is kept. */
  close_room: { asks: { workshop: string }; gets: null };
  /** Copy a workshop as a starting point: what was prepared, nothing of the people. */
  copy_workshop: { asks: { workshop: string; title: string }; gets: WorkshopEntered };
  /** Delete a workshop for good, as it was described; refused while its room is open. */
  delete_workshop: { asks: { workshop: string; confirmation: string }; gets: null };
  /** Tell what deleting a workshop erases, and the key that deletes it. */
  describe_deletion: { asks: { workshop: string }; gets: DeletionDescription };
  /** End the program behind this page; refused while a room is open, unless it is to be closed too. */
  end_kit: { asks: { with_rooms?: boolean }; gets: null };
  /** Erase the contact details that are past their day now, since somebody says that the date is right. */
  erase_due: { asks: { workshop: string }; gets: null };
  /** Hand over a part of what was made; raises `MissingEntry`. */
  fetch_takeaway: { asks: { workshop: string; form: TakeawayForm; start?: number }; gets: TakeawayPart };
  /** Leave a workshop of another folder out of the list; the folder stays as it is. */
  forget_folder: { asks: { workshop: string }; gets: null };
  /** Tell the backups of a workshop. */
  list_backups: { asks: { workshop: string }; gets: BackupListing };
  /** List the folders of a place on this computer, and what of them is a workshop; raises `MissingEntry`. */
  list_place: { asks: { path?: string }; gets: PlaceListing };
  /** Show the room of a workshop on this page, or the list alone. */
  look_at_workshop: { asks: { workshop?: string | null }; gets: null };
  /** Make the sample in a folder of its own, or find it where it was made. */
  make_sample: { asks: Nothing; gets: WorkshopEntered };
  /** Put an icon that opens the home page on this computer's desktop, named in the language of this page. */
  make_shortcut: { asks: Nothing; gets: null };
  /** Begin to make something to take away; the list tells when it is there. */
  make_takeaway: { asks: { workshop: string; form: TakeawayForm }; gets: null };
  /** Keep new workshops in another folder from now on; nothing: in the usual one. */
  move_shelf: { asks: { path?: string }; gets: null };
  /** Show a workshop of another folder in the list too, or all that a folder holds; raises `MissingEntry`. */
  open_folder: { asks: { path?: string }; gets: WorkshopEntered };
  /** Open a workshop's notebooks in JupyterLab, as copies that belong to it. */
  open_notebooks: { asks: { workshop: string }; gets: null };
  /** Let the phones of the room in. */
  open_room: { asks: { workshop: string; seats?: number | null }; gets: null };
  /** Open the facilitator's page and the screen of a workshop; no phone comes in. */
  prepare_room: { asks: { workshop: string }; gets: null };
  /** Take that icon away again. */
  remove_shortcut: { asks: Nothing; gets: null };
  /** Put a backup back in the place of a workshop, which is kept; refused while its room is open. */
  restore_backup: { asks: { workshop: string; name: string; other: boolean }; gets: BackupRestored };
  /** Hand in the next part of a file; one that came already changes nothing. */
  send_part: { asks: { upload: string; start: number; content: string }; gets: null };
  /** Set the day and the hour of a workshop, or neither; raises `InvalidEntry`. */
  set_day: { asks: { workshop: string; day?: string; hour?: string }; gets: null };
  /** Put the notebooks that came with a folder aside, where nothing runs them. */
  set_notebooks_aside: { asks: { workshop: string; digest: string }; gets: null };
  /** Set how many participants may be in at once, the next time the room opens. */
  set_seats: { asks: { workshop: string; seats: number }; gets: null };
  /** Show a workshop's folder in this computer's own window of files. */
  show_folder: { asks: { workshop: string }; gets: null };
  /** Speak another language on this page. */
  speak_language: { asks: { language: string }; gets: null };
  /** Make a new workshop in the folder of workshops; raises what `create_store` raises. */
  start_workshop: { asks: { title: string; territory: string; language?: string; day?: string; hour?: string }; gets: WorkshopEntered };
  /** Make a workshop of a colleague's file; raises `UnreadableFile`. */
  take_in: { asks: { upload?: string | null; path?: string }; gets: WorkshopEntered };
  /** Use the notebooks that came with a folder; raises `InvalidEntry` where they are others by now. */
  trust_notebooks: { asks: { workshop: string; digest: string }; gets: null };
}

/** What the home is shown, panel by panel. */
export interface HomePanels {
  checkup: CheckupModel;
  home: HomeModel;
}

export interface Roles {
  participant: { asks: ParticipantAsks; panels: ParticipantPanels };
  facilitator: { asks: FacilitatorAsks; panels: FacilitatorPanels };
  screen: { asks: ScreenAsks; panels: ScreenPanels };
  home: { asks: HomeAsks; panels: HomePanels };
}

export type Role = keyof Roles;
