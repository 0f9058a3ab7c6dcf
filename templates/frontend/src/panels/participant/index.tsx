/** The components of the participant's page. */
import "./participant.css";
import { holdTwice } from "../kit/fingers";
import { holds, panels } from "../kit/panel";
import { Form } from "./form";
import { Helper } from "./helper";
import { Ideas } from "./ideas";
import { Join } from "./join";
import { Mission } from "./mission";
import { Offer } from "./offer";
import { Scores } from "./scores";
import { Seat } from "./seat";
import { Stakes } from "./stakes";
import { Thanks } from "./thanks";
import { keepAboveKeyboard } from "./typing";
import { Vote } from "./vote";

keepAboveKeyboard();
holds.push(holdTwice);

export default panels({
  seat: Seat,
  stakes: Stakes,
  join: Join,
  form: Form,
  ideas: Ideas,
  vote: Vote,
  scores: Scores,
  offer: Offer,
  mission: Mission,
  thanks: Thanks,
  helper: Helper,
});
