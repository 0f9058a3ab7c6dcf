import "../kit/kit.css";
import "../stage/stage.css";
import "../stage/votes.css";
import { panels } from "../kit/panel";
import { Screen } from "./screen";

export default panels({ screen: Screen });
