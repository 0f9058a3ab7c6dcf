/** Open whatever is folded around something, so that it can be seen. */
export function reveal(element: Element): void {
  for (let fold = element.closest("details"); fold !== null; fold = fold.parentElement?.closest("details") ?? null) fold.open = true;
}
