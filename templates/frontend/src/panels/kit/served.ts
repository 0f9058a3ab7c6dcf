/** Parts of a page that bundles of their own draw: where they are served, and their styles. */

interface PageConfig {
  base_url: string;
  assets: Record<string, string>;
}

/** Where the page serves a file; empty where nothing serves it, as in JupyterLab. */
export function locate(name: string): string {
  const { base_url, assets } = JSON.parse(document.getElementById("page-config")?.textContent || "{}") as Partial<PageConfig>;
  return assets?.[name] ? `${base_url}assets/${assets[name]}` : "";
}

/** Bring the style of a bundle into the page, once the bundle is there: no other phone pays for asking for it. */
export function bringStyle(name: string): void {
  const style = locate(`${name}.css`);
  if (style === "" || document.querySelector(`link[href="${style}"]`) !== null) return;
  document.head.append(Object.assign(document.createElement("link"), { rel: "stylesheet", href: style }));
}
