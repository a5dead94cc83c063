/* The switch between light and dark; what was chosen holds for the next page. */
export default function start(page) {
  const root = page.documentElement;
  const button = page.querySelector(".scheme");
  const system = matchMedia("(prefers-color-scheme: dark)");
  const isDark = () => (root.dataset.scheme ?? (system.matches ? "dark" : "light")) === "dark";
  const show = () => button.setAttribute("aria-pressed", String(isDark()));
  button.addEventListener("click", () => {
    root.dataset.scheme = isDark() ? "light" : "dark";
    try {
      localStorage.setItem("timeline-scheme", root.dataset.scheme);
    } catch { /* then it holds for this page alone */ }
    show();
  });
  system.addEventListener("change", show);
  button.hidden = false;
  show();
}
