/** What a phone fetches once there is a vote: the ballots of every kind, their results, and what came too late. */
import "./ballots.css";
import { holdTwice } from "../kit/fingers";
import { holds, panels } from "../kit/panel";
import { bringStyle } from "../kit/served";
import { Vote } from "./vote";

bringStyle("ballots");
holds.push(holdTwice);

export default panels({ vote: Vote });
