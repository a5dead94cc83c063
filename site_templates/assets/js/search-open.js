/* The field in the banner: "/" leads to it, and what answers it is fetched once somebody is there. */
export default function start(page) {
  const form = page.querySelector(".search");
  const input = form.querySelector(".search__input");
  page.addEventListener("keydown", (event) => {
    const isTyping = event.target.closest("input, textarea, select, [contenteditable]");
    if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || isTyping) return;
    event.preventDefault();
    input.focus();
  });
  const open = () => import("./search-box.js").then((box) => box.default(form, input));
  input.addEventListener("focus", open, { once: true });
  if (page.activeElement === input) open();
}
