/** Rows of a long list, each drawn again only where what it is given is another. */
import { Component, type ComponentType } from "preact";
import { useRef } from "preact/hooks";

/** A component that is drawn again only where one of its properties is another one: those must be kept, too. */
export function keep<P extends object>(Drawn: ComponentType<P>): ComponentType<P> {
  return class Kept extends Component<P> {
    override shouldComponentUpdate(next: Readonly<P>): boolean {
      const names = new Set([...Object.keys(next), ...Object.keys(this.props)]) as Set<keyof P>;
      return [...names].some((name) => next[name] !== this.props[name]);
    }

    override render() {
      return <Drawn {...(this.props as P)} />;
    }
  };
}

/** The entries of a list, each the object that it was the last time where it says the same. */
export function useSame<T extends { id: string }>(entries: readonly T[]): T[] {
  const known = useRef(new Map<string, { said: string; entry: T }>());
  const now = new Map<string, { said: string; entry: T }>();
  for (const entry of entries) {
    const said = JSON.stringify(entry);
    const last = known.current.get(entry.id);
    now.set(entry.id, last?.said === said ? last : { said, entry });
  }
  known.current = now;
  return [...now.values()].map((one) => one.entry);
}

/** The same acts at every drawing, which do what they would do now. */
export function useLatest<T extends Record<string, (...given: never[]) => unknown>>(now: T): T {
  const latest = useRef(now);
  latest.current = now;
  const kept = useRef<T | null>(null);
  kept.current ??= Object.fromEntries(Object.keys(now).map((name) => [name, (...given: never[]) => latest.current[name]?.(...given)])) as T;
  return kept.current;
}
