/** The vote and its results, which a phone fetches once there is one, and keeps from then on: a late answer still finds them. */
import { useRef } from "preact/hooks";
import { recall } from "../kit/device";
import { usePanel } from "../kit/panel";
import { Fetched } from "./fetched";

export function Vote() {
  const { model } = usePanel<"participant", "vote">();
  const opened = useRef(false);
  opened.current ||= model.visible || recall("late-dots") !== null;
  return opened.current && <Fetched name="ballots" />;
}
