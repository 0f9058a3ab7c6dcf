import { panels } from "../kit/panel";
import { ChallengesPanel } from "./challenges";
import { CoursePanel } from "./course";
import "./facilitator.css";
import { FollowupPanel } from "./followup";
import { HeaderPanel } from "./header";
import { IdeasPanel } from "./ideas";
import { MatrixPanel } from "./matrix";
import { MissionsPanel } from "./missions";
import { PeoplePanel } from "./people";
import { RemotePanel } from "./remote";
import { StakeholdersPanel } from "./stakeholders";
import { SynthesisPanel } from "./synthesis";
import "../voices/voices.css";
import { VoicesPanel } from "./voices";

export default panels({
  header: HeaderPanel,
  course: CoursePanel,
  remote: RemotePanel,
  challenges: ChallengesPanel,
  stakeholders: StakeholdersPanel,
  ideas: IdeasPanel,
  matrix: MatrixPanel,
  missions: MissionsPanel,
  followup: FollowupPanel,
  people: PeoplePanel,
  synthesis: SynthesisPanel,
  voices: VoicesPanel,
});
