/** A random identifier; `crypto.randomUUID` does not exist on a page served without TLS, as in a village hall. */
export function newId(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, "0")).join("");
}
