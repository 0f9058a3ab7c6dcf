import { panels } from "../kit/panel";
import { keepStill } from "../kit/still";
import { CheckupPanel } from "./checkup";
import "./home.css";
import { HomePanel } from "./home";

keepStill(document);

export default panels({ home: HomePanel, checkup: CheckupPanel });
