/** What a phone fetches once what is typed might hold a number or an address: it is marked on the spot, and one touch takes it out. */
import { useEffect, useRef } from "preact/hooks";
import { letGo, recall, replaceDraft, useRedraw } from "../kit/device";
import { panels, say, useWords } from "../kit/panel";
import { findContact, without } from "./finding";

function Contacts() {
  const { words, about } = useWords();
  useRedraw();
  const name = `draft:${about}`;
  const text = recall<string>(name) ?? "";
  const found = findContact(text);
  const shown = useRef<HTMLDivElement>(null);
  const warned = useRef(false);
  useEffect(() => {
    // an idea that came back for what was found in it has no reason to be refused any more, once that is gone
    const back = `returned-${about}`;
    if (found === null && warned.current && recall<{ again?: string }>(back)?.again !== undefined) letGo(back);
    warned.current = found !== null;
  }, [found === null]);
  const remove = () => {
    if (found === null) return;
    const field = shown.current?.closest(".wk-body")?.querySelector<HTMLElement>(`[data-draft="${about}"]`);
    replaceDraft(name, without(text, found));
    field?.focus();
  };
  return (
    <div ref={shown} role="status">
      {found !== null && (
        <p class="wk-row wk-elsewhere wk-reworded">
          <b>{say(words, `looks-like-${found.kind}`, { text: text.slice(found.start, found.end) })}</b>
          <button type="button" class="wk-quiet-action" onClick={remove}>
            {say(words, `take-out-${found.kind}`)}
          </button>
        </p>
      )}
    </div>
  );
}

export default panels({ ideas: Contacts, vote: Contacts });
