/** What a phone fetches once the room speaks of helping: the offer of help, and the missions proposed. */
import { holdTwice } from "../kit/fingers";
import { holds, panels } from "../kit/panel";
import { Mission } from "./mission";
import { Offer } from "./offer";

holds.push(holdTwice);

export default panels({ offer: Offer, mission: Mission });
