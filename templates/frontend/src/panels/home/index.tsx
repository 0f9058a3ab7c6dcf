import { panels } from "../kit/panel";
import { CheckupPanel } from "./checkup";
import "./home.css";
import { HomePanel } from "./home";

export default panels({ home: HomePanel, checkup: CheckupPanel });
