/** What a helper's browser fetches once it was let in: no other phone pays for it. */
import "./voices.css";
import { panels, say, usePanel, type Words } from "../kit/panel";
import { SpeakingProvider } from "./speaking";
import { Voices } from "./voices";
import { bringStyle } from "../kit/served";

bringStyle("voices");

function Helping() {
  const { model, words, lang, send } = usePanel<"participant", "helper">();
  if (model.helping !== "voices") return null;
  const speaking = { model: model.voices, words: { ...words, ...(model.said as Words) }, lang, send };
  return (
    <SpeakingProvider speaking={speaking}>
      <div class="wkv-helping">
        <h1>{say(speaking.words, "helper.heading")}</h1>
        <p>{say(speaking.words, "helper.rules")}</p>
        <Voices />
        <button type="button" class="wk-quiet-action" onClick={() => void send("stop_helping")}>
          {say(speaking.words, "helper.leave")}
        </button>
      </div>
    </SpeakingProvider>
  );
}

export default panels({ helper: Helping });
