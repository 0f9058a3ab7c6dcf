import "../kit/kit.css";
import "../stage/stage.css";
import { panels } from "../kit/panel";
import { Screen } from "./screen";

export default panels({ screen: Screen });
