/** The room's screen: the stage, whole. */
export { Screen } from "../stage/stage";
