/** A field in which somebody types stays in sight: above the footer, and above the keyboard once that has come up. */
import type { RefObject } from "preact";
import { useEffect } from "preact/hooks";

export function useInSight(field: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const look = () => {
      const { current } = field;
      // the page's scroll padding is what the footer covers
      if (current !== null && document.activeElement === current) current.scrollIntoView({ block: "nearest" });
    };
    const around = window.visualViewport;
    const element = field.current;
    element?.addEventListener("focus", look);
    around?.addEventListener("resize", look);
    return () => {
      element?.removeEventListener("focus", look);
      around?.removeEventListener("resize", look);
    };
  }, []);
}
