/** Light or dark ground, chosen for this hall's projector and remembered on this device. */
import { useEffect, useState } from "preact/hooks";
import { choose, isDark } from "../../theme";
import { say, useWords } from "../kit/panel";

export function GroundButton() {
  const { words } = useWords();
  const [dark, setDark] = useState(isDark);
  useEffect(() => {
    const watch = new MutationObserver(() => setDark(isDark())); // the device may change its mind as well
    watch.observe(document.documentElement, { attributeFilter: ["class"] });
    return () => watch.disconnect();
  }, []);
  return (
    <button type="button" class="wk-ground" onClick={() => choose(!dark)}>
      {say(words, dark ? "ground.light" : "ground.dark")}
    </button>
  );
}
