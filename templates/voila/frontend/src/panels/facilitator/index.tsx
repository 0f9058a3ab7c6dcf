import { panels } from "../kit/panel";

export default panels({});
