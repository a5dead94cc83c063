/* The one script that every page loads. What a page can do more is fetched where the page has the
   element for it; every page is complete without any of it. */
const FEATURES = [
  [".scheme", () => import("./scheme.js")],
  [".search", () => import("./search-open.js")],
  [".finder", () => import("./search-page.js")],
  [".tongues", () => import("./tongues.js")],
  [".cite__text", () => import("./copy.js")],
  [".share__code[data-follows]", () => import("./share.js")],
  ["[data-reader]", () => import("./front.js")],
];

for (const [selector, load] of FEATURES) {
  if (document.querySelector(selector)) {
    load().then((feature) => feature.default?.(document)).catch(console.error);
  }
}
