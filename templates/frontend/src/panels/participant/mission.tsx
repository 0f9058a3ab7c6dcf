/** The missions proposed to me, which a phone fetches once there may be some. */
import { useRef } from "preact/hooks";
import { usePanel } from "../kit/panel";
import { Fetched } from "./fetched";

export function Mission() {
  const { model } = usePanel<"participant", "mission">();
  const opened = useRef(false);
  opened.current ||= model.visible;
  return opened.current && <Fetched name="offering" />;
}
