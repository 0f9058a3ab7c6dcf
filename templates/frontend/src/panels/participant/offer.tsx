/** The offers' questions, which a phone fetches once the room speaks of helping. */
import { useRef } from "preact/hooks";
import { usePanel } from "../kit/panel";
import { Fetched } from "./fetched";

export function Offer() {
  const { model } = usePanel<"participant", "offer">();
  const opened = useRef(false);
  opened.current ||= model.visible;
  return opened.current && <Fetched name="offering" />;
}
