/** The volunteer form, which only those fetch who are shown it. */
import { usePanel } from "../kit/panel";
import { Fetched } from "./fetched";

export const Form = () => usePanel<"participant", "form">().model.visible && <Fetched name="form" />;
