import { panels } from "../kit/panel";
import { keepStill } from "../kit/still";
import { AgendaPanel } from "./agenda";
import { ArrivalsPanel } from "./arrivals";
import "./candidates.css";
import { CandidatesPanel } from "./candidates";
import { ChallengesPanel } from "./challenges";
import { CoursePanel } from "./course";
import { DoorPanel } from "./door";
import "./facilitator.css";
import { keepFocus } from "./focus";
import { FollowupPanel } from "./followup";
import { HeaderPanel } from "./header";
import { IdeasPanel } from "./ideas";
import "./import.css";
import "./list.css";
import { LastImportPanel } from "./last_import";
import { ImportsPanel } from "./imports";
import { ListPanel } from "./list";
import "./invitations.css";
import { InvitationsPanel } from "./invitations";
import "./lot.css";
import "./missions.css";
import { LotPanel } from "./lot";
import { MatrixPanel } from "./matrix";
import { MissionsPanel } from "./missions";
import { PeoplePanel } from "./people";
import { RegistersPanel } from "./registers";
import { RemotePanel } from "./remote";
import { SeatingPanel } from "./seating";
import { StakeholdersPanel } from "./stakeholders";
import "./stakes.css";
import { StakesPanel } from "./stakes";
import { SynthesisPanel } from "./synthesis";
import "../voices/voices.css";
import { VoicesPanel } from "./voices";
import "./votes.css";
import { VotesPanel } from "./votes";

keepStill(document);

const { render } = panels({
  header: HeaderPanel,
  course: CoursePanel,
  remote: RemotePanel,
  agenda: AgendaPanel,
  arrivals: ArrivalsPanel,
  stakes: StakesPanel,
  challenges: ChallengesPanel,
  stakeholders: StakeholdersPanel,
  candidates: CandidatesPanel,
  registers: RegistersPanel,
  lot: LotPanel,
  list: ListPanel,
  invitations: InvitationsPanel,
  ideas: IdeasPanel,
  votes: VotesPanel,
  matrix: MatrixPanel,
  missions: MissionsPanel,
  followup: FollowupPanel,
  people: PeoplePanel,
  seating: SeatingPanel,
  door: DoorPanel,
  synthesis: SynthesisPanel,
  voices: VoicesPanel,
  imports: ImportsPanel,
  last_import: LastImportPanel,
});

export default {
  render(context: Parameters<typeof render>[0]) {
    const leave = render(context);
    const stop = keepFocus(context.el);
    return () => {
      stop();
      leave();
    };
  },
};
