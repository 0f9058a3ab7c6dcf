import { panels } from "../kit/panel";
import { AgendaPanel } from "./agenda";
import { ChallengesPanel } from "./challenges";
import { CoursePanel } from "./course";
import { DoorPanel } from "./door";
import "./facilitator.css";
import { keepFocus } from "./focus";
import { FollowupPanel } from "./followup";
import { HeaderPanel } from "./header";
import { IdeasPanel } from "./ideas";
import "./import.css";
import { LastImportPanel } from "./last_import";
import { ImportsPanel } from "./imports";
import { MatrixPanel } from "./matrix";
import { MissionsPanel } from "./missions";
import { PeoplePanel } from "./people";
import { RemotePanel } from "./remote";
import { StakeholdersPanel } from "./stakeholders";
import { SynthesisPanel } from "./synthesis";
import "../voices/voices.css";
import { VoicesPanel } from "./voices";

const { render } = panels({
  header: HeaderPanel,
  course: CoursePanel,
  remote: RemotePanel,
  agenda: AgendaPanel,
  challenges: ChallengesPanel,
  stakeholders: StakeholdersPanel,
  ideas: IdeasPanel,
  matrix: MatrixPanel,
  missions: MissionsPanel,
  followup: FollowupPanel,
  people: PeoplePanel,
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
