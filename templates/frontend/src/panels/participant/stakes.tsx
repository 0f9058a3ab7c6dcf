/** The stakes before there are challenges: what is asked of a phone then is fetched, and takes the place of the form to join. */
import { usePanel } from "../kit/panel";
import { Fetched } from "./fetched";
import { useOnPage } from "./page";

export function Stakes() {
  const { model } = usePanel<"participant", "stakes">();
  useOnPage("wk-has-stakes", model.visible);
  return model.visible && <Fetched name="stakes" />;
}
